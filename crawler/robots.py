"""robots.txt as RFC 9309 has it, for every request."""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http.request import NO_CALLBACK

from crawler.failures import ForbiddenByRobots, outcome_of
from crawler.recorder import Recording
from pipelines.archive.log import Outcome

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.robotstxt import RobotParser

logger = logging.getLogger(__name__)

MEAN, UPWARD = 1.25, 0.2
"""Of an asked delay: its mean in times of it, and the share that it varies by."""
LONGEST_DELAY = 60.0
"""Seconds of Crawl-delay that are honoured; more would be a refusal in disguise."""


class PoliteRobotsMiddleware(Recording, RobotsTxtMiddleware):
    """Scrapy's lets some requests through while it waits for the file, and takes a
    server's error page for one that allows everything."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._rules: dict[str, RobotParser | None] = {}
        self._closed: set[str] = set()
        self._offline = bool(crawler.settings["OFFLINE"])
        self._paced: set[str] = set()

    async def process_request(self, request: Request) -> None:  # type: ignore[override]
        if self._offline or request.meta.get("dont_obey_robotstxt"):
            # Offline nothing is asked of the site.
            return
        netloc = urlsplit(request.url).netloc
        try:
            await super().process_request(request)
        except IgnoreRequest as error:
            raise ForbiddenByRobots(str(error)) from error
        if netloc in self._paced:
            # The site has said how fast; AutoThrottle would go by its latency.
            request.meta["autothrottle_dont_adjust_delay"] = True
        if netloc in self._closed:
            raise ForbiddenByRobots("robots.txt could not be had")

    async def robot_parser(self, request: Request) -> RobotParser | None:
        """The rules of the request's host; null where there are none, or no file."""
        parts = urlsplit(request.url)
        # One asks, the others wait: Scrapy's own waiting lets all but the first pass.
        async with self._locks[parts.netloc]:
            if parts.netloc not in self._rules:
                asked = Request(
                    f"{parts.scheme}://{parts.netloc}/robots.txt",
                    priority=self.DOWNLOAD_PRIORITY,
                    meta={"dont_obey_robotstxt": True},
                    callback=NO_CALLBACK,
                )
                self._rules[parts.netloc] = await self._asked(asked)
        return self._rules[parts.netloc]

    async def _asked(self, request: Request) -> RobotParser | None:
        netloc = urlsplit(request.url).netloc
        self._stats.inc_value("robotstxt/request_count")
        try:
            response = await self.crawler.engine.download_async(request)
        except Exception as error:  # noqa: BLE001 (any failure forbids the host)
            outcome, reason, status = outcome_of(error)
            self.recorder.log(request, outcome, reason=reason, status=status)
            self._close(netloc, f"robots.txt could not be had: {error}")
            return None
        # A redirect has made another request of it.
        self.recorder.log(
            response.request or request, Outcome.CAPTURED, status=response.status
        )
        if response.status >= 500 or response.status == 429:
            self._close(netloc, f"robots.txt answers {response.status}")
        # RFC 9309, 2.3.1.3: not there, so nothing is forbidden.
        body = response.body if response.status < 400 else b""
        rules: RobotParser = self._parserimpl.from_crawler(self.crawler, body)
        self._apply_delay(netloc, rules)
        return rules

    def _close(self, netloc: str, reason: str) -> None:
        self._closed.add(netloc)
        self._stats.inc_value("huiyi/robots_unreachable")
        logger.warning("%s: nothing is fetched from it: %s", netloc, reason)

    def _apply_delay(self, netloc: str, rules: RobotParser) -> None:
        name = self._robotstxt_useragent or self._default_useragent
        delay = rules.crawl_delay(name)
        if delay:
            self._paced.add(netloc)
            for key, slot in self.crawler.engine.downloader.slots.items():
                if key == netloc.rsplit(":", 1)[0]:
                    # Between what was asked for and half as much again, never less.
                    least = max(slot.delay, min(delay, LONGEST_DELAY))
                    slot.delay, slot.jitter = MEAN * least, UPWARD
