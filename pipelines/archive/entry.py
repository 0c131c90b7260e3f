"""What one item adds to the archive, encoded before anything is written."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from pipelines.archive.layout import SegmentKind
from pipelines.archive.lines import encode_line
from pipelines.archive.log import Outcome
from pipelines.records.page import ArchivePlace
from pipelines.sites import UNDECLARED
from pipelines.version import EXTRACTOR_VERSION

if TYPE_CHECKING:
    from pipelines.records.issue import Issue
    from pipelines.records.result import Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """The lines of one page group, and what its log line says of it."""

    site: str
    url: str | None
    archive: tuple[ArchivePlace, ...]
    fingerprint: str
    outcome: Outcome
    """What becomes of it if the archive does not know it."""
    lines: Mapping[SegmentKind, bytes]
    """Whole lines for each segment; empty where it has none."""


def result_entry(result: Result) -> Entry:
    """Raises UnicodeEncodeError where a record cannot be written as UTF-8."""
    pages = result.pages.pages
    articles = () if result.article is None else (result.article,)
    return Entry(
        site=result.pages.site.name,
        url=pages[0].url,
        archive=tuple(page.archive for page in pages),
        fingerprint=_hash([(page.url, page.archive.digest) for page in pages]),
        outcome=Outcome.UNREADABLE if result.article is None else Outcome.STORED,
        lines={
            SegmentKind.ISSUES: _lines(result.issues),
            SegmentKind.MEETINGS: _lines(result.meetings),
            SegmentKind.ARTICLES: _lines(articles),
        },
    )


def issue_entry(issue: Issue) -> Entry:
    """An issue that no page belongs to: a file that could not be read."""
    line = encode_line(issue)
    return Entry(
        site=issue.site or UNDECLARED.name,
        url=issue.url,
        archive=(),
        fingerprint=_hash(line.decode()),
        outcome=Outcome.SKIPPED,
        lines={
            SegmentKind.ISSUES: line,
            SegmentKind.MEETINGS: b"",
            SegmentKind.ARTICLES: b"",
        },
    )


def _lines(records: tuple[Any, ...]) -> bytes:
    return b"".join(encode_line(record) for record in records)


def _hash(content: object) -> str:
    encoded = msgspec.json.encode([EXTRACTOR_VERSION, content])
    return hashlib.sha256(encoded).hexdigest()[:32]
