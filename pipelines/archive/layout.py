"""Where a run's files stand under the archive's root."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

RUN_TIME = "%Y%m%dt%H%M%Sz"
RUN_ID = re.compile(r"(\d{8}[Tt]\d{6}[Zz])-[0-9a-f]{4}")


class SegmentKind(StrEnum):
    """The folders that hold lines of records, in the order a result is written."""

    ISSUES = "issues"
    MEETINGS = "meetings"
    ARTICLES = "articles"
    OBSERVATIONS = "observations"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunPaths:
    """The files of one site's share of one run."""

    root: Path
    site: str
    run: str

    def segment(self, kind: SegmentKind) -> Path:
        return self.root / kind / self.site / f"{self.run}.jsonl"

    def warc(self, serial: int) -> Path:
        """The run's WARC files are numbered from 0."""
        return self.root / "warc" / self.site / f"{self.run}-{serial:05}.warc.gz"

    def warcs(self) -> tuple[Path, ...]:
        """Those that are there, in order."""
        folder = self.root / "warc" / self.site
        return tuple(sorted(folder.glob(f"{self.run}-*.warc.gz")))

    def name(self, file: Path) -> str:
        """A file's path inside the archive, as records and logs give it."""
        return file.relative_to(self.root).as_posix()

    @property
    def log(self) -> Path:
        return self.root / "runs" / self.site / f"{self.run}.log"

    @property
    def manifest(self) -> Path:
        return self.log.with_suffix(".json")

    @property
    def lock(self) -> Path:
        return self.log.with_name("lock")

    @property
    def started_at(self) -> datetime:
        """The time that the run's name carries, to the second."""
        match = RUN_ID.fullmatch(self.run)
        if match is None:
            raise ValueError(f"{self.log}: not the name of a run")
        return datetime.strptime(match[1].lower(), RUN_TIME).replace(tzinfo=UTC)


def new_run_id() -> str:
    """UTC time and two random bytes: safe in file names, sorted by time."""
    return f"{datetime.now(UTC):{RUN_TIME}}-{secrets.token_hex(2)}"


def runs_of(root: Path, site: str) -> tuple[RunPaths, ...]:
    """Every run that has a log, oldest first."""
    logs = sorted((root / "runs" / site).glob("*.log"))
    names = (log.stem for log in logs if RUN_ID.fullmatch(log.stem))
    return tuple(RunPaths(root=root, site=site, run=name) for name in names)
