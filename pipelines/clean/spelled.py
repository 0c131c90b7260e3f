"""Timestamps whose month or numbers are spelled out, as numbers.

`二〇二三年十一月十二日十五时二十分`, `05 Mar 2024 14:30`, `Mar 5, 2024`: signatures of
official papers, templates made for other countries.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.numerals import DIGITS, read_number

if TYPE_CHECKING:
    from collections.abc import Iterator

# 二 0一五年: with a digit, and a blank where the printer changed founts.
YEAR = r"(?:一九|二 ?[〇○零Ｏ０0]) ?[〇○零Ｏ０0一二三四五六七八九]{2}"
# What such a number is made of; whether it is one, and in range, is seen when read.
NUMERAL = "[〇○零一二三四五六七八九十廿]{1,3}"
CHINESE = re.compile(
    rf"(?P<year>{YEAR}) ?年 ?(?P<month>{NUMERAL}) ?月 ?(?P<day>{NUMERAL}) ?日"
    rf"(?:[ 　]{{0,3}}(?P<half>[上下]午)?(?P<hour>{NUMERAL})[时点](?P<minute>{NUMERAL})分)?"
)
NUMBERS = ("month", "day", "hour", "minute")
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
        read = {name: read_number(part[name]) for name in NUMBERS if part[name]}
        if None not in read.values():
            digits = {name: str(number) for name, number in read.items()}
            year = match["year"].replace(" ", "").translate(DIGITS)
            yield match, dict.fromkeys(PARTS) | part | digits | {"year": year}
    for form in ENGLISH:
        for match in form.finditer(text):
            part = dict.fromkeys(PARTS) | match.groupdict()
            yield match, part | {"month": str(MONTHS[match["month"]])}
