"""Runs: people who stand in one list and act as one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.meetings.mention import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.meetings.prose import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Mentions that stand in one list, with the text around them."""

    mentions: tuple[Mention, ...]
    before: tuple[int, int]
    after: tuple[int, int]


# A run goes on over marks, remarks in brackets, and 等; never over a verb.
_LIST_GAP = re.compile(
    r"(?:（[^（）\n]{0,44}）)?(?:等(?:在家的?)?(?:[省市县区州旗校])?(?:委常委|级领导|领导)?(?:同志|人)?)?(?:同志|[少中上]将|[大上中少]校|院士|教授|先生|女士)?[、，； \u3000]*(?:和|及|与|以及)?[ \u3000]*"
    r"(?:各位|其他|[我本该]|(?:分管|主管|负责|主持|联系)[^，。；、：\n]{1,14}的|[\u4e00-\u9fff]{2,8}代表、)?"
)
# 副主任A，区规资局有关领导，副主任某某，镇长B出席: what stands between two people of
# one list, with nothing in it that anybody does.
_BETWEEN = re.compile(
    r"(?:[，、；](?:(?!出席|参加|列席|主持|强调|指出|要求|讲话|汇报|通报|介绍|召开|陪同|传达|宣"
    r"|[作对到赴由在的是为与将把被从等向就率])[^，。；：\n]){2,24}){1,4}[，、；]"
)
# A与B、C一行座谈: the second side of talks is no part of the first one's list.
_GUESTS = re.compile(
    r"(?:与|同|和)[^，。；\n]{2,60}?(?:一行|等?(?:会谈|商谈|洽谈)(?=并|，|。|\n|$))"
)


def _end(mention: Mention) -> int:
    """Behind the name, and behind an office that follows it: 花建平副部长|、荀德茂."""
    if mention.rule != "name_before_title":
        return mention.end
    return max(title.end for title in mention.titles)


def goes_on(flat: str, start: int, end: int) -> bool:
    """Whether what stands between two people leaves them in one list."""
    gap = _LIST_GAP.fullmatch(flat, start, end) or _BETWEEN.fullmatch(flat, start, end)
    return gap is not None


def runs(flat: str, sentence: Sentence, mentions: list[Mention]) -> Iterator[Run]:
    """Cut the mentions of a sentence into runs that act together."""
    groups: list[list[Mention]] = []
    for mention in mentions:
        last = groups[-1][-1] if groups else None
        end = _end(last) if last else 0
        listed = last and goes_on(flat, end, mention.chain_start)
        if listed and not _GUESTS.match(flat, end):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    left = sentence.start
    for index, group in enumerate(groups):
        last_group = index + 1 == len(groups)
        right = sentence.end if last_group else groups[index + 1][0].chain_start
        yield Run(
            mentions=tuple(group),
            before=(left, group[0].chain_start),
            after=(group[-1].end, right),
        )
        left = group[-1].end
