"""What the archive costs: `python -m tests.bench.archive`.

Three ratios, each in one run on one machine: a crawl with WARC and log beside a plain
Scrapy crawl of the same local pages; passing over pages without a meeting beside
FastWARC's own iteration; two worker processes beside one. And how long a start takes
in an archive of 10,000 pages.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecordType

from pipelines.archive.index import Index
from pipelines.archive.known import unlogged
from pipelines.archive.warc_source import warc_pages
from pipelines.prefilter import may_hold_meeting
from pipelines.records.page import Page
from pipelines.sites import load_sites
from tests.crawler.local import Local
from tests.site.content import Site, Web
from tests.site.declared import declare
from tests.site.server import LocalServer

PAGES = 2000
PADDING = 48_000
PLAIN = """
import scrapy
class Plain(scrapy.Spider):
    name = "plain"
    start_urls = [{start!r}]
    custom_settings = {{"ROBOTSTXT_OBEY": True, "CONCURRENT_REQUESTS_PER_DOMAIN": 8,
        "LOG_LEVEL": "WARNING", "TELNETCONSOLE_ENABLED": False,
        "FEEDS": {{{feed!r}: {{"format": "jsonl"}}}}}}
    def parse(self, response):
        for href in response.css("li a::attr(href)").getall():
            yield response.follow(href, self.article)
        following = response.xpath("//a[text()='下一页']/@href").get()
        if following:
            yield response.follow(following)
    def article(self, response):
        yield {{"url": response.url, "title": response.css("h1::text").get(),
               "text": "".join(response.css("p::text").getall())}}
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        local = crawls(Path(folder))
        bulk(local, Path(folder))
        start(local)


def crawls(folder: Path) -> Local:
    """Wall time of both crawls, and of the same crawl without reading the pages."""
    web = Web(sites={})
    with LocalServer(web) as server:
        host = server.host(1)
        web.sites[host] = Site(host=host, articles=PAGES, padding=PADDING)
        plain = folder / "plain.py"
        start = f"http://{host}/xw/"
        plain.write_text(PLAIN.format(start=start, feed=str(folder / "plain.jsonl")))
        local = Local(folder=folder)
        declare(local.sites, "luyang", host)
        command = [sys.executable, "-m", "scrapy", "runspider", str(plain)]
        for name, given, cwd in (
            ("plain Scrapy, warming up", command, folder),
            ("plain Scrapy", command, folder),
            (
                "crawl with archive, unread",
                local.command(
                    "crawl", "luyang", ARCHIVE_DIR=str(folder / "unread"), **UNREAD
                ),
                None,
            ),
            (
                "crawl with archive and reading",
                local.command("crawl", "luyang", ARCHIVE_DIR=str(folder / "archive")),
                None,
            ),
        ):
            began = time.perf_counter()
            subprocess.run(given, cwd=cwd, check=False, capture_output=True)
            print(f"{name:34}{time.perf_counter() - began:8.2f} s")
    return local


# What durability and WARC cost, without the cost of reading the articles.
UNREAD = {
    "ITEM_PIPELINES": '{"pipelines.stages.Decode":null,"pipelines.stages.Clean":null,'
    '"pipelines.stages.Extract":null,"tests.bench.unread.Unread":300,'
    '"pipelines.stages.Archive":400}',
}


def bulk(local: Local, folder: Path) -> None:
    (warc,) = local.warcs()
    began = time.perf_counter()
    with warc.open("rb") as content:
        count = sum(
            bool(record.reader.read())
            for record in ArchiveIterator(
                content, record_types=WarcRecordType.response, parse_http=True
            )
        )
    alone = time.perf_counter() - began
    sites = load_sites(local.sites)
    began = time.perf_counter()
    held = sum(
        isinstance(found.content, Page) and may_hold_meeting(found.content.body)
        for found in warc_pages(warc, warc.name, sites, None)
    )
    ours = time.perf_counter() - began
    print(f"FastWARC alone, {count} records      {alone:8.2f} s")
    print(
        f"passing over ({held} held)          {ours:8.2f} s  ratio {ours / alone:.2f}"
    )
    took = {}
    for workers in (1, 2):
        out = folder / f"bulk{workers}"
        began = time.perf_counter()
        local.pipelines(
            str(warc), "-o", str(out), "-j", str(workers), "--all",
            "--sites", str(local.sites),
        )  # fmt: skip
        took[workers] = time.perf_counter() - began
        print(f"bulk road, {workers} workers             {took[workers]:8.2f} s")
    print(f"two workers are {took[1] / took[2]:.2f} times as fast as one")


def start(local: Local) -> None:
    began = time.perf_counter()
    Index(local.archive, "luyang").close()
    list(unlogged(local.archive, "luyang"))
    print(f"a start in this archive           {time.perf_counter() - began:8.2f} s")


if __name__ == "__main__":
    main()
