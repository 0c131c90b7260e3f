"""Places in a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A half-open range of code points in `Article.text`."""

    start: int
    """First code point, from 0."""
    end: int
    """One past the last code point."""
