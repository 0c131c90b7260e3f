"""The log of a run: one line a page group, and that line is the commit."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from pipelines.records.page import ArchivePlace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Outcome(StrEnum):
    """What became of one page group; each has exactly one."""

    STORED = "stored"
    """An article was read; its lines are in the segments."""
    DUPLICATE = "duplicate"
    """The same bytes of the same address were read by this version before."""
    UNREADABLE = "unreadable"
    """No article; the issue lines say why."""
    SKIPPED = "skipped"
    """No page: a file of another kind, or one that could not be opened."""
    CAPTURED = "captured"
    """A list page, feed, sitemap or robots.txt: its bytes are in the WARC."""
    REVISITED = "revisited"
    """The site sent what the archive has: a revisit record leads there."""
    REDIRECTED = "redirected"
    """The site named another address, which is a request of its own."""
    REFUSED = "refused"
    """Not asked for or not taken; `reason` is robots, host, address, size, type."""
    FAILED = "failed"
    """Nothing usable came; `reason` says why."""
    NOTED = "noted"
    """A finding about the run as a whole: no request."""
    RETRIED = "retried"
    """An attempt that another one followed: no outcome of the request itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Bytes of each segment that belong to this line and those before it."""

    issues: int
    """Size of the run's file under `issues/`."""
    meetings: int
    """Size of the run's file under `meetings/`."""
    articles: int
    """Size of the run's file under `articles/`."""
    observations: int = 0
    """Size of the run's file under `observations/`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One request or saved article, committed: written after its lines elsewhere."""

    time: str
    """When it was committed: ISO 8601, UTC, to the millisecond."""
    outcome: Outcome
    """What became of it."""
    url: str | None
    """Address of the first page; null where the input has none."""
    archive: tuple[ArchivePlace, ...]
    """Where the bytes are, one a page; empty where no byte could be read."""
    fingerprint: str | None
    """Hash of the addresses, the digests and the version: what makes a later
    reading a duplicate; null where nothing was read."""
    extractor_version: str
    """Version of Huiyi that read it."""
    sizes: Sizes
    """Sizes of the segments after this group: what recovery cuts back to."""
    method: str = "GET"
    """Of the request; behind POST stands the SHA-256 of its body."""
    status: int | None = None
    """HTTP status of the last attempt; null where none came."""
    reason: str | None = None
    """Why it was refused or failed."""
    article_id: str | None = None
    """Of the article that was read; null where none was."""
    content_hash: str | None = None
    """Of the article's text."""
    further: tuple[str, ...] = ()
    """Addresses of an article's further pages, in the order of `archive`."""
    original: ArchivePlace | None = None
    """Of a revisit: where the body is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLine:
    """A line as found in a log file."""

    end: int
    """Offset of the byte after it."""
    line: LogLine | None
    """Null for a torn or damaged line."""


def read_log(file: Path) -> Iterator[ReadLine]:
    """Every line of a log, in order; a torn or damaged one comes without content."""
    decoder = msgspec.json.Decoder(LogLine)
    end = 0
    with file.open("rb") as lines:
        for raw in lines:
            end += len(raw)
            yield ReadLine(end=end, line=_decoded(decoder, raw))


def _decoded(decoder: msgspec.json.Decoder[LogLine], raw: bytes) -> LogLine | None:
    if not raw.endswith(b"\n"):
        return None
    try:
        return decoder.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
