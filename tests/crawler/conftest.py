"""The command itself, as a user runs it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pipelines.archive.layout import SegmentKind

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, kw_only=True)
class Run:
    """What a user sees of a finished command."""

    status: int
    out: str
    err: str


@dataclass(kw_only=True)
class Crawl:
    """Runs `scrapy crawl` in the project with an archive of the test's own."""

    archive: Path
    folder: Path = ROOT
    """Where the command is typed."""

    def __call__(self, *arguments: str, **settings: str) -> Run:
        run = subprocess.run(
            self.command(*arguments, **settings),
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
        )
        return Run(status=run.returncode, out=run.stdout, err=run.stderr)

    def command(self, *arguments: str, **settings: str) -> list[str]:
        given = self.arguments(*arguments, **settings)
        return [sys.executable, "-m", "scrapy", *given]

    def arguments(self, *arguments: str, **settings: str) -> list[str]:
        all_settings = {"ARCHIVE_DIR": str(self.archive), **settings}
        options = [f"-s{name}={value}" for name, value in all_settings.items()]
        return ["crawl", *arguments, *options]

    def lines(self, kind: SegmentKind) -> list[bytes]:
        """Every line of one kind that the archive holds, over all sites and runs."""
        files = sorted((self.archive / kind).glob("*/*.jsonl"))
        return [line for file in files for line in file.read_bytes().splitlines(True)]


@pytest.fixture
def crawl(tmp_path: Path) -> Crawl:
    return Crawl(archive=tmp_path / "archive")
