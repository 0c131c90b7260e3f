"""Where people, or the meeting, begin to speak."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import islice, takewhile
from operator import attrgetter
from typing import TYPE_CHECKING

from pipelines.records.terms import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipelines.meetings.acts import Act
    from pipelines.meetings.prose import Prose

_SAID = re.compile(
    r"强调|指出|要求|表示|认为|希望|提出|说|部署|作出[^，。；]{0,6}?部署|讲话|安排|点评|讲评|总结|动员"
)
_MEETING_SAID = re.compile(
    r"[\s　]*(?:会上|会议期间)?[，]?(?:会议|全会|大会|座谈会|调度会|推进会|专题会|例会|现场会|会上)(?:还|同时|最后|特别)?"
    r"(?P<verb>强调|指出|要求|认为|提出|决定|号召|(?:部署|明确|研究)(?=[，：]))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Where a speech begins: who, and with which verb."""

    creator: str | None
    verb: str
    start: int
    sentence: int
    limit: int | None = None
    """Where the same sentence begins to tell of somebody else; null where it does not."""
    until: int | None = None
    """Index of the next sentence that opens with what somebody else did, or he."""


def find_openings(prose: Prose, acts: tuple[Act, ...]) -> tuple[Opening, ...]:
    """Where people or the meeting begin to speak, in order of place."""
    doing = [act for act in acts if act.roles]
    rows = [
        _opening(prose, act, islice(doing, at + 1, None))
        for at, act in enumerate(doing)
        if Role.SPEAKER in act.roles and _says(prose, act)
    ]
    for sentence in prose.sentences:
        match = _MEETING_SAID.match(prose.flat, sentence.start, sentence.end)
        if match:
            rows.append(
                Opening(
                    creator=None,
                    verb=match["verb"],
                    start=match.end(),
                    sentence=sentence.index,
                )
            )
    return tuple(
        replace(row, until=_until(prose, doing, row))
        for row in sorted(rows, key=lambda row: row.start)
    )


NEARBY = 40
"""Acts that are looked through for the next one of somebody else."""


OPENS = 4
"""Characters before who acts at the head of a sentence: 会上，."""


def _is_told_again(act: Act) -> bool:
    """省委书记某某立即返回: the report, with his title, of what he did."""
    return bool(act.mention.titles) and Role.SPEAKER not in act.roles


BEHIND = 24
"""Characters of a first clause behind which he may come too: 会议结束后，."""


def _opens(prose: Prose, act: Act) -> bool:
    at = act.mention.chain_start
    ahead = at - prose.sentences[act.sentence].start
    return ahead <= OPENS or (ahead <= BEHIND and prose.flat[at - 1] == "，")


def _until(prose: Prose, doing: list[Act], row: Opening) -> int | None:
    first = bisect_right(doing, row.sentence, key=attrgetter("sentence"))
    return next(
        (
            act.sentence
            for act in islice(doing, first, first + NEARBY)
            if (act.mention.name != row.creator or _is_told_again(act))
            and _opens(prose, act)
        ),
        None,
    )


def _opening(prose: Prose, act: Act, later: Iterable[Act]) -> Opening:
    start, end = act.span(Role.SPEAKER)
    same = takewhile(lambda each: each.sentence == act.sentence, later)
    limits = (each.mention.chain_start for each in same)
    return Opening(
        creator=act.mention.name,
        verb=prose.text[start:end],
        start=end,
        sentence=act.sentence,
        limit=next((limit for limit in limits if limit >= end), None),
    )


def _says(prose: Prose, act: Act) -> bool:
    return _SAID.search(prose.flat, *act.span(Role.SPEAKER)) is not None
