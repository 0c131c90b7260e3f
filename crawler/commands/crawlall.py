"""`scrapy crawlall`: every declared site, a process each, some at a time."""

from __future__ import annotations

import asyncio
import json
import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.commands import ScrapyCommand
from tqdm import tqdm

from crawler.declarations import declarations
from crawler.exit_status import ExitStatus
from crawler.refusal import Refusal
from pipelines.arguments import positive

if TYPE_CHECKING:
    import argparse

    from pipelines.site_file import Declarations

COLUMNS = ("articles", "meetings")


@dataclass(frozen=True, slots=True, kw_only=True)
class Crawled:
    """How the crawl of one site ended."""

    site: str
    status: int
    words: str
    """The lines that it printed."""


class Command(ScrapyCommand):
    requires_project = True
    default_settings = {"LOG_ENABLED": False}  # noqa: RUF012 (as Scrapy declares it)

    def syntax(self) -> str:
        return "[options] [site …]"

    def short_desc(self) -> str:
        return "Crawl all declared sites, or those named, several at a time"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument(
            "-j",
            "--jobs",
            type=positive,
            default=2,
            help="sites at a time (default: 2)",
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        try:
            names = _names(args, declarations(self.settings))
        except Refusal as refusal:
            self.exitcode = ExitStatus.REFUSED
            print(f"scrapy crawlall: {refusal}", file=sys.stderr)
            return
        options = [f"-s{each}" for each in opts.set]
        crawled = asyncio.run(_crawl_all(names, options, opts.jobs))
        archive = Path(self.settings["ARCHIVE_DIR"])
        print("\n".join(table(crawled, archive)))
        # The gravest status tells a scheduler that some site needs a look.
        self.exitcode = max((each.status for each in crawled), default=0)


def _names(args: list[str], declared: Declarations) -> list[str]:
    """Those given; else all with a start. A broken one's own crawl says what is wrong."""
    known = sorted([*declared.sites, *declared.broken])
    unknown = [name for name in args if name not in known]
    if unknown:
        raise Refusal(f"no site {', '.join(unknown)}; declared: {', '.join(known)}")
    names = args or [
        name for name in known if name in declared.broken or declared.sites[name].start
    ]
    if not names:
        raise Refusal("no declared site has a start")
    return names


class _Crawls:
    """The processes that run; a signal reaches each of them once."""

    def __init__(self) -> None:
        self._running: set[asyncio.subprocess.Process] = set()
        self.is_stopping = False

    def stop(self) -> None:
        """SIGTERM for each crawl, which then ends cleanly; no further one begins."""
        self.is_stopping = True
        for process in self._running:
            process.terminate()

    async def run(self, name: str, options: list[str]) -> Crawled:
        if self.is_stopping:
            return Crawled(site=name, status=ExitStatus.INTERRUPTED, words="not begun")
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "scrapy", "crawl", name, *options),
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
            # Ctrl-C goes to all of a terminal's processes, and a second one is no
            # clean end: it comes by way of this process alone.
            start_new_session=True,
        )
        self._running.add(process)
        try:
            _, words = await process.communicate()
        finally:
            self._running.discard(process)
        return Crawled(
            site=name,
            status=process.returncode or 0,
            words=words.decode("utf-8", "replace"),
        )


async def _crawl_all(names: list[str], options: list[str], jobs: int) -> list[Crawled]:
    free = asyncio.Semaphore(jobs)
    crawls = _Crawls()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, crawls.stop)
    with tqdm(total=len(names), unit="site", disable=None) as bar:

        async def one(name: str) -> Crawled:
            async with free:
                bar.set_postfix_str(name)
                crawled = await crawls.run(name, options)
                bar.update()
                return crawled

        return list(await asyncio.gather(*map(one, names)))


def table(crawled: list[Crawled], archive: Path) -> list[str]:
    """One line a site: status, and what its last run added."""
    rows = [f"{'site':20}{'status':>20}{'articles':>10}{'meetings':>10}"]
    for each in crawled:
        counts = _last(archive, each.site)
        status = _status_name(each.status)
        cells = "".join(f"{counts.get(name, 0):>10}" for name in COLUMNS)
        rows.append(f"{each.site:20}{status:>20}{cells}")
        if each.status:
            rows += [f"    {line}" for line in each.words.strip().splitlines()[:6]]
    return rows


def _status_name(status: int) -> str:
    try:
        return ExitStatus(status).name.lower()
    except ValueError:
        return str(status)


def _last(archive: Path, site: str) -> dict[str, int]:
    manifests = sorted((archive / "runs" / site).glob("*.json"))
    if not manifests:
        return {}
    counts: dict[str, int] = json.loads(manifests[-1].read_bytes())
    return counts
