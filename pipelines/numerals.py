"""Numbers as reports write them: 十一, 廿三, 二百一十九, 12."""

from __future__ import annotations

import re

DIGITS = str.maketrans("〇零○Ｏ０一二三四五六七八九", "00000123456789")
"""Chinese digits → ASCII, one for one."""
# Digits written already: 2百1十9, 十, 1千零5.
_NUMERAL = re.compile(
    r"(?P<thousands>\d千)?[零0]?(?P<hundreds>\d百)?[零0]?(?P<tens>\d?十)?[零0]?(?P<ones>\d)?"
)


def read_number(text: str) -> int | None:
    """十一, 廿三, 元, 12, 二百一十九 → a number below 10,000; null where it is none."""
    if text.isdigit():
        return int(text)
    if text == "元":
        return 1
    text = text.replace("廿", "二十").replace("两", "二")
    digits = text.translate(DIGITS)
    if digits.isdigit():
        return int(digits)
    match = _NUMERAL.fullmatch(digits)
    if match is None or not text:
        return None
    total = 0
    for name, unit in (("thousands", 1000), ("hundreds", 100), ("tens", 10)):
        if match[name] is not None:
            total += unit * int(match[name][:-1] or 1)
    return total + int(match["ones"] or 0)
