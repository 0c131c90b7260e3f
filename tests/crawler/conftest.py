"""The command itself, as a user runs it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipelines.archive.layout import SegmentKind

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, kw_only=True)
class Run:
    """What a user sees of a finished command."""

    status: int
    out: str
    err: str


class Crawl(Protocol):
    """Runs `scrapy crawl` in the project with an archive of the test's own."""

    archive: Path

    def __call__(self, *arguments: str, **settings: str) -> Run: ...

    def command(self, *arguments: str, **settings: str) -> list[str]: ...

    def lines(self, kind: SegmentKind) -> list[bytes]: ...


class _Crawl:
    def __init__(self, archive: Path) -> None:
        self.archive = archive

    def command(self, *arguments: str, **settings: str) -> list[str]:
        all_settings = {"ARCHIVE_DIR": str(self.archive), **settings}
        options = [f"-s{name}={value}" for name, value in all_settings.items()]
        return [sys.executable, "-m", "scrapy", "crawl", *arguments, *options]

    def __call__(self, *arguments: str, **settings: str) -> Run:
        run = subprocess.run(
            self.command(*arguments, **settings),
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        return Run(status=run.returncode, out=run.stdout, err=run.stderr)

    def lines(self, kind: SegmentKind) -> list[bytes]:
        """Every line of one kind that the archive holds, over all sites and runs."""
        files = sorted((self.archive / kind).glob("*/*.jsonl"))
        return [line for file in files for line in file.read_bytes().splitlines(True)]


@pytest.fixture
def crawl(tmp_path: Path) -> Crawl:
    return _Crawl(tmp_path / "archive")


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, content in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return root
