"""The part of a page that is read, as the lines a reader sees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """Lines in reading order, in columns of one length.

    Columns, not records: most lines are only ever counted.
    """

    texts: Sequence[str]
    """Visible text, white space collapsed, never empty, no line feed."""
    linked: Sequence[int]
    """How many of its characters stand inside links."""
    bold: Sequence[int]
    """How many of its characters are bold or in a heading."""
    tags: Sequence[str]
    """Name of the innermost block element around each."""
    hints: Sequence[str]
    """Id and class names of that block, lower case, each between spaces."""
    pieces: Sequence[tuple[str, ...]]
    """Its text nodes as they stand in the source; () where there is one."""
    body: range
    """The lines of the element that holds the article's text."""
    title: int | None
    """The line where the page's own title was found."""


def of_text(text: str) -> Outline:
    """The outline of a plain-text page: its lines that are not blank."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    texts = [line for line in lines if line]
    count = len(texts)
    return Outline(
        texts=texts,
        linked=[0] * count,
        bold=[0] * count,
        tags=["body"] * count,
        hints=[""] * count,
        pieces=[()] * count,
        body=range(count),
        title=None,
    )
