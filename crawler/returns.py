"""Articles that a run goes back to: those that are due, owed, or received unread."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from crawler.timing import is_due
from pipelines.archive.http import parse_response
from pipelines.archive.known import unlogged
from pipelines.archive.stored import kept_of
from pipelines.archive.warc_pages import is_article
from pipelines.archive.warc_reading import WarcError
from pipelines.families.article_address import address

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pipelines.archive.index import Index
    from pipelines.records.capture import Kept
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


class Damaged(NamedTuple):
    """A record of a killed run that cannot be read."""

    url: str
    reason: str


def unread(root: Path, site: Site) -> Iterator[Kept | Damaged]:
    """Articles' pages that a killed run had received and not yet read, out of its WARC.

    What else was received is in the WARC, and the lists are asked for again anyway.
    """
    for run, file, record in unlogged(root, site.name):
        try:
            kept = kept_of(record, run.name(file))
        except WarcError as error:
            yield Damaged(record.url, str(error))
            continue
        if record.kind == "response" and _is_whole_article(kept, site):
            yield kept


def _is_whole_article(kept: Kept, site: Site) -> bool:
    url = kept.capture.url
    return (
        kept.capture.truncated is None
        and parse_response(kept.capture.response).status == 200
        and urlsplit(url).path != "/robots.txt"
        and site.article is not None
        and is_article(url, site)
        and address(url).number <= 1
    )
