"""Crawls of the local web."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from operator import itemgetter
from pathlib import Path
from typing import Any

from tests.crawler import forked
from tests.crawler.conftest import ROOT, Run

FAST = {
    "PRIVATE_ADDRESSES_ALLOWED": "1",
    "DOWNLOAD_DELAY": "0",
    "AUTOTHROTTLE_ENABLED": "0",
    "CONCURRENT_REQUESTS_PER_DOMAIN": "8",
    "DOWNLOAD_TIMEOUT": "5",
    "RETRY_TIMES": "1",
}


@dataclass(kw_only=True)
class Local:
    """An archive and declarations of a test's own."""

    folder: Path
    settings: dict[str, str] = field(default_factory=lambda: dict(FAST))

    @property
    def sites(self) -> Path:
        return self.folder / "sites"

    @property
    def archive(self) -> Path:
        return self.folder / "archive"

    def arguments(self, *arguments: str, **settings: str) -> list[str]:
        given = {
            "SITES_DIR": str(self.sites),
            "ARCHIVE_DIR": str(self.archive),
            **self.settings,
            **settings,
        }
        options = [f"-s{name}={value}" for name, value in given.items()]
        return [*arguments, *options]

    def command(self, *arguments: str, **settings: str) -> list[str]:
        """As it is typed."""
        given = self.arguments(*arguments, **settings)
        return [sys.executable, "-m", "scrapy", *given]

    def scrapy(self, *arguments: str, **settings: str) -> Run:
        return forked.run(self.arguments(*arguments, **settings))

    def crawl(self, *arguments: str, **settings: str) -> Run:
        return self.scrapy("crawl", *arguments, **settings)

    def pipelines(self, *arguments: str) -> Run:
        return run_command([sys.executable, "-m", "pipelines", *arguments])

    def lines(self, kind: str, root: Path | None = None) -> list[bytes]:
        """Every line of a kind, sorted: runs are compared as sets."""
        files = sorted(((root or self.archive) / kind).glob("*/*.jsonl"))
        return sorted(
            line for file in files for line in file.read_bytes().splitlines(True)
        )

    def records(self, kind: str, root: Path | None = None) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.lines(kind, root)]

    def log(self) -> list[dict[str, Any]]:
        """Every line of every log, in order of time."""
        files = (self.archive / "runs").glob("*/*.log")
        rows = [json.loads(row) for file in files for row in file.open("rb")]
        return sorted(rows, key=itemgetter("time"))

    def manifests(self) -> list[dict[str, Any]]:
        """Of every run, oldest first."""
        files = (self.archive / "runs").glob("*/*.json")
        rows = [json.loads(file.read_bytes()) for file in files]
        return sorted(rows, key=itemgetter("finished_at"))

    def warcs(self) -> list[Path]:
        return sorted((self.archive / "warc").glob("*/*.warc.gz"))


def run_command(command: list[str]) -> Run:
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return Run(status=run.returncode, out=run.stdout, err=run.stderr)


def age(local: Local, by: timedelta) -> None:
    """Make the runs so far older: their logs' times, and with them the index."""
    for log in (local.archive / "runs").glob("*/*.log"):
        rows = [json.loads(row) for row in log.read_bytes().splitlines()]
        for row in rows:
            row["time"] = (datetime.fromisoformat(row["time"]) - by).isoformat()
        log.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows))
    for part in local.archive.glob("index.sqlite*"):
        part.unlink()
