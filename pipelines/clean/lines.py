"""Text nodes put together into the lines a reader sees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pipelines.clean.pictures import CAPTION_LENGTH, is_below_picture
from pipelines.clean.tags import Tags, tags
from pipelines.families.hidden import is_hidden

if TYPE_CHECKING:
    from collections.abc import Sequence

    from selectolax.lexbor import LexborNode

    from pipelines.clean.places import Place
    from pipelines.clean.view import View

# White space that holds a line feed is layout of the source; between two Chinese
# characters it stands for nothing.
SOURCE_BREAK = re.compile(r"[ \t\r\f]*\n\s*")
BLANKS = " \t\r\n\f\u3000\xa0"
WIDE = re.compile(r"[\u2e80-\u9fff\uff00-\uffef]")


class Line(NamedTuple):
    """One line as a reader sees it."""

    text: str
    """White space collapsed, no line feed, never empty."""
    linked: int
    """How many of its characters stand inside links."""
    bold: int
    """How many of them are bold or in a heading."""
    tag: str
    """Name of the innermost block around it."""
    hint: str
    """Id and class names of that block, as ` #id .class `."""
    pieces: tuple[str, ...]
    """Its text nodes as they stand in the source; () where there is one."""
    first: int
    """Index of its first text node."""
    block: int = -1
    """Index of that block; a <br> keeps lines of one block apart."""
    indent: int = 0
    """Columns of blanks before it that a browser would show."""
    below_picture: bool = False
    """It stands in the middle, right below a block that is nothing but a picture."""


def lines(seen: View, part: range) -> list[Line]:
    """The lines of the text nodes in `part`."""
    kinds = tags()
    done: list[Line] = []
    line: list[tuple[int, Place]] = []
    for at in part:
        node = seen.nodes[at]
        parent = node.parent
        if parent is None:
            continue
        place = seen.places.of(parent)
        if place.silent:
            continue
        if line and (place.block != line[0][1].block or _breaks_before(node, kinds)):
            _close(seen, line, done)
            line = []
        line.append((at, place))
    if line:
        _close(seen, line, done)
    return done


def _breaks_before(node: LexborNode, kinds: Tags) -> bool:
    """Whether a <br> or a block stands between a text and the one before it."""
    while True:
        before = node.prev
        while before is not None:
            number = before.tag_id
            if number == kinds.text:
                if not (before.text_content or "").isspace():
                    return False
            elif number in kinds.breaking:
                if not is_hidden(before.attributes):
                    return True
            elif (last := before.last_child) is not None and not is_hidden(
                before.attributes
            ):
                return _ends_in_break(last, kinds)
            before = before.prev
        parent = node.parent
        if parent is None or parent.tag_id in kinds.breaking:
            return False
        node = parent


def _ends_in_break(node: LexborNode, kinds: Tags) -> bool:
    """Whether the last thing inside an inline element is a <br> or a block."""
    last: LexborNode | None = node
    while last is not None:
        number = last.tag_id
        if number in kinds.breaking:
            return True
        if number == kinds.text:
            return False
        last = last.last_child
    return False


def _close(seen: View, line: Sequence[tuple[int, Place]], done: list[Line]) -> None:
    first, place = line[0]
    block = place.block
    tag, hint = seen.places.names[block], seen.places.hint(block)
    pieces = tuple([seen.contents[at] for at, _ in line])
    if tag == "pre":
        rows = ((collapse(row), row) for row in "".join(pieces).split("\n"))
        done.extend(
            Line(text, 0, 0, tag, hint, (), first, block, _indent(row))
            for text, row in rows
            if text
        )
        return
    text = collapse("".join(pieces))
    linked = bold = 0
    if len(line) == 1:
        linked = len(text) if place.link else 0
        bold = len(text) if place.bold else 0
    else:
        for at, each in line:
            if each.link or each.bold:
                length = len(seen.contents[at].strip())
                linked += length if each.link else 0
                bold += length if each.bold else 0
    if text:
        apart = pieces if len(pieces) > 1 else ()
        indent = _indent(pieces[0])
        below = len(text) <= CAPTION_LENGTH and is_below_picture(
            seen.places.blocks[block]
        )
        done.append(
            Line(text, linked, bold, tag, hint, apart, first, block, indent, below)
        )


def _indent(content: str) -> int:
    """Columns of the blanks that a text begins with; two for an ideographic one."""
    if content[:1] not in BLANKS:
        return 0
    blanks = content[: len(content) - len(content.lstrip())]
    return 2 * blanks.count("\u3000") + blanks.count("\xa0")


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
