"""Articles that a run goes back to: known ones that are due, and those it owes."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from crawler.timing import is_due
from pipelines.archive.warc_pages import is_article
from pipelines.families.grouping import address

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipelines.archive.index import Index
    from pipelines.sites import Site

OWED = timedelta(days=30)
"""For how long an article that never came is asked for, once a run."""


def due(index: Index, now: datetime) -> Iterator[str]:
    """Articles that are to be looked at again."""
    for url, first, last in list(index.articles()):
        if is_due(first, last, now):
            yield url


def owed(index: Index, site: Site, now: datetime) -> Iterator[str]:
    """Articles that were asked for and never came (timeout, 503, block page): they may
    stand behind the list pages that a run still reads."""
    for url, first in list(index.owed()):
        recent = now - datetime.fromisoformat(first) <= OWED
        if recent and site.article is not None and is_article(url, site):
            yield url


def without_further_pages(urls: Sequence[str]) -> list[str]:
    """Links of a list less those to later pages of articles that it lists as well."""
    firsts = {where.article for where in map(address, urls) if where.number <= 1}
    return [
        url
        for url in urls
        if address(url).number <= 1 or address(url).article not in firsts
    ]
