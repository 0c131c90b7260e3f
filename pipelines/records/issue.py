"""What the strict reader did not understand, and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """The part of the way from bytes to archive that raised the issue."""

    SOURCE = "source"
    CRAWL = "crawl"
    DECODE = "decode"
    CLEAN = "clean"
    MEETINGS = "meetings"
    ARCHIVE = "archive"
    MONITOR = "monitor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One thing that was not understood: never silence, never a default."""

    stage: Stage
    """Where on the way it was noticed."""
    code: str
    """A short, stable name in snake_case (`unknown_title`), to count by."""
    value: str
    """The words, bytes or error that were not understood, shortened to 200."""
    url: str | None = None
    """Address of the page; null when the input had none."""
    site: str | None = None
    """Name of the site; null before a site is known."""
    start: int | None = None
    """Offset in code points into `Article.text`; null when not in the text."""
    end: int | None = None
    """End of the span, exclusive."""
