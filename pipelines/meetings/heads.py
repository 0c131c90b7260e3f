"""Head nouns at places where they end the name of a meeting."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.meetings.marks import Mark, MarkKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.meetings.marks import Marks

# What a head noun may begin without naming a meeting: 会议室, 大会堂, 常委会主任.
_NOT_HEAD_AFTER = re.compile(
    r"(?<=大会)议|执行主席|的?(?:形式|方式)|机制|制度|制|室|厅|中心|纪要|记录|材料|制度|通知|桌|系统|费|服务|日程|资料|展|议程|堂|战|"
    # 中国人民政治协商会议某县第十五届委员会第三次会议: the body's own name.
    r"(?<=人民政治协商会议)[^，。；\n]{0,20}?届|"
    r"(?<=常委会)(?:主任|副主任|委员|组成人员|党组|机关|领导|办公室|各|秘书长|工作报告|会议|对|成员|班子|决定|(?<!次常委会)(?:召开|举行)|主持|研究|认为|要求|听取|审议|作|代表)|"
    r"(?<=党委会)成员|(?<=工委会)委员|纪律|会风|程序|代表|论|(?<=会议)所(?=[长会、，。；）属副举]|$)|"
    r"(?<=会)(?:商|见|谈|晤|场|址|员|标|徽|合|同|主持|计|展|费|考)|(?<=人大会)议|(?<=会议)(?:选举办法|表决办法|议案|日程|执行主席)|(?<=大会)(?:选举(?!大会)|主席团|发言|代表|常务委员会|常委会)"
)
# Head nouns that are bodies as well: only where the name ends do they name a meeting.
_BODIES = frozenset(
    {"常委会", "党委会", "工委会", "党工委会", "全委会", "理事会", "董事会"}
)
_NAME_ENDS = re.compile(
    r"$|[，。；、！\n）（”]|上|期间|并|和|与|暨|及|后|前|精神|第|\d|[一二三四五六七八九十]|传达|听取|研究|专题|通报|时"
)


# 举行集中学习, 进行集体约谈: an event that is named by its verb alone.
_DONE = re.compile(
    r"(?:举行|举办|开展|进行|组织|召开)(?:了)?(?:[^，。；\n]{0,24}?)"
    r"(?:(?P<study>集中学习|集体学习|理论学习|集中(?:交流)?研讨|专题研讨)|(?P<look>(?:集中|专题|年终)视察)|"
    r"(?P<consult>(?:综合|联合|视频|滚动|加密)?会商研判)|"
    r"(?P<lecture>(?:专题|知识|辅导|法治|形势|政策|学术)讲座)|"
    r"(?P<talk>(?:集体|提醒)?约谈(?:提醒)?))(?=[，。；\n]|$)"
)


_DONE_AS = {
    "study": "集体学习",
    "talk": "约谈会",
    "look": "视察活动",
    "lecture": "报告会",
    "consult": "会商会",
}


def _done(flat: str) -> Iterator[Mark]:
    for match in _DONE.finditer(flat):
        group = next(name for name in _DONE_AS if match[name])
        word = _DONE_AS[group]
        start, end = match.span(group)
        yield Mark(kind=MarkKind.HEADNOUN, word=word, start=start, end=end)


def find_heads(flat: str, marks: Marks) -> list[Mark]:
    """The lexicon's head nouns and unknown ones, in order of place."""
    headnouns = [_whole(flat, mark) for mark in marks.headnouns]
    known = {mark.end for mark in headnouns}
    done = [mark for mark in _done(flat) if mark.end not in known]
    unknown = [mark for mark in _unknown_heads(flat, marks) if mark.end not in known]
    found = [*headnouns, *unknown, *done]
    # 集体学习（扩大）会 ends in two head nouns: the longer one is the name's.
    longest = {mark.end: mark for mark in sorted(found, key=lambda m: -m.start)}
    return [
        mark
        for mark in sorted(longest.values(), key=lambda mark: mark.start)
        if not _NOT_HEAD_AFTER.match(flat, mark.end)
        and (
            mark.word not in _BODIES
            or _NAME_ENDS.match(flat, mark.end)
            or flat[mark.start - 1 : mark.start] == "次"  # 二十六次|常委会召开
        )
    ]


# 宣布会|议在…举行: the long form of a noun that is listed in its short one.
_LONG_FORM = re.compile(r"议(?![题程事室案定决论政员会军])")


_LEARNING = re.compile(r"（扩大）会|会")


def _whole(flat: str, mark: Mark) -> Mark:
    if mark.word.endswith("学习") and _LEARNING.match(flat, mark.end):
        mark = replace(mark, end=flat.index("会", mark.end) + 1)
        return replace(mark, end=mark.end + flat.startswith("议", mark.end))
    if mark.word.endswith("会") and _LONG_FORM.match(flat, mark.end):
        return replace(mark, end=mark.end + 1)
    return mark


_UNKNOWN = re.compile(
    r"(?:召开|举行|举办|召开了|举办了)[^，。；：！？\n]{1,40}?(?P<head>[\u4e00-\u9fff]{2}会)(?=[，。；、）\n]|$)|"
    r"(?P<other>[\u4e00-\u9fff]{2}会)(?:准时|正式|如期)?(?:开始|举行|召开)(?=[，。]|$)"
)


# What ends in 会 and is a show, a fair or a body.
_NO_MEETING = re.compile(
    r"(?:运动|音乐|晚|展览|博览|交易|庙|灯|花|演唱|联欢|游园|书画|展销|洽谈|社|协|学|商|工|委员|理事|董事|监事|基金|研究|联合|机|社会|都|约|聚|宴|舞|省|部|只|不|才|就|将|便|也|还)会$"
)


def _unknown_heads(flat: str, marks: Marks) -> Iterator[Mark]:
    """屋场会, 联欢会: what was held ends in 会, whatever the lexicon knows of it."""
    known = {mark.end for mark in marks.headnouns}
    for match in _UNKNOWN.finditer(flat):
        end = match.end("head") if match["head"] else match.end("other")
        if end in known or _NO_MEETING.search(flat, end - 3, end):
            continue
        word = flat[end - 1 : end]
        yield Mark(kind=MarkKind.HEADNOUN, word=word, start=end - 1, end=end)
