"""GBK text that lost one byte, so that every pair behind it was read out of step.

The lost byte is the first of a full stop (A1 A3). Its second byte then makes a pair
with the first byte of the next character, until an ASCII letter, which is the second
byte of a Traditional one, ends the row: 行動。現有 (A1 A3 AC 46) → 行動?，F有. With the
byte put back the row decodes to what it was.
"""

from __future__ import annotations

import re

from pipelines.decode.characters import LOST_MARK
from pipelines.decode.draft import Change
from pipelines.decode.fitness import fitness, prose_characters
from pipelines.decode.variants import simplified_of
from pipelines.records.document import RepairKind

HANZI = "\u3400-\u9fff"
FIRST = b"\xa1"
# What A3 and a byte behind it are read as: the full-width forms.
ROW = re.compile(
    rf"(?<=[{HANZI}））”》\d])\?"
    rf"(?P<read>[\uff01-\uff5e!,;:][{HANZI}\uff01-\uff5e、。“”‘’…]{{0,40}}?[A-Za-z@\[\]^_`{{|}}~])"
    rf"(?=[{HANZI}?”“，。；]|$)",
    re.MULTILINE,
)
FULL_WIDTH = 0xFEE0
"""From an ASCII mark to its full-width form."""
SHORT = 2
"""Characters of a row that nothing but a lost byte explains (，F)."""
POOR, GOOD = 0.35, 0.45
"""Shares of frequent characters that a row read out of step, and real text, have."""
OPENING = re.compile("。[”“’‘》《）（]{0,2}")


def realign(text: str) -> list[Change]:
    """Each row in step again; what cannot be read is marked behind its full stop."""
    return [
        Change(*match.span(), new, RepairKind.MOJIBAKE)
        for match in ROW.finditer(text)
        if (new := _in_step(match["read"])) is not None
    ]


def _is_traditional(character: str) -> bool:
    """Whether it is a frequent character's Traditional form, as 現 is 现's."""
    simple = simplified_of(character)
    return simple != character and simple in prose_characters()


def _in_step(read: str) -> str | None:
    if len(read) > SHORT and fitness(read) > POOR:
        return None
    if read[0] in "!,;:":  # made half-width since
        read = chr(ord(read[0]) + FULL_WIDTH) + read[1:]
    try:
        row = FIRST + read.encode("gbk")
        whole = row.decode("gbk", "replace")
    except UnicodeEncodeError:
        return None
    opening = OPENING.match(whole)
    if opening is None:
        return None
    rest = whole[opening.end() :]
    if len(read) == SHORT and not _is_traditional(rest):
        return None  # 这是什么?，A股…
    if "\ufffd" in rest or (len(read) > SHORT and fitness(rest) < GOOD):
        rest = LOST_MARK
    return opening[0] + rest
