"""`scrapy addsite URL`: from a column page to a proposed `site.yml`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError
from scrapy.utils.conf import closest_scrapy_cfg

from crawler.declarations import declarations
from crawler.exit_status import ExitStatus
from crawler.proposal import Proposal, ProposalError, propose, save, shown
from crawler.refusal import Refusal
from crawler.spiders.sample import SampleSpider
from pipelines.site_file import is_area

if TYPE_CHECKING:
    import argparse

    from pipelines.records.page import Page


class Command(ScrapyCommand):
    requires_project = True

    def syntax(self) -> str:
        return "[options] <address of a column page>"

    def short_desc(self) -> str:
        return "Propose the declaration of a site from one of its column pages"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--name", help="name of the site (default: of its host)")
        parser.add_argument("--area", help="GB/T 2260 code, or CN")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if len(args) != 1 or not args[0].startswith(("http://", "https://")):
            raise UsageError("name one address of a column page")
        assert self.settings is not None
        try:
            declared = declarations(self.settings)
            if opts.area and not is_area(opts.area):
                raise Refusal(f"{opts.area!r} is no GB/T 2260 code since 1999, nor CN")
            host = urlsplit(args[0]).netloc.lower()
            for site in declared.sites.values():
                if host in site.hosts:
                    raise Refusal(f"{host} is declared already, as {site.name}")
            proposal, pages = self._proposed(args[0], opts)
            if proposal.name in {*declared.sites, *declared.broken}:
                raise Refusal(f"site {proposal.name} exists; give another --name")
            project = Path(closest_scrapy_cfg()).parent
            folder = project / self.settings["SITES_DIR"] / proposal.name
            save(folder, proposal, pages)
        except (Refusal, ProposalError) as refusal:
            self.exitcode = ExitStatus.REFUSED
            print(f"scrapy addsite: {refusal}", file=sys.stderr)
            return
        print("\n".join(shown(proposal, pages)))
        print(f"\nwritten: {folder / 'site.yml'}, with {len(pages)} sample pages")
        print(f"look it over, then: scrapy crawl {proposal.name}")

    def _proposed(
        self, url: str, opts: argparse.Namespace
    ) -> tuple[Proposal, list[Page]]:
        assert self.crawler_process is not None
        column: list[Page] = []
        samples: list[Page] = []
        failures: list[str] = []
        self.crawler_process.crawl(
            SampleSpider, url=url, column=column, samples=samples, failures=failures
        )
        self.crawler_process.start()
        if not column:
            raise Refusal(f"{url}: {failures[0] if failures else 'nothing came'}")
        return propose(column[0], samples, name=opts.name, area=opts.area), samples
