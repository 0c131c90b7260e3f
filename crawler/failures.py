"""What the end of a request that failed is called in the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.exceptions import (
    DownloadCancelledError,
    DownloadTimeoutError,
    IgnoreRequest,
)
from scrapy.spidermiddlewares.httperror import HttpError

from crawler.downloader import RunStopped
from crawler.hosts import RefusedHost
from crawler.wire import PrivateAddressError
from pipelines.archive.log import Outcome
from pipelines.archive.warc_reading import MissingOriginal, MissingPage, WarcError

if TYPE_CHECKING:
    from scrapy.http import Response


class ForbiddenByRobots(IgnoreRequest):
    """The site's robots.txt forbids the address, or could not be had."""


class AskedToWait(IgnoreRequest):
    """The host has asked to be left alone for longer than a run lasts."""


REFUSALS: tuple[tuple[type[BaseException], str], ...] = (
    (ForbiddenByRobots, "robots"),
    (RefusedHost, "host"),
    (PrivateAddressError, "address"),
    (DownloadCancelledError, "size"),
)
FAILURES: tuple[tuple[type[BaseException], str], ...] = (
    (MissingPage, "not in the archive"),
    (MissingOriginal, "original gone from the archive"),
    (WarcError, "damaged in the archive"),
    (DownloadTimeoutError, "timeout"),
    (RunStopped, "stopped"),
    (AskedToWait, "asked to wait"),
)


def outcome_of(error: BaseException) -> tuple[Outcome, str, int | None]:
    """Outcome, reason and HTTP status of a request that ended with `error`."""
    if isinstance(error, HttpError):
        response: Response = error.response
        return Outcome.FAILED, f"status {response.status}", response.status
    for cls, word in REFUSALS:
        if isinstance(error, cls):
            return Outcome.REFUSED, _told(word, error), None
    for cls, word in FAILURES:
        if isinstance(error, cls):
            return Outcome.FAILED, _told(word, error), None
    if isinstance(error, IgnoreRequest):
        if "redirections" in str(error):
            return Outcome.FAILED, f"redirects: {error}"[:200], None
        # A body that unpacks to a bomb.
        return Outcome.REFUSED, _told("size", error), None
    return Outcome.FAILED, f"{type(error).__name__}: {error}"[:200], None


def _told(word: str, error: BaseException) -> str:
    """`size: expected 20000000 bytes …`; the word alone where the error says no more."""
    return f"{word}: {error}"[:200] if str(error) else word
