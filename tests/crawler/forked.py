"""Scrapy's commands in processes of their own, without a second of loading for each.

Each is forked from one process that has loaded what they all need (`loaded`), then does
what `python -m scrapy ARGUMENT…` does: its own status, its own signals, its own files
for what it prints. `test_exit_status`, `test_replay` and `test_readme` type the command.
"""

from __future__ import annotations

import multiprocessing
import os
import tempfile
from dataclasses import dataclass
from functools import cache
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import TYPE_CHECKING

from tests.crawler.befall import Blow, befall
from tests.crawler.conftest import ROOT, Run

if TYPE_CHECKING:
    from collections.abc import Sequence
    from multiprocessing.context import ForkServerContext


@dataclass(frozen=True, kw_only=True)
class Started:
    """A command that runs, or has run."""

    process: ForkServerProcess
    printed: Path
    """Folder of the files `out` and `err`."""

    def is_running(self) -> bool:
        return self.process.is_alive()

    def send_signal(self, number: int) -> None:
        if self.process.pid is not None:
            os.kill(self.process.pid, number)

    def wait(self) -> Run:
        """Its status, a signal as a negative number, and what it printed."""
        self.process.join()
        out, err = ((self.printed / name).read_text() for name in ("out", "err"))
        status = self.process.exitcode
        assert status is not None
        return Run(status=status, out=out, err=err)


@cache
def _context() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.crawler.loaded"])
    return context


def start(arguments: Sequence[str], blow: Blow | None = None) -> Started:
    """`scrapy ARGUMENT…`, typed in the project's folder."""
    printed = Path(tempfile.mkdtemp())
    given = (list(arguments), printed, blow)
    process = _context().Process(target=_command, args=given)
    process.start()
    return Started(process=process, printed=printed)


def run(arguments: Sequence[str], blow: Blow | None = None) -> Run:
    return start(arguments, blow).wait()


def _command(arguments: list[str], printed: Path, blow: Blow | None) -> None:
    from scrapy.cmdline import execute  # noqa: PLC0415  only the child needs it

    for number, name in ((1, "out"), (2, "err")):
        file = os.open(printed / name, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(file, number)
        os.close(file)
    os.chdir(ROOT)
    if blow is not None:
        befall(blow)
    execute(["scrapy", *arguments])
