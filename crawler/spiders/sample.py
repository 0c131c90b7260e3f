"""A column page and a few of the articles that it leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapy import Request, Spider

from crawler.pages import page_of_response
from crawler.shapes import article_links
from pipelines.decode import decode

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from scrapy.http import Response
    from twisted.python.failure import Failure

    from pipelines.records.page import Page

SAMPLES = 3


class SampleSpider(Spider):
    """Fills the lists that it is given; robots.txt and limits as in a crawl."""

    name = "sample"
    custom_settings = {  # noqa: RUF012 (as Scrapy declares it)
        "ITEM_PIPELINES": {},
        "EXTENSIONS": {"crawler.keeper.ArchiveKeeper": None},
    }

    def __init__(
        self,
        url: str = "",
        column: list[Page] | None = None,
        samples: list[Page] | None = None,
        failures: list[str] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.url = url
        self.column = [] if column is None else column
        self.samples = [] if samples is None else samples
        self.failures = [] if failures is None else failures

    async def start(self) -> AsyncIterator[Request]:
        yield Request(self.url, callback=self.parse_column, errback=self.failed)

    def parse_column(self, response: Response) -> Iterator[Request]:
        page = page_of_response(response)
        self.column.append(page)
        links = article_links(decode(page).text, response.url)
        for url in links[:SAMPLES]:
            yield Request(url, callback=self.parse_sample, errback=self.failed)

    def parse_sample(self, response: Response) -> None:
        self.samples.append(page_of_response(response))

    def failed(self, failure: Failure) -> None:
        self.failures.append(str(failure.value))
