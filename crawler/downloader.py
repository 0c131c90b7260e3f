"""Lets a run close while an item from `start()` is on its way."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from scrapy.core.downloader import Downloader
from scrapy.exceptions import IgnoreRequest
from twisted.python.failure import Failure

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.core.scraper import Scraper
    from scrapy.http import Response

SECONDS_BETWEEN_LOOKS = 0.01
SECONDS_BETWEEN_STOPS = 0.2


class RunStopped(IgnoreRequest):
    """A request that was waiting for its turn when the run was stopped."""


class ClosingDownloader(Downloader):
    """Scrapy's own, but closing it also frees a scraper that would wait for ever.

    Scrapy 2.19 closes the downloader, then waits until no item is in the pipelines,
    but looks again only after a response: an item that `start()` yielded holds the
    close, and Ctrl-C, for good.
    """

    _watch: asyncio.Task[None] | None = None

    async def _enqueue_request(self, request: Request) -> Response:
        if self._watch is None:
            self._watch = asyncio.ensure_future(self._drop_when_stopped())
        return await super()._enqueue_request(request)

    async def _drop_when_stopped(self) -> None:
        """End the wait of requests that a delay holds: Ctrl-C would wait for each."""
        while not self._is_stopping:  # noqa: ASYNC110 (Scrapy has no event for it)
            await asyncio.sleep(SECONDS_BETWEEN_STOPS)
        for slot in self.slots.values():
            while slot.queue:
                _, waiting = slot.queue.popleft()
                stopped = RunStopped("stopped before it was asked for")
                waiting.errback(Failure(stopped))  # type: ignore[no-untyped-call]

    @property
    def _is_stopping(self) -> bool:
        """By a signal, or by whatever closes the spider before its end."""
        slot = self.crawler.engine._slot
        is_closing = slot is not None and slot.closing is not None
        return is_closing or not self.crawler.crawling

    def close(self) -> None:
        if self._watch is not None:
            self._watch.cancel()
        super().close()
        # Null where the engine itself could not be made.
        engine = self.crawler._engine
        if engine is not None and engine.scraper.slot is not None:
            self._release = asyncio.ensure_future(_release(engine.scraper))


async def _release(scraper: Scraper) -> None:
    """Tell the scraper that it is idle, once it is."""
    while (slot := scraper.slot) is not None and not slot.is_idle():  # noqa: ASYNC110 (Scrapy has no event for it)
        await asyncio.sleep(SECONDS_BETWEEN_LOOKS)
    if slot is not None and slot.closing is not None and not slot.closing.called:
        scraper._check_if_closing()
