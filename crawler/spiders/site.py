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
from crawler.failures import outcome_of
from crawler.lists import first_page, page_of_list
from crawler.outcomes import GONE, Outcomes
from crawler.recorder import EARLIER, KEPT, Recorder
from crawler.refusal import Refusal
from crawler.returns import Damaged, due, owed, unread, without_further_pages
from crawler.timing import is_within
from crawler.window import Window
from pipelines.archive.http import (
    GZIPPED,
    HttpError,
    entity_of,
    inflated,
    parse_response,
)
from pipelines.archive.index import Index
from pipelines.archive.layout import runs_of
from pipelines.archive.log import Outcome
from pipelines.archive.manifest import LIST_FAILED, settled_runs
from pipelines.archive.warc_pages import NoPage, page_of
from pipelines.archive.warc_reading import MissingOriginal, WarcError
from pipelines.clean.blocked import BLOCK_PAGE, block_mark
from pipelines.clean.times import CHINA
from pipelines.decode import decode
from pipelines.families.article_address import address
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
        run: str = "",
        _job: str = "",
        **unknown: str,
    ) -> None:
        """`since` and `until`: ISO dates, both inclusive, as the list prints them;
        `url`: one page instead of the lists; `run`: offline, what that run received
        and nothing else; `_job`: Scrapyd's own number, which it
        gives to every spider. Refusal where unusable."""
        super().__init__()
        if unknown:
            names = ", ".join(sorted(unknown))
            raise Refusal(
                f"{self.name} takes -a since=, until=, url= and run=, not {names}"
            )
        self.window, self.url, self.run = Window.of(since, until), url, run
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
        if spider.run:
            spider._refuse_unknown_run()
        return spider

    def _refuse_unknown_run(self) -> None:
        """Refusal for a run that the archive does not have, and for a live crawl."""
        if not self._offline:
            raise Refusal("-a run= is of an archive: give -s OFFLINE=archive")
        names = [each.run for each in runs_of(self._source, self.name)]
        if self.run not in names:
            known = ", ".join(names) or "none"
            raise Refusal(f"no run {self.run!r} of {self.name}; there are: {known}")

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
        self._settled = settled_runs(self._source, self.name)
        self._asked: set[str] = set()
        if not self._offline:
            for request in self._unread():
                yield request
        if self.url:
            yield self._article(self.url)
            return
        if self.run:
            for url, *_ in self._index.articles(self.run):
                yield self._article(url)
            return
        for start in self.site.start:
            yield self._list(first_page(start))
        for url in self._returns():
            yield self._article(url, meta={CONDITIONAL: True})

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
            reason = f"unreadable list: {error}"
            self._outcomes.unusable(request, response, reason, LIST_FAILED)
            return
        self._outcomes.listed(request, response, self._doubts(page, text, listing))
        links = [each for each in listing.links if self.window.holds(each.date)]
        urls = without_further_pages([each.url for each in links])
        fresh = [url for url in urls if not self._index.is_known(url)]
        for url in urls if self._offline else fresh:
            yield self._article(url)
        for url in listing.lists:
            yield self._list(page_of_list(url, page.start))
        following = page.following(listing, is_known=self._stops_early(listing))
        days = [each.date for each in listing.links]
        if following is not None and not self.window.is_past(days):
            yield self._list(following)

    def _doubts(self, page: ListPage, text: str, listing: Listing) -> tuple[Issue, ...]:
        if mark := block_mark(text, in_doubt=not listing.links):
            return (self._outcomes.issue(BLOCK_PAGE, mark, page.url),)
        # Numbers run on until a page is empty: that is the end, not a finding.
        is_end = page.start.is_numbered and page.number > 0
        if listing.links or listing.lists or is_end:
            return ()
        return (self._outcomes.issue("list_without_links", page.url, page.url),)

    def _stops_early(self, listing: Listing) -> bool:
        settled = all(self._is_settled(each.url) for each in listing.links)
        return settled and self.window.is_open and not self._offline

    def _is_settled(self, url: str) -> bool:
        """Whether a run that saw all of its lists has the article."""
        return any(seen.run in self._settled for seen in self._index.looks(url))

    # Articles ---------------------------------------------------------------------

    def _article(
        self,
        url: str,
        pages: tuple[Page, ...] = (),
        meta: dict[str, Any] | None = None,
    ) -> Request:
        self._asked.add(url)
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
        # `20210304_12.html` is an article's name unless a first page led to it, and what
        # was asked for already would be dropped with the pages that wait for it.
        goes_on = address(pages[0].url).number <= 1 and following not in self._asked
        if following is not None and goes_on and len(pages) < MAX_PAGES:
            yield self._article(following, pages)
            return
        yield self._whole(pages)

    def _whole(self, pages: tuple[Page, ...]) -> Pages:
        return Pages(site=self.site, pages=pages, is_look=not self._offline)

    def _returns(self) -> Iterator[str]:
        """Articles that no list need lead to: those to be looked at again, those that
        never came; offline those that have left the lists since."""
        if not self._offline:
            yield from due(self._index, datetime.now(UTC))
            yield from owed(self._index, self.site, datetime.now(UTC))
        elif self.window.is_open:
            yield from (url for url, *_ in self._index.articles())

    def _unread(self) -> Iterator[Request | Issue]:
        """What a killed run had received and not yet read: out of its WARC."""
        for found in unread(self._root, self.site):
            if isinstance(found, Damaged):
                yield self._outcomes.issue("unreadable_record", found.reason, found.url)
            else:
                yield self._article(found.capture.url, meta={KEPT: found})

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
        code = "missing_page" if pages else self._code_of(request, failure.value)
        if self._outcomes.failed(request, failure.value, code=code):
            self._answered = True
        if pages:
            yield self._whole(pages)

    @staticmethod
    def _code_of(request: Request, error: BaseException) -> str | None:
        """Of the Issue that a list page is which did not come.

        Numbers run on until the server has no such page: that is no failure.
        """
        page: ListPage | None = request.cb_kwargs.get("page")
        outcome, _, status = outcome_of(error)
        ends = page is not None and page.number > 0 and status in GONE
        failed = outcome is Outcome.FAILED and not isinstance(error, RunStopped)
        return LIST_FAILED if page is not None and failed and not ends else None

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
    body = entity_of(message)
    # sitemap.xml.gz: a file that is packed, not a body that was packed to be sent.
    if body.startswith(GZIPPED):
        body = inflated(body)
    page = Page(
        url=kept.capture.url,
        body=body,
        media_type=MediaType.HTML,
        archive=kept.original,
        headers=message.headers,
    )
    return decode(page).text
