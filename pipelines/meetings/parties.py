"""Inspections by a party that is named only together: 省督导组到我县督导.

Who led is not told, or only later (某某带队); who received and went along is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.meetings.visits import INSPECTION, Visit
from pipelines.records.terms import Classification

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.meetings.prose import Prose, Sentence
    from pipelines.meetings.when import When

PARTY = r"(?:督导|督查|督察|视察|考察|调研|检查|参访|参观|访问|验收|评估|考核|考评|巡查|慰问|专家)(?:组|团)|党政代表团"
PARTY_FIRST = (
    rf"(?:(?<![\u4e00-\u9fff\d])|(?<=[日午]))(?P<who>[\u4e00-\u9fff]{{0,24}}?(?:{PARTY}))"
    r"(?:一行)?(?:[\d一二三四五六七八九十]+[余多]?人)?，?(?:应邀|专程)?"
)
"""A party as the subject of a clause, up to the verb of its coming."""
_ENDS = r"(?=[，。；\n]|$)"
# 省安委会第三督导组一行5人到我县督导安全生产工作.
_COMES = re.compile(
    rf"{PARTY_FIRST}(?:到|来|赴|在|深入|莅临|抵)[^，。；\n]{{1,30}}?(?:，通过[^，。；\n]{{2,24}}，)?(?:对[^，。；\n]{{2,24}}?)?"
    rf"(?:{INSPECTION}|参观|验收|评估|考核)[^，。；\n]{{0,30}}?{_ENDS}"
)
# 市人大常委会组织部分人大代表视察水污染防治工作.
_CALLED = re.compile(
    r"(?P<who>[\u4e00-\u9fff]{1,12}?(?:人大常委会|人大|政协|民建|民盟|民革|农工党|工商联))组织(?:开展)?"
    rf"[^，。；\n]{{0,14}}?(?:代表|委员)[^，。；\n]{{0,6}}?(?:{INSPECTION})[^，。；\n]{{2,30}}?{_ENDS}"
)
_PLANNED = re.compile(r"(?<![少中上大])将|拟|要求|通知|决定|定于|为[^，。]{0,20}做准备")
# 会后，与会人员统一乘车到楼观镇视察果园改造工作: those who had met go to see.
_OUTING = re.compile(
    r"(?:会后|会议结束后|散会后)，?(?P<who>与会(?:人员|代表|委员|领导|同志)|参会人员|(?:委员|代表)们|大家)(?:统一|集体|一同|一行|还|又|先后|共同)*(?:乘车|驱车)?"
    rf"(?:(?:来到|前往|到|赴|深入)[^，。；\n]{{2,24}}?)?(?:实地|现场|集中|专题)?(?:{INSPECTION}|参观)[^，。；\n]{{2,30}}?{_ENDS}"
)
_LATELY = re.compile(r"[\s\u3000]*(?:近日|日前)，")
OPENING = 2
"""Sentences in which a report tells what it is about."""


def find_parties(prose: Prose, dates: tuple[When, ...]) -> Iterator[Visit]:
    """The one inspection that the opening of the text tells of a party, if any."""
    for sentence in prose.sentences[:OPENING]:
        visit = _told(prose, sentence, dates)
        if visit is not None:
            yield visit
            return


def find_outings(prose: Prose) -> Iterator[Visit]:
    """What those who had met went to see afterwards."""
    for match in _OUTING.finditer(prose.flat):
        yield _party(prose, match, prose.sentence_at(match.start("who")))


def is_accompanied(prose: Prose, visit: Visit) -> bool:
    """Whether somebody went along, in its sentence or the next: without that a party
    that holds a forum has come to the forum."""
    end = prose.sentences[min(visit.sentence + 1, len(prose.sentences) - 1)].end
    return "陪同" in prose.flat[visit.end : end]


def _told(prose: Prose, sentence: Sentence, dates: tuple[When, ...]) -> Visit | None:
    flat = prose.flat
    for pattern in (_COMES, _CALLED):
        match = pattern.search(flat, sentence.start, sentence.end)
        if match is None or _PLANNED.search(flat, sentence.start, match.end()):
            continue
        dated = any(sentence.start <= when.start < match.start() for when in dates)
        if not dated and not _LATELY.match(flat, sentence.start):
            continue
        return _party(prose, match, sentence)
    return None


def _party(prose: Prose, match: re.Match[str], sentence: Sentence) -> Visit:
    start, end = match.start("who"), match.end()
    return Visit(
        name=re.sub(r"\s", "", prose.text[start:end]),
        start=start,
        end=end,
        sentence=sentence.index,
        classification=Classification.INSPECTION,
        leads=frozenset(),
        location=None,
        rule="party",
    )
