"""Answers meant to harm: each is one outcome, in little memory and time, and the rest of
the site is read."""

from __future__ import annotations

import gzip
import os
import re
import subprocess
import time
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import crawler
from tests.crawler.conftest import ROOT
from tests.crawler.local import Local
from tests.site.content import Site, Web
from tests.site.declared import declare
from tests.site.server import Answer, LocalServer

if TYPE_CHECKING:
    from collections.abc import Iterator

MIB = 1 << 20
# What a crawl of well-behaved pages takes, lexicons and all, is about 180 MiB.
MOST_MEMORY = 300 * MIB
MOST_SECONDS = 45
HOSTILE = "/xw/2021/t20210103_666.html"


def moved(target: str) -> Answer:
    return Answer(status=302, headers=((b"Location", target.encode()),))


ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
BOMB_XML = (
    f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY e0 "x">{ENTITIES}]><rss>&e11;</rss>'
)
ZEROS = bytes(200 * MIB)
ANSWERS = [
    ("gzip bomb", Answer(body=gzip.compress(ZEROS), headers=((b"Content-Encoding", b"gzip"),))),
    ("deflate bomb", Answer(body=zlib.compress(ZEROS), headers=((b"Content-Encoding", b"deflate"),))),
    ("endless body", Answer(is_endless=True, body=b"<p>" * 300_000)),
    ("dripping body", Answer(body=b"x" * 100_000, drip=0.5)),
    ("64 MiB of one tag", Answer(body=b"<div>" * (64 * MIB // 5))),
    ("15 MiB of one tag", Answer(body=b"<b>" * (5 * MIB))),
    ("redirect to itself", moved(HOSTILE)),
    ("redirect to a file", moved("file:///etc/passwd")),
    ("redirect to data", moved("data:text/html,x")),
    ("redirect to another host", moved("http://other.example/")),
    ("redirect to nowhere", moved("http://[::1")),
    ("an empty body", Answer(body=b"")),
    ("random bytes", Answer(body=os.urandom(200_000))),
    ("header without end", Answer(headers=((b"X-Long", b"a" * 200_000),))),
    ("no such coding", Answer(body=b"x", headers=((b"Content-Encoding", b"zstd"),))),
]  # fmt: skip


@pytest.fixture
def web() -> Iterator[tuple[LocalServer, Site]]:
    sites = Web(sites={})
    with LocalServer(sites) as server:
        host = server.host(1)
        sites.sites[host] = Site(host=host, articles=2)
        yield server, sites.sites[host]


def run(local: Local) -> tuple[int, float]:
    """Peak memory in bytes and seconds of one crawl."""
    began = time.monotonic()
    process = subprocess.Popen(
        local.command("crawl", "luyang", RETRY_TIMES="0"),
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    peak = 0
    while process.poll() is None:
        # The kernel's own high-water mark: of this program alone, whoever started it.
        peak = max(peak, _peak(process.pid))
        time.sleep(0.02)
    return peak, time.monotonic() - began


def _peak(pid: int) -> int:
    try:
        status = Path(f"/proc/{pid}/status").read_text("ascii", "replace")
    except OSError:
        return 0
    mark = re.search(r"VmHWM:\s+(\d+) kB", status)
    return 1024 * int(mark[1]) if mark else 0


@pytest.mark.parametrize("answer", [row[1] for row in ANSWERS], ids=[row[0] for row in ANSWERS])  # fmt: skip
def test_an_article_that_harms(
    tmp_path: Path, web: tuple[LocalServer, Site], answer: Answer
) -> None:
    _, site = web
    site.answers[HOSTILE] = answer
    rows = "".join(
        f'<a href="{p}">x</a>' for p in (HOSTILE, site.path(0), site.path(1))
    )
    site.answers["/xw/"] = Answer(body=rows.encode())
    local = Local(folder=tmp_path)
    declare(local.sites, "luyang", site.host, article="/xw/2021/")
    memory, seconds = run(local)
    assert memory < MOST_MEMORY
    assert seconds < MOST_SECONDS
    urls = {
        each["url"].rsplit(":", 1)[1].split("/", 1)[1]
        for each in local.records("articles")
    }
    assert {site.path(0)[1:], site.path(1)[1:]} <= urls
    outcomes = [
        each["outcome"] for each in local.log() if each["url"].endswith(HOSTILE)
    ]
    finals = [each for each in outcomes if each not in {"retried", "redirected"}]
    # A redirect to itself is asked for again, until it is enough.
    assert len(finals) <= 1
    assert outcomes
    assert local.pipelines("verify", str(local.archive)).status == 0


def test_an_entity_bomb_in_a_feed(
    tmp_path: Path, web: tuple[LocalServer, Site]
) -> None:
    _, site = web
    site.answers["/xw/"] = Answer(body=BOMB_XML.encode(), content_type=b"text/xml")
    local = Local(folder=tmp_path)
    declare(local.sites, "luyang", site.host)
    memory, seconds = run(local)
    assert memory < MOST_MEMORY
    assert seconds < MOST_SECONDS
    (failed,) = [each for each in local.log() if each["outcome"] == "failed"]
    assert "declares entities" in failed["reason"]


def test_nothing_asks_to_be_exempt_from_the_filters() -> None:
    # dont_filter lets a request through the filter of hosts and of doubles.
    for file in Path(crawler.__file__).parent.rglob("*.py"):
        assert "dont_filter" not in file.read_text(encoding="utf-8"), file
