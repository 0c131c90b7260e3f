"""A name in front of its title: 卢明副市长, 慕容海（副区长）."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.lexicon.gazetteer import gazetteer
from pipelines.lexicon.lexicon import lexicon
from pipelines.meetings.mention import Mention
from pipelines.meetings.name_shape import shape_is_name
from pipelines.meetings.names import read_name
from pipelines.records.terms import Level

if TYPE_CHECKING:
    from pipelines.meetings.titles import Title

# What follows an office that is cited: 习近平总书记重要讲话, 李克强总理对…作出批示.
_CITED = re.compile(
    r"重要|关于|系列|一系列|在|对|的|同志|考察|视察|亲自|讲话|指示|批示|提出"
)


def name_before(flat: str, title: Title) -> Mention | None:
    """卢明副市长, 习近平总书记: a name in front of its title, no place and no body."""
    if title.role is None or title.office in _NO_NAME_BEFORE:
        return None
    if title.office == "委员" and not _SPEAKS_NEXT.match(flat, title.end):
        return None  # 党委委员; but 甄伟豪委员建议
    front = title.label.removesuffix(title.office)
    cited = _CITED.match(flat, title.end) or title.office in _SCHOLARS
    word = _cited_name(front) if cited else _name_behind_body(front, flat, title.end)
    # 容栋梁主任: a rare surname where nothing else stands in front of it.
    is_sure = _may_precede(word) or (word == front and _is_rare_name(word))
    if not is_sure or read_name(flat, title.end) is not None:
        return None
    start = title.start + len(front)
    if word[-1] in "任兼当" or _MADE.search(
        flat, max(0, start - len(word) - 4), start - len(word)
    ):
        return None  # 任命|李明为|县长, 李明任|县长
    titles = (replace(title, label=title.office, start=start),)
    # 阿力甫·买买提市长: the office's words begin behind the dot.
    first = _DOTTED_FRONT.search(flat, max(0, start - len(word) - 9), start - len(word))
    if first is not None:
        word = first[0] + word
    return Mention(
        name=word,
        start=start - len(word),
        end=start,
        chain_start=start - len(word),
        titles=titles,
        rule="name_before_title",
    )


_MADE = re.compile("(?:任命|选举|补选|推选|推举|选|聘)(?:了)?$")
_DOTTED_FRONT = re.compile(
    r"(?:(?:(?![了的是由与和对向请把为在们有])[\u4e00-\u9fff]){1,7}·)+$"
)


# Offices that stand behind a body, never behind a name.
_NO_NAME_BEFORE = frozenset({"负责人", "主要负责人", "负责同志", "主持人"})
_SPEAKS_NEXT = re.compile("说|表示|呼吁|建议|认为|指出|提出|代表|在发言|作")


# 市委党校潘明教授: these follow a name that follows a body.
_SCHOLARS = frozenset({"教授", "副教授", "研究员", "院士", "律师", "主任医师"})
_BEFORE_BRACKET = re.compile(
    r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,4}$|[\u4e00-\u9fff]{2,3}$"
)


def name_before_bracket(flat: str, chain: list[Title]) -> Mention | None:
    """慕容海（区委常委、副区长）: a name with its titles in brackets behind it."""
    start, end = chain[0].start, chain[-1].end
    if not (flat.startswith("）", end) and flat.endswith("（", 0, start)):
        return None
    front = _BEFORE_BRACKET.search(flat[max(0, start - 5) : start - 1])
    if front is None or not shape_is_name(front[0]):
        return None
    return Mention(
        name=front[0],
        start=start - 1 - len(front[0]),
        end=start - 1,
        chain_start=start - 1 - len(front[0]),
        titles=tuple(chain),
        rule="title_in_brackets",
    )


def _cited_name(front: str) -> str:
    """贯彻落实习近平: the name that the words before an office end with."""
    for length in (3, 2):
        # 生金凤|副书记: the end of a rarer name is nobody.
        is_end = length == 2 and len(front) == len("生金凤")
        if _may_precede(front[-length:]) and not is_end:
            return front[-length:]
    return front


_BODY_AND_NAME = re.compile(
    r"(?<=[团局委院会司社校镇乡村厅办处])(?P<name>[\u4e00-\u9fff]{3})$"
)
_ACTS_BEHIND = re.compile(
    r"一行|等|[，。、]|$|传达|通报|汇报|总结|发言|讲话|主持|出席|参加|强调|指出|介绍|宣读|表示|作"
)


def _name_behind_body(front: str, flat: str, end: int) -> str:
    """参访团|龚文骏|镇长一行: the name that a body and an office stand around."""
    match = _BODY_AND_NAME.search(front)
    if match is None or not _ACTS_BEHIND.match(flat, end):
        return front
    return match["name"] if _may_precede(match["name"]) else front


_ENDS_PLACE = frozenset("省市县区州盟旗镇乡村社团司厂站所场馆园校坊师")


# 党总支, 应急办, 常委会: no name holds these behind its surname.
_INSIDE_BODY = frozenset("支室科组委局办会部队院厅处联")


def _is_rare_name(word: str) -> bool:
    return (
        len(word) == 3
        and shape_is_name(word)
        and word[-1] not in _ENDS_PLACE
        and not _INSIDE_BODY.intersection(word[1:])
        and word[1:] not in lexicon().bureaus  # 各县（市）区教育|局长
    )


def _may_precede(word: str) -> bool:
    return (
        shape_is_name(word)
        and word[0] in lexicon().common_surnames
        and word[-1] not in _ENDS_PLACE
        and not _INSIDE_BODY.intersection(word[1:])
        and word[1:] not in lexicon().bureaus
        and word not in lexicon().stopnames
        # 甘肃|工作组组长; counties' short names (黄平) are names of people as well.
        and not gazetteer().is_called(word, Level.PROVINCIAL)
    )
