"""An exception of a reader as the Result of the pages that it read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.records.issue import Issue, Stage
from pipelines.records.result import Result

if TYPE_CHECKING:
    from pipelines.records.article import Article
    from pipelines.records.page import Pages


def failed(
    stage: Stage,
    pages: Pages,
    error: Exception,
    earlier: tuple[Issue, ...] = (),
    article: Article | None = None,
) -> Result:
    """The exception as an Issue, after those that the stages before had raised.

    An `article` that was read before the fault is kept.
    """
    message = " ".join(f"{stage}: {type(error).__name__}: {error}".split())
    issue = Issue(
        stage=stage,
        code="exception",
        # The message may quote what UTF-8 cannot carry.
        value=message.encode("utf-8", "backslashreplace").decode()[:200],
        url=pages.pages[0].url,
        site=pages.site.name,
    )
    return Result(pages=pages, article=article, issues=(*earlier, issue))
