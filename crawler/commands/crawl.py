"""`scrapy crawl`, with refusals in one line and a truthful exit status."""

from __future__ import annotations

import asyncio
import logging
import sys
from difflib import get_close_matches
from typing import TYPE_CHECKING

from scrapy.commands.crawl import Command as ScrapyCrawl
from scrapy.exceptions import UsageError

from crawler.exit_status import ExitStatus, status_of_error, status_of_run
from crawler.given import refuse_unusable
from crawler.refusal import Refusal
from crawler.spiders.replay import ReplaySpider
from pipelines.archive.errors import ArchiveError

if TYPE_CHECKING:
    import argparse

    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)


class Command(ScrapyCrawl):
    """Overrides the built-in of the same name: a command is its module's name."""

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        assert self.settings is not None
        try:
            refuse_unusable(self.settings)
        except Refusal as refusal:
            raise UsageError(str(refusal), print_help=False) from None

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        try:
            crawler = self._crawler_of(args)
        except Refusal as refusal:
            self._refuse(refusal)
            return
        assert self.crawler_process is not None
        # The Crawler is kept: the process forgets it, and its stats, when done.
        task = self.crawler_process.crawl(crawler, **opts.spargs)
        self.crawler_process.start()
        error = _error_of(task)
        if error is not None:
            self._refuse(error)
        elif self.crawler_process.bootstrap_failed:
            self.exitcode = ExitStatus.START_FAILED
        else:
            self.exitcode = status_of_run(crawler.stats.get_stats())

    def _crawler_of(self, args: list[str]) -> Crawler:
        if len(args) != 1:
            raise Refusal("name one spider: scrapy crawl <spider>")
        try:
            return self._create_crawler(args[0])
        except KeyError:
            raise Refusal(self._unknown(args[0])) from None

    def _unknown(self, name: str) -> str:
        assert self.crawler_process is not None
        names = [*self.crawler_process.spider_loader.list(), ReplaySpider.name]
        near = ", ".join(get_close_matches(name, names, cutoff=0.5) or sorted(names))
        return f"no spider {name!r}; did you mean: {near}"

    def _refuse(self, error: BaseException) -> None:
        self.exitcode = status_of_error(error)
        if isinstance(error, Refusal | ArchiveError):
            print(f"scrapy crawl: {error}", file=sys.stderr)
        else:
            logger.critical("The run could not start", exc_info=error)


def _error_of(task: object) -> BaseException | None:
    """What ended the crawl before it had started; asyncio would print a traceback."""
    if isinstance(task, asyncio.Task) and task.done() and not task.cancelled():
        return task.exception()
    return None
