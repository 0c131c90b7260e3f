"""Inspections and receptions: events that are told without a meeting's noun."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.meetings.day_headings import day_above, day_of_opening
from pipelines.meetings.roles import RECEIVES
from pipelines.meetings.venues import Room, room_at
from pipelines.records.terms import Classification, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.meetings.acts import Act
    from pipelines.meetings.prose import Prose
    from pipelines.meetings.when import When

INSPECTION = "调研|检查|指导|督导|督查|督战|视察|慰问|考察|巡查|暗访|看望|走访|察看|查看|观摩|巡河|踏查|督办"
_OBJECT_END = re.compile(
    r"[，。；：！？\n]|时(?=[，]?强调|[，]?指出|[，]?要求|，|$)|并(?=召开|主持|强调|在)|(?<!时)强调|指出(?=，)"
)
_TO = re.compile(
    r"(?:来到|前往|深入到?|先后(?:来到|到|深入)?|走进|实地(?:来到|到)?|一行到|赴|到|在)(?P<place>(?:(?!会见|接见|会晤)[^，。；：\n]){2,30}?)"
    rf"(?=，|、?(?:就[^，。]{{0,30}})?(?:实地|专题|现场|开展|进行|督导|暗访|随机|分别|亲切|学习)?(?:{INSPECTION}|会见|接见|会晤|[与同])|等地|开展|$)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One telling of an inspection or a reception."""

    name: str
    start: int
    end: int
    sentence: int
    classification: Classification
    leads: frozenset[str]
    location: Room | None
    rule: str


def find_visits(
    prose: Prose, acts: tuple[Act, ...], dates: tuple[When, ...], title: str
) -> Iterator[Visit]:
    """Each sentence that tells who inspected what.

    With its day, as a heading, or at the opening of a page whose headline is about it.
    """
    told: set[tuple[int, int]] = set()
    for act in acts:
        place = (act.sentence, act.span(Role.LEAD)[0])
        if Role.LEAD not in act.roles or place in told:
            continue
        told.add(place)
        sentence = prose.sentences[act.sentence]
        leads = [a for a in acts if Role.LEAD in a.roles and _together(a, act)]
        received = RECEIVES.match(prose.flat, leads[-1].mention.end) is not None
        opens = sentence.index < 2 and _headlines(title, leads)
        if not (sentence.heading or received or opens or _dated(prose, act, dates)):
            continue
        end = _end(prose, leads[-1])
        yield Visit(
            name=_name(prose, leads, end),
            start=leads[0].mention.start,
            end=end,
            sentence=sentence.index,
            classification=(
                Classification.RECEPTION if received else Classification.INSPECTION
            ),
            leads=frozenset(lead.mention.name for lead in leads),
            location=_location(prose, leads[-1], end),
            rule="received" if received else "inspected",
        )


_VISITS = re.compile(INSPECTION)


def _headlines(title: str, leads: list[Act]) -> bool:
    """Whether the page's headline names a lead or the visit."""
    named = any(lead.mention.name in title for lead in leads)
    return named or _VISITS.search(title) is not None


def _together(one: Act, other: Act) -> bool:
    return one.sentence == other.sentence and one.span(Role.LEAD) == other.span(
        Role.LEAD
    )


def _name(prose: Prose, leads: list[Act], end: int) -> str:
    """As printed from the first name on, without titles: A、B会见…."""
    names = "、".join(dict.fromkeys(lead.mention.name for lead in leads))
    words = _COMPANIED.sub("", prose.text[leads[-1].mention.end : end])
    return names + re.sub(r"\s", "", words)


_COMPANIED = re.compile(r"^(?:按照[^。，\n]{2,20}[，,])?在[^。\n]{0,80}?陪同下[，,]?")


def _dated(prose: Prose, act: Act, dates: tuple[When, ...]) -> bool:
    """Whether a day stands in the sentence in front of the person or the verb."""
    sentence = prose.sentences[act.sentence]
    if any(sentence.start <= when.start < act.span(Role.LEAD)[1] for when in dates):
        return True
    # 岁末将至，近日，…: at the head of any clause in front of the person.
    heads = [start for start, _ in sentence.clauses if start <= act.mention.chain_start]
    if any(_SEQUENCE.match(prose.flat, start) for start in heads):
        return True
    above = day_above(prose, dates, act.sentence)
    return (above or day_of_opening(prose, dates, act.sentence)) is not None


_SEQUENCE = re.compile(
    r"(?:近日|日前|[\u4e00-\u9fff]{2,6}(?:来临|到来)之际|[\u4e00-\u9fff]{1,4}节?[前夕]{1,2}[，夕]|会前|[\u4e00-\u9fff]{0,8}会(?:议)?(?:召开|开始|举行)之?前，|会后|与此同时|(?:会议|仪式|活动)(?:结束|闭幕)后|散会后|[\u4e00-\u9fff]{0,6}仪式后，|随后|当天|之后|此前|连日来|\s)+"
)


def _end(prose: Prose, act: Act) -> int:
    match = _OBJECT_END.search(prose.flat, max(act.span(Role.LEAD)[1], act.mention.end))
    return match.start() if match else len(prose.flat)


def _location(prose: Prose, act: Act, end: int) -> Room | None:
    for match in _TO.finditer(prose.flat, act.mention.end, end):
        if not _COMPANY_OF.search(match["place"]):
            return room_at(prose, match)
    return None


# 在市应急局副局长某某的陪同下: people, not a place.
_COMPANY_OF = re.compile(
    "陪同?$|陪同|局长|主任|书记|市长|县长|区长|镇长|负责人|等$|一行"
)
