"""One site's share of one run, from taking the lock to writing the manifest."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from pipelines.archive.entry import issue_entry
from pipelines.archive.errors import ArchiveError, SiteLocked
from pipelines.archive.known import read_known
from pipelines.archive.layout import RunPaths, SegmentKind
from pipelines.archive.lines import encode_line
from pipelines.archive.log import LogLine, Outcome, Sizes
from pipelines.archive.manifest import (
    Manifest,
    current_versions,
    describe,
    write_manifest,
)
from pipelines.archive.recovery import recover
from pipelines.archive.segment import Segment
from pipelines.archive.warc_files import WarcFiles
from pipelines.version import EXTRACTOR_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pipelines.archive.entry import Entry
    from pipelines.records.capture import Capture, Kept
    from pipelines.records.page import ArchivePlace, Page

# A loss of power may cost what came after the last sync; a killed process nothing.
COMMITS_BETWEEN_SYNCS = 256
WARC_DATE = "%Y-%m-%dT%H:%M:%S.%fZ"


class SiteRun:
    """The only writer of one site's archive while it is open."""

    def __init__(self, paths: RunPaths) -> None:
        """Take the site's lock and close what a killed run left.

        Raises SiteLocked where another process writes this site, ArchiveError where
        the disk refuses.
        """
        self._paths = paths
        self._segments = {kind: Segment(paths.segment(kind)) for kind in SegmentKind}
        self._log = Segment(paths.log)
        self._warcs = WarcFiles(paths)
        self._commits = 0
        self._broken = False
        with self._writing():
            paths.lock.parent.mkdir(parents=True, exist_ok=True)
            self._lock = _locked(paths.lock, paths.site)
        try:
            self._start()
        except BaseException:
            self._lock.release()
            raise

    @property
    def site(self) -> str:
        return self._paths.site

    def add(self, entry: Entry) -> Outcome:
        """Write the entry whole, or only its log line where it is known already.

        Raises ArchiveError; from then on the run takes nothing more, and its next
        start cuts what is torn.
        """
        self._refuse_if_broken()
        known = entry.fingerprint is not None and self._known.has(
            entry.fingerprint, entry.archive
        )
        outcome = Outcome.DUPLICATE if known else entry.outcome
        with self._writing():
            if not known:
                for kind, lines in entry.lines.items():
                    self._segments[kind].append(lines)
            self._log.append(encode_line(self._line(entry, outcome)))
            self._sync_at_times()
        if entry.fingerprint is not None:
            self._known.add(entry.fingerprint, entry.archive)
        return outcome

    def keep(self, capture: Capture, earlier: Kept | None = None) -> Kept:
        """Write a capture to the run's WARC; it is received when this returns.

        `earlier`: the archive's last capture of the address with a body. The same
        payload again, or a 304, becomes a revisit record that leads there.
        Raises ArchiveError, HttpError where no response begins in the bytes.
        """
        self._refuse_if_broken()
        with self._writing():
            return self._warcs.keep(capture, earlier)

    def keep_file(self, page: Page) -> ArchivePlace:
        """Write the page of a saved file to the run's WARC, as a `resource` record.

        Raises ArchiveError.
        """
        self._refuse_if_broken()
        with self._writing():
            return self._warcs.keep_file(page, datetime.now(UTC).strftime(WARC_DATE))

    def so_far(self) -> Manifest:
        """What the manifest would say if the run ended now."""
        with self._writing():
            return describe(self._paths, reason="open", finished_at=_now(), versions={})

    def rest(self) -> None:
        """Give file handles back while other sites are written; keeps the lock."""
        with self._writing():
            self._rest()

    def close(self, reason: str) -> Manifest | None:
        """Write the manifest and give the lock back.

        Null where a write failed before: the next start closes that run.
        """
        try:
            if self._broken:
                return None
            with self._writing():
                self._sync()
                self._rest()
                return self._write_manifest(reason)
        finally:
            self._lock.release()

    def _start(self) -> None:
        with self._writing():
            recover(self._paths.root, self._paths.site)
            self._known, damages = read_known(self._paths.root, self._paths.site)
            # From here on a kill leaves a run that recovery can see.
            self._log.create()
        for entry in map(issue_entry, damages):
            if not self._known.has(entry.fingerprint or "", entry.archive):
                self.add(entry)

    def _line(self, entry: Entry, outcome: Outcome) -> LogLine:
        return LogLine(
            time=_now(),
            outcome=outcome,
            url=entry.url,
            archive=entry.archive,
            fingerprint=entry.fingerprint,
            method=entry.method,
            status=entry.status,
            reason=entry.reason,
            article_id=entry.article_id,
            content_hash=entry.content_hash,
            further=entry.further,
            original=entry.original,
            extractor_version=EXTRACTOR_VERSION,
            sizes=Sizes(
                issues=self._segments[SegmentKind.ISSUES].size,
                meetings=self._segments[SegmentKind.MEETINGS].size,
                articles=self._segments[SegmentKind.ARTICLES].size,
                observations=self._segments[SegmentKind.OBSERVATIONS].size,
            ),
        )

    def _sync_at_times(self) -> None:
        self._commits += 1
        if self._commits % COMMITS_BETWEEN_SYNCS == 0:
            self._sync()

    def _sync(self) -> None:
        # The log last: a commit must not reach the disk before what it commits.
        self._warcs.sync()
        for segment in (*self._segments.values(), self._log):
            segment.sync()

    def _rest(self) -> None:
        self._warcs.rest()
        for segment in (*self._segments.values(), self._log):
            segment.rest()

    def _write_manifest(self, reason: str) -> Manifest:
        manifest = describe(
            self._paths,
            reason=reason,
            finished_at=_now(),
            versions=current_versions(),
        )
        write_manifest(self._paths.manifest, manifest)
        return manifest

    def _refuse_if_broken(self) -> None:
        if self._broken:
            raise ArchiveError(f"{self._paths.log}: closed after a failed write")

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            self._broken = True
            place = error.filename or self._paths.log
            raise ArchiveError(f"cannot write {place}: {error.strerror}") from error


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _locked(file: Path, site: str) -> FileLock:
    lock = FileLock(file, blocking=False)
    try:
        lock.acquire()
    except Timeout as error:
        message = f"another run is writing site {site}; it holds {file}"
        raise SiteLocked(message) from error
    return lock
