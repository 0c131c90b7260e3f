"""From what the crawler sees to the archive: captures, and one outcome a request."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urldefrag

from scrapy.exceptions import IgnoreRequest

from crawler.keeper import ArchiveKeeper
from pipelines.archive.entry import Entry, with_records
from pipelines.archive.errors import ArchiveError
from pipelines.archive.http import HttpError
from pipelines.records.capture import Capture
from pipelines.stages import Archive

if TYPE_CHECKING:
    from collections.abc import Callable

    from scrapy import Request
    from scrapy.crawler import Crawler

    from pipelines.archive.log import Outcome
    from pipelines.archive.writer import Writer
    from pipelines.records.capture import Kept, Truncation
    from pipelines.records.issue import Issue
    from pipelines.records.observation import Observation

KEPT = "kept"
"""Key of Request.meta: the Kept of the last attempt."""
EARLIER = "earlier"
"""Key of Request.meta: the archive's last capture of the address with a body."""


class Recorder:
    """Does nothing where no archive is kept, as for a probe."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    def open(self) -> None:
        """Take the site's lock and close what a killed run left, before anything is
        fetched. Raises IgnoreRequest, and ends the crawl, where that fails."""
        self._write(lambda w: w.site(self._site))

    def keep(
        self,
        request: Request,
        *,
        sent: bytes,
        received: bytes,
        truncated: Truncation | None,
        ip_address: str | None,
    ) -> None:
        """Archive one attempt; where it can be found goes to `request.meta`.

        Raises IgnoreRequest, and ends the crawl, where the archive cannot be written.
        """
        capture = Capture(
            url=urldefrag(request.url)[0],
            captured_at=f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%S.%fZ}",
            method=request.method,
            request=sent,
            response=received,
            truncated=truncated,
            ip_address=ip_address,
        )
        earlier = request.meta.get(EARLIER)
        try:
            kept = self._write(lambda w: w.keep(self._site, capture, earlier))
        except HttpError:
            # Not even a status line: the attempt failed, and its outcome says so.
            return
        if kept is not None:
            request.meta[KEPT] = kept

    def log(
        self,
        request: Request,
        outcome: Outcome,
        *,
        reason: str | None = None,
        status: int | None = None,
        issues: tuple[Issue, ...] = (),
        seen: Observation | None = None,
    ) -> None:
        """Commit the outcome of a request that no article was read from."""
        kept: Kept | None = request.meta.get(KEPT)
        entry = Entry(
            site=self._site,
            url=urldefrag(request.url)[0],
            archive=(kept.place,) if kept else (),
            outcome=outcome,
            method=method_of(request),
            status=status,
            reason=reason,
            original=kept.original if kept and kept.is_revisit else None,
        )
        self._write(lambda w: w.add(with_records(entry, issues=issues, seen=seen)))

    @property
    def _site(self) -> str:
        return str(getattr(self._crawler.spider, "name", ""))

    def _write(self, step: Callable[[Writer], Any]) -> Any:
        archive = self._crawler.get_item_pipeline(Archive)
        if archive is None:
            return None
        try:
            return step(archive.writer)
        except ArchiveError as error:
            keeper = self._crawler.get_extension(ArchiveKeeper)
            assert keeper is not None
            keeper.archive_failed(error)
            raise IgnoreRequest(str(error)) from error


class Recording:
    """A Scrapy component that has the crawl's Recorder."""

    recorder: Recorder

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        component: Self = super().from_crawler(crawler)  # type: ignore[misc]
        component.recorder = Recorder(crawler)
        return component


def method_of(request: Request) -> str:
    """The method, and for one with a body its hash: what a capture is keyed by."""
    if not request.body:
        return request.method
    return f"{request.method} {hashlib.sha256(request.body).hexdigest()}"
