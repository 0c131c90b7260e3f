"""Saved pages, read again without a network."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from scrapy import Spider

from crawler.declarations import declared_sites
from crawler.exit_status import DAMAGED_STAT
from crawler.refusal import Refusal
from pipelines.archive.errors import SourceError
from pipelines.archive.found import DAMAGES
from pipelines.archive.sources import check_sources, saved_pages
from pipelines.records.issue import Issue

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from scrapy.crawler import Crawler

    from pipelines.records.page import Pages
    from pipelines.sites import Site


SECONDS_BETWEEN_LOOKS = 0.05


class ReplaySpider(Spider):
    """`scrapy crawl replay -a source=FOLDER`: yields the Pages of saved material."""

    name = "replay"
    custom_settings = {  # noqa: RUF012 (as Scrapy declares it)
        # No scheme at all: a replay that asked for an address would be a defect.
        "DOWNLOAD_HANDLERS": dict.fromkeys(
            ("http", "https", "file", "data", "ftp", "s3")
        )
    }

    def __init__(self, source: str = "", _job: str = "", **unknown: str) -> None:
        """`source`: folders and files, comma-separated; `_job`: Scrapyd's own number.
        Refusal where unusable."""
        super().__init__()
        if unknown:
            names = ", ".join(sorted(unknown))
            raise Refusal(f"replay takes -a source=…, not {names}")
        self.sources = tuple(Path(part) for part in source.split(",") if part.strip())
        self.sites: Mapping[str, Site] = {}
        try:
            check_sources(self.sources)
        except SourceError as error:
            hint = "give -a source=FOLDER or FILE, several comma-separated"
            raise Refusal(f"{error}; {hint}") from error

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.sites = declared_sites(crawler.settings)
        return spider

    async def start(self) -> AsyncIterator[Pages | Issue]:
        for item in saved_pages(self.sources, self.sites):
            # While a run is closing, Scrapy draws from here without a pause, and the
            # close would come after the last page.
            while self.crawler.engine.needs_backout():  # noqa: ASYNC110 (as its docs)
                await asyncio.sleep(SECONDS_BETWEEN_LOOKS)
            if isinstance(item, Issue) and item.code in DAMAGES:
                self.crawler.stats.inc_value(DAMAGED_STAT)
            yield item
