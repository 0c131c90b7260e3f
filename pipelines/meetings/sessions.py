"""Which meeting in a numbered row: 五届…第78次, 2021年第一次, 扩大."""

from __future__ import annotations

import re

from pipelines.meetings.keys import own_words
from pipelines.numerals import read_number
from pipelines.records.meeting import Session

_NUMERAL = r"[一二三四五六七八九十百廿\d]{1,5}"
_TERM = re.compile(rf"第?({_NUMERAL})届")
_NUMBER = re.compile(rf"第({_NUMERAL})次")
_SITTING = re.compile(rf"届[^，]{{0,16}}?({_NUMERAL})次")
_YEAR = re.compile(
    rf"((?:19|20)\d\d)年(?:度)?[^，年]{{0,10}}?第{_NUMERAL}次|((?:19|20)\d\d)年(?:度)?第"
)


def read_session(name: str) -> Session | None:
    """Term, number, year and 扩大 of a meeting's name; null where it has none."""
    name = own_words(name)
    term = _number(_TERM.search(name))
    number = _number(_NUMBER.search(name)) or _number(_SITTING.search(name))
    year = _YEAR.search(name)
    enlarged = "扩大" in name
    if term is None and number is None and year is None and not enlarged:
        return None
    return Session(
        term=term,
        number=number,
        year=int(year[1] or year[2]) if year else None,
        enlarged=enlarged,
    )


def _number(match: re.Match[str] | None) -> int | None:
    return None if match is None else read_number(match[1])
