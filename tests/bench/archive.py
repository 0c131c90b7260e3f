"""What the archive costs: `python -m tests.bench.archive`.

Three ratios, each in one run on one machine: a crawl with WARC and log beside a plain
Scrapy crawl of the same local pages; passing over pages without a meeting beside
FastWARC's own iteration; two worker processes beside one. And how long a start takes
in an archive of 10,000 pages.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecordType

from pipelines.archive.entry import Entry
from pipelines.archive.index import Index
from pipelines.archive.known import unlogged
from pipelines.archive.layout import RunPaths, new_run_id
from pipelines.archive.log import Outcome
from pipelines.archive.run import SiteRun
from pipelines.archive.warc_source import warc_pages
from pipelines.prefilter import may_hold_meeting
from pipelines.records.capture import Capture
from pipelines.records.page import Page
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
        start(Path(folder))


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
    looked_over(folder)
    (warc,) = local.warcs()
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


def looked_over(folder: Path) -> None:
    """Pages without a word for a meeting, as varied as a site's own: links, headlines
    and a text, which compress to a fifth and not to a hundredth."""
    warc = quiet_warc(folder)
    began = time.perf_counter()
    with warc.open("rb") as content:
        count = sum(
            bool(record.reader.read())
            for record in ArchiveIterator(
                content, record_types=WarcRecordType.response, parse_http=True
            )
        )
    alone = time.perf_counter() - began
    may_hold_meeting("会".encode())  # the words are put together once
    began = time.perf_counter()
    held = sum(
        isinstance(found.content, Page) and may_hold_meeting(found.content.body)
        for found in warc_pages(warc, warc.name, {}, None)
    )
    ours = time.perf_counter() - began
    size = warc.stat().st_size / 1e6
    print(f"FastWARC alone, {count} records, {size:.0f} MB {alone:8.2f} s")
    print(
        f"passing over ({held} held)          {ours:8.2f} s  ratio {ours / alone:.2f}"
    )


def quiet_warc(folder: Path) -> Path:
    """A WARC of 2,000 pages of 50 KB, written as a crawl writes them."""
    chance = random.Random(7)
    paths = RunPaths(root=folder / "quiet", site="luyang", run=new_run_id())
    run = SiteRun(paths)
    for number in range(PAGES):
        body = quiet_page(chance).encode()
        head = (
            f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(body)}"
        )
        run.keep(
            Capture(
                url=f"http://www.luyang.example/{number}.html",
                captured_at="2021-01-03T07:00:01.000000Z",
                method="GET",
                request=b"",
                response=f"{head}\r\n\r\n".encode() + body,
            )
        )
    run.close("finished")
    return paths.warcs()[0]


WORDS = [
    "春天",
    "油菜花",
    "游客",
    "步道",
    "孩子",
    "田埂",
    "风筝",
    "果园",
    "丰收",
    "合作社",
    "电商",
    "直播",
    "快递",
    "大棚",
    "草莓",
    "水库",
    "清淤",
    "公交",
    "线路",
    "开通",
    "图书馆",
    "读书",
    "展览",
    "篮球",
    "比赛",
    "冠军",
    "医生",
    "义诊",
    "疫苗",
    "接种",
    "天气",
    "降温",
    "大风",
    "预报",
    "道路",
    "养护",
    "路灯",
    "绿化",
    "小区",
    "改造",
    "电梯",
    "安装",
    "招聘",
    "岗位",
    "培训班",
    "学员",
    "手艺",
    "刺绣",
    "非遗",
    "传承",
    "古街",
    "修缮",
    "老宅",
    "博物馆",
    "文物",
    "出土",
    "江豚",
    "候鸟",
    "湿地",
    "保护",
    "志愿者",
    "献血",
    "助学",
]


def quiet_page(chance: random.Random) -> str:
    """A page of links and one text about nothing that Huiyi looks for."""
    words = [word for word in WORDS if word != "培训班"]

    def line(least: int, most: int) -> str:
        return "".join(chance.choices(words, k=chance.randint(least, most)))

    links = "".join(
        f'<li class="l{n % 7}"><a href="/xw/2021{chance.randint(100, 999)}/t{chance.randint(10**7, 10**8)}.html" '
        f'title="{line(4, 8)}">{line(4, 8)}</a><span>2021-{n % 12 + 1:02}-{n % 28 + 1:02}</span></li>\n'
        for n in range(240)
    )
    text = "".join(f"<p>{line(20, 60)}。</p>\n" for _ in range(8))
    return f"<html><head><meta charset=utf-8><title>{line(4, 8)}</title></head><body><ul>{links}</ul><div>{text}</div></body></html>"


MANY = 10_000


def start(folder: Path) -> None:
    """In an archive of 10,000 pages whose last run was killed, without its index."""
    root = folder / "many"
    paths = RunPaths(root=root, site="luyang", run=new_run_id())
    run = SiteRun(paths)
    body = b"HTTP/1.1 200 OK\r\n\r\n" + b"<p>x</p>" * 600
    for number in range(MANY):
        url = f"http://www.luyang.example/{number}.html"
        when = "2021-01-03T07:00:01.000000Z"
        kept = run.keep(Capture(url=url, captured_at=when, request=b"", response=body))
        run.add(
            Entry(
                site="luyang", url=url, archive=(kept.place,), outcome=Outcome.CAPTURED
            )
        )
    run.close("killed")
    paths.manifest.unlink()
    began = time.perf_counter()
    again = SiteRun(RunPaths(root=root, site="luyang", run=new_run_id()))
    Index(root, "luyang").close()
    list(unlogged(root, "luyang"))
    print(f"a start after 10,000 pages        {time.perf_counter() - began:8.2f} s")
    again.close("finished")


if __name__ == "__main__":
    main()
