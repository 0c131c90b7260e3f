"""Characters that stand for other characters, or for none."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from pipelines.decode.draft import Change
from pipelines.decode.privateuse import ASSIGNED
from pipelines.decode.radicals import ideographs
from pipelines.records.document import RepairKind

HANZI = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
LOST_MARK = "〓"
"""U+3013, the printers' mark for a sort that is missing."""

# Controls but tab and line feed (carriage returns end with the lines); soft hyphen;
# joiners, directional marks, embeddings and isolates; word joiner and invisible
# operators; byte order mark; interlinear annotation; Hangul fillers; tags.
INVISIBLE = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff0-\ufffc\U000e0000-\U000e0fff"
)
# Letters and digits only: ，！（）％ keep the width that was printed.
FULL_WIDTH = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010ffff"
RADICAL = "\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f"
SEPARATOR = "\u2028\u2029\x85"
"""Line and paragraph separators: a browser shows a space or nothing."""

ODD = re.compile(
    rf"(?P<width>[{FULL_WIDTH}]+)|(?P<radical>[{RADICAL}]+)"
    rf"|(?P<private>[{PRIVATE}]+)|(?P<space>[{SEPARATOR}]+)|(?P<invisible>[{INVISIBLE}]+)"
    rf"|(?P<selector>(?<=[{HANZI}])[\ufe00-\ufe0f]+)"
)
KINDS = {
    "width": RepairKind.WIDTH,
    "radical": RepairKind.RADICAL,
    "private": RepairKind.PRIVATE_USE,
    "space": RepairKind.SPACE,
    "invisible": RepairKind.INVISIBLE,
    "selector": RepairKind.INVISIBLE,
}
ODD_CLASS = (
    "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u2e80-\u2fdf\uf900-\ufaff\ue000-\uf8ff"
    "\u2028\u2029\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff0-\ufffc\ufe00-\ufe0f"
)
"""Those of the BMP, for a class: beyond it, `is_beyond` tells."""

HINT = re.compile(f"[{ODD_CLASS}]")


def is_beyond_bmp(text: str) -> bool:
    """Whether a text has characters above U+FFFF, which slow a class down."""
    return len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)


JOINER = "\u200d"


def replace_characters(text: str) -> list[Change]:
    """Radicals, private use, invisible and full-width characters of `text`."""
    if not HINT.search(text) and not is_beyond_bmp(text):
        return []
    changes = []
    for match in ODD.finditer(text):
        group = str(match.lastgroup)
        start, end = match.span()
        new = _replacement(group, match[0], text, start, end)
        if new != match[0]:
            changes.append(Change(start, end, new, KINDS[group]))
    return changes


def _replacement(group: str, run: str, text: str, start: int, end: int) -> str:
    if group == "width":
        return run.translate(narrow())
    if group == "radical":
        table = ideographs()
        return "".join([table.get(mark) or _unless_unassigned(mark) for mark in run])
    if group == "private":
        return _assigned(
            run, text[start - 1 : start] if start else "", text[end : end + 1]
        )
    if group == "space":
        return " "
    return JOINER if run == JOINER and _joins_emoji(text, start) else ""


def _unless_unassigned(mark: str) -> str:
    """U+2E9A, U+2EF4 … are no radicals: Unicode has given them to nothing."""
    return LOST_MARK if unicodedata.category(mark) == "Cn" else mark


@cache
def narrow() -> dict[int, int]:
    """Full-width letters and digits → ASCII."""
    return {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B)}


def _assigned(run: str, left: str, right: str) -> str:
    """What private-use characters meant before Unicode assigned them.

    An unknown one inside a word is a lost character; elsewhere it is a glyph of an
    icon font, which carries no text.
    """
    known = "".join([ASSIGNED.get(mark, "") for mark in run])
    if known or not (_is_hanzi(left) and _is_hanzi(right)):
        return known
    return LOST_MARK


def _is_hanzi(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or character >= "\U00020000"


def _joins_emoji(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (
        before > "\u2600"
        and not _is_hanzi(before)
        and after > "\u2600"
        and not _is_hanzi(after)
    )
