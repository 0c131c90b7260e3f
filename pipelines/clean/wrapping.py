"""Sentences that a <br> at a fixed width has broken, put together again."""

from __future__ import annotations

import itertools
import re
import unicodedata
from typing import TYPE_CHECKING

from pipelines.clean.headline import HEADINGS
from pipelines.clean.prose import MARK

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipelines.clean.lines import Line

# Columns of a fixed width, two to a Chinese character.
NARROWEST = 30
WIDEST = 120
# A line is full when no more than one word's or two characters' room is left.
ROOM = 4
# Fewer lines show no width.
FEW = 3
FULL_SHARE = 0.5
ENDED = re.compile(r"[。！？!?…：:；;][”’」』）)]?$")
# Within a sentence whatever the width; shorter lines may be verse.
OPEN = re.compile(r"[，、（《“]$")
CLOSING = re.compile(r"[，。、；：）》”！？]")
LONG = 14
LATIN = re.compile(r"[A-Za-z0-9]")


def unwrapped(lines: Sequence[Line]) -> list[Line]:
    """`lines` with those joined that a <br> keeps apart within a sentence.

    Only lines of one block are looked at: between two blocks a reader sees two
    paragraphs.
    """
    done: list[Line] = []
    for group in _by_block(lines):
        whole = len(group) == 1 or group[0].tag in HEADINGS
        done += group if whole else _joined(group)
    return done


def _by_block(lines: Sequence[Line]) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if group and line.block != group[0].block:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _joined(group: list[Line]) -> list[Line]:
    width = _fixed_width(group)
    by_indent = any(line.indent for line in group[1:])
    paragraphs = [[group[0]]]
    for before, line in itertools.pairwise(group):
        if _goes_on(before, line, width, by_indent):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [_together(each) for each in paragraphs]


def _goes_on(before: Line, line: Line, width: int | None, by_indent: bool) -> bool:
    """Whether a sentence of `before` goes on in `line`."""
    if line.indent:
        return False
    if width is not None and columns(before) >= width - ROOM:
        return by_indent or ENDED.search(before.text) is None
    if before.linked or line.linked:
        return False
    if CLOSING.match(line.text):
        return True
    return len(before.text) >= LONG and OPEN.search(before.text) is not None


def _fixed_width(group: Sequence[Line]) -> int | None:
    """The width that a block's lines were cut at; null where they were not."""
    if len(group) < FEW or sum(bool(MARK.search(line.text)) for line in group) < FEW:
        return None
    widths = [columns(line) for line in group]
    width = max(widths)
    if not NARROWEST <= width <= WIDEST:
        return None
    full = [each >= width - ROOM for each in widths]
    if sum(full) < max(2, FULL_SHARE * len(group)):
        return None
    followers = [*(line.indent > 0 for line in group[1:]), True]
    ends = (ENDED.search(line.text) is not None for line in group)
    paragraphs = zip(full, followers, ends, strict=True)
    return width if all(any(each) for each in paragraphs) else None


def columns(line: Line) -> int:
    """Width of a line in a fixed font: two for each wide character."""
    wide = sum(unicodedata.east_asian_width(char) in "WFA" for char in line.text)
    return line.indent + len(line.text) + wide


def _together(parts: Sequence[Line]) -> Line:
    """One line of its parts; a blank stands between two Latin words."""
    first = parts[0]
    if len(parts) == 1:
        return first
    text = [first.text]
    for before, line in itertools.pairwise(parts):
        latin = LATIN.match(before.text[-1]) and LATIN.match(line.text[0])
        text.append(f" {line.text}" if latin else line.text)
    return first._replace(
        text="".join(text),
        linked=sum(line.linked for line in parts),
        bold=sum(line.bold for line in parts),
        pieces=(),
    )
