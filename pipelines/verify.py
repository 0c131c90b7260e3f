"""Every member, digest, log line and reference of an archive, checked."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import msgspec
from fastwarc.warc import ArchiveIterator
from filelock import FileLock, Timeout

from pipelines.archive.layout import RUN_ID, RunPaths, SegmentKind, runs_of
from pipelines.archive.log import LogLine, read_log
from pipelines.archive.manifest import Manifest
from pipelines.archive.members import members
from pipelines.archive.stored import kept_at
from pipelines.archive.warc_reading import MissingOriginal, WarcError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pipelines.records.page import ArchivePlace


def verify(root: Path) -> tuple[list[str], str]:
    """What is damaged, a line each, and what was checked.

    Raises FileNotFoundError where there is no archive.
    """
    if not (root / "runs").is_dir():
        raise FileNotFoundError(f"{root}: no archive")
    sites = sorted(each.name for each in (root / "runs").iterdir() if each.is_dir())
    damages: list[str] = []
    runs = warcs = elsewhere = 0
    for site in sites:
        damages += _without_log(root, site)
        for run in runs_of(root, site):
            runs += 1
            warcs += len(run.warcs())
            damages += _run(run)
            elsewhere += sum(1 for _ in _elsewhere(run))
    checked = f"{len(sites)} sites, {runs} runs, {warcs} WARC files"
    if elsewhere:
        checked += f"; the bytes of {elsewhere} pages stand in another archive"
    return damages, checked


def _elsewhere(run: RunPaths) -> Iterator[ArchivePlace]:
    """Places in the archive that this run read, which was not its own."""
    for read in read_log(run.log):
        if read.line is not None:
            for place in read.line.archive:
                if _is_elsewhere(run, place):
                    yield place


def _is_elsewhere(run: RunPaths, place: ArchivePlace) -> bool:
    """Whether the WARC is of a run that this archive never had."""
    file = PurePosixPath(place.file)
    named = RUN_ID.match(file.name)
    if file.parts[:1] != ("warc",) or len(file.parts) != 3 or named is None:
        return False
    if named[0] == run.run:
        return False
    log = RunPaths(root=run.root, site=file.parts[1], run=named[0]).log
    return not log.exists() and not (run.root / file).exists()


def _without_log(root: Path, site: str) -> Iterator[str]:
    """Files of runs whose log is gone: what they hold counts as never archived."""
    runs = {run.run for run in runs_of(root, site)}
    folders = [*(kind.value for kind in SegmentKind), "warc"]
    files = [*(root / "runs" / site).glob("*.json")]
    files += [file for each in folders for file in (root / each / site).glob("*")]
    for file in sorted(files):
        named = RUN_ID.match(file.name)
        if named and named[0] not in runs:
            yield f"{file.relative_to(root).as_posix()}: the log of its run is gone"


def _run(run: RunPaths) -> Iterator[str]:
    if run.manifest.exists():
        yield from _files(run)
    elif _is_written(run):
        return  # nothing is said of what is not over
    else:
        yield f"{run.name(run.log)}: no manifest: the run is not over, or was killed"
    for file in run.warcs():
        yield from _warc(run, file)
    sizes = {kind: _size(run.segment(kind)) for kind in SegmentKind}
    for read in read_log(run.log):
        if read.line is None:
            yield f"{run.name(run.log)}: damaged line that ends at byte {read.end}"
        else:
            yield from _line(run, read.line, sizes)
    for kind in SegmentKind:
        yield from _segment(run, kind)


def _is_written(run: RunPaths) -> bool:
    """Whether a run holds the site's lock: the newest one, which has no manifest yet."""
    if not run.lock.exists() or run != runs_of(run.root, run.site)[-1]:
        return False
    lock = FileLock(run.lock, blocking=False)
    try:
        lock.acquire()
    except Timeout:
        return True
    lock.release()
    return False


def _files(run: RunPaths) -> Iterator[str]:
    try:
        manifest = msgspec.json.decode(run.manifest.read_bytes(), type=Manifest)
    except msgspec.DecodeError as error:
        yield f"{run.name(run.manifest)}: {error}"
        return
    for each in manifest.files:
        file = run.root / each.file
        if not file.exists():
            yield f"{each.file}: gone"
            continue
        with file.open("rb") as content:
            digest = hashlib.file_digest(content, "sha256").hexdigest()
        if digest != each.sha256:
            yield f"{each.file}: not the bytes that the manifest names"


def _warc(run: RunPaths, file: Path) -> Iterator[str]:
    name = run.name(file)
    for member in members(file):
        if not member.is_whole:
            yield f"{name}: damaged from byte {member.start} to {member.end}"
            continue
        with file.open("rb") as content:
            content.seek(member.start)
            record = next(iter(ArchiveIterator(content, parse_http=False)), None)
            if record is None:
                yield f"{name}: no WARC record at {member.start}"
            elif not record.verify_block_digest():
                yield f"{name}: wrong digest at {member.start}"


def _line(run: RunPaths, line: LogLine, sizes: dict[SegmentKind, int]) -> Iterator[str]:
    for kind in SegmentKind:
        if getattr(line.sizes, kind) > sizes[kind]:
            yield f"{run.name(run.segment(kind))}: shorter than its log says"
    places = (line.original,) if line.original else line.archive
    for place in places:
        # What a revisit leads to was this archive's own when it was written.
        if line.original is None and _is_elsewhere(run, place):
            continue
        if place.offset is not None and place.file.startswith("warc/"):
            try:
                kept_at(run.root, place)
            except (WarcError, MissingOriginal) as error:
                yield f"{line.url}: {error}"


def _segment(run: RunPaths, kind: SegmentKind) -> Iterator[str]:
    file = run.segment(kind)
    if not file.exists():
        return
    for number, line in enumerate(file.read_bytes().splitlines(), start=1):
        try:
            msgspec.json.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError):
            yield f"{run.name(file)}: line {number} is not JSON"


def _size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0
