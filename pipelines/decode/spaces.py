"""Spaces inside words, names and dates."""

from __future__ import annotations

import re

from pipelines.decode.compounds import crosses_compound
from pipelines.decode.draft import Change
from pipelines.records.document import RepairKind

HANZI = "\u3400-\u9fff"
SPACE = " \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"

COMMON = (" ", "\t", "\xa0", "\u3000", "\u2002", "\u2003")
"""Text without any of these is not looked at."""

GAP = re.compile(rf"[{SPACE}](?<=[{HANZI}0-9][{SPACE}])[{SPACE}]*(?=[{HANZI}0-9])")
UNIT = "年月日号號时時点點分秒"
# 2 月 5 日: a number and its unit; a unit and the next number with its unit.
UNIT_NUMBER = re.compile(rf"\d{{1,2}}[{SPACE}]*[{UNIT}]")
ORDINAL = re.compile(rf"第[{SPACE}]*\d*$")
# Characters beside which a name or a list ends.
STOPS = set(" \t\n\xa0\u3000、，。；：！？,;:.|/（）()【】[]《》〈〉“”\"'－-—")

# The surnames of four Chinese in five, in both scripts; what a name is followed by.
SURNAMES = set(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅高郑鄭梁谢謝宋唐许許"
    "邓鄧韩韓冯馮曹彭曾肖蕭田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾姜崔"
    "谭譚陆陸范汪廖石金韦韋贾賈夏付傅方邹鄒熊白孟秦邱侯江尹薛闫閆段雷龙龍史陶贺賀"
    "毛郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔向常汤湯康易乔喬赖賴文"
)
AFTER_NAME = re.compile(
    "出席|参加|參加|主持|强调|強調|指出|要求|讲话|講話|作|等|和|及|与|與|同志|分别|分別"
    "|列席|陪同|到会|到會|率|在"
)

SIZES = "大中小"
"""字号 大 中 小: the three sizes that pages offer."""

EVIDENCE = 64
"""Distinct joins that are looked for in the text, so that cost stays linear."""


def close_gaps(text: str) -> list[Change]:
    """Spaces that layout put inside words, dates and names; others stay.

    A space between the names of a list or the parts of a headline is meant.
    """
    if not any(space in text for space in COMMON):
        return []
    joins: dict[str, bool] = {}
    changes: list[Change] = []
    for match in GAP.finditer(text):
        start, end = match.span()
        if _inside(text, start, end, joins) and not _between(text, match, changes):
            changes.append(Change(start, end, "", RepairKind.SPACE))
        elif match[0][0] == "\xa0":
            changes.append(Change(start, end, " ", RepairKind.SPACE))
    return changes


def _inside(text: str, start: int, end: int, joins: dict[str, bool]) -> bool:
    left, right = text[start - 1], text[end]
    if left.isdigit():
        return right in UNIT or (
            right in "次届屆期批号號"
            and bool(ORDINAL.search(text[max(0, start - 6) : start]))
        )
    if right.isdigit():
        return (left in UNIT and bool(UNIT_NUMBER.match(text, end))) or left == "第"
    return _one_by_one(text, start, end) or _joined(text, start, end, joins)


def _one_by_one(text: str, start: int, end: int) -> bool:
    """王　伟: a single character on either side, as names are spaced out."""
    before = text[start - 2] if start > 1 else " "
    if before not in STOPS:
        return False
    after = text[end + 1] if end + 1 < len(text) else " "
    named = text[start - 1] in SURNAMES and AFTER_NAME.match(text, end + 1)
    return after in STOPS or bool(named)


def _between(text: str, match: re.Match[str], changes: list[Change]) -> bool:
    """Whether the gap parts two spaced names (王 伟  李 强), or sizes of type.

    It is another one than that which was just closed, a character before, or a surname
    follows.
    """
    start, end = match.span()
    if text[start - 1] in SIZES and text[end] in SIZES:
        return True
    if not changes or changes[-1].end != start - 1 or changes[-1].new:
        return False
    if match[0] != text[changes[-1].start : changes[-1].end]:
        return True
    # 陈 敏 李 强: with one width throughout, a surname after a whole name begins another.
    return text[changes[-1].start - 1] in SURNAMES and text[end] in SURNAMES


def _joined(text: str, start: int, end: int, joins: dict[str, bool]) -> bool:
    """Whether the text itself, or the genre, writes the two sides as one word."""
    left, right = text[max(0, start - 3) : start], text[end : end + 3]
    if crosses_compound(left, right):
        return True
    join = left[-2:] + right[:2]
    if join not in joins:
        if len(join) < 4 or len(joins) >= EVIDENCE:
            return False
        joins[join] = join in text
    return joins[join]
