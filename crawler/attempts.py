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

LONGEST_WAIT = 600.0
"""Seconds: who asks for more is asked again by the next run."""


class LoggedRetryMiddleware(Recording, RetryMiddleware):
    """As Scrapy's, and it waits for as long as the server asks (RFC 9110, 10.2.3)."""

    def process_response(  # type: ignore[override]
        self, request: Request, response: Response
    ) -> Request | Response:
        result = super().process_response(request, response)
        if response.status in {429, 503}:
            self._slow_down(request, response)
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
        engine = self.crawler.engine
        slot = engine.downloader.slots.get(request.meta.get("download_slot", ""))
        if slot is not None:
            asked = retry_after(response.headers.get(b"Retry-After") or b"")
            slot.delay = min(LONGEST_WAIT, max(asked, 2 * slot.delay))


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
