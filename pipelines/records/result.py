"""What reading the pages of one article gives."""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.records.article import Article
from pipelines.records.issue import Issue
from pipelines.records.meeting import Meeting
from pipelines.records.page import Pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Everything that one group of Pages gave; archived as a whole."""

    pages: Pages
    article: Article | None = None
    """Null when no article could be read; `issues` says why."""
    meetings: tuple[Meeting, ...] = ()
    issues: tuple[Issue, ...] = ()
    """All issues of the way, in order, the meetings' own among them."""
