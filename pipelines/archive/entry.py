"""What one item adds to the archive, encoded before anything is written."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import msgspec

from pipelines.archive.layout import SegmentKind
from pipelines.archive.lines import encode_line
from pipelines.archive.log import Outcome
from pipelines.clean.blocked import BLOCK_PAGE
from pipelines.records.issue import Issue, Stage
from pipelines.records.observation import Observation
from pipelines.records.page import ArchivePlace
from pipelines.sites import UNDECLARED
from pipelines.version import EXTRACTOR_VERSION

if TYPE_CHECKING:
    from pipelines.records.result import Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """The lines of one request or page group, and what its log line says of it."""

    site: str
    url: str | None
    archive: tuple[ArchivePlace, ...] = ()
    fingerprint: str | None = None
    """Null where nothing was read, so that nothing can be a duplicate."""
    outcome: Outcome
    """What becomes of it if the archive does not know it."""
    lines: Mapping[SegmentKind, bytes] = field(default_factory=dict)
    """Whole lines for each segment that has some."""
    method: str = "GET"
    status: int | None = None
    reason: str | None = None
    article_id: str | None = None
    content_hash: str | None = None
    further: tuple[str, ...] = ()
    original: ArchivePlace | None = None


def result_entry(result: Result) -> Entry:
    """Raises UnicodeEncodeError where a record cannot be written as UTF-8."""
    pages = result.pages.pages
    articles = () if result.article is None else (result.article,)
    reason = _why_again(result)
    is_blocked = reason is not None
    looked = result.pages.is_look and not is_blocked
    observations = (_looked(result),) if looked else ()
    return Entry(
        site=result.pages.site.name,
        url=pages[0].url,
        archive=tuple(page.archive for page in pages),
        # That is not the site's answer: another attempt is no duplicate of it.
        fingerprint=(
            None
            if is_blocked
            else _hash([(page.url, page.archive.digest) for page in pages])
        ),
        outcome=_outcome(result, is_blocked),
        reason=reason,
        lines={
            SegmentKind.ISSUES: _lines(result.issues),
            SegmentKind.MEETINGS: _lines(result.meetings),
            SegmentKind.ARTICLES: _lines(articles),
            SegmentKind.OBSERVATIONS: _lines(observations),
        },
        status=200 if result.pages.is_look else None,
        article_id=result.article.id if result.article else None,
        content_hash=result.article.content_hash if result.article else None,
        further=tuple(page.url for page in pages[1:]),
    )


def _why_again(result: Result) -> str | None:
    """Why what came is asked for again; null where it is the site's answer."""
    codes = {issue.code for issue in result.issues}
    if BLOCK_PAGE in codes:
        return "block page"
    return "empty body" if result.pages.is_look and "empty_page" in codes else None


def _outcome(result: Result, is_blocked: bool) -> Outcome:
    if result.article is not None:
        return Outcome.STORED
    return Outcome.FAILED if is_blocked else Outcome.UNREADABLE


def issue_entry(issue: Issue) -> Entry:
    """An issue that no page belongs to: a file that could not be read."""
    line = encode_line(issue)
    is_finding = issue.stage is Stage.MONITOR
    return Entry(
        site=issue.site or UNDECLARED.name,
        url=issue.url,
        # What was found of one run is news in the next one too.
        fingerprint=None if is_finding else _hash(line.decode()),
        outcome=Outcome.NOTED if is_finding else Outcome.SKIPPED,
        lines={SegmentKind.ISSUES: line},
    )


def with_records(
    entry: Entry, *, issues: tuple[Issue, ...] = (), seen: Observation | None = None
) -> Entry:
    """An entry of a request that was not read, with what it tells."""
    lines = {
        SegmentKind.ISSUES: _lines(issues),
        SegmentKind.OBSERVATIONS: _lines((seen,) if seen else ()),
    }
    return replace(entry, lines=lines)


def _looked(result: Result) -> Observation:
    page, article = result.pages.pages[0], result.article
    return Observation(
        url=page.url,
        site=result.pages.site.name,
        article_id=article.id if article else None,
        seen_at=page.retrieved_at or "",
        http_status=200,
        content_hash=article.content_hash if article else None,
        archive=tuple(each.archive for each in result.pages.pages),
    )


def _lines(records: tuple[Any, ...]) -> bytes:
    return b"".join(encode_line(record) for record in records)


def _hash(content: object) -> str:
    encoded = msgspec.json.encode([EXTRACTOR_VERSION, content])
    return hashlib.sha256(encoded).hexdigest()[:32]
