"""What a run could not get is got by a later one, without a word from a person."""

from __future__ import annotations

import gzip
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.crawler.local import Local, age
from tests.site.content import Site, Web
from tests.site.declared import declare
from tests.site.server import Answer, LocalServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ARTICLES = 70
"""On four list pages: more than a run reads on which everything is known."""


@pytest.fixture
def web() -> Iterator[tuple[LocalServer, Site]]:
    sites = Web(sites={})
    with LocalServer(sites) as server:
        host = server.host(1)
        sites.sites[host] = Site(host=host, articles=ARTICLES)
        yield server, sites.sites[host]


@pytest.fixture
def local(tmp_path: Path, web: tuple[LocalServer, Site]) -> Local:
    made = Local(folder=tmp_path)
    declare(made.sites, "luyang", web[1].host)
    return made


def urls(local: Local, root: Path | None = None) -> set[str]:
    return {each["url"] for each in local.records("articles", root)}


def test_what_lies_behind_a_list_page_that_failed(
    local: Local, web: tuple[LocalServer, Site]
) -> None:
    _, site = web
    site.answers["/xw/index_3.html"] = Answer(status=500)
    run = local.crawl("luyang")
    assert run.status == 0, run.err
    assert "lists_failed" in run.err
    assert len(urls(local)) == 60
    del site.answers["/xw/index_3.html"]
    assert local.crawl("luyang").status == 0
    assert len(urls(local)) == ARTICLES


CHALLENGE = b"""<html><script>var arg1='AA';document.cookie='acw_sc__v2='+arg1;
location.reload();</script></html>"""
NOT_THE_PAGE = (
    Answer(status=503),
    Answer(body="<h1>您的访问过于频繁</h1>".encode()),
    Answer(body=CHALLENGE),
    Answer(body=b""),
)


def test_articles_that_did_not_come(
    local: Local, web: tuple[LocalServer, Site]
) -> None:
    _, site = web
    for number, answer in enumerate(NOT_THE_PAGE):
        site.answers[site.path(number)] = answer  # on the last list page
    local.crawl("luyang")
    assert len(urls(local)) == ARTICLES - len(NOT_THE_PAGE)
    for number, _ in enumerate(NOT_THE_PAGE):
        del site.answers[site.path(number)]
    assert local.crawl("luyang").status == 0
    assert len(urls(local)) == ARTICLES
    assert local.pipelines("verify", str(local.archive)).status == 0


def test_an_article_that_is_gone_is_not_asked_for_in_every_run(
    local: Local, web: tuple[LocalServer, Site]
) -> None:
    server, site = web
    site.articles = 12
    local.crawl("luyang")
    site.gone.add(4)
    age(local, timedelta(days=2))
    for _ in range(2):
        local.crawl("luyang")
    assert server.paths().count(site.path(4)) == 2
    # Unchanged twice: the second look names the article as well.
    age(local, timedelta(days=7))
    local.crawl("luyang")
    looks = [o for o in local.records("observations") if o["http_status"] == 304]
    assert len(looks) == 22
    assert all(each["article_id"] and each["content_hash"] for each in looks)


def test_a_list_is_no_article_however_often_it_stays_the_same(
    local: Local, web: tuple[LocalServer, Site]
) -> None:
    _, site = web
    site.articles = 30
    local.crawl("luyang")
    local.crawl("luyang")
    age(local, timedelta(days=2))
    site.articles = 70
    local.crawl("luyang")
    assert len(urls(local)) == 70
    assert not [o for o in local.records("observations") if "index" in o["url"]]


def test_a_crawl_after_a_replay_names_what_it_received(
    tmp_path: Path, local: Local, web: tuple[LocalServer, Site]
) -> None:
    _, site = web
    site.articles = 5
    local.crawl("luyang")
    second = Local(folder=tmp_path / "second")
    second.folder.mkdir()
    (second.folder / "sites").symlink_to(local.sites)
    replayed = f"source={local.archive / 'warc'}"
    for _ in range(2):
        assert second.crawl("replay", "-a", replayed).status == 0
    # The first archive's WARC lies elsewhere: its lines are not repeated by replays.
    assert len(second.lines("articles")) == 5
    assert second.crawl("luyang").status == 0
    places = [each["archive"][0]["file"] for each in second.records("articles")]
    here = [place for place in places if (second.archive / place).is_file()]
    assert (len(places), len(here)) == (10, 5)
    assert second.crawl("luyang").status == 0
    assert len(second.lines("articles")) == 10
    assert second.pipelines("verify", str(second.archive)).status == 0


NUMBERED = "<html><body><h1>{title}</h1><div><p>{text}</p></div>{links}</body></html>"


def test_numbers_of_articles_are_no_pages_of_one(
    local: Local, web: tuple[LocalServer, Site]
) -> None:
    _, site = web
    count = 18
    paths = [f"/news/20210304_{n}.html" for n in range(1, count + 1)]
    rows = "".join(f'<li><a href="{path}">x</a></li>' for path in paths)
    site.answers["/news/"] = Answer(body=f"<ul>{rows}</ul>".encode())
    for n, path in enumerate(paths):
        near = paths[max(0, n - 1) : n + 2]
        page = NUMBERED.format(
            title=f"卢阳县第{n}次工作会议召开",
            text=f"3月4日，卢阳县第{n}次工作会议召开，县长李明主持会议。" * 4,
            links="".join(f'<a href="{each}">{each}</a>' for each in near),
        )
        site.answers[path] = Answer(body=page.encode())
    declare(
        local.sites, "luyang", site.host, start="/news/", article=r"/news/\d+_\d+\.html"
    )
    assert local.crawl("luyang").status == 0
    assert len(urls(local)) == count


def test_offline_gives_what_several_runs_gave(
    local: Local, web: tuple[LocalServer, Site]
) -> None:
    _, site = web
    for site.articles in (42, 47, ARTICLES):
        assert local.crawl("luyang").status == 0
    away = Local(folder=local.folder / "away")
    run = local.crawl(
        "luyang", OFFLINE=str(local.archive), ARCHIVE_DIR=str(away.archive)
    )
    assert run.status == 0, run.err
    assert away.lines("articles") == local.lines("articles")
    assert away.lines("meetings") == local.lines("meetings")


def test_until_alone_reads_on_through_what_is_known(
    local: Local,
) -> None:
    local.crawl("luyang", "-a", "since=2021-06-01")
    assert local.crawl("luyang", "-a", "until=2021-05-31").status == 0
    assert len(urls(local)) == ARTICLES


def test_a_packed_sitemap(local: Local, web: tuple[LocalServer, Site]) -> None:
    _, site = web
    host = site.host
    rows = "".join(
        f"<url><loc>http://{host}{site.path(n)}</loc></url>" for n in range(20)
    )
    packed = gzip.compress(f'<?xml version="1.0"?><urlset>{rows}</urlset>'.encode())
    site.answers["/sitemap.xml.gz"] = Answer(
        body=packed, content_type=b"application/gzip"
    )
    declare(local.sites, "luyang", host, start="/sitemap.xml.gz")
    run = local.crawl("luyang")
    assert run.status == 0, run.err
    assert len(urls(local)) == 20
