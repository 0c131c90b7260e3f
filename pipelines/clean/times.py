"""Timestamps as pages print them → ISO 8601, as precise as printed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from pipelines.clean.spelled import spelled

CHINA = timezone(timedelta(hours=8))
# Between day and hour stands at most a weekday, a T, a bar or 上午.
STAMP = re.compile(
    r"(?<![\d.])(?P<year>19[89]\d|20\d\d)"
    r"(?: ?年 ?| ?[-/.] ?)(?P<month>1[0-2]|0?[1-9])"
    r"(?: ?月 ?| ?[-/.] ?)(?P<day>3[01]|[12]\d|0?[1-9])(?: ?日)?"
    r"(?:[ \tT|,，-]{0,3}(?:[(（]?(?:星期|周)[一二三四五六日天][)）]?)?[ T|]{0,3}"
    r"(?P<half>[上下]午)? ?"
    r"(?P<hour>[01]?\d|2[0-4])(?: ?[:：] ?|时|点)(?P<minute>[0-5]\d)分?"
    r"(?: ?[:：] ?(?P<second>[0-5]\d)秒?)?"
    r"(?:\.\d{1,6})?(?P<zone>Z| ?[+-]\d\d:?\d\d)?(?P<late> ?[Pp][Mm])?)?"
)
# 25.04.2018 17:37: what templates made for other countries print.
DAY_FIRST = re.compile(
    r"(?<![\d.])(?P<day>3[01]|[12]\d|0?[1-9])\.(?P<month>1[0-2]|0?[1-9])\."
    r"(?P<year>19[89]\d|20\d\d)(?![\d.])"
    r"(?:[ \t]{1,3}(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)?"
)


# What every date with a year holds: most lines do not.
MAY_DATE = re.compile("20|19|一九|二 ?[〇○零Ｏ０0]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """One printed point in time."""

    iso: str
    """`2021-08-05` or `2021-08-05T09:21+08:00`, seconds where printed."""
    raw: str
    """As printed."""
    start: int
    """Where it begins in the text it was read from."""
    end: int

    @property
    def timed(self) -> bool:
        """Whether it is said to the minute."""
        return "T" in self.iso


def stamps(text: str) -> list[Stamp]:
    """Every valid timestamp of `text`, in order."""
    if MAY_DATE.search(text) is None:
        return []
    found = [_stamp(match, match.groupdict()) for match in STAMP.finditer(text)]
    if not found:
        found = [_stamp(match, match.groupdict()) for match in DAY_FIRST.finditer(text)]
    if not found:
        found = [_stamp(match, part) for match, part in spelled(text)]
    return [stamp for stamp in found if stamp is not None]


def is_stamp(line: str) -> bool:
    """Whether a line is a date, with or without its time, and nothing else."""
    found = stamps(line)
    return len(found) == 1 and found[0].raw.strip() == line.strip()


def from_epoch(seconds: int) -> Stamp:
    """A Unix time, as scripts carry it, in China Standard Time."""
    moment = datetime.fromtimestamp(seconds, CHINA)
    raw = str(seconds)
    return Stamp(iso=moment.isoformat(), raw=raw, start=0, end=len(raw))


def _stamp(match: re.Match[str], part: dict[str, str | None]) -> Stamp | None:
    try:
        day = date(*(int(part[name] or 0) for name in ("year", "month", "day")))
        has_clock = part.get("hour") is not None
        iso = _with_clock(day, part) if has_clock else day.isoformat()
    except ValueError:
        return None
    return Stamp(iso=iso, raw=match[0].strip(), start=match.start(), end=match.end())


def _with_clock(day: date, part: dict[str, str | None]) -> str:
    hour = int(part["hour"] or 0)
    if (part.get("half") == "下午" or part.get("late")) and hour < 12:
        hour += 12
    if hour == 24:  # 24:00 is how a day's end is printed, not the next day
        return day.isoformat()
    clock = datetime(
        day.year,
        day.month,
        day.day,
        hour,
        int(part["minute"] or 0),
        int(part["second"] or 0),
        tzinfo=_zone(part.get("zone")),
    ).astimezone(CHINA)
    precision = "seconds" if part["second"] is not None else "minutes"
    return clock.isoformat(timespec=precision)


def _zone(printed: str | None) -> timezone:
    if printed is None:
        return CHINA
    if printed == "Z":
        return timezone(timedelta(0))
    digits = printed.strip().replace(":", "")
    offset = timedelta(hours=int(digits[1:3]), minutes=int(digits[3:5]))
    return timezone(offset if digits[0] == "+" else -offset)
