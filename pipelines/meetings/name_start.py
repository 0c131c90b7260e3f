"""Where the name of a meeting begins: behind the verb, the person or the day."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from pipelines.meetings.adverbs import adverbs
from pipelines.meetings.held import CARRIED_OUT, HELD_AFTER, INSIDE
from pipelines.meetings.look import CITES_ALSO, EVENT
from pipelines.meetings.meant import CITE

if TYPE_CHECKING:
    from pipelines.meetings.marks import Mark
    from pipelines.meetings.people import People
    from pipelines.meetings.prose import Prose
    from pipelines.meetings.when import When


@cache
def leading() -> re.Pattern[str]:
    """What stands between a verb and the name that it opens: 召开|了一次|会议."""
    return re.compile(
        rf"(?:{adverbs()}|[一二三四五六七八九十]{{1,2}}、|（[一二三四五六七八九十]{{1,2}}）|(?:[\u4e00-\u9fff]{{0,8}}[报网台社]|又)?讯(?=[（\s])|(?:【[^】\n]{{1,8}}】)?[\u4e00-\u9fff]{{2,16}}(?:\d{{1,2}}月)?\d{{1,2}}日[讯电](?=[（\s])|(?:历时|为期|会期)[^，。]{{1,8}}的|[\u4e00-\u9fff-]{{2,24}}（(?:记者|通讯员)[^（）\n]{{1,40}}）|新选出的|[△▲●■◆]|（[^（）\n]{{0,30}}(?:记者|通讯员)[^（）\n]{{0,40}}）|[了的着、好「『]|这是|该局|该院|该校|该公司|会上|[上下]午|晚上|一次|一场|本次|此次|这次|首场|上述|有关|"
        # 6 省总工会召开…: a chronicle's day.
        r"将|拟|正在|\d{1,2}[ \u3000]{1,3}(?=[\u4e00-\u9fff])|"
        r"同时|随后|接下来|之后|紧接着|(?:我|本)(?=[市县省区州])|\s)+"
    )


def name_start(
    prose: Prose, mark: Mark, people: People, dates: tuple[When, ...]
) -> int:
    flat = prose.flat
    left = prose.clause_start(mark.start)
    start = left
    if mark.word.endswith("党课") or CARRIED_OUT.search(flat[left : mark.start]):
        return mark.start
    events = list(EVENT.finditer(flat, left, mark.start))
    also = CITES_ALSO.search(flat, events[-1].end(), mark.start) if events else None
    if also is not None:
        start = also.end()
    elif events:
        start = events[-1].end()
    elif (inside := INSIDE.search(flat, left, mark.start)) is not None:
        start = inside.end()
    elif not HELD_AFTER.match(flat, mark.end):
        for cite in CITE.finditer(flat, left, mark.start):
            start = cite.end()
    for mention in people.between(left, mark.start):
        if not _OF_THOUGHT.match(flat, mention.end, mark.start):
            start = max(start, mention.end)
    for host in _HOSTED.finditer(flat, start, mark.start):
        start = host.end()
    for spirit in _SPIRIT_AND.finditer(flat, start, mark.start):
        start = spirit.end()
    decides = _DECIDES.match(flat, start, mark.start)
    start = decides.end() if decides else start
    return _quoted(flat, _skip_leading(flat, start, mark.start, dates), mark.start)


def _quoted(flat: str, start: int, head: int) -> int:
    """“投资通途、赢|在江海”——…说明会: a name begins with its quotation, whole; one
    that is opened in front of it and never closed is none of it."""
    words = flat[start:head]
    if words.count("”") > words.count("“"):
        opened = flat.rfind("“", max(0, start - LONGEST_QUOTED), start)
        return opened if opened >= 0 else start
    return start + 1 if words.startswith("“") and "”" not in words else start


LONGEST_QUOTED = 40


# 学习贯彻习近平|总书记考察云南重要讲话精神省委宣讲团|报告会: his words are the subject.
_OF_THOUGHT = re.compile(
    r"(?:总书记|同志|新时代)[^，。；\n]{0,30}?(?:精神|思想|论述)(?=[^，。；\n]{0,16}$)"
)
# 由市委宣传部联合主办的|某某论坛.
_HOSTED = re.compile(
    r"由[^，。；\n]{2,50}?(?:主办|承办|举办|组织|召集)的|以[^，。；\n]{2,40}?为主题的"
)
# 会议决定|市…常委会第十次会议于2月下旬召开.
_DECIDES = re.compile("(?:会议)?(?:还)?(?:研究)?(?:决定|确定)|(?:审议|表决)?通过了")
# …重要指示精神及|省委全会: the second of two things that are cited.
_SPIRIT_AND = re.compile(r"(?:精神|讲话|指示|批示|部署|要求)(?:和|及|以及|与|、)")


def _skip_leading(flat: str, start: int, limit: int, dates: tuple[When, ...]) -> int:
    moved = True
    while moved:
        moved = False
        opening = leading().match(flat, start, limit)
        if opening:
            start, moved = opening.end(), True
        for when in dates:
            if when.start == start and when.end <= limit:
                start, moved = when.end, True
    return start
