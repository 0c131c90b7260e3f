"""What the archive of a site knows, from its logs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastwarc.warc import WarcRecordType

from pipelines.archive.layout import RunPaths, runs_of
from pipelines.archive.log import read_log
from pipelines.archive.manifest import finished_runs
from pipelines.archive.warc_reading import records
from pipelines.archive.warc_record import Record
from pipelines.records.issue import Issue, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pipelines.records.page import ArchivePlace

_RESPONSES = int(WarcRecordType.response) | int(WarcRecordType.revisit)


class Known:
    """Fingerprints of what is committed for a site, and where its bytes lie."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._here: dict[str, bool] = {}
        self._files: dict[str, bool] = {}

    def add(self, fingerprint: str, archive: Sequence[ArchivePlace]) -> None:
        here = self._is_here(archive)
        self._here[fingerprint] = here or self._here.get(fingerprint, False)

    def has(self, fingerprint: str, archive: Sequence[ArchivePlace]) -> bool:
        """Whether it is known as well as it would be by the bytes at `archive`.

        What was replayed out of another archive is not, once this one has received it:
        a record should name bytes that lie beside it.
        """
        if fingerprint not in self._here:
            return False
        return self._here[fingerprint] or not self._is_here(archive)

    def _is_here(self, archive: Sequence[ArchivePlace]) -> bool:
        for place in archive:
            if place.file not in self._files:
                self._files[place.file] = (self._root / place.file).is_file()
        return all(self._files[place.file] for place in archive)


def read_known(root: Path, site: str) -> tuple[Known, tuple[Issue, ...]]:
    """All that was committed for the site, and an Issue for each damaged line: its
    pages count as unknown and will be read again."""
    known = Known(root)
    damages: list[Issue] = []
    for run in runs_of(root, site):
        for read in read_log(run.log):
            if read.line is not None:
                known.add(read.line.fingerprint or "", read.line.archive)
            else:
                damages.append(_damage(run, read.end))
    return known, tuple(damages)


def _damage(run: RunPaths, end: int) -> Issue:
    name = run.log.relative_to(run.root).as_posix()
    return Issue(
        stage=Stage.ARCHIVE,
        code="damaged_log_line",
        value=f"{name}: the line that ends at byte {end}",
        site=run.site,
    )


def unlogged(root: Path, site: str) -> Iterator[tuple[RunPaths, Path, Record]]:
    """Responses in the WARCs of runs that did not finish and that no log names.

    What a killed run had received and not yet read: compared as sets, for pages are
    received in one order and read in another.
    """
    runs = runs_of(root, site)
    named = {
        (place.file, place.offset)
        for run in runs
        for read in read_log(run.log)
        if read.line is not None
        for place in read.line.archive
    }
    finished = finished_runs(root, site)
    for run in runs:
        if run.run not in finished:
            for file in run.warcs():
                for record in records(file, _RESPONSES):
                    place = (run.name(file), record.offset)
                    if isinstance(record, Record) and place not in named:
                        yield run, file, record
