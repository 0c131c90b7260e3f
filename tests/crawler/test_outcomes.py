"""Every request has one outcome, and the outcomes add up to what was asked for."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import pytest

from pipelines.archive.warc_reading import records
from pipelines.archive.warc_record import Record
from tests.crawler.local import Local
from tests.site.content import Site, Web
from tests.site.declared import declare
from tests.site.server import Answer, LocalServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROW = '<li><a href="{}">县里召开工作会议</a></li>'
PAGE = "/xw/2021/t20210103_{}.html"
ANYTHING = r"/xw/2021/"


@pytest.fixture
def web() -> Iterator[tuple[LocalServer, Site]]:
    sites = Web(sites={})
    with LocalServer(sites) as server:
        host = server.host(1)
        sites.sites[host] = Site(host=host, articles=3)
        yield server, sites.sites[host]


def links(*hrefs: str) -> Answer:
    rows = "".join(ROW.format(href) for href in hrefs)
    return Answer(body=f"<meta charset=utf-8><ul>{rows}</ul>".encode())


def outcomes(local: Local) -> dict[str, tuple[str, str]]:
    """Path → outcome and the first word of its reason, attempts left out."""
    return {
        "/" + line["url"].split("/", 3)[3]: (
            line["outcome"],
            (line["reason"] or "").split(":")[0],
        )
        for line in local.log()
        if line["outcome"] not in {"retried", "noted"}
    }


APART = {"retried", "noted"}
CASES: list[tuple[str, Answer, tuple[str, str]]] = [
    ("404", Answer(status=404, body=b"gone"), ("failed", "status 404")),
    ("500", Answer(status=500, body=b"no"), ("failed", "status 500")),
    (
        "pdf",
        Answer(body=b"%PDF-1.4", content_type=b"application/pdf"),
        ("refused", "type"),
    ),
    (
        "cut",
        Answer(body="会议".encode() * 500, cut_at=300),
        ("failed", "ResponseDataLossError"),
    ),
    (
        "elsewhere",
        Answer(status=302, headers=((b"Location", b"http://other.example/x"),)),
        ("redirected", "http"),
    ),
    ("drip", Answer(body=b"x" * 20_000, drip=1.0), ("failed", "timeout")),
    (
        "bomb",
        Answer(body=b"0" * 20_000_000, is_gzip=True),
        ("refused", "size"),
    ),
    ("endless", Answer(is_endless=True, body=b"y" * 1_000_000), ("refused", "size")),
    (
        "coded",
        Answer(body=b"\x00", headers=((b"Content-Encoding", b"br"),)),
        ("failed", "broken body"),
    ),
]


def test_each_request_has_one_outcome(
    tmp_path: Path, web: tuple[LocalServer, Site]
) -> None:
    _server, site = web
    for name, answer, _ in CASES:
        site.answers[PAGE.format(name)] = answer
    site.answers["/xw/"] = links(
        *(PAGE.format(name) for name, _, _ in CASES), site.path(0), site.path(1)
    )
    local = Local(folder=tmp_path)
    declare(local.sites, "luyang", site.host, article=ANYTHING)
    run = local.crawl("luyang")
    found = outcomes(local)
    assert {name: found[PAGE.format(name)] for name, _, _ in CASES} == {
        name: expected for name, _, expected in CASES
    }
    assert found[site.path(0)] == ("stored", "")
    assert found["/x"] == ("refused", "host")
    assert found["/robots.txt"] == ("captured", "")
    (manifest,) = local.manifests()
    asked = len(CASES) + 2 + 1 + 1 + 1  # and two articles, the list, robots.txt, /x
    final = {k: v for k, v in manifest["outcomes"].items() if k not in APART}
    assert sum(final.values()) == asked
    # Attempts stand apart: 500 and cut were tried twice; what took its time, once.
    assert manifest["outcomes"]["retried"] == 2
    assert run.status == 0, run.err


def test_every_attempt_is_in_the_warc_as_it_came(
    tmp_path: Path, web: tuple[LocalServer, Site]
) -> None:
    _server, site = web
    odd = Answer(
        status=200,
        reason="好".encode("gbk"),
        headers=((b"X-Note", "通知".encode("gbk")), (b"x-note", b"again")),
        body="<p>会议</p>".encode("gbk"),
        content_type=b"text/html",
        is_chunked=True,
    )
    site.answers[PAGE.format("odd")] = odd
    site.answers[PAGE.format("cut")] = Answer(body=b"x" * 900, cut_at=300)
    site.answers["/xw/"] = links(PAGE.format("odd"), PAGE.format("cut"))
    local = Local(folder=tmp_path)
    declare(local.sites, "luyang", site.host, article=ANYTHING)
    local.crawl("luyang")
    (warc,) = local.warcs()
    kept = [each for each in records(warc) if isinstance(each, Record)]
    by_url: dict[str, list[Any]] = {}
    for each in kept:
        by_url.setdefault(f"{each.kind} {each.url.rsplit('/', 1)[-1]}", []).append(each)
    (response,) = by_url["response t20210103_odd.html"]
    lines = response.block.split(b"\r\n")
    assert lines[0] == b"HTTP/1.1 200 " + "好".encode("gbk")
    assert lines[1:4] == [
        b"Server: nginx",
        b"X-Note: " + "通知".encode("gbk"),
        b"x-note: again",
    ]
    assert b"Transfer-Encoding: chunked" in lines
    assert response.block.endswith(b"\r\n0\r\n\r\n")
    (request,) = by_url["request t20210103_odd.html"]
    assert request.block.startswith(b"GET /xw/2021/t20210103_odd.html HTTP/1.1\r\n")
    assert b"\r\nUser-Agent: huiyi/" in request.block
    cut = by_url["response t20210103_cut.html"]
    assert len(cut) == 2  # tried again
    assert all(each.fields["warc-truncated"] == "disconnect" for each in cut)
    assert all(len(each.block.split(b"\r\n\r\n", 1)[1]) == 300 for each in cut)


def test_a_hundred_forbidden_links_are_not_fetched(
    tmp_path: Path, web: tuple[LocalServer, Site]
) -> None:
    server, site = web
    site.robots = Answer(
        body=b"User-agent: *\nDisallow: /xw/2021/secret\n",
        content_type=b"text/plain",
    )
    secret = [f"/xw/2021/secret{n}.html" for n in range(100)]
    site.answers["/xw/"] = links(*secret, site.path(0))
    local = Local(folder=tmp_path)
    declare(local.sites, "luyang", site.host, article=ANYTHING)
    local.crawl("luyang")
    assert server.paths() == ["/robots.txt", "/xw/", site.path(0)]
    (manifest,) = local.manifests()
    assert manifest["outcomes"]["refused"] == 100


@pytest.mark.parametrize("status", [500, 503])
def test_a_broken_robots_txt_stops_the_crawl(
    tmp_path: Path, web: tuple[LocalServer, Site], status: int
) -> None:
    server, site = web
    site.robots = Answer(status=status, body=b"User-agent: *\nAllow: /\n")
    local = Local(folder=tmp_path)
    declare(local.sites, "luyang", site.host)
    run = local.crawl("luyang")
    assert set(server.paths()) == {"/robots.txt"}
    assert "nothing is fetched" in run.err
    assert run.status == 8


def test_a_private_address_is_not_asked(
    tmp_path: Path, web: tuple[LocalServer, Site]
) -> None:
    server, site = web
    local = Local(folder=tmp_path)
    declare(local.sites, "luyang", site.host)
    run = local.crawl("luyang", PRIVATE_ADDRESSES_ALLOWED="0")
    assert server.asked == []
    assert run.status == 8
    assert {line["reason"].split(":")[0] for line in local.log()} == {
        "address",
        "robots",
    }


def test_crawl_delay_is_kept(tmp_path: Path, web: tuple[LocalServer, Site]) -> None:
    server, site = web
    site.robots = Answer(
        body=b"User-agent: huiyi\nCrawl-delay: 0.5\n", content_type=b"text/plain"
    )
    local = Local(folder=tmp_path)
    declare(local.sites, "luyang", site.host)
    local.crawl("luyang", CONCURRENT_REQUESTS_PER_DOMAIN="1", DOWNLOAD_DELAY_JITTER="0")
    times = [each.at for each in server.asked[1:]]
    assert min(b - a for a, b in itertools.pairwise(times)) >= 0.4
