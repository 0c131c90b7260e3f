"""Dates and times of day, resolved against the publication date, never the clock."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from pipelines.meetings.relative_times import lost, relatives, times
from pipelines.meetings.when import CLOCK, PERIOD, When, clock_of, period, valid
from pipelines.numerals import DIGITS, read_number
from pipelines.records.terms import DateBasis

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十廿]{1,3}|元)"
_YEAR = r"(?:\d{4}|[一二〇零○三四五六七八九]{4})年"
# 1月3日, 3日, 2021年元月3日, 二〇二一年一月三日, 民國101年8月28日, 26—27日, 3月12日至14日.
_DATE = re.compile(
    rf"(?:(?P<year>{_YEAR})|民国(?P<roc>\d{{2,3}})年|(?P<relyear>今年|去年|当年|同年|明年))?"
    rf"(?:(?P<month>{_NUMBER})月(?:份)?)?"
    rf"(?P<day>{_NUMBER})(?:日|号)?"
    rf"(?:(?:(?P<first>[上下]午|晚上?)?(?:至|到|(?P<and>[和及、])|[-—~－～]{{1,2}}))(?:(?P<month2>{_NUMBER})月)?(?P<day2>{_NUMBER}))?"
    # 12月10下午: a page that lost its 日.
    r"(?:日|(?:(?<=月\d)|(?<=月\d\d))(?=[上下]午)|号(?!会议|楼|厅|院|文|令|公告|线|店|馆|桥|井|门|台风|提案|议案|机|地|车|煤|矿|口|路|报告|室))"
    rf"(?:（[^（）]{{1,8}}）)?(?:[，]?{PERIOD}{CLOCK})"
)
_NUMERIC = re.compile(
    r"(?<!\d)(?:(?P<year>(?:19|20)\d\d)[./-](?P<month>\d{1,2})[./-](?P<day>\d{1,2})"
    r"|(?P<day_first>\d\d)\.(?P<month_second>\d\d)\.(?P<year_last>(?:19|20)\d\d)"
    r"|(?P<roc>1\d\d)\.(?P<roc_month>\d\d)\.(?P<roc_day>\d\d))(?!\d)"
)
_PROCLAIMED = 1911
"""Year 1 of the Republic's calendar is 1912."""


def find_dates(flat: str, published: date | None) -> tuple[When, ...]:
    """Every date expression of the text in order, without overlaps."""
    found = [*_dates(flat, published), *relatives(flat, _today(flat, published))]
    found += [*_numerics(flat), *times(flat), *lost(flat)]
    rows: list[When] = []
    for when in sorted(found, key=lambda row: (row.start, -row.end)):
        if not rows or when.start >= rows[-1].end:
            rows.append(when)
    return tuple(rows)


# 集宁9月23日讯: the day that 今天 means below a dateline.
_DATELINE = re.compile(r"(?:(\d{1,2})月)?(\d{1,2})日(?:讯|电|消息|报道)")


def _today(flat: str, published: date | None) -> date | None:
    """The day that the reporter wrote on: the dateline's, else the publication's."""
    match = _DATELINE.search(flat, 0, 80)
    if match is None or published is None:
        return published
    month = int(match[1]) if match[1] else None
    day = _resolve(None, month, int(match[2]), published)
    return date.fromisoformat(day) if day else published


# 7月: a line that is nothing but a month, over days without one.
_MONTH_LINE = re.compile(
    rf"(?m)^[ \u3000（]*(?P<year>\d{{4}}年)?(?P<month>{_NUMBER})月(?:份)?[ \u3000）]*$"
)


def _month_above(months: list[re.Match[str]], at: int) -> tuple[int | None, int | None]:
    """Year and month of the last such line above `at`, as far as it says them."""
    above = [match for match in months if match.end() <= at]
    if not above:
        return None, None
    year = above[-1]["year"]
    return int(year[:4]) if year else None, read_number(above[-1]["month"])


