"""What a start does about runs that were killed: cut the torn end, close the run."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.archive.layout import RunPaths, SegmentKind, runs_of
from pipelines.archive.log import LogLine, Sizes, read_log
from pipelines.archive.manifest import describe, write_manifest
from pipelines.archive.members import members

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class _Commit:
    """The end of the last log line whose lines in the segments are all there."""

    end: int
    line: LogLine | None


def recover(root: Path, site: str) -> None:
    """Close every run of `site` that has no manifest.

    The caller holds the site's lock: a run without a manifest may otherwise be one
    that another process is writing. Safe to be killed in: it starts again.
    """
    for paths in runs_of(root, site):
        if not paths.manifest.exists():
            _close_killed(paths)


def _close_killed(paths: RunPaths) -> None:
    commit = _last_commit(paths)
    last = commit.line
    sizes = last.sizes if last else Sizes(issues=0, meetings=0, articles=0)
    # Segments first: were the log cut first and the process killed then, nothing
    # would be wrong either, but the log is what says where to cut.
    for kind in SegmentKind:
        _cut_segment(paths.segment(kind), getattr(sizes, kind))
    _cut(paths.log, commit.end)
    _cut_warcs(paths)
    manifest = describe(
        paths,
        reason="killed",
        finished_at=last.time if last else None,
        versions={"huiyi": last.extractor_version} if last else {},
    )
    write_manifest(paths.manifest, manifest)


def _cut_warcs(paths: RunPaths) -> None:
    """Each WARC after its last whole record. What stands before the last place that
    the log names was whole, and is not read again."""
    named = _last_places(paths.log)
    for file in paths.warcs():
        start = named.get(paths.name(file), 0)
        end = start
        for member in members(file, start):
            if member.is_whole:
                end = member.end
        if end:
            _cut(file, end)
        else:
            file.unlink()


def _last_places(log: Path) -> dict[str, int]:
    """The last offset that a log names, by file."""
    places: dict[str, int] = {}
    for read in read_log(log):
        for place in read.line.archive if read.line else ():
            if place.offset is not None:
                places[place.file] = max(place.offset, places.get(place.file, 0))
    return places


def _last_commit(paths: RunPaths) -> _Commit:
    present = {kind: _size(paths.segment(kind)) for kind in SegmentKind}
    warcs = {paths.name(file): _size(file) for file in paths.warcs()}
    commit = _Commit(end=0, line=None)
    for read in read_log(paths.log):
        if read.line is not None and _covered(read.line, present, warcs):
            commit = _Commit(end=read.end, line=read.line)
    return commit


def _covered(
    line: LogLine, present: dict[SegmentKind, int], warcs: dict[str, int]
) -> bool:
    # After a loss of power the log may have outrun what it names.
    return all(
        getattr(line.sizes, kind) <= present[kind] for kind in SegmentKind
    ) and all(
        (place.offset or 0) < warcs.get(place.file, 1 << 62) for place in line.archive
    )


def _size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0


def _cut_segment(file: Path, size: int) -> None:
    if size:
        _cut(file, size)
    else:
        # A segment exists only with a line in it.
        file.unlink(missing_ok=True)


def _cut(file: Path, size: int) -> None:
    if _size(file) > size:
        with file.open("r+b") as content:
            content.truncate(size)
            os.fsync(content.fileno())
