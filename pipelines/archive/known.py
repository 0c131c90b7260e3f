"""What the archive of a site knows: the fingerprint of every committed page group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.archive.layout import RunPaths, runs_of
from pipelines.archive.log import read_log
from pipelines.records.issue import Issue, Stage

if TYPE_CHECKING:
    from pathlib import Path


def read_known(root: Path, site: str) -> tuple[set[str], tuple[Issue, ...]]:
    """Fingerprints of all that was committed for the site, and an Issue for each
    damaged line: its pages count as unknown and will be read again."""
    known: set[str] = set()
    damages: list[Issue] = []
    for run in runs_of(root, site):
        for read in read_log(run.log):
            if read.line is not None:
                known.add(read.line.fingerprint)
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
