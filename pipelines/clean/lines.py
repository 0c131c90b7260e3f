"""Text nodes put together into the lines a reader sees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pipelines.clean.places import Place, Places, hint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from selectolax.lexbor import LexborNode

# White space that holds a line feed is layout of the source; between two Chinese
# characters it stands for nothing.
SOURCE_BREAK = re.compile(r"[ \t\r\f]*\n\s*")
WIDE = re.compile(r"[\u2e80-\u9fff\uff00-\uffef]")


class Line(NamedTuple):
    """One line as a reader sees it."""

    text: str
    linked: int
    bold: int
    tag: str
    hint: str
    pieces: tuple[str, ...]
    first: int
    """Index of its first text node."""


def lines(
    nodes: Sequence[LexborNode],
    contents: Sequence[str],
    places: Places,
    part: range,
    breaks: frozenset[int],
) -> list[Line]:
    """The lines of the text nodes in `part`; `breaks` begin a new line anyway."""
    done: list[Line] = []
    line: list[tuple[int, Place]] = []
    hints: dict[int, str] = {}
    for index in part:
        parent = nodes[index].parent
        assert parent is not None
        place = places.of(parent)
        if place.silent:
            continue
        if line and (index in breaks or place.block != line[0][1].block):
            _close(line, contents, places, hints, done)
            line = []
        line.append((index, place))
    if line:
        _close(line, contents, places, hints, done)
    return done


def _close(
    line: Sequence[tuple[int, Place]],
    contents: Sequence[str],
    places: Places,
    hints: dict[int, str],
    done: list[Line],
) -> None:
    pieces = tuple(contents[index] for index, _ in line)
    text = collapse("".join(pieces))
    if not text:
        return
    block = line[0][1].block
    if block not in hints:
        hints[block] = hint(places.blocks[block])
    linked = sum(len(contents[index].strip()) for index, place in line if place.link)
    bold = sum(len(contents[index].strip()) for index, place in line if place.bold)
    done.append(
        Line(
            text=text,
            linked=min(linked, len(text)),
            bold=min(bold, len(text)),
            tag=places.tags[block],
            hint=hints[block],
            pieces=pieces if len(pieces) > 1 else (),
            first=line[0][0],
        )
    )


def collapse(text: str) -> str:
    """`text` as a browser sets it: white space collapsed, ends trimmed."""
    text = text.strip()
    if "\n" in text:
        text = SOURCE_BREAK.sub(_source_break, text)
    return " ".join(text.split())


def _source_break(match: re.Match[str]) -> str:
    text, start, end = match.string, match.start(), match.end()
    before, after = text[start - 1 : start], text[end : end + 1]
    return "" if WIDE.match(before) and WIDE.match(after) else " "
