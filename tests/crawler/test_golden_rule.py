"""A live crawl, the same spider offline, the replay of its WARC and the bulk road
give the same lines, byte for byte."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock

from tests.crawler.local import Local
from tests.site.content import Site, Web
from tests.site.declared import declare
from tests.site.server import Answer, LocalServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SITES = {
    "luyang": {"encoding": "utf-8", "is_gzip": True, "paged": {4, 11}},
    "linhe": {"encoding": "gb18030", "is_chunked": True},
}


@pytest.fixture
def crawled(tmp_path: Path) -> Iterator[tuple[Local, LocalServer]]:
    web = Web(sites={})
    local = Local(folder=tmp_path)
    with LocalServer(web) as server:
        for number, (name, traits) in enumerate(SITES.items(), start=1):
            host = server.host(number)
            web.sites[host] = Site(host=host, articles=30, **traits)  # type: ignore[arg-type]
            declare(local.sites, name, host)
            assert local.crawl(name).status == 0
        yield local, server


def test_four_ways_give_the_same_lines(
    crawled: tuple[Local, LocalServer], tmp_path: Path
) -> None:
    local, server = crawled
    asked = len(server.asked)
    live = {kind: local.lines(kind) for kind in ("articles", "meetings")}
    assert len(live["articles"]) == 60
    assert len(live["meetings"]) == 40
    ways = {}
    for name in SITES:
        local.crawl(
            name, OFFLINE=str(local.archive), ARCHIVE_DIR=str(tmp_path / "offline")
        )
    ways["offline"] = tmp_path / "offline"
    warcs = str(local.archive / "warc")
    local.crawl("replay", "-a", f"source={warcs}", ARCHIVE_DIR=str(tmp_path / "again"))
    ways["replay"] = tmp_path / "again"
    for workers in ("1", "2"):
        out = tmp_path / f"bulk{workers}"
        run = local.pipelines(
            warcs, "-o", str(out), "-j", workers, "--all", "--sites", str(local.sites)
        )
        assert run.status == 0, run.err
        ways[f"bulk -j {workers}"] = out
    for way, root in ways.items():
        for kind, lines in live.items():
            assert local.lines(kind, root) == lines, (way, kind)
    # No socket but the live crawl's.
    assert len(server.asked) == asked


def test_pages_without_a_word_for_a_meeting_are_passed_over(
    crawled: tuple[Local, LocalServer], tmp_path: Path
) -> None:
    local, _ = crawled
    out = tmp_path / "bulk"
    run = local.pipelines(
        str(local.archive / "warc"), "-o", str(out), "--sites", str(local.sites)
    )
    assert "21 pages passed over" in run.err
    assert local.lines("meetings", out) == local.lines("meetings")


def test_an_index_that_is_gone_or_damaged_is_made_again(
    crawled: tuple[Local, LocalServer],
) -> None:
    local, server = crawled
    index = local.archive / "index.sqlite"
    for damage in (None, b"not a database at all" * 100):
        for part in local.archive.glob("index.sqlite*"):
            part.unlink()
        if damage:
            index.write_bytes(damage)
        asked = len(server.asked)
        assert local.crawl("luyang").status == 0
        # What the logs know is not fetched again: robots.txt and two lists.
        assert len(server.asked) - asked <= 3


def test_offline_says_which_of_three_things_is_wrong(
    crawled: tuple[Local, LocalServer], tmp_path: Path
) -> None:
    local, server = crawled
    offline = Local(folder=tmp_path / "off", settings=local.settings)
    offline.folder.mkdir()
    (offline.folder / "sites").symlink_to(local.sites)
    (warc,) = (local.archive / "warc" / "luyang").glob("*.gz")
    content = bytearray(warc.read_bytes())
    broken = next(
        line["archive"][0]["offset"]
        for line in local.log()
        if line["outcome"] == "stored" and line["url"].startswith("http://127.0.0.1:")
    )
    content[broken + 200] ^= 0x55
    warc.write_bytes(content)
    run = offline.crawl("luyang", OFFLINE=str(local.archive))
    reasons = [line["reason"] for line in offline.log() if line["outcome"] == "failed"]
    assert [reason.split(":")[0] for reason in reasons] == ["damaged in the archive"]
    assert run.status == 10
    warc.unlink()
    offline.crawl("luyang", OFFLINE=str(local.archive))
    assert offline.log()[-1]["reason"].startswith("original gone from the archive")
    missing = f"http://{server.host(1)}/xw/2021/t20210101_1.html"
    offline.crawl("luyang", "-a", f"url={missing}", OFFLINE=str(local.archive))
    assert offline.log()[-1]["reason"].startswith("not in the archive")


def test_a_second_writer_says_so_and_stops(crawled: tuple[Local, LocalServer]) -> None:
    local, server = crawled
    asked = len(server.asked)
    with FileLock(local.archive / "runs" / "luyang" / "lock"):
        run = local.crawl("luyang")
    assert run.status == 6
    assert "another run is writing site luyang" in run.err
    assert len(server.asked) - asked == 0


def test_offline_gives_back_redirects_and_refusals(tmp_path: Path) -> None:
    web = Web(sites={})
    local = Local(folder=tmp_path)
    with LocalServer(web) as server:
        host = server.host(1)
        site = web.sites[host] = Site(host=host, articles=3)
        old, gone = "/xw/2021/t20210101_1.html", "/xw/2021/t20210101_2.html"
        site.answers[old] = Answer(
            status=302, headers=((b"Location", site.path(1).encode()),)
        )
        rows = "".join(f'<a href="{p}">x</a>' for p in (old, gone, site.path(2)))
        site.answers["/xw/"] = Answer(body=rows.encode())
        declare(local.sites, "luyang", host)
        local.crawl("luyang")
        asked = len(server.asked)
        local.crawl("luyang")
        # Known behind its redirect: only what was not there is asked for again.
        assert set(server.paths()[asked:]) == {"/robots.txt", "/xw/", gone}
    offline = tmp_path / "offline"
    local.crawl("luyang", OFFLINE=str(local.archive), ARCHIVE_DIR=str(offline))
    for kind in ("articles", "meetings"):
        assert local.lines(kind, offline) == local.lines(kind) != []
    (again,) = (offline / "runs").glob("*/*.log")
    told = [json.loads(row) for row in again.read_bytes().splitlines()]
    outcomes = {(each["outcome"], each["reason"]) for each in told}
    assert ("failed", "status 404") in outcomes
    assert any(outcome == "redirected" for outcome, _ in outcomes)


def test_what_comes_before_the_response_is_passed_over(tmp_path: Path) -> None:
    web = Web(sites={})
    local = Local(folder=tmp_path)
    with LocalServer(web) as server:
        host = server.host(1)
        web.sites[host] = Site(host=host, articles=2, hints=True)
        declare(local.sites, "luyang", host)
        assert local.crawl("luyang").status == 0
    assert len(local.lines("articles")) == 2
    assert local.pipelines("verify", str(local.archive)).status == 0
