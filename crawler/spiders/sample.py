"""A column page and a few of the articles that it leads to."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from scrapy import Request, Spider

from crawler.shapes import article_links
from pipelines.decode import decode
from pipelines.records.page import ArchivePlace, MediaType, Page

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from scrapy.http import Response
    from twisted.python.failure import Failure

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
        page = _page(response)
        self.column.append(page)
        links = article_links(decode(page).text, response.url)
        for url in links[:SAMPLES]:
            yield Request(url, callback=self.parse_sample, errback=self.failed)

    def parse_sample(self, response: Response) -> None:
        self.samples.append(_page(response))

    def failed(self, failure: Failure) -> None:
        self.failures.append(str(failure.value))


def _page(response: Response) -> Page:
    headers = tuple(
        (name, value)
        for name in response.headers
        for value in response.headers.getlist(name)
    )
    body = response.body
    return Page(
        url=response.url,
        body=body,
        media_type=MediaType.HTML,
        archive=ArchivePlace(
            file=response.url, digest=f"sha256:{sha256(body).hexdigest()}"
        ),
        headers=headers,
        retrieved_at=datetime.now(UTC).isoformat(timespec="seconds"),
    )
