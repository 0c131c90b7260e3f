"""A date expression at a place, and the parts of which dates are made."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from pipelines.records.terms import DateBasis, TimeOfDay

PERIOD = r"(?P<period>凌晨|清晨|早上|早晨|上午|中午|午间|下午|午后|傍晚|晚上|晚间|夜间|深夜|当晚|晚|夜)?"
CLOCK = r"(?P<clock>\d{1,2}(?:[:：]\d\d|[时点](?:\d{1,2}分|半|整)?))?"
PERIODS: dict[str, TimeOfDay] = {
    "凌晨": TimeOfDay.NIGHT,
    "清晨": TimeOfDay.MORNING,
    "早上": TimeOfDay.MORNING,
    "早晨": TimeOfDay.MORNING,
    "上午": TimeOfDay.MORNING,
    "中午": TimeOfDay.NOON,
    "午间": TimeOfDay.NOON,
    "下午": TimeOfDay.AFTERNOON,
    "午后": TimeOfDay.AFTERNOON,
    "傍晚": TimeOfDay.EVENING,
    "晚上": TimeOfDay.EVENING,
    "晚间": TimeOfDay.EVENING,
    "当晚": TimeOfDay.EVENING,
    "晚": TimeOfDay.EVENING,
    "夜间": TimeOfDay.NIGHT,
    "深夜": TimeOfDay.NIGHT,
    "夜": TimeOfDay.NIGHT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A date expression at a place, resolved as far as it can be."""

    start: int
    end: int
    date: str | None
    """EDTF; null for 当日, 同日, 次日, which lean on another date."""
    end_date: str | None = None
    basis: DateBasis
    time_of_day: TimeOfDay | None = None
    clock: str | None = None
    shift: int | None = None
    """Days from the day it leans on: 0 for 同日, 1 for 次日."""


def valid(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None  # 2月30日: the page is wrong, and no day is proved


def period(match: re.Match[str]) -> TimeOfDay | None:
    return PERIODS[match["period"]] if match["period"] else None


def clock_of(match: re.Match[str]) -> str | None:
    return _clock(match["clock"], match["period"]) if match["clock"] else None


def _clock(printed: str, period: str | None) -> str | None:
    match = re.match(
        r"(\d{1,2})(?:[:：](\d\d)|[时点](?:(\d{1,2})分|(半)|整)?)", printed
    )
    if match is None or int(match[1]) > 24:
        return None
    hour = int(match[1])
    if (
        period in {"下午", "午后", "傍晚", "晚", "晚上", "晚间", "当晚", "夜间"}
        and hour < 12
    ):
        hour += 12
    minute = 30 if match[4] else int(match[2] or match[3] or 0)
    return f"{hour:02}:{minute:02}"
