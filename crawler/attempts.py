"""Retries and redirects, each with its line in the log."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from scrapy import Request
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.downloadermiddlewares.retry import RetryMiddleware

from crawler.recorder import EARLIER, KEPT, Recording
from pipelines.archive.log import Outcome

if TYPE_CHECKING:
    from scrapy.http import Response
    from scrapy.settings import BaseSettings

LONGEST_WAIT = 60.0
"""Seconds between requests, however much is asked for: the rest waits for the next run."""


class LoggedRetryMiddleware(Recording, RetryMiddleware):
    """As Scrapy's, and it waits for as long as the server asks (RFC 9110, 10.2.3)."""

    def __init__(self, settings: BaseSettings) -> None:
        super().__init__(settings)
        self._usual: dict[str, float] = {}

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
        key = request.meta.get("download_slot", "")
        slot = self.crawler.engine.downloader.slots.get(key)
        if slot is not None:
            self._usual.setdefault(key, slot.delay)
            asked = retry_after(response.headers.get(b"Retry-After") or b"")
            slot.delay = min(LONGEST_WAIT, max(asked, 2 * slot.delay, 1.0))

    def _speed_up(self, request: Request) -> None:
        """Half as long after each good answer, down to what it was."""
        key = request.meta.get("download_slot", "")
        slot = self.crawler.engine.downloader.slots.get(key)
        if slot is not None and key in self._usual:
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
