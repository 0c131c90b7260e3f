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


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Bytes of each segment that belong to this line and those before it."""

    issues: int
    """Size of the run's file under `issues/`."""
    meetings: int
    """Size of the run's file under `meetings/`."""
    articles: int
    """Size of the run's file under `articles/`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One page group, committed: written last, after its lines in the segments."""

    time: str
    """When it was committed: ISO 8601, UTC, to the millisecond."""
    outcome: Outcome
    """What became of it."""
    url: str | None
    """Address of the first page; null where the input has none."""
    archive: tuple[ArchivePlace, ...]
    """Where the bytes are, one a page; empty where no byte could be read."""
    fingerprint: str
    """Hash of the addresses, the digests and the version: what makes a later
    reading a duplicate."""
    extractor_version: str
    """Version of Huiyi that read it."""
    sizes: Sizes
    """Sizes of the segments after this group: what recovery cuts back to."""


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