def _dates(flat: str, published: date | None) -> Iterator[When]:
    months = list(_MONTH_LINE.finditer(flat))
    told: tuple[int | None, int | None] = (None, None)
    for match in _DATE.finditer(flat):
        if match["month"] is None and not _stands_alone(flat, match):
            continue
        year, basis = _year(match, published)
        month = read_number(match["month"]) if match["month"] else None
        if month is None:
            above, month = _month_above(months, match.start())
            year = year or above
        if month is None and published is None:
            year, month = told  # 5月14日，…。14日上午…, on a page without a date
        told = year, month
        day = read_number(match["day"])
        resolved = _resolve(year, month, day, published)
        if resolved is None:
            continue
        last = _last_day(match, resolved)
        yield When(
            start=match.start(),
            end=match.end(),
            date=resolved,
            end_date=last,
            basis=DateBasis.STATED if resolved.startswith("XXXX") else basis,
            time_of_day=None if match["first"] and last else period(match),
            clock=clock_of(match),
        )


def _stands_alone(flat: str, match: re.Match[str]) -> bool:
    """`3日` is a day of the month; `第3日`, `为期3日`, `3日内` are not."""
    before = flat[max(0, match.start() - 2) : match.start()]
    after = flat[match.end() : match.end() + 2]
    if re.search(r"[第期近每约达隔过共\d.]$", before) or re.match(
        r"内|游|间|均|常|报", after
    ):
        return False
    opens_line = flat[match.start() - 1 : match.start()] in {"", "\n", "▲", "△"}
    is_item = opens_line and after[:1] in {" ", "\u3000", "，", "\n"}
    return match["day"].isdigit() or len(match["day"]) > 1 or is_item


def _year(match: re.Match[str], published: date | None) -> tuple[int | None, DateBasis]:
    if match["year"]:
        return int(match["year"][:-1].translate(DIGITS)), DateBasis.STATED
    if match["roc"]:
        return int(match["roc"]) + _PROCLAIMED, DateBasis.STATED
    shift = {"今年": 0, "去年": -1, "明年": 1}.get(match["relyear"] or "")
    if shift is not None and published:
        return published.year + shift, DateBasis.RELATIVE
    return None, DateBasis.YEAR_INFERRED


def _resolve(
    year: int | None, month: int | None, day: int | None, published: date | None
) -> str | None:
    """EDTF of the day: the latest one that is not after the publication."""
    if day is None or not 1 <= day <= 31 or not (month is None or 1 <= month <= 12):
        return None
    if year is not None and month is not None:
        return valid(year, month, day)
    if published is None:
        return f"XXXX-{month:02}-{day:02}" if month else f"XXXX-XX-{day:02}"
    if month is None:
        return _day_of_month(day, published)
    # A page may be printed a day before its date; a forecast names days ahead.
    this_year = valid(published.year, month, day)
    limit = published + timedelta(days=1)
    if this_year and date.fromisoformat(this_year) <= limit:
        return this_year
    if this_year and (date.fromisoformat(this_year) - published).days <= 60:
        return this_year
    return valid(published.year - 1, month, day)


def _day_of_month(day: int, published: date) -> str | None:
    if day <= published.day + 1:
        return valid(published.year, published.month, day)
    before = published.replace(day=1) - timedelta(days=1)
    return valid(before.year, before.month, day)


def _last_day(match: re.Match[str], first: str) -> str | None:
    if not match["day2"]:
        return None
    month = read_number(match["month2"]) if match["month2"] else None
    day = read_number(match["day2"])
    if day is None:
        return None
    if match["and"] and (month is not None or day != int(first[-2:]) + 1):
        return None  # 3日和9日: two days, not all between
    return f"{first[:5]}{month:02}-{day:02}" if month else f"{first[:8]}{day:02}"


def _numerics(flat: str) -> Iterator[When]:
    for match in _NUMERIC.finditer(flat):
        if match["year"]:
            parts = (match["year"], match["month"], match["day"])
        elif match["year_last"]:
            parts = (match["year_last"], match["month_second"], match["day_first"])
        else:
            roc = str(int(match["roc"]) + _PROCLAIMED)
            parts = (roc, match["roc_month"], match["roc_day"])
        resolved = valid(*map(int, parts))
        if resolved:
            yield When(
                start=match.start(),
                end=match.end(),
                date=resolved,
                basis=DateBasis.STATED,
            )
