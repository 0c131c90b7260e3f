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
    from collections.abc import Iterator
    from pathlib import Path

_RESPONSES = int(WarcRecordType.response) | int(WarcRecordType.revisit)


def read_known(root: Path, site: str) -> tuple[set[str], tuple[Issue, ...]]:
    """Fingerprints of all that was committed for the site, and an Issue for each
    damaged line: its pages count as unknown and will be read again."""
    known: set[str] = set()
    damages: list[Issue] = []
    for run in runs_of(root, site):
        for read in read_log(run.log):
            if read.line is not None:
                known.add(read.line.fingerprint or "")
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
