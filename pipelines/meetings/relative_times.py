"""Days told by other days (昨天, 同日, 次日) and times of day that lean on one."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from pipelines.meetings.lost_digits import find_lost
from pipelines.meetings.when import CLOCK, PERIOD, When, clock_of, period
from pipelines.records.terms import DateBasis

if TYPE_CHECKING:
    from collections.abc import Iterator


_RELATIVE = re.compile(
    rf"(?P<word>前天|昨天|昨日|昨(?=晚|夜|上午|下午|（)|今天|今日|今(?=晚|晨|早|上午|下午)|当(?=晚)|当天|当日|是日|同日|同一天|次日|翌日)"
    rf"(?:（[^（）\n]{{1,10}}）日?)?[，]?{PERIOD}{CLOCK}"
)
# 晚7时30分，…紧接着召开: a time alone is on the day told before.
_TIME_ONLY = re.compile(
    r"(?<![\d日天晚])(?P<period>上午|下午|晚上|晚|中午)(?P<clock>\d{1,2}(?:[:：]\d\d|[时点](?:\d{1,2}分|半|整)?))"
)
_OFFSETS = {
    "前天": -2,
    "昨天": -1,
    "昨日": -1,
    "昨": -1,
    "今天": 0,
    "今日": 0,
    "今": 0,
}
_SAME_DAY = frozenset({"当", "当天", "当日", "是日", "同日", "同一天"})


def relatives(flat: str, published: date | None) -> Iterator[When]:
    for match in _RELATIVE.finditer(flat):
        word = match["word"]
        shift = 0 if word in _SAME_DAY else 1 if word in {"次日", "翌日"} else None
        if shift is None and published is None:
            continue
        resolved = (
            (published + timedelta(days=_OFFSETS[word])).isoformat()
            if shift is None and published
            else None
        )
        yield When(
            start=match.start(),
            end=match.end(),
            date=resolved,
            basis=DateBasis.RELATIVE,
            shift=shift,
            time_of_day=period(match),
            clock=clock_of(match),
        )


def times(flat: str) -> Iterator[When]:
    for match in _TIME_ONLY.finditer(flat):
        yield When(
            start=match.start(),
            end=match.end(),
            date=None,
            basis=DateBasis.RELATIVE,
            shift=0,
            time_of_day=period(match),
            clock=clock_of(match),
        )


_PART_OF_DAY = re.compile(PERIOD)


def lost(flat: str) -> Iterator[When]:
    """A day that has lost a digit: that there was one, and its part, is known."""
    for start, end in find_lost(flat):
        match = _PART_OF_DAY.match(flat, end)
        assert match is not None
        yield When(
            start=start,
            end=match.end(),
            date=None,
            basis=DateBasis.STATED,
            time_of_day=period(match),
        )
