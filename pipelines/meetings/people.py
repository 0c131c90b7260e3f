"""People as they are mentioned: titles, name, and the list they stand in."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipelines.lexicon.lexicon import lexicon
from pipelines.meetings.after_title import people_after
from pipelines.meetings.before_title import name_before, name_before_bracket
from pipelines.meetings.forms import form_people
from pipelines.meetings.later import (
    appointees,
    known_by_part,
    recurring,
    surnames_with_title,
)
from pipelines.meetings.mention import Mention
from pipelines.meetings.name_shape import shape_is_name
from pipelines.meetings.slots import find_bare
from pipelines.meetings.titles import LABEL_HEAD, Title, read_label, read_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.meetings.marks import Mark, Marks
    from pipelines.meetings.prose import Prose

_CHAIN_GAP = re.compile(r"[、，；]{0,2}[ \u3000]?|（|兼任?|并兼任?|暨")
_OF_LIST = re.compile(r"[\u4e00-\u9fff]等(?:在家的?|的)?$")
# 市委统战部副部长、市工商联、市总商会党委书记: a body that shares the next one's office.
_SHARED_BODY = re.compile(r"、[\u4e00-\u9fff]{2,12}、")
# 各位副主任, 各镇书记: offices of many, which are nobody's on the page.
_OF_MANY = re.compile(
    r"各位|各[级县区市镇乡部单科股处]|全体|有关|相关|^部分|^其他|两名|^[二三四五六七八九十\d]+[名位]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """All mentions of a page in order of place."""

    mentions: tuple[Mention, ...]

    def between(self, start: int, end: int) -> tuple[Mention, ...]:
        """Mentions that begin at `start` or behind and end at `end` or before."""
        low = bisect_left(self.mentions, start, key=_start_of)
        high = bisect_left(self.mentions, end, key=_start_of)
        inside = self.mentions[low:high]
        return tuple(mention for mention in inside if mention.end <= end)

    def names(self) -> frozenset[str]:
        return frozenset(mention.name for mention in self.mentions)


def _start_of(mention: Mention) -> int:
    return mention.start


def find_people(prose: Prose, marks: Marks) -> People:
    """Every mention of a person in the text.

    Titled and listed people first, then people in front of role verbs, then every
    other place where one of those names stands.
    """
    flat = prose.flat
    titled = _whole_names(flat, list(_titled(flat, marks)))
    titled = [_shortened(flat, mention) for mention in titled]
    titled = [_lengthened(flat, mention, titled) for mention in titled]
    heads = frozenset(mark.start for mark in marks.offices)
    bare = list(find_bare(prose, titled, heads))
    listed = form_people(flat, frozenset(mention.start for mention in titled))
    bare = _with_form(bare, list(listed))
    known = [*titled, *known_by_part(bare, titled)]
    short = list(surnames_with_title(flat, marks, known))
    named = sorted([*known, *short], key=_start_of)
    again = list(recurring(flat, [*named, *appointees(flat, named)]))
    mentions = sorted([*named, *again], key=lambda mention: mention.start)
    return People(mentions=tuple(mentions))


def _with_form(bare: list[Mention], listed: list[Mention]) -> list[Mention]:
    """People of a form's lists, who may have been read without their unit."""
    spans = [(mention.chain_start, mention.end) for mention in listed]
    kept = [m for m in bare if not any(a < m.end and m.start < b for a, b in spans)]
    return [*kept, *listed]


def _titled(flat: str, marks: Marks) -> Iterator[Mention]:
    chain: list[Title] = []
    floor = 0
    heads = _heads(flat, marks)
    starts = [start for start, _ in heads] + [len(flat)]
    for (start, head), limit in zip(heads, starts[1:], strict=True):
        if start < floor:
            continue
        reach = max(floor, chain[-1].end if chain else 0)
        title = _title(flat, head, reach)
        if title is None:
            continue
        before = name_before(flat, title)
        if before is not None:
            yield before
            chain, floor = [], title.end
            continue
        if title.role is not None and _OF_LIST.search(
            flat, title.start - 8, title.start
        ):
            chain, floor = (
                [],
                title.end,
            )  # A、B等在家的|市委常委: theirs, not the next one's
            continue
        if chain and not _chained(flat, chain[-1].end, title.start):
            chain = []
        if title.role is not None and _OF_MANY.search(title.label):
            chain, floor = [], title.end
            continue
        chain.append(title)
        bracketed = name_before_bracket(flat, chain)
        if bracketed is not None:
            yield bracketed
            chain, floor = [], title.end
            continue
        found = list(people_after(flat, chain, limit, frozenset(starts)))
        if found:
            yield from found
            floor, chain = found[-1].end, []


def _chained(flat: str, end: int, start: int) -> bool:
    """Whether a title that begins at `start` goes on from the one that ends at `end`."""
    if _CHAIN_GAP.fullmatch(flat, end, start):
        return True
    body = _SHARED_BODY.fullmatch(flat, end, start)
    return body is not None and flat[end : start - 1].endswith(lexicon().bodies)


def _heads(flat: str, marks: Marks) -> list[tuple[int, Mark | re.Match[str]]]:
    heads: list[tuple[int, Mark | re.Match[str]]] = [
        (mark.start, mark) for mark in marks.offices
    ]
    heads += [(match.start(), match) for match in LABEL_HEAD.finditer(flat)]
    return sorted(heads, key=lambda head: head[0])


def _title(flat: str, head: Mark | re.Match[str], floor: int) -> Title | None:
    if isinstance(head, re.Match):
        return read_label(flat, head, floor)
    return read_title(flat, head, floor)


# 周立来|张家川县调研 where the page goes on about 周立: words that follow names.
_TAILS = frozenset("来在到作对就以与为向从说代将利则即曾又再还也已都分共受主先专亲")


def _shortened(flat: str, mention: Mention) -> Mention:
    """The mention without a last character that the page's other places do not have."""
    name, short = mention.name, mention.name[:-1]
    if len(name) != 3 or name[-1] not in _TAILS or not shape_is_name(short):
        return mention
    if flat.count(name) > 1 or flat.count(short) < 3:
        return mention
    return replace(mention, name=short, end=mention.end - 1)


def _lengthened(flat: str, mention: Mention, titled: list[Mention]) -> Mention:
    """…院向|宗文检察长, where 检察长向宗文 stands elsewhere: 向 is his surname."""
    if mention.rule != "name_before_title":
        return mention
    whole = flat[mention.start - 1 : mention.start] + mention.name
    if not any(m.name == whole and m.rule == "name_after_title" for m in titled):
        return mention
    start = mention.start - 1
    return replace(mention, name=whole, start=start, chain_start=start)


def _whole_names(flat: str, mentions: list[Mention]) -> list[Mention]:
    """Without names that the end of a cut text may have cut off."""
    names = [mention.name for mention in mentions]
    cut = len(flat.rstrip())
    return [m for m in mentions if m.end < cut or names.count(m.name) > 1]
