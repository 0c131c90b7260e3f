"""Stray and doubled punctuation marks between words."""

from __future__ import annotations

import re

from pipelines.decode.draft import Change
from pipelines.records.document import RepairKind

HANZI = "\u3400-\u9fff"
# What two marks in a row were meant to be: 、 wins in a list (市委副書記,、市長), the
# full stop over a comma. Ellipses (。。。), emphasis (！！) and quotes stay.
MEANT = {
    ",、": "、",
    "，、": "、",
    "、,": "、",
    "、，": "、",
    "、、": "、",
    "，，": "，",
    ",，": "，",
    "，,": "，",
    "；；": "；",
    "：：": "：",
    "，。": "。",
    ",。": "。",
    ",,": ",",
    ",；": "；",
    "，；": "；",
    "，：": "：",
    "、。": "。",
    "。，": "。",
}
MARKS = re.compile(rf"[,，、；：。][,，、；：。](?=[{HANZI}0-9“《\n]|$)")


def single_marks(text: str) -> list[Change]:
    """Doubled marks as the one that was meant."""
    changes = []
    for match in MARKS.finditer(text):
        start, end = match.span()
        new = MEANT.get(match[0])
        doubled = match[0] == ",," and not "\u3400" <= text[start - 1] <= "\u9fff"
        if new and start and not doubled and text[start - 1] not in ",，、；：。":
            changes.append(Change(start, end, new, RepairKind.PUNCTUATION))
    return changes
