"""Ends a run when its site's hours are over; the next one goes on from there."""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime
from typing import TYPE_CHECKING, Self

from scrapy import signals

from crawler.timing import is_within
from pipelines.clean.times import CHINA

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)

OUTSIDE_HOURS = "outside_hours"
"""Reason of a run that was ended so."""


class HoursGuard:
    """Looks at the clock between requests: a night's crawl must not run into the day."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._closing: asyncio.Future[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        guard = cls(crawler)
        if not crawler.settings["OFFLINE"]:
            crawler.signals.connect(guard.look, signals.response_received)
        return guard

    def look(self, spider: Spider) -> None:
        """After each response: the pace of a crawl is slower than any clock's."""
        site = getattr(spider, "site", None)
        if site is None or self._closing is not None:
            return
        if is_within(site.hours, datetime.now(CHINA)):
            return
        logger.warning("%s: its hours, %s, are over", site.name, site.hours)
        # Not awaited: closing waits for this very response to be done with.
        self._closing = asyncio.ensure_future(
            self._crawler.engine.close_spider_async(reason=OUTSIDE_HOURS)
        )
