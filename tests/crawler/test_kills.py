"""`kill -9` at any moment, and the same command again: nothing lost, nothing twice."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import time
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.crawler import forked
from tests.crawler.conftest import ROOT
from tests.crawler.goes_on import assert_goes_on
from tests.crawler.local import Local
from tests.site.content import Site, Web
from tests.site.declared import declare
from tests.site.server import Answer, LocalServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ARTICLES = int(os.environ.get("HUIYI_KILL_ARTICLES", "200"))
KILLS = int(os.environ.get("HUIYI_KILLS", "20"))


@pytest.fixture
def web() -> Iterator[tuple[LocalServer, Site]]:
    sites = Web(sites={})
    with LocalServer(sites) as server:
        host = server.host(1)
        site = Site(host=host, articles=ARTICLES, is_gzip=True, paged={3, 50})
        sites.sites[host] = site
        yield server, site


def test_kills_lose_and_double_nothing(
    tmp_path: Path, web: tuple[LocalServer, Site]
) -> None:
    server, site = web
    # Unkilled, for comparison.
    whole = Local(folder=tmp_path / "whole")
    declare(whole.sites, "luyang", site.host)
    assert whole.crawl("luyang").status == 0

    killed = Local(folder=tmp_path / "killed")
    declare(killed.sites, "luyang", site.host)
    seconds = random.Random(20_210_103)
    before = len(server.asked)
    kills = 0
    for _ in range(KILLS):
        crawl = forked.start(killed.arguments("crawl", "luyang"))
        # In the middle of the crawl, however long its start takes: after some answers.
        enough = len(server.asked) + seconds.randint(2, max(3, 2 * ARTICLES // KILLS))
        while len(server.asked) < enough and crawl.is_running():
            time.sleep(0.001)
        time.sleep(seconds.uniform(0, 0.02))
        crawl.send_signal(signal.SIGKILL)
        kills += crawl.wait().status == -signal.SIGKILL
    assert_goes_on(killed, whole)
    reasons = Counter(each["reason"] for each in killed.manifests())
    assert reasons["killed"] == kills >= KILLS // 4
    # No article was asked for twice, but for what was on the wire at a kill.
    asked = Counter(a.path for a in server.asked[before:] if "/t2021" in a.path)
    again = sum(count - 1 for count in asked.values())
    assert again <= kills * 8


def test_a_disk_that_fills_while_a_warc_is_written(
    tmp_path: Path, web: tuple[LocalServer, Site]
) -> None:
    """The bytes of a file are limited, as a full disk limits them: a write takes a
    part of what it is given, the next one nothing."""
    _, site = web
    noise = random.Random(7)
    for number in range(ARTICLES):
        # What does not compress: of all files the WARC must be the first to fill.
        page = f"{site.article_page(number, second=False)}<!--{noise.randbytes(3000).hex()}-->"
        site.answers[site.path(number)] = Answer(body=page.encode())
    whole, small = (Local(folder=tmp_path / name) for name in ("whole", "small"))
    for each in (whole, small):
        declare(each.sites, "luyang", site.host)
    assert whole.crawl("luyang").status == 0
    run = subprocess.run(
        small.command("crawl", "luyang"),
        cwd=ROOT,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 5, run.stderr
    (warc,) = small.warcs()
    assert warc.stat().st_size == 60_000
    assert f"cannot write {warc}" in run.stderr
    assert "Traceback" not in run.stderr
    assert_goes_on(small, whole)
