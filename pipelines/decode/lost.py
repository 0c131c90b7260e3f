"""Places where a character is gone for good."""

from __future__ import annotations

import re

from pipelines.decode.characters import LOST_MARK
from pipelines.decode.draft import Change
from pipelines.records.document import RepairKind

# U+FFFD is what decoders give for bytes they cannot read. Saved as UTF-8 and read as
# GBK, two of them show as 锟斤拷; read as Latin-1, one shows as ï¿½.
# (The class in front lets the search skip what begins none of them.)
MARKS = re.compile(
    "[\ufffd锟ï](?:(?<=\ufffd)|(?<=锟)[\u4e00-\u9fff]{1,2}?拷|(?<=ï)¿½)"
    "(?:\ufffd|锟[\u4e00-\u9fff]{1,2}?拷|ï¿½)*"
)


# ??3月1日，…: ideographic spaces before a paragraph that had no place in the encoding.
INDENT = re.compile("^\\?{1,4}(?=[\u3400-\u9fff\\d“])", re.MULTILINE)
INDENTED = 2
"""Lines that must begin so: a single one may ask something."""


def lost_indents(text: str) -> list[Change]:
    """The marks that paragraphs begin with in place of their indent."""
    found = list(INDENT.finditer(text))
    if len(found) < INDENTED:
        return []
    return [Change(*match.span(), "", RepairKind.SPACE) for match in found]


def mark_lost(text: str) -> list[Change]:
    """One 〓 (U+3013, the printers' mark) for each run of lost characters."""
    return [
        Change(*match.span(), LOST_MARK, RepairKind.LOST)
        for match in MARKS.finditer(text)
    ]
