"""The Scrapy item pipelines, in order: Decode, Clean, Extract, Archive.

Plain classes: Scrapy asks no more of them than `process_item`. Each calls one pure
function; an exception of a reader becomes an Issue of the page it read, and the
later stages let the Result pass. What is not theirs passes unchanged.
"""

from __future__ import annotations

import logging
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Self, TypeAlias

from pipelines.archive.entry import Entry, issue_entry, result_entry
from pipelines.archive.writer import Writer
from pipelines.clean import clean
from pipelines.decode import decode
from pipelines.failure import failed
from pipelines.meetings import read
from pipelines.records.article import Article, Reading
from pipelines.records.document import Documents
from pipelines.records.issue import Issue, Stage
from pipelines.records.page import Pages
from pipelines.records.result import Result

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pipelines.archive.manifest import Manifest

Issues: TypeAlias = tuple[Issue, ...]

logger = logging.getLogger(__name__)


class Crawler(Protocol):
    """As much of Scrapy's Crawler as `from_crawler` needs."""

    @property
    def settings(self) -> Mapping[str, str]: ...


class Decode:
    """Pages → Documents."""

    def process_item(self, item: object) -> object:
        if not isinstance(item, Pages):
            return item
        return _attempt(Stage.DECODE, item, lambda: _documents(item))


class Clean:
    """Documents → Reading."""

    def process_item(self, item: object) -> object:
        if not isinstance(item, Documents):
            return item
        earlier = tuple(chain.from_iterable(each.issues for each in item.documents))
        return _attempt(Stage.CLEAN, item.pages, lambda: clean(item), earlier)


class Extract:
    """Reading → Result."""

    def process_item(self, item: object) -> object:
        if not isinstance(item, Reading):
            return item
        return _attempt(
            Stage.MEETINGS, item.pages, lambda: read(item), item.issues, item.article
        )


class Archive:
    """Writes a Result, an Issue of no page or an Entry whole; returns it unchanged.

    `process_item` raises ArchiveError when the archive cannot be written: whoever
    runs the stages must end the run, or pages would be read and lost.
    """

    def __init__(self, root: Path) -> None:
        self._writer = Writer(root)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Raises ArchiveError, before the crawl, where the archive has no place."""
        archive = cls(Path(crawler.settings["ARCHIVE_DIR"]))
        archive._writer.prepare()
        return archive

    @property
    def root(self) -> Path:
        return self._writer.root

    @property
    def writer(self) -> Writer:
        """For captures and outcomes, which come without being items."""
        return self._writer

    @property
    def run(self) -> str:
        """Name of the run: of its files in every folder of the archive."""
        return self._writer.run

    def process_item(self, item: object) -> object:
        if isinstance(item, Result):
            self._writer.add(_entry(item))
        elif isinstance(item, Issue):
            self._writer.add(issue_entry(item))
        elif isinstance(item, Entry):
            self._writer.add(item)
        else:
            raise TypeError(f"{type(item).__name__} came to the archive unread")
        return item

    def close(self, reason: str) -> tuple[Manifest, ...]:
        """Close every site's share of the run. Scrapy's `close_spider` does not say
        why a run ended, so the side that knows calls this."""
        return self._writer.close(reason)


def _documents(pages: Pages) -> Documents:
    documents = tuple(decode(page) for page in pages.pages)
    return Documents(pages=pages, documents=documents)


def _attempt(
    stage: Stage,
    pages: Pages,
    step: Callable[[], object],
    earlier: Issues = (),
    article: Article | None = None,
) -> object:
    """What `step` returns, or the Result that says how it failed on the pages."""
    try:
        return step()
    except Exception as error:
        url = pages.pages[0].url
        logger.info("%s failed on %s", stage, url, exc_info=error)
        return failed(stage, pages, error, earlier, article)


def _entry(result: Result) -> Entry:
    try:
        return result_entry(result)
    except UnicodeEncodeError as error:
        return result_entry(failed(Stage.ARCHIVE, result.pages, error))
