"""One declared site: from its list pages to the Pages of its articles."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Self
from urllib.parse import urlsplit

from scrapy import Request, Spider, signals
from scrapy.exceptions import IgnoreRequest

from crawler.archive import CONDITIONAL
from crawler.discovery import ListError, read_list
from crawler.downloader import RunStopped
from crawler.exit_status import DAMAGED_STAT, UNREACHABLE_STAT
from crawler.lists import first_page, page_of_list
from crawler.outcomes import Outcomes
from crawler.recorder import EARLIER, KEPT, Recorder
from crawler.refusal import Refusal
from crawler.timing import is_due, is_within
from crawler.window import Window
from pipelines.archive.http import HttpError, entity_of, parse_response
from pipelines.archive.index import Index
from pipelines.archive.known import unlogged
from pipelines.archive.manifest import finished_runs
from pipelines.archive.stored import kept_of
from pipelines.archive.warc_pages import NoPage, is_article, page_of
from pipelines.archive.warc_reading import MissingOriginal, WarcError
from pipelines.clean.blocked import BLOCK_PAGE, block_mark
from pipelines.clean.times import CHINA
from pipelines.decode import decode
from pipelines.families.grouping import address
from pipelines.families.next_page import next_page
from pipelines.records.page import MediaType, Page, Pages

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from twisted.python.failure import Failure

    from crawler.discovery import Listing
    from crawler.lists import ListPage
    from pipelines.records.capture import Kept
    from pipelines.records.issue import Issue
    from pipelines.sites import Site

logger = logging.getLogger(__name__)

MAX_PAGES = 50
"""Pages of one article."""


class SiteSpider(Spider):
    """`scrapy crawl <site>`; `name` and `site` are set by the loader."""

    name = ""  # of no site: Scrapy lists a class by its name
    site: ClassVar[Site]

    def __init__(
        self,
        since: str = "",
        until: str = "",
        url: str = "",
        _job: str = "",
        **unknown: str,
    ) -> None:
        """`since` and `until`: ISO dates, both inclusive, as the list prints them;
        `url`: one page instead of the lists; `_job`: Scrapyd's own number, which it
        gives to every spider. Refusal where unusable."""
        super().__init__()
        if unknown:
            names = ", ".join(sorted(unknown))
            raise Refusal(f"{self.name} takes -a since=, until= and url=, not {names}")
        self.window, self.url = Window.of(since, until), url
        if url and urlsplit(url).netloc.lower() not in self.site.hosts:
            known = ", ".join(self.site.hosts) or "none"
            raise Refusal(f"{url} is not on a host of {self.name}: {known}")
        if not url and not self.site.start:
            raise Refusal(f"site {self.name} declares no start; see its notes")
        self.hosts = frozenset(self.site.hosts)

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider._outcomes = Outcomes(Recorder(crawler), cls.name)
        crawler.signals.connect(spider._dropped, signals.request_dropped)
        spider._root = Path(crawler.settings["ARCHIVE_DIR"])
        spider._offline = bool(crawler.settings["OFFLINE"])
        spider._source = Path(crawler.settings["OFFLINE"] or spider._root)
        return spider

    _outcomes: Outcomes
    _root: Path
    _source: Path
    _offline: bool
    _index: Index
    _answered = False

    async def start(self) -> AsyncIterator[Any]:
        try:
            self._outcomes.open()
        except IgnoreRequest:
            # The archive cannot be written, and the keeper has said why.
            return
        if not self._offline and not is_within(self.site.hours, datetime.now(CHINA)):
            logger.warning("%s is outside its hours, %s", self.name, self.site.hours)
            self._answered = True
            return
        self._index = self._outcomes.index = Index(self._source, self.name)
        self._finished = finished_runs(self._source, self.name)
        if not self._offline:
            for request in self._unread():
                yield request
        if self.url:
            yield self._article(self.url)
            return
        for start in self.site.start:
            yield self._list(first_page(start))
        if not self._offline:
            for request in self._due():
                yield request

    # Lists ------------------------------------------------------------------------

    def _list(self, page: ListPage) -> Request:
        return Request(
            page.url,
            method="POST" if page.body else "GET",
            body=page.body,
            headers={"Content-Type": page.content_type} if page.body else None,
            callback=self.parse_list,
            errback=self.failed,
            cb_kwargs={"page": page},
            # What is posted has no validator (RFC 9110, 13.1).
            meta={CONDITIONAL: not page.body},
            # Lists first: an article that scrolls away meanwhile would be missed.
            priority=10,
        )

    def parse_list(self, response: Response, page: ListPage) -> Iterator[Any]:
        """Articles of a list page, a feed or a sitemap, and the next page of it."""
        request = response.request
        assert request is not None
        self._answered = True
        kept = _body_holder(request)
        try:
            if kept is None:
                raise HttpError("no capture of it")
            text = _text_of(kept)
            listing = read_list(text, response.url, self.site, page.start.link)
        except (HttpError, ListError) as error:
            self._outcomes.unusable(request, response, f"unreadable list: {error}")
            return
        self._outcomes.listed(request, response, self._doubts(page, text, listing))
        links = [each for each in listing.links if self.window.holds(each.date)]
        fresh = [each.url for each in links if not self._index.is_known(each.url)]
        for url in fresh if not self._offline else [each.url for each in links]:
            yield self._article(url)
        for url in listing.lists:
            yield self._list(page_of_list(url, page.start))
        following = page.following(listing, is_known=self._stops_early(listing))
        days = [each.date for each in listing.links]
        if following is not None and not self.window.is_past(days):
            yield self._list(following)

    def _doubts(self, page: ListPage, text: str, listing: Listing) -> tuple[Issue, ...]:
        if mark := block_mark(text):
            return (self._outcomes.issue(BLOCK_PAGE, mark, page.url),)
        # Numbers run on until a page is empty: that is the end, not a finding.
        is_end = page.start.is_numbered and page.number > 0
        if listing.links or listing.lists or is_end:
            return ()
        return (self._outcomes.issue("list_without_links", page.url, page.url),)

    def _stops_early(self, listing: Listing) -> bool:
        settled = all(self._is_settled(each.url) for each in listing.links)
        return settled and not self.window.since and not self._offline

    def _is_settled(self, url: str) -> bool:
        """Whether a run that came to its end has the article."""
        return any(seen.run in self._finished for seen in self._index.looks(url))

    # Articles ---------------------------------------------------------------------

    def _article(
        self,
        url: str,
        pages: tuple[Page, ...] = (),
        meta: dict[str, Any] | None = None,
    ) -> Request:
        return Request(
            url,
            callback=self.parse_article,
            errback=self.failed,
            cb_kwargs={"pages": pages},
            meta=meta,
        )

    def parse_article(self, response: Response, pages: tuple[Page, ...]) -> Any:
        """The article's Pages; its further pages are asked for first."""
        request = response.request
        assert request is not None
        self._answered = True
        kept: Kept | None = request.meta.get(KEPT)
        if kept is None:
            self._outcomes.unusable(request, response, "no capture of it")
            return
        if kept.is_revisit:
            self._outcomes.unchanged(request, response)
            return
        try:
            page = page_of(kept)
        except NoPage as error:
            self._outcomes.refused(request, response, f"type: {error}")
            return
        except HttpError as error:
            self._outcomes.unusable(request, response, f"broken body: {error}")
            return
        pages = (*pages, page)
        following = next_page(page.body.decode("latin-1"), page.url)
        if following is not None and len(pages) < MAX_PAGES:
            yield self._article(following, pages)
            return
        yield self._whole(pages)

    def _whole(self, pages: tuple[Page, ...]) -> Pages:
        return Pages(site=self.site, pages=pages, is_look=not self._offline)

    def _due(self) -> Iterator[Request]:
        """Articles that are to be looked at again."""
        now = datetime.now(UTC)
        for url, first, last in list(self._index.articles()):
            if is_due(first, last, now) and self._is_first_page(url):
                yield self._article(url, meta={CONDITIONAL: True})

    @staticmethod
    def _is_first_page(url: str) -> bool:
        return address(url).number <= 1

    def _unread(self) -> Iterator[Request | Issue]:
        """What a killed run had received and not yet read: out of its WARC."""
        for run, file, record in unlogged(self._root, self.name):
            try:
                kept = kept_of(record, run.name(file))
            except WarcError as error:
                yield self._outcomes.issue("unreadable_record", str(error), record.url)
                continue
            if record.kind == "response" and self._may_be_read(kept):
                yield self._article(kept.capture.url, meta={KEPT: kept})

    def _may_be_read(self, kept: Kept) -> bool:
        """Whether it is a whole article's page that no run has read; what else was
        received is in the WARC, and the lists are asked for again anyway."""
        url = kept.capture.url
        return (
            kept.capture.truncated is None
            and parse_response(kept.capture.response).status == 200
            and urlsplit(url).path != "/robots.txt"
            and self.site.article is not None
            and is_article(url, self.site)
            and self._is_first_page(url)
        )

    # Outcomes ---------------------------------------------------------------------

    def failed(self, failure: Failure) -> Iterator[Any]:
        """Every request that did not come to its callback ends here."""
        request: Request = failure.request  # type: ignore[attr-defined]
        assert failure.value is not None
        if isinstance(failure.value, WarcError | MissingOriginal):
            self._stat(DAMAGED_STAT)
        pages: tuple[Page, ...] = request.cb_kwargs.get("pages", ())
        # Where the run was stopped, the next one reads the article from its WARC.
        if isinstance(failure.value, RunStopped):
            pages = ()
        # The article's further page is not to be had: what is there is read.
        self._outcomes.failed(request, failure.value, is_missing=bool(pages))
        if pages:
            yield self._whole(pages)

    def closed(self, reason: str) -> None:
        """Scrapy's hook: what a scheduler must be told of the run as a whole."""
        if not self._answered and reason == "finished":
            self._stat(UNREACHABLE_STAT)

    def _stat(self, name: str) -> None:
        self.crawler.stats.inc_value(name)

    def _dropped(self, request: Request) -> None:
        self._outcomes.doubled(request)


def _body_holder(request: Request) -> Kept | None:
    """The capture with the body: of a 304 or a repeat the earlier one."""
    kept: Kept | None = request.meta.get(KEPT)
    if kept is not None and kept.is_revisit:
        return request.meta.get(EARLIER) or kept
    return kept


def _text_of(kept: Kept) -> str:
    message = parse_response(kept.capture.response)
    page = Page(
        url=kept.capture.url,
        body=entity_of(message),
        media_type=MediaType.HTML,
        archive=kept.original,
        headers=message.headers,
    )
    return decode(page).text
