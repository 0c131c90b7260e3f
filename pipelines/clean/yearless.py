"""Dates that pages print without a year, and the dates that addresses carry."""

from __future__ import annotations

import re
from datetime import date, timedelta

from pipelines.clean.times import Stamp, stamps

# /2021/0104/c1.html, /2021-01/04/content_1.htm, /art/2021/1/4/art_1.html,
# /202101/t20210104_1.html, /2021_01_04_1.shtml, /202101/04/c1.html
ADDRESS = re.compile(
    r"/t?(?P<y>20[0-3]\d)"
    r"(?:(?P<m>0[1-9]|1[0-2])(?P<d>[0-2]\d|3[01])"
    r"|[-/_](?P<m2>0[1-9]|1[0-2]|[1-9](?=[-/_]))[-/_]?(?P<d2>[0-2]\d|3[01]|[1-9])"
    r"|(?P<m3>0[1-9]|1[0-2])/(?P<d3>[0-2]\d|3[01]))(?=[/_.])"
)
PRINTED = re.compile(
    r"(?<![\d年./-])(?<!\d[:：])(?P<month>1[0-2]|0?[1-9]) ?(?:月|[-/]) ?"
    r"(?P<day>3[01]|[12]\d|0?[1-9])(?: ?日|(?![\d月./-]))"
    r"[ ,，|]{0,3}(?P<clock>(?:[01]?\d|2[0-3])[:：][0-5]\d(?:[:：][0-5]\d)?)?"
)
# 20-08-05 10:27: with two digits of the year, which has to be the stated one.
SHORT = re.compile(
    r"(?<![\d./-])(?P<year>\d\d)([-/.])(?P<month>\d\d)\2(?P<day>\d\d)"
    r"[ \t]{1,3}(?P<clock>(?:[01]?\d|2[0-3])[:：][0-5]\d(?:[:：][0-5]\d)?)"
)
# A page's address is made on the day it is first saved, which may be days before.
APART = timedelta(days=7)


def of_address(url: str) -> Stamp | None:
    """The last date that an address carries, printed as ISO 8601."""
    found = None
    for match in ADDRESS.finditer(url):
        month = match["m"] or match["m2"] or match["m3"]
        day = match["d"] or match["d2"] or match["d3"]
        made = stamps(f"{match['y']}-{month}-{day}")
        if made:
            found = made[0]
    return found


def yearless(text: str, near: Stamp) -> Stamp | None:
    """The first date without year in `text`, in the year that brings it to `near`.

    Null where it is further from it than a few days: nothing then says the year.
    """
    for match in (*PRINTED.finditer(text), *SHORT.finditer(text)):
        year = _year(int(match["month"]), int(match["day"]), near)
        if year is None or not str(year).endswith(match.groupdict().get("year") or ""):
            continue
        clock = f" {match['clock']}" if match["clock"] else ""
        made = stamps(f"{year}-{match['month']}-{match['day']}{clock}")
        if made:
            raw = match[0].strip(" ,，|")
            return Stamp(iso=made[0].iso, raw=raw, start=match.start(), end=match.end())
    return None


def is_yearless(line: str) -> bool:
    """Whether a line is such a date and nothing else."""
    alone = line.strip(" []()（）【】")
    return any(each.fullmatch(alone) is not None for each in (PRINTED, SHORT))


def _year(month: int, day: int, near: Stamp) -> int | None:
    known = date.fromisoformat(near.iso[:10])
    for year in (known.year, known.year - 1, known.year + 1):
        try:
            if abs(date(year, month, day) - known) <= APART:
                return year
        except ValueError:  # 29 February of another year
            continue
    return None
