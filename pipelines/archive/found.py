"""What a source holds, one by one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipelines.records.issue import Issue
from pipelines.records.page import Page
from pipelines.sites import Site

DAMAGES = frozenset({"damaged_record", "unreadable_record", "unreadable_file"})
"""Codes of Issues that say: what was given could not be read, and may hold pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A page, or what stands where one was expected, with its site."""

    folder: Path
    """Where it stands: pages of one article stand together."""
    site: Site
    content: Page | Issue
    streams: bool = False
    """Whether it comes out of a file of many pages, which are not held together."""
