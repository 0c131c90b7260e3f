"""Which sentences tell which meeting."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from pipelines.meetings.owners import TRIP
from pipelines.records.meeting import Passages
from pipelines.records.span import Span
from pipelines.records.terms import RelationKind

if TYPE_CHECKING:
    from pipelines.meetings.draft import Draft
    from pipelines.meetings.prose import Prose, Sentence

# 会议指出, 会上: the telling goes back to the main meeting after a visit or a 会前.
_BACK = re.compile(
    r"[\s　]*(?:会议|会上|大会|全会|座谈会|与会|[本此这]次[^，。；\n]{0,14}会议)"
)


def assign_sentences(
    prose: Prose, drafts: tuple[Draft, ...], elsewhere: frozenset[int]
) -> tuple[tuple[int, ...], ...]:
    """For each draft the indices of the sentences that tell it, in order.

    `elsewhere`: indices of sentences that tell none of them.
    """
    told: list[list[int]] = [[] for _ in drafts]
    if not drafts:
        return ()
    starts = _starts(drafts)
    current = 0
    main = 0
    together: list[int] = []
    items = _items(prose)
    for sentence in prose.sentences:
        if sentence.index in elsewhere:
            continue
        here = starts.get(sentence.index, [])
        if sentence.index in items:
            current = NOTHING  # until its own meeting is named
        if here:
            current = here[-1]
            together = here if _share_a_verb(drafts, here, sentence) else []
            if _may_be_main(drafts[current], drafts[main]):
                main = current
        elif current != NOTHING:
            current = _goes_on(prose, drafts, sentence, current, main)
        else:
            continue
        before_any = sentence.end < min(d.first.start for d in drafts)
        if before_any and not _belongs(prose, sentence, drafts[0]):
            continue
        both = (
            together
            and current in together
            and _OF_BOTH.search(prose.flat, *_span(sentence))
        )
        for index in here or (together if both else [current]):
            if index != NOTHING:
                told[index].append(sentence.index)
    return tuple(tuple(rows) for rows in told)


# 召开党组会议和主席会议。某某主持会议: of both.
_OF_BOTH = re.compile("主持会议|会议由|(?:出席|参加|列席)(?:了|旁听)?会议")


def _span(sentence: Sentence) -> tuple[int, int]:
    return sentence.start, sentence.end


def _share_a_verb(
    drafts: tuple[Draft, ...], here: list[int], sentence: Sentence
) -> bool:
    """Whether several meetings are held by one verb: 召开党组会议和主席会议."""
    verbs = {
        event.naming.verb_start
        for index in here
        for event in drafts[index].events
        if event.naming is not None and event.sentence == sentence.index
    }
    return len(here) > 1 and len(verbs) == 1


def _goes_on(
    prose: Prose, drafts: tuple[Draft, ...], sentence: Sentence, current: int, main: int
) -> int:
    """The meeting that a sentence without a name goes on about."""
    span = sentence.start, sentence.end
    grand = _congress(drafts) if _OF_CONGRESS.search(prose.flat, *span) else NOTHING
    if grand != NOTHING:
        return grand
    talks = _SITS_DOWN.search(prose.flat, *span) and _forum(drafts)
    if talks:
        return talks
    if _goes_back(prose, sentence) and current != main:
        # 随后召开了协调会。会上，…: a visit has no 会上 of its own.
        return main if drafts[main].first.visit is None else current
    if _ATTENDS.search(prose.flat, *span):
        stays = _beside(prose, drafts[current], sentence)
        stays = stays or drafts[main].first.visit is not None
        return current if stays else main
    if TRIP.search(prose.flat, *span):
        return _visit_near(drafts, current, sentence)
    return current


# A、B等参加座谈。 座谈中，…: of the forum that a visit held, wherever it is named.
_SITS_DOWN = re.compile(r"参加(?:了)?座谈(?=[。；，]|$)|座谈[中时]，")


def _forum(drafts: tuple[Draft, ...]) -> int:
    """The one forum beside a visit; 0, the visit itself, for none."""
    forums = [
        index
        for index, draft in enumerate(drafts)
        if draft.first.visit is None and "座谈" in draft.first.name
    ]
    beside = len(forums) == 1 and drafts[0].first.visit is not None
    return forums[0] if beside else 0


# 大会由某某主持, 向大会作报告: said of a congress alone, whatever was held beside it.
_OF_CONGRESS = re.compile("大会[由在应]|向大会|大会(?:审议|听取|选举|表决|通过|开始)")
_CONGRESS_NAME = re.compile(r"代表大会|政协|协商会议|人代会|党代会")


def _congress(drafts: tuple[Draft, ...]) -> int:
    """The one congress among meetings that were held beside it."""
    found = [
        index
        for index, draft in enumerate(drafts)
        if _CONGRESS_NAME.search(draft.first.name) and "届" in draft.first.name
    ]
    return found[0] if len(found) == 1 and len(drafts) > 1 else NOTHING


def _may_be_main(draft: Draft, main: Draft) -> bool:
    """Whether 会议指出 further down may mean it.

    A visit and a 会前 never; a follow-up where it is of another level: the city's own
    meeting behind the province's teleconference.
    """
    if draft.first.visit is not None:
        return False
    levels = {draft.first.place.level, main.first.place.level} - {None}
    own_level = draft.order is RelationKind.AFTER and len(levels) > 1
    numbered = draft.order is RelationKind.AFTER and _NUMBERED.search(draft.first.name)
    return draft.order is None or own_level or bool(numbered)


# 随后，…主席团举行第一次会议: a body's own sitting, which the report goes on about.
_NUMBERED = re.compile("第[一二三四五六七八九十\\d]{1,3}次会议$")

NOTHING = -1
"""Stands for an item of a round-up that tells none of the meetings."""
_OPENS_ITEM = re.compile(
    r"[\s\u3000]*(?:[又另]讯|[▲△■◆★※●][^。\n]{1,30}?\d{1,2}日|(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日)"
)
ITEMS = 4
"""Paragraphs that begin with a day or a mark, from which on a page is a round-up."""


def _items(prose: Prose) -> frozenset[int]:
    """Sentences that open an item of a round-up."""
    firsts = [
        sentence
        for before, sentence in pairwise((None, *prose.sentences))
        if sentence is not None
        and (before is None or before.paragraph != sentence.paragraph)
    ]
    opening = [s for s in firsts if _OPENS_ITEM.match(prose.flat, s.start, s.end)]
    again = [s for s in opening if prose.flat[s.start : s.end].lstrip()[1:2] == "讯"]
    found = opening if len(opening) >= ITEMS else again
    return frozenset(sentence.index for sentence in found)


# 文寅代表镇党委向大会致辞: the opening of the main meeting, whatever came between.
_TO_ALL = re.compile("向大会|[开闭]幕[式会]上|大会由")


def _goes_back(prose: Prose, sentence: Sentence) -> bool:
    if _BACK.match(prose.flat, sentence.start):
        return True
    return _TO_ALL.search(prose.flat, sentence.start, sentence.end) is not None


def _beside(prose: Prose, draft: Draft, sentence: Sentence) -> bool:
    """Whether a sentence goes on about a 会前 in whose paragraph it stands."""
    told = prose.sentences[draft.events[-1].sentence]
    is_before = draft.order is RelationKind.BEFORE
    return is_before and told.paragraph == sentence.paragraph


# Lists of who attended close a report, after whatever it told in between.
_ATTENDS = re.compile(
    r"(?:参加|出席|列席)(?:了)?(?:本次|此次)?(?:会议|大会|座谈会|座谈)"
)


def _visit_near(drafts: tuple[Draft, ...], current: int, sentence: Sentence) -> int:
    """The visit that people accompanied: the current one, else the only one."""
    visits = [
        n
        for n, draft in enumerate(drafts)
        if draft.first.visit is not None and draft.first.start < sentence.start
    ]
    if not visits or current in visits:
        return current
    return visits[-1] if len(visits) == 1 else current


def _starts(drafts: tuple[Draft, ...]) -> dict[int, list[int]]:
    """Drafts by the sentences that name them, in order of place."""
    rows = sorted(
        (event.start, event.sentence, index)
        for index, draft in enumerate(drafts)
        for event in draft.events
    )
    starts: dict[int, list[int]] = {}
    for _, sentence, index in rows:
        if index not in starts.setdefault(sentence, []):
            starts[sentence].append(index)
    return starts


def _belongs(prose: Prose, sentence: Sentence, first: Draft) -> bool:
    """Text in front of the first naming belongs to it in the same paragraph only."""
    naming = prose.sentences[first.first.sentence]
    return sentence.paragraph == naming.paragraph


def read_passages(prose: Prose, indices: tuple[int, ...]) -> Passages:
    """The spans of the sentences, neighbours joined."""
    spans: list[Span] = []
    for index in indices:
        sentence = prose.sentences[index]
        if spans and sentence.start - spans[-1].end <= 1:
            spans[-1] = Span(start=spans[-1].start, end=sentence.end)
        else:
            spans.append(Span(start=sentence.start, end=sentence.end))
    return Passages(
        spans=tuple(spans), characters=sum(span.end - span.start for span in spans)
    )
