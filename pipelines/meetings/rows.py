"""Names listed behind a name: A、B和C."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.lexicon.lexicon import lexicon
from pipelines.meetings.names import Name, longest_follower, read_name

if TYPE_CHECKING:
    from collections.abc import Iterator

_REMARK = re.compile(r"（[^（）\n]{1,16}）")
_SEPARATOR = re.compile(
    r"，(?=[\u4e00-\u9fff]{2,5}[，、（])|[、][，、]?|和|及|与|以及|[ \u3000]{1,3}"
)
_AFTER_LISTED = re.compile(r"$|[、，。；：和及与等（）\n \u3000]|以及|同志|分别")


def read_listed(flat: str, end: int, heads: frozenset[int]) -> Iterator[Name]:
    """Names that follow in the list which the name before `end` begins."""
    while True:
        remark = _REMARK.match(flat, end)
        at = remark.end() if remark else end
        separator = _SEPARATOR.match(flat, at)
        if separator is None:
            return
        at = separator.end()
        limit = next((n for n in range(at, at + 5) if n in heads), None)
        name = read_name(flat, at, listed=True, limit=limit)
        if (
            name is None
            or not _may_be_listed(flat, name)
            or (separator[0] == "，" and not _sure(flat, name))
        ):
            return
        yield name
        end = name.end


def _sure(flat: str, name: Name) -> bool:
    """普布旺堆，旦增曲扎，达瓦央金（女）: behind a comma a name needs its own mark."""
    return flat[name.end] in "，、（" and name.text[0] in lexicon().surnames


def _may_be_listed(flat: str, name: Name) -> bool:
    if _AFTER_LISTED.match(flat, name.end):
        return name.text not in lexicon().nonnames
    return longest_follower(flat, name.end) > 1 and name.text[0] in lexicon().surnames
