"""One attempt at one address, as it went over the wire."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pipelines.records.page import ArchivePlace


class Truncation(StrEnum):
    """Why a response is not whole (WARC 1.1, section 5.13)."""

    LENGTH = "length"
    TIME = "time"
    DISCONNECT = "disconnect"


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """Request and response as sent and received, byte by byte."""

    url: str
    """Absolute address that was asked for."""
    captured_at: str
    """ISO 8601, UTC, to the microsecond."""
    response: bytes
    """Status line, header and body as received: still chunked and compressed."""
    request: bytes = b""
    """As sent; empty where the maker of the record did not keep it."""
    method: str = "GET"
    truncated: Truncation | None = None
    ip_address: str | None = None
    """Address that was connected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A capture and where the archive has it."""

    capture: Capture
    place: ArchivePlace
    """Of the record itself: a revisit's own place."""
    original: ArchivePlace
    """Of the record that holds the body; of a revisit, the earlier one."""

    @property
    def is_revisit(self) -> bool:
        """Whether the same bytes had been archived before."""
        return self.place != self.original
