"""Keeps the archive's promises on Scrapy's side of the house."""

from __future__ import annotations

import asyncio
import logging
import sys
import time
from collections import Counter
from typing import TYPE_CHECKING, Self

from scrapy import signals

from crawler.exit_status import (
    ARCHIVE_STAT,
    ASSERTIONS_STAT,
    LOST_STAT,
    status_of_error,
)
from crawler.monitors import findings
from crawler.notices import notify
from crawler.summary import summary
from pipelines.archive.errors import ArchiveError, SiteLocked
from pipelines.archive.layout import RunPaths
from pipelines.archive.log import Outcome, read_log
from pipelines.archive.manifest import read_manifests
from pipelines.stages import Archive

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from scrapy import Spider
    from scrapy.crawler import Crawler
    from twisted.python.failure import Failure

    from pipelines.archive.manifest import Manifest

logger = logging.getLogger(__name__)


ARCHIVE_FAILED = "archive_failed"
"""Reason of a run that was ended because its archive cannot be written."""
AGAIN = "what was committed is kept; run the same command again for the rest"


def _reasons(root: Path, manifests: Iterable[Manifest]) -> Counter[str]:
    """Why requests were refused or failed, out of the runs' logs."""
    found: Counter[str] = Counter()
    for each in manifests:
        if not each.outcomes.keys() & _WITH_REASON:
            continue
        for read in read_log(RunPaths(root=root, site=each.site, run=each.run).log):
            if read.line is not None and read.line.outcome in _WITH_REASON:
                found[f"{read.line.outcome}: {read.line.reason}"] += 1
    return found


_WITH_REASON = frozenset({Outcome.REFUSED, Outcome.FAILED})


class ArchiveKeeper:
    """Ends a run whose archive cannot be written, and closes the archive with the
    reason that only Scrapy knows; then prints the summary."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._opened_at: float | None = None
        self._closing: asyncio.Future[None] | None = None
        self._error: ArchiveError | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        keeper = cls(crawler)
        crawler.signals.connect(keeper.spider_opened, signals.spider_opened)
        crawler.signals.connect(keeper.item_error, signals.item_error)
        crawler.signals.connect(keeper.spider_closed, signals.spider_closed)
        return keeper

    def spider_opened(self) -> None:
        self._opened_at = time.monotonic()

    def item_error(self, failure: Failure) -> None:
        """Scrapy would log a lost item and go on."""
        self._crawler.stats.inc_value(LOST_STAT)
        if isinstance(failure.value, ArchiveError):
            self.archive_failed(failure.value)

    def archive_failed(self, error: ArchiveError) -> None:
        """End the run: what is fetched from here on would be lost."""
        if self._closing is None:
            self._failed(error)
            # Not awaited: closing waits for this very item to be done with.
            self._closing = asyncio.ensure_future(
                self._crawler.engine.close_spider_async(reason=ARCHIVE_FAILED)
            )

    def spider_closed(self, spider: Spider, reason: str) -> None:
        archive = self._crawler.get_item_pipeline(Archive)
        if archive is None or self._opened_at is None:
            return
        self._monitor(archive, spider, reason)
        manifests = self._close(archive, reason)
        seconds = time.monotonic() - self._opened_at
        title = f"{spider.name}: {reason} after {seconds:.2f} s"
        if self._error is not None and not manifests:
            locked = isinstance(self._error, SiteLocked)
            # Another run is at it: nothing failed, and nothing is left to do again.
            told = f"{spider.name}: {self._error}" if locked else f"{title}; {AGAIN}"
            print(told, file=sys.stderr, flush=True)
            return
        text = summary(
            title=title,
            manifests=manifests,
            root=archive.root,
            feeds=tuple(self._crawler.settings.getdict("FEEDS")),
            reasons=_reasons(archive.root, manifests),
        )
        # Standard output stays free for `-o -`.
        print(text, file=sys.stderr, flush=True)

    def _monitor(self, archive: Archive, spider: Spider, reason: str) -> None:
        """Compare the run with what its site declares and with its history."""
        site = getattr(spider, "site", None)
        offline = self._crawler.settings["OFFLINE"]
        if site is None or offline or reason != "finished" or self._error is not None:
            return
        try:
            found = findings(
                site,
                archive.writer.site(site.name).so_far(),
                read_manifests(archive.root, site.name),
            )
            for finding in found:
                archive.process_item(finding.issue)
        except ArchiveError as error:
            self._failed(error)
            return
        for finding in found:
            print(f"  {site.name}: {finding.words}", file=sys.stderr)
        if any(finding.fails for finding in found):
            self._crawler.stats.set_value(ASSERTIONS_STAT, 1)
        notify(self._crawler.settings, site.name, found)

    def _close(self, archive: Archive, reason: str) -> tuple[Manifest, ...]:
        try:
            return archive.close(reason)
        except ArchiveError as error:
            self._failed(error)
            return ()

    def _failed(self, error: ArchiveError) -> None:
        self._error = error
        if not isinstance(error, SiteLocked):
            logger.critical("%s", error)
        self._crawler.stats.set_value(ARCHIVE_STAT, int(status_of_error(error)))
