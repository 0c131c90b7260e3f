"""Days that have lost a digit on their way: ?月26日, 3?0日."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# What a server writes for a byte that it could not read; never part of a number.
_LOST = "?\ufffd"
_DAY = re.compile(rf"(?:[\d{_LOST}]{{1,3}}月)?[\d{_LOST}]{{1,4}}日")
_WHOLE = re.compile(r"(?:\d{1,2}月)?\d{1,2}日")
_OPENS = frozenset("\n \u3000，）")


def find_lost(flat: str) -> Iterator[tuple[int, int]]:
    """Places of days of which a digit is missing: no day can be told from the rest.

    A mark at the head counts where nothing stands in front that it could end.
    """
    for match in _DAY.finditer(flat):
        day = match[0]
        if _WHOLE.fullmatch(day) or not re.search(r"\d", day):
            continue
        at_head = day[0] in _LOST and _WHOLE.fullmatch(day[1:])
        if not at_head or not match.start() or flat[match.start() - 1] in _OPENS:
            yield match.span()
