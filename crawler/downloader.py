"""Lets a run close while an item from `start()` is on its way."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from scrapy.core.downloader import Downloader

if TYPE_CHECKING:
    from scrapy.core.scraper import Scraper

SECONDS_BETWEEN_LOOKS = 0.01


class ClosingDownloader(Downloader):
    """Scrapy's own, but closing it also frees a scraper that would wait for ever.

    Scrapy 2.19 closes the downloader, then waits until no item is in the pipelines,
    but looks again only after a response: an item that `start()` yielded holds the
    close, and Ctrl-C, for good.
    """

    def close(self) -> None:
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
