"""Where a name ends: at a mark, or in front of a word that follows names."""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from pipelines.lexicon.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping


STOP_AFTER = re.compile(r"$|[，。；：！？、（）《》“”\n \u3000/—…）】〕]")
# 王建国|28日上午, 李明|3月1日在…: a day without a mark in front of it.
DAY = re.compile(
    r"(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}[日号晚]|"
    r"[一二三十]{1,3}日(?=[上下]午|晚|在|到|赴|主持|出席|会见)"
)
_CUT = re.compile(r"[ \u3000]?(?:\.{2,}|…)")
# 周立|来张家川县调研.
_COMES = re.compile(
    r"来[\u4e00-\u9fff]{2,9}?[省市县区旗州镇乡村校院](?:实地|专题)?(?:调研|检查|督导|考察|视察|指导|慰问|走访|参观|观摩|座谈)"
)
# 童军|率检查组来我区, 权衍|以“…”为主题.
_BEGINS_DOING = re.compile(
    r"率[^，。；：\n]{0,20}?(?:组|团|队|一行|人员|部门|负责人|干部)|以(?:“|《|‘)"
)
# 严静|作一季度安全工作总结: 作 begins what he did, whatever else it could end.
_BEFORE_WORK = "工操协运写创著制动耕"
_MAKES = re.compile(
    rf"(?<![合{_BEFORE_WORK}])[作做]了?[^，。；：\n]{{0,20}}?(?:总结|报告|发言|讲话|说明|部署|汇报|通报|介绍|致辞|点评|动员|述职|批示|讲座|交流)"
)


def ending(flat: str, end: int) -> float:
    """How likely a name ends here: a mark, a word that follows names, or neither."""
    if _CUT.match(flat, end):
        return -9  # 廖 ...: the text was cut inside the name
    if STOP_AFTER.match(flat, end) or DAY.match(flat, end):
        return 3
    if _COMES.match(flat, end) or _MAKES.match(flat, end):
        return 3
    if _BEGINS_DOING.match(flat, end):
        return 3
    if _BEGINS_DOING.match(flat, end - 1):
        return -3
    if flat[end - 1] in "作做" and _MAKES.match(flat, end - 1):
        return -3  # 谢杰|作强调讲话
    if flat.startswith("作", end) and flat[end - 1] in _BEFORE_WORK:
        return -3  # 党建工|作
    if flat.startswith(("和及", "和与", "和、"), end):
        return -3  # 丘坚和|及总经理: 和 ends the name where another link follows
    if flat.startswith("会同志", end):
        return -3
    if flat.startswith("同志", end):
        return 3  # 靳会|同志, not 靳|会同
    length = longest_follower(flat, end)
    straddled = longest_follower(flat, end - 1)
    # 何雄作|具体: the word 作具体 begins inside the candidate.
    penalty = 2 if straddled > 1 else 0
    return {0: -3, 1: 1.6}.get(length, 2.6 + 0.1 * length) - penalty


def longest_follower(flat: str, start: int) -> int:
    """Length of the longest word at `start` that may follow a name; 0 for none."""
    words, lengths = _followers()
    for length in lengths.get(flat[start : start + 1], ()):
        if flat[start : start + length] in words:
            return 0 if _ICHIRO.match(flat, start) else length
    return 0


# 山下|一郎, 铃木|一夫: the second half of a name, not 一行, 一同.
_ICHIRO = re.compile("一[郎夫男雄彦朗](?!人)")


@cache
def _followers() -> tuple[frozenset[str], Mapping[str, tuple[int, ...]]]:
    """The words, and for each first character the lengths to try, longest first."""
    known = lexicon()
    words = known.followers | frozenset(known.verbs)
    lengths: dict[str, set[int]] = {}
    for word in words:
        lengths.setdefault(word[0], set()).add(len(word))
    longest_first = {c: tuple(sorted(its, reverse=True)) for c, its in lengths.items()}
    return words, MappingProxyType(longest_first)
