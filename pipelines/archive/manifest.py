"""The manifest that closes a run: what is on the disk, and why it ended."""

from __future__ import annotations

import hashlib
import os
import platform
from collections import Counter
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import TYPE_CHECKING

import msgspec

from pipelines.archive.layout import RunPaths, SegmentKind, runs_of
from pipelines.archive.lines import encode_line
from pipelines.archive.log import LogLine, Outcome, read_log
from pipelines.version import EXTRACTOR_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# What a record's bytes depend on besides the page and Huiyi itself.
ARTICLE_OUTCOMES = {
    Outcome.STORED,
    Outcome.DUPLICATE,
    Outcome.UNREADABLE,
}
READERS = ("msgspec", "opencc", "pypinyin", "selectolax", "w3lib")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSum:
    """One file of the run, as it stood at the end."""

    file: str
    """Path inside the archive."""
    size: int
    """Bytes."""
    sha256: str
    """Hexadecimal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """One site's share of one run that is over."""

    site: str
    """Name of the site."""
    run: str
    """Name of the run: its start in UTC and two random bytes."""
    started_at: str
    """ISO 8601, UTC."""
    finished_at: str | None
    """ISO 8601, UTC; of a killed run the last commit, null where it has none."""
    reason: str
    """Why it ended: `finished`, `shutdown`, `killed` or what Scrapy says."""
    pages: int
    """Pages that were asked for; an article may have several."""
    outcomes: dict[Outcome, int]
    """Requests and saved pages by outcome; an article of several pages counts each.
    All but `retried` and `noted` sum up to what was asked for."""
    attempts: int = 0
    """Attempts at the network: requests that were made, repeats included."""
    articles: int
    """Lines in the run's file of articles."""
    meetings: int
    """Lines in the run's file of meetings."""
    issues: dict[str, int]
    """Issues by code, the most frequent first; `damaged_line` for unreadable ones."""
    shares: dict[str, float] = field(default_factory=dict)
    """Of the articles, 0 to 1: `dated`, `titled`, `publisher`, `meeting`; empty where
    the run has no article."""
    files: tuple[FileSum, ...]
    """Log, segments and WARCs; a segment without a line has no file."""
    versions: dict[str, str]
    """What read the pages; of a killed run only what its log names."""


def current_versions() -> dict[str, str]:
    """Versions of Huiyi, Python and the libraries that shape a record."""
    return {
        "huiyi": EXTRACTOR_VERSION,
        "python": platform.python_version(),
        **{name: version(name) for name in READERS},
    }


def describe(
    paths: RunPaths,
    *,
    reason: str,
    finished_at: str | None,
    versions: dict[str, str],
) -> Manifest:
    """The manifest of what the run's files hold now; reads them all once."""
    segments = {kind: paths.segment(kind) for kind in SegmentKind}
    present = [paths.log, *(file for file in segments.values() if file.exists())]
    present += paths.warcs()
    return Manifest(
        site=paths.site,
        run=paths.run,
        started_at=paths.started_at.isoformat(),
        finished_at=finished_at,
        reason=reason,
        pages=_pages(paths.log),
        attempts=_attempts(paths.log),
        outcomes=_outcomes(paths.log),
        articles=_count_lines(segments[SegmentKind.ARTICLES]),
        meetings=_count_lines(segments[SegmentKind.MEETINGS]),
        issues=_issue_codes(segments[SegmentKind.ISSUES]),
        shares=_shares(segments[SegmentKind.ARTICLES]),
        files=tuple(_sum(file, paths.root) for file in sorted(present)),
        versions=versions,
    )


def write_manifest(file: Path, manifest: Manifest) -> None:
    """Put the manifest in place at once: whole or not there."""
    part = file.with_suffix(".part")
    with part.open("wb") as out:
        out.write(msgspec.json.format(encode_line(manifest), indent=2) + b"\n")
        out.flush()
        os.fsync(out.fileno())
    part.replace(file)


def _lines(log: Path) -> Iterator[LogLine]:
    return (read.line for read in read_log(log) if read.line is not None)


def _outcomes(log: Path) -> dict[Outcome, int]:
    counts: Counter[Outcome] = Counter()
    for line in _lines(log):
        counts[line.outcome] += max(1, len(line.archive))
    return {outcome: counts[outcome] for outcome in Outcome}


def _pages(log: Path) -> int:
    """Pages of articles: list pages and failures are none."""
    return sum(
        len(line.archive) for line in _lines(log) if line.outcome in ARTICLE_OUTCOMES
    )


def _attempts(log: Path) -> int:
    """Records of captures: whatever came over the wire has one."""
    places = (place for line in _lines(log) for place in line.archive)
    return sum(place.offset is not None for place in places)


def _count_lines(file: Path) -> int:
    if not file.exists():
        return 0
    with file.open("rb") as lines:
        return sum(1 for _ in lines)


class _Article(msgspec.Struct):
    title: str | None
    published_at: str | None
    publisher: str | None
    meetings: tuple[str, ...]


def _shares(file: Path) -> dict[str, float]:
    if not file.exists():
        return {}
    decoder = msgspec.json.Decoder(_Article)
    counts, total = Counter[str](), 0
    with file.open("rb") as lines:
        for line in lines:
            try:
                article = decoder.decode(line)
            except (msgspec.DecodeError, UnicodeDecodeError):
                # Counted by `verify`; it must not keep the run from being closed.
                continue
            total += 1
            counts["dated"] += article.published_at is not None
            counts["titled"] += article.title is not None
            counts["publisher"] += article.publisher is not None
            counts["meeting"] += bool(article.meetings)
    return {name: round(count / total, 4) for name, count in counts.items()}


def read_manifests(root: Path, site: str) -> tuple[Manifest, ...]:
    """Of every run of a site that is over, oldest first; unreadable ones left out."""
    found = []
    for run in runs_of(root, site):
        try:
            found.append(msgspec.json.decode(run.manifest.read_bytes(), type=Manifest))
        except (FileNotFoundError, msgspec.DecodeError):
            # Not over yet, or written by an earlier version: no history.
            continue
    return tuple(found)


def finished_runs(root: Path, site: str) -> frozenset[str]:
    """Names of the runs that came to their end by themselves."""
    return frozenset(
        each.run for each in read_manifests(root, site) if each.reason == "finished"
    )


LIST_FAILED = "list_failed"
"""Code of the Issue of a list page that did not come."""


def settled_runs(root: Path, site: str) -> frozenset[str]:
    """Names of the finished runs that saw every list page that they asked for: what
    lies behind a page that failed is still to be found."""
    return frozenset(
        each.run
        for each in read_manifests(root, site)
        if each.reason == "finished" and LIST_FAILED not in each.issues
    )


class _Code(msgspec.Struct):
    code: str


def _issue_codes(file: Path) -> dict[str, int]:
    if not file.exists():
        return {}
    decoder = msgspec.json.Decoder(_Code)
    with file.open("rb") as lines:
        counts = Counter(_code(decoder, line) for line in lines)
    return dict(sorted(counts.items(), key=lambda row: (-row[1], row[0])))


def _code(decoder: msgspec.json.Decoder[_Code], line: bytes) -> str:
    try:
        return decoder.decode(line).code
    except (msgspec.DecodeError, UnicodeDecodeError):
        # A flipped bit must not keep the site from ever being written again.
        return "damaged_line"


def _sum(file: Path, root: Path) -> FileSum:
    with file.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
    name = file.relative_to(root).as_posix()
    return FileSum(file=name, size=file.stat().st_size, sha256=digest)
