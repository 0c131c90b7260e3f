"""Times of publication that a page carries where no reader sees them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# var publishTime=…, "ptime":…, data-ptime=…, __$pubtime=…, <input id=pubtime value=…>,
# <span id=pubtime_baidu style="display:none">…; without their first letter, which is
# written in either case.
KEYS = (
    "ptime",
    "ubtime",
    "ubTime",
    "ublishtime",
    "ublishTime",
    "ublish_time",
    "ubDate",
    "datetime",
)
VALUE = re.compile(
    r"[_a-z]{0,12}[\"']?(?:\s*[:=]\s*|[^<>\n]{0,60}(?:>|value=))[\"']?\s*(?P<time>"
    r"20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?[ T-]{1,2}\d{1,2}:\d\d(?::\d\d)?)"
)
REACH = 120


def scripted_times(markup: str) -> str:
    """The times as written, each once, between bars; a search for words, far cheaper
    than parsing."""
    return " | ".join(dict.fromkeys(_times(markup)))


def _times(markup: str) -> Iterator[str]:
    for key in KEYS:
        at = markup.find(key)
        while at != -1:
            end = at + len(key)
            match = VALUE.match(markup, end, end + REACH)
            if match is not None:
                yield match["time"]
            at = markup.find(key, end)
