"""Timestamps whose month or numbers are spelled out, as numbers.

`二〇二三年十一月十二日十五时二十分`, `05 Mar 2024 14:30`, `Mar 5, 2024`: signatures of
official papers, templates made for other countries.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ZEROS = "〇○零Ｏ０"
DIGITS = {**dict.fromkeys(ZEROS, 0)} | {
    char: value for value, char in enumerate("一二三四五六七八九", start=1)
}
UNDER_SIXTY = r"[〇○零一二三四五]?[一二三四五六七八九]?十?[一二三四五六七八九〇○零]?"
CHINESE = re.compile(
    rf"(?P<year>(?:一九|二[{ZEROS}])[{ZEROS}一二三四五六七八九]{{2}}) ?年 ?"
    rf"(?P<month>{UNDER_SIXTY}) ?月 ?(?P<day>[廿]?{UNDER_SIXTY}) ?日"
    rf"(?:[ 　]{{0,3}}(?P<half>[上下]午)?(?P<hour>{UNDER_SIXTY})[时点]"
    rf"(?P<minute>{UNDER_SIXTY})分)?"
)
NAMES = "JanFebMarAprMayJunJulAugSepOctNovDec"
MONTHS = {NAMES[at : at + 3]: at // 3 + 1 for at in range(0, len(NAMES), 3)}
MONTH = rf"(?P<month>{'|'.join(MONTHS)})[a-z]{{0,6}}\.?"
CLOCK = (
    r"(?:,? (?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?"
    r"(?: ?(?P<zone>[+-]\d\d:?\d\d))?(?P<late> ?[Pp][Mm])?)?"
)
ENGLISH = (
    re.compile(rf"(?<!\d)(?P<day>\d{{1,2}}) {MONTH},? (?P<year>(?:19|20)\d\d){CLOCK}"),
    re.compile(rf"\b{MONTH} (?P<day>\d{{1,2}}),? (?P<year>(?:19|20)\d\d){CLOCK}"),
)
PARTS = ("year", "month", "day", "hour", "minute", "second", "half", "zone", "late")


def spelled(text: str) -> Iterator[tuple[re.Match[str], dict[str, str | None]]]:
    """Each such date and its parts in digits, in order; unchecked, as 31 June."""
    for match in CHINESE.finditer(text):
        part = match.groupdict()
        read = {
            name: _digits(part[name]) for name in ("month", "day", "hour", "minute")
        }
        year = "".join(str(DIGITS[char]) for char in part["year"])
        yield match, dict.fromkeys(PARTS) | part | read | {"year": year}
    for form in ENGLISH:
        for match in form.finditer(text):
            part = dict.fromkeys(PARTS) | match.groupdict()
            yield match, part | {"month": str(MONTHS[match["month"]])}


def _digits(written: str | None) -> str | None:
    """A number under 100 in digits: 二十五, 廿五, 二五, 〇五, 十."""
    if not written:
        return None
    tens, ten, ones = written.replace("廿", "二十").partition("十")
    if not ten:
        return "".join(str(DIGITS[char]) for char in written)
    high = DIGITS[tens] if tens else 1
    return str(high * 10 + (DIGITS[ones] if ones else 0))
