"""`scrapy probe FILE_OR_URL`: one page explained, from its bytes to its records."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from crawler.declarations import declared_sites
from crawler.exit_status import ExitStatus
from crawler.probe import ProbeSpider
from crawler.refusal import Refusal
from pipelines.archive.errors import SourceError
from pipelines.archive.sources import check_sources, saved_pages
from pipelines.explain import explain
from pipelines.records.page import Pages

if TYPE_CHECKING:
    import argparse

    from pipelines.sites import Site


class Command(ScrapyCommand):
    requires_project = True

    def syntax(self) -> str:
        return "<file or address>"

    def short_desc(self) -> str:
        return "Explain one page: encoding, repairs, article, meetings, issues"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if len(args) != 1:
            raise UsageError("name one file or one address")
        assert self.settings is not None
        try:
            sites = declared_sites(self.settings)
            self._explain(args[0], sites)
        except Refusal as refusal:
            self.exitcode = ExitStatus.REFUSED
            print(f"scrapy probe: {refusal}", file=sys.stderr)

    def _explain(self, target: str, sites: dict[str, Site]) -> None:
        if re.match(r"https?://", target):
            found = self._fetched(target, sites)
        else:
            found = _saved(Path(target), sites)
        for pages in found:
            print(explain(pages))

    def _fetched(self, url: str, sites: dict[str, Site]) -> list[Pages]:
        assert self.crawler_process is not None
        found: list[Pages] = []
        failures: list[str] = []
        self.crawler_process.crawl(
            ProbeSpider, url=url, sites=sites, found=found, failures=failures
        )
        self.crawler_process.start()
        if not found:
            raise Refusal(f"{url}: {failures[0] if failures else 'nothing came'}")
        return found


def _saved(path: Path, sites: dict[str, Site]) -> list[Pages]:
    try:
        check_sources([path])
    except SourceError as error:
        raise Refusal(str(error)) from error
    items = list(saved_pages([path], sites))
    found = [item for item in items if isinstance(item, Pages)]
    if not found:
        reasons = "; ".join(
            f"{i.code}: {i.value}" for i in items if not isinstance(i, Pages)
        )
        raise Refusal(f"{path}: {reasons}")
    return found
