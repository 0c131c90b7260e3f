"""The archive in front of the network: 304s get their bodies, offline everything."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Self
from urllib.parse import urldefrag

from scrapy.exceptions import IgnoreRequest
from scrapy.http import Headers
from scrapy.responsetypes import responsetypes

from crawler.exit_status import DAMAGED_STAT
from crawler.recorder import EARLIER, KEPT, method_of
from crawler.refusal import Refusal
from pipelines.archive.errors import ArchiveError
from pipelines.archive.http import body_of, parse_response
from pipelines.archive.index import Index
from pipelines.archive.warc_reading import MissingOriginal, MissingPage, WarcError

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from pipelines.records.capture import Kept

logger = logging.getLogger(__name__)

CONDITIONAL = "conditional"
"""Key of Request.meta: ask for it only if it has changed."""
VALIDATORS = ((b"ETag", b"If-None-Match"), (b"Last-Modified", b"If-Modified-Since"))


class ArchiveMiddleware:
    """Nearest to the network, so that what it serves goes the usual way up."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        offline = crawler.settings["OFFLINE"]
        self._offline = bool(offline)
        self._root = Path(offline or crawler.settings["ARCHIVE_DIR"])
        self._opened: Index | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Raises Refusal where the archive to be served from is not there."""
        middleware = cls(crawler)
        if middleware._offline and not (middleware._root / "runs").is_dir():
            raise Refusal(f"OFFLINE: {middleware._root} is no archive")
        return middleware

    def process_request(self, request: Request) -> Response | None:
        if KEPT in request.meta:
            return response_of(request, request.meta[KEPT])
        if self._offline:
            return self._served(request)
        if request.meta.get(CONDITIONAL) and EARLIER not in request.meta:
            self._ask_conditionally(request)
        return None

    def process_response(self, request: Request, response: Response) -> Response:
        earlier: Kept | None = request.meta.get(EARLIER)
        if response.status != 304 or earlier is None:
            return response
        return response_of(request, earlier)

    def _served(self, request: Request) -> Response:
        """Raises MissingPage, MissingOriginal, WarcError: three outcomes of their own,
        and none of them a 404."""
        address = urldefrag(request.url)[0]
        run = getattr(self._crawler.spider, "run", "")
        kept = self.index.answer(address, method_of(request), run)
        if kept is None:
            raise MissingPage(f"{address} is not in the archive")
        if kept.capture.truncated is not None:
            raise MissingPage(f"{address} was cut off: {kept.capture.truncated}")
        request.meta[KEPT] = kept
        return response_of(request, kept)

    def _ask_conditionally(self, request: Request) -> None:
        try:
            kept = self.index.kept(urldefrag(request.url)[0], method_of(request))
        except (WarcError, MissingOriginal) as error:
            # Asked for anew, which mends it; the scheduler is told all the same.
            logger.warning("Damaged in the archive: %s", error)
            self._crawler.stats.inc_value(DAMAGED_STAT)
            return
        if kept is None:
            return
        request.meta[EARLIER] = kept
        message = parse_response(kept.capture.response)
        for ours, asks in VALIDATORS:
            if value := message.field(ours):
                request.headers[asks] = value

    @property
    def index(self) -> Index:
        if self._opened is None:
            try:
                self._opened = Index(self._root, str(self._crawler.spider.name))  # type: ignore[union-attr]
            except ArchiveError as error:
                raise IgnoreRequest(str(error)) from error
        return self._opened


def response_of(request: Request, kept: Kept) -> Response:
    """What Scrapy would have made of the capture: still compressed."""
    message = parse_response(kept.capture.response)
    headers: dict[bytes, list[bytes]] = {}
    for name, value in message.headers:
        headers.setdefault(name, []).append(value)
    body = body_of(message)
    cls = responsetypes.from_args(
        headers=Headers(headers),
        url=request.url,
        body=body,
    )
    return cls(request.url, status=message.status, headers=headers, body=body)
