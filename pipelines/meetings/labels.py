"""Labels of minutes in form layout: 时间：, 地点：, 主持：, 出席：, one a line."""

from __future__ import annotations

import re

_TIME = r"(?:会议|开会)?(?:时间|日期)"
_SEATS = (
    r"(?:会议)?(?:主持人?|主持会议|出席|参加|参会|到会|与会|列席|请假|缺席|出席会议|"
    r"参加会议|列席会议)(?:人员|领导|单位|同志|人)?"
)
LABEL = re.compile(
    rf"(?m)^[ \u3000]*(?P<label>(?P<time>{_TIME})|(?P<seats>{_SEATS})|(?:会议)?地点|"
    r"记录人?|会议记录|(?:会议)?[主议]题)[ \u3000]*："
)
# 出    席：: a label that is set to the width of four characters.
_SPREAD = re.compile(
    r"(?m)^([ \u3000]*)([\u4e00-\u9fff])([ \u3000]{1,12})([\u4e00-\u9fff])"
    r"(?=[ \u3000]*：)"
)


def unspread(flat: str) -> str:
    """`flat` with the blanks inside labels behind them; same length."""
    if "：" not in flat:
        return flat
    return _SPREAD.sub(lambda m: m[1] + m[2] + m[4] + m[3], flat)


def is_label_line(line: str) -> bool:
    """Whether a line of the form begins here."""
    return LABEL.match(line) is not None


def lists_people(line: str) -> bool:
    """Whether a line of the form says who sat where."""
    match = LABEL.match(line)
    return match is not None and match["seats"] is not None
