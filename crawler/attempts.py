"""Retries and redirects, each with its line in the log."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.exceptions import DownloadTimeoutError

from crawler.failures import AskedToWait
from crawler.recorder import EARLIER, KEPT, Recording
from pipelines.archive.log import Outcome

if TYPE_CHECKING:
    from scrapy.http import Response
    from scrapy.settings import BaseSettings

LONGEST_WAIT = 60.0
"""Seconds that a run waits where it is asked to; a host that asks for more is left
alone until the next run."""


class LoggedRetryMiddleware(Recording, RetryMiddleware):
    """As Scrapy's, and it waits for as long as the server asks (RFC 9110, 10.2.3)."""

    def __init__(self, settings: BaseSettings) -> None:
        super().__init__(settings)
        self._usual: dict[str, float] = {}
        self._closed: dict[str, float] = {}

    def process_request(self, request: Request) -> None:
        """Raises AskedToWait for a host that is left alone."""
        asked = self._closed.get(urlsplit(request.url).hostname or "")
        if asked is not None and KEPT not in request.meta:
            raise AskedToWait(f"Retry-After: {asked:.0f} seconds")

    def process_response(  # type: ignore[override]
        self, request: Request, response: Response
    ) -> Request | Response:
        result = super().process_response(request, response)
        if response.status in {429, 503}:
            self._slow_down(request, response)
        elif response.status < 400:
            self._speed_up(request)
        if isinstance(result, Request):
            reason = f"status {response.status}"
            self._retried(request, result, reason, response.status)
        return result

    def process_exception(  # type: ignore[override]
        self, request: Request, exception: Exception
    ) -> Request | Response | None:
        # A server that was given its time once is not held up again at once: the next
        # run asks for what it owes.
        if isinstance(exception, DownloadTimeoutError):
            return None
        result = super().process_exception(request, exception)
        if isinstance(result, Request):
            self._retried(request, result, type(exception).__name__, None)
        return result

    def _retried(
        self, request: Request, again: Request, reason: str, status: int | None
    ) -> None:
        self.recorder.log(request, Outcome.RETRIED, reason=reason, status=status)
        again.meta.pop(KEPT, None)

    def _slow_down(self, request: Request, response: Response) -> None:
        """Twice as long between requests, and none before the server asks for it."""
        asked = retry_after(response.headers.get(b"Retry-After") or b"")
        if asked > LONGEST_WAIT:
            self._closed[urlsplit(request.url).hostname or ""] = asked
        key = request.meta.get("download_slot", "")
        slot = self.crawler.engine.downloader.slots.get(key)
        if slot is not None:
            self._usual.setdefault(key, slot.delay)
            slot.delay = min(LONGEST_WAIT, max(2 * slot.delay, 1.0))
            # The slot counts its delay from when it last sent something, by this clock.
            slot.lastseen = max(slot.lastseen, time.monotonic() + asked)

    def _speed_up(self, request: Request) -> None:
        """Half as long after each good answer, down to what it was; not while the slot
        still waits as it was asked to."""
        key = request.meta.get("download_slot", "")
        slot = self.crawler.engine.downloader.slots.get(key)
        if slot is None or key not in self._usual or slot.lastseen > time.monotonic():
            return
        slot.delay = max(self._usual[key], slot.delay / 2)
        if slot.delay == self._usual[key]:
            del self._usual[key]


class LoggedRedirectMiddleware(Recording, RedirectMiddleware):
    """As Scrapy's; what it leads to is a request of its own."""

    def process_response(  # type: ignore[override]
        self, request: Request, response: Response
    ) -> Request | Response:
        result = super().process_response(request, response)
        if isinstance(result, Request):
            self.recorder.log(
                request, Outcome.REDIRECTED, reason=result.url, status=response.status
            )
            for key in (KEPT, EARLIER):
                result.meta.pop(key, None)
        return result


def retry_after(value: bytes) -> float:
    """Seconds that a Retry-After header asks for; 0 where it is none."""
    text = value.decode("latin-1").strip()
    if text.isdigit():
        return float(text)
    try:
        return max(
            0.0, (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds()
        )
    except (ValueError, TypeError):
        return 0.0
