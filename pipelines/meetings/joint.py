"""Two head nouns side by side: one name (…暨…), or two (…和…)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.meetings.look import EVENT
from pipelines.meetings.naming import MAX_NAME

if TYPE_CHECKING:
    from pipelines.meetings.marks import Mark
    from pipelines.meetings.naming import Naming


# 在…集体学习|时、在|…开班式上的讲话: several speeches of one man.
_NEXT_SPEECH = re.compile(r"(?:时|上|中|期间)(?:、|和|以及|及|，)(?:以及)?在?")


def behind_last_speech(flat: str, end: int, limit: int) -> int:
    match = _NEXT_SPEECH.match(flat, end, limit)
    return match.end() if match else end


# 宣布|大会开幕, 代表市妇联向|大会: the words before say what is done to the meeting.
BARE_HEADS = frozenset({"大会", "会议", "全会", "座谈会", "论坛"})
# 人大常委会|第十三次|会议, 联席会议|第二次|全体会议: a body's name and its number.
_NUMBERED = re.compile(
    r"(?:主席团|常务主席|秘书长|全体)?(?:\d{4}年)?(?:度)?第?[一二三四五六七八九十百\d]{1,4}次(?:常务|全体|常委|主任)?(?:（扩大）)?"
)
_CONNECTORS_ONE = re.compile(r"暨|及(?!时|其)|套开")


def holds(last: Naming, start: int) -> bool:
    """学习十七届四中全会精神|专题会: the first head is part of the second's name."""
    return last.rule == "spirit_of" and start <= last.start


def of_spirit(flat: str, last: Naming) -> bool:
    """全会精神省委宣讲团报告会: what is preached about is part of the name."""
    return last.rule == "spirit_of" and bool(_PREACHED.match(flat, last.end))


_PREACHED = re.compile("精神[^，。和及与、]{0,8}(?:宣讲|报告会|辅导|研讨|专题)")
# 县政协十届六次会议|集中协商议政会议: what a session holds under its own name.
_SESSION = re.compile(r"届[^，。]{0,8}次(?:全体)?会议$")
_OF_SESSION = re.compile(
    r"(?!上|期间|的|以来|精神|决定|要求|和|与|及|前|后|将|已|在|于|由|并|闭|开|召|举|胜|隆|圆|第)[\u4e00-\u9fff]{2,10}"
)
# 人民代表大会|第五次会议代表中的中共党员|会议: who of the session met.
_OF_ITS_MEMBERS = re.compile(
    r"第[一二三四五六七八九十\d]{1,3}次会议代表[\u4e00-\u9fff]{2,10}"
)


def _of_session(last: Naming, between: str) -> bool:
    if EVENT.search(between):
        return False  # …第四次会议主席团|举行第三次会议
    if _OF_ITS_MEMBERS.fullmatch(between):
        return True
    return bool(_SESSION.search(last.name) and _OF_SESSION.fullmatch(between))


_CONNECTORS_TWO = re.compile(r"和|与|、|以及|并(?![传转]达|学习|宣读|通报)|及")
# 中央政法工作会议及|全省…会议: the second has a level of its own.
_AND_ONE_MORE = re.compile(
    r"(?:以)?及(?:全[国省市县区州]|中央|中共|国务院|[省市县区州](?:委|政府|人大|政协|纪委))"
)


def joint(flat: str, last: Naming | None, mark: Mark) -> str | None:
    """`one`: 暨, 及 join two heads to one name; `two`: 和 names a second meeting."""
    if last is None or mark.start - last.end > 30 or mark.start < last.end:
        return None
    if mark.end - last.start > 2 * MAX_NAME:
        return None  # no meeting is called so
    between = flat[last.end : mark.start]
    # 专题党课|报告会, 论坛暨大会|新闻发布会: two nouns side by side name one thing.
    is_sitting = between in ("", "工作", "集中") and (
        mark.word not in BARE_HEADS or _SESSION.search(last.name) is not None
    )
    if is_sitting or _NUMBERED.fullmatch(between) or _of_session(last, between):
        return "one"
    if re.search(r"[，。；：！？\n]", between) or EVENT.search(between):
        return None
    if _AND_ONE_MORE.match(between):
        return "two"
    if _CONNECTORS_ONE.match(between):
        return "one"
    return "two" if _CONNECTORS_TWO.match(between) else None


def after_connector(flat: str, end: int) -> int:
    match = _CONNECTORS_TWO.match(flat, end)
    return match.end() if match else end
