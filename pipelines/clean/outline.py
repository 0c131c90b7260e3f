"""The part of a page that is read, as the lines a reader sees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.clean.lines import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """Lines in reading order, and where among them the article stands."""

    lines: Sequence[Line]
    body: range
    """The lines of the element that holds the article's text."""
    title: range
    """The lines of the headline; empty where none was found."""
    family: str
    """Name of the family whose element it is; `generic` or `text` otherwise."""


def of_text(text: str) -> Outline:
    """The outline of a plain-text page: its lines that are not blank."""
    texts = (" ".join(line.split()) for line in text.split("\n"))
    lines = [Line(each, 0, 0, "body", "", (), 0) for each in texts if each]
    return Outline(lines=lines, body=range(len(lines)), title=range(0), family="text")
