"""The part of a page that is read, as the lines a reader sees."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipelines.clean.lines import Line
from pipelines.clean.watermarks import Watermark, without_watermarks


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """Lines in reading order, and where among them the article stands."""

    lines: Sequence[Line]
    body: range
    """The lines of the element that holds the article's text."""
    title: range
    """The lines of the headline; empty where none was found."""
    watermarks: Sequence[Watermark] = ()
    """What was taken out of the body's lines."""
    family: str
    """Name of the family whose element it is; `generic` or `text` otherwise."""


def of_text(text: str) -> Outline:
    """The outline of a plain-text page: its lines that are not blank."""
    texts = (" ".join(line.split()) for line in text.split("\n"))
    made = [Line(each, 0, 0, "body", "", (), 0) for each in texts if each]
    lines, watermarks = unmarked(made)
    lines = [line for line in lines if line.text]
    return Outline(
        lines=lines,
        body=range(len(lines)),
        title=range(0),
        watermarks=watermarks,
        family="text",
    )


def unmarked(lines: Iterable[Line]) -> tuple[list[Line], list[Watermark]]:
    """`lines` without the watermarks in them, and those."""
    done, watermarks = [], []
    for line in lines:
        text, found = without_watermarks(line.text)
        done.append(line._replace(text=text, pieces=()) if found else line)
        watermarks += found
    return done, watermarks
