"""One address fetched for a person to look at; robots.txt and limits as in a crawl."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from scrapy import Request, Spider

from crawler.pages import page_of_response
from pipelines.records.page import Pages
from pipelines.sites import UNDECLARED, site_of_host

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from scrapy.http import Response
    from twisted.python.failure import Failure

    from pipelines.sites import Site


class ProbeSpider(Spider):
    """Fetches `url` once and appends its Pages to `found`, or why not to `failures`."""

    name = "probe"
    custom_settings = {  # noqa: RUF012 (as Scrapy declares it)
        # No archive and no summary: a probe only looks.
        "ITEM_PIPELINES": {},
        "EXTENSIONS": {"crawler.keeper.ArchiveKeeper": None},
    }

    def __init__(
        self,
        url: str,
        sites: Mapping[str, Site],
        found: list[Pages],
        failures: list[str],
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.url = url
        self.sites = sites
        self.found = found
        self.failures = failures

    async def start(self) -> AsyncIterator[Request]:
        yield Request(self.url, callback=self.keep, errback=self.note)

    def keep(self, response: Response) -> None:
        host = urlsplit(response.url).netloc
        site = site_of_host(self.sites.values(), host) or UNDECLARED
        self.found.append(Pages(site=site, pages=(page_of_response(response),)))

    def note(self, failure: Failure) -> None:
        self.failures.append(failure.getErrorMessage())
