"""`scrapy crawl <site>` against a real server: increments, revisits, windows."""

from __future__ import annotations

import json
import re
import signal
import sqlite3
import subprocess
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from crawler.timing import is_due, is_within
from tests.crawler import forked
from tests.crawler.befall import Blow
from tests.crawler.conftest import ROOT
from tests.crawler.local import Local, age, run_command
from tests.site.content import Site, Web
from tests.site.declared import declare
from tests.site.server import Answer, LocalServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.crawler.conftest import Run


@pytest.fixture
def web() -> Iterator[tuple[LocalServer, Site]]:
    sites = Web(sites={})
    with LocalServer(sites) as server:
        host = server.host(1)
        sites.sites[host] = Site(host=host, articles=130)
        yield server, sites.sites[host]


@pytest.fixture
def local(tmp_path: Path, web: tuple[LocalServer, Site]) -> Local:
    made = Local(folder=tmp_path)
    declare(made.sites, "luyang", web[1].host)
    return made


def test_a_second_run_fetches_only_lists_and_new_articles(
    local: Local, web: tuple[LocalServer, Site]
) -> None:
    server, site = web
    assert local.crawl("luyang").status == 0
    assert len(local.lines("articles")) == 130
    first = len(server.asked)
    site.articles = 133
    assert local.crawl("luyang").status == 0
    asked = server.paths()[first:]
    # The list that grew, a list on which all is known, and the margin behind it.
    lists = ["/xw/", "/xw/index_1.html", "/xw/index_2.html"]
    new = {site.path(number) for number in (130, 131, 132)}
    assert set(asked) == {"/robots.txt", *lists, *new}
    assert len(asked) == len(set(asked))
    assert len(local.lines("articles")) == 133


def test_a_list_that_has_not_changed_is_asked_for_conditionally(
    local: Local, web: tuple[LocalServer, Site]
) -> None:
    server, _ = web
    local.crawl("luyang")
    first = len(server.asked)
    local.crawl("luyang")
    again = [each for each in server.asked[first:] if each.path != "/robots.txt"]
    assert [each.path for each in again] == ["/xw/", "/xw/index_1.html"]
    assert all("if-none-match" in each.headers for each in again)
    revisits = [line for line in local.log() if line["outcome"] == "revisited"]
    assert [line["status"] for line in revisits] == [200, 200]
    assert local.pipelines("verify", str(local.archive)).status == 0


def test_what_changed_and_what_is_gone_when_it_is_looked_at_again(
    local: Local, web: tuple[LocalServer, Site]
) -> None:
    server, site = web
    site.articles = 12
    local.crawl("luyang")
    site.edits[3] = "更正：会议于下午召开。"
    site.gone.add(4)
    age(local, timedelta(days=2))
    time.sleep(1)  # records tell when they were received by the second
    first = len(server.asked)
    run = local.crawl("luyang")
    assert run.status == 0, run.err
    asked = server.paths()[first:]
    assert {site.path(number) for number in range(12)} <= set(asked)
    changed = f"http://{site.host}{site.path(3)}"
    versions = [a for a in local.records("articles") if a["url"] == changed]
    assert len({each["content_hash"] for each in versions}) == len(versions) == 2
    looks = [o for o in local.records("observations") if o["url"] != changed]
    assert sorted({each["http_status"] for each in looks}) == [200, 304, 404]
    unchanged = [each for each in looks if each["http_status"] == 304]
    assert len(unchanged) == 10
    assert all(each["content_hash"] and each["article_id"] for each in unchanged)
    told = local.pipelines("history", changed, "-o", str(local.archive))
    assert "    +更正：会议于下午召开。" in told.out
    gone, never = (f"http://{site.host}{site.path(number)}" for number in (4, 99))
    assert (
        "gone (404)" in local.pipelines("history", gone, "-o", str(local.archive)).out
    )
    # Asked for by a person: that it is gone is an answer, for what was once there.
    assert local.crawl("luyang", "-a", f"url={gone}").status == 0
    assert local.crawl("luyang", "-a", f"url={never}").status == 8


DAY = timedelta(days=1)
FIRST = datetime(2021, 1, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    ("last", "now", "due"),
    [
        (0, 0.5, False), (0, 1.5, True), (1.5, 3, False), (1.5, 7.5, True),
        (7.5, 20, False), (7.5, 31, True), (31, 400, False), (0, 400, True),
    ],
)  # fmt: skip
def test_when_a_look_is_due(last: float, now: float, due: bool) -> None:
    looked = (FIRST + last * DAY).isoformat()
    assert is_due(FIRST.isoformat(), looked, FIRST + now * DAY) is due


def test_a_window_of_days_reads_on_through_what_is_known(
    local: Local, web: tuple[LocalServer, Site]
) -> None:
    _, site = web
    site.articles = 100
    local.crawl("luyang", "-a", "since=2021-03-01", "-a", "until=2021-04-30")
    dates = {each["published_at"][:7] for each in local.records("articles")}
    assert dates == {"2021-03", "2021-04"}


STARTS = {
    "posted": (
        "[{{url: 'http://{host}/api/list', post: '{{\"page\": {{page}}}}', "
        "link: '/xw/2021/{{file}}'}}]"
    ),
    "by pattern": (
        "['http://{host}/xw/', "
        "{{url: 'http://{host}/xw/index_{{page}}.html', first: 1}}]"
    ),
}


@pytest.mark.parametrize("starts", STARTS.values(), ids=STARTS)
def test_numbered_lists(
    local: Local, web: tuple[LocalServer, Site], starts: str
) -> None:
    server, site = web
    site.articles = 50
    site.next_label = "more"
    declare(local.sites, "luyang", site.host, starts=starts.format(host=site.host))
    run = local.crawl("luyang")
    assert run.status == 0, run.err
    assert len(local.lines("articles")) == 50
    assert not local.lines("issues")
    asked = len(server.asked)
    site.articles = 51
    assert local.crawl("luyang").status == 0
    assert len(local.lines("articles")) == 51
    assert len(server.asked) - asked < 8
    away = Local(folder=local.folder / "away")
    run = local.crawl(
        "luyang", OFFLINE=str(local.archive), ARCHIVE_DIR=str(away.archive)
    )
    assert run.status == 0, run.err
    assert away.lines("meetings") == sorted(set(local.lines("meetings")))


def test_one_page(local: Local, web: tuple[LocalServer, Site]) -> None:
    server, site = web
    url = f"http://{site.host}{site.path(7)}"
    assert local.crawl("luyang", "-a", f"url={url}").status == 0
    assert server.paths() == ["/robots.txt", site.path(7)]
    assert [each["url"] for each in local.records("articles")] == [url]


def test_a_block_page_is_reported_and_never_an_article(
    local: Local, web: tuple[LocalServer, Site]
) -> None:
    _, site = web
    site.articles = 3
    body = "<html><body><h1>您的访问被拦截</h1><p>网站防火墙</p></body></html>"
    site.answers[site.path(1)] = Answer(body=body.encode())
    run = local.crawl("luyang")
    assert len(local.lines("articles")) == 2
    assert "block_pages: 1 in this run" in run.err
    assert run.status == 9


def test_a_redesigned_list_is_reported_on_the_first_run(
    local: Local, web: tuple[LocalServer, Site]
) -> None:
    _, site = web
    site.articles = 10
    assert local.crawl("luyang").status == 0
    site.answers["/xw/"] = Answer(body=b"<div id=app></div>")
    run = local.crawl("luyang")
    assert "lists_without_links" in run.err
    assert run.status == 9


def test_a_redesigned_article_is_reported_on_the_first_run(
    local: Local, web: tuple[LocalServer, Site]
) -> None:
    _, site = web
    site.articles = 10
    assert local.crawl("luyang").status == 0
    site.articles = 14
    for number in range(10, 14):
        old = site.article_page(number, second=False)
        bare = re.sub("<div class='info'>.*?</div>", "", old)
        site.answers[site.path(number)] = Answer(body=bare.encode())
    run = local.crawl("luyang")
    assert "template_changed: " in run.err
    assert run.status == 9


def test_nothing_reachable(local: Local, web: tuple[LocalServer, Site]) -> None:
    _, site = web
    site.answers["/xw/"] = Answer(status=404, body=b"")
    assert local.crawl("luyang").status == 8


def test_outside_its_hours_a_site_is_left_alone(
    local: Local, web: tuple[LocalServer, Site]
) -> None:
    server, site = web
    now = datetime.now(UTC) + timedelta(hours=8)
    later = [(now + timedelta(hours=each)).strftime("%H:%M") for each in (2, 4)]
    declare(local.sites, "luyang", site.host, more=f"hours: '{later[0]}-{later[1]}'\n")
    run = local.crawl("luyang")
    assert (run.status, server.asked) == (0, [])
    assert "outside its hours" in run.err


def test_a_run_ends_with_its_hours_and_the_next_goes_on(
    local: Local, web: tuple[LocalServer, Site]
) -> None:
    server, _ = web
    arguments = local.arguments("crawl", "luyang", DOWNLOAD_DELAY="0.05")
    run = forked.run(arguments, Blow("crawler.hours:is_within", 20, "false"))
    assert (run.status, "are over" in run.err) == (0, True), run.err
    assert [each["reason"] for each in local.manifests()] == ["outside_hours"]
    assert 0 < len(local.lines("articles")) < len(server.asked) < 40
    assert local.crawl("luyang").status == 0
    assert len(local.lines("articles")) == 130


def test_all_sites_at_once(local: Local, web: tuple[LocalServer, Site]) -> None:
    server, site = web
    site.articles = 5
    declare(local.sites, "linhe", server.host(2))
    run: Run = run_command(local.command("crawlall", "-j", "2"))
    rows = {line.split()[0]: line.split()[1:] for line in run.out.splitlines() if line}
    assert rows["luyang"] == ["good", "5", "4"]
    assert rows["linhe"][0] == "nothing_reachable"
    assert run.status == 8


def test_articles_whose_warc_is_gone_are_fetched_again(
    local: Local, web: tuple[LocalServer, Site]
) -> None:
    _server, site = web
    site.articles = 5
    assert local.crawl("luyang").status == 0
    lines = local.lines("articles")
    for file in local.warcs():
        file.unlink()
    assert local.crawl("luyang").status == 10
    # The old lines name bytes that are gone, so each has a twin that names the new ones.
    now = local.lines("articles")
    twins = [json.loads(line) for line in now if line not in lines]
    assert (len(now), {*lines} - {*now}) == (10, set())
    assert {each["id"] for each in twins} == {json.loads(old)["id"] for old in lines}
    for each in twins:
        assert (local.archive / each["archive"][0]["file"]).is_file()
    again = local.folder / "again"
    run = local.crawl("luyang", OFFLINE=str(local.archive), ARCHIVE_DIR=str(again))
    assert (run.status, len(local.lines("articles", again))) == (0, 5), run.err


@pytest.mark.parametrize(
    ("argument", "said"),
    [
        ("since=2021-02-30", "'2021-02-30' is no date"),
        ("since=2021-06-01,until=2021-01-01", "since 2021-06-01 is after until"),
        ("url=foo", "foo is not on a host of luyang: 127."),
        ("run=20210103t000000z-0000", "-a run= is of an archive"),
        ("url=http://other.example.org/x.html", "is not on a host of luyang: 127."),
    ],
)
def test_arguments_that_cannot_be_meant_are_refused(
    local: Local, argument: str, said: str
) -> None:
    run = local.crawl("luyang", *(f"-a{each}" for each in argument.split(",")))
    assert (run.status, run.err.count("\n")) == (2, 1), run.err
    assert said in run.err


def test_a_site_is_not_added_with_an_area_of_no_place(local: Local) -> None:
    run = local.scrapy("addsite", "--area", "41", "http://127.0.0.1/xw/")
    assert (run.status, run.err.count("\n")) == (2, 1), run.err
    assert "'41' is no GB/T 2260 code" in run.err


def test_a_site_is_not_added_by_a_name_that_cannot_be_declared(
    local: Local, web: tuple[LocalServer, Site]
) -> None:
    (local.sites / "luyang" / "site.yml").unlink()
    (local.sites / "luyang").rmdir()
    url = f"http://{web[1].host}/xw/"
    run = local.scrapy("addsite", "--name", "replay", url)
    assert (run.status, run.err.count("\n")) == (2, 1), run.err
    assert "replay cannot be declared" in run.err
    assert not list(local.sites.iterdir())


def test_offline_one_run_alone(local: Local, web: tuple[LocalServer, Site]) -> None:
    _, site = web
    for site.articles in (25, 30):
        assert local.crawl("luyang").status == 0
    first, second = (each["run"] for each in local.manifests())
    for run, count in ((first, 25), (second, 5)):
        away = Local(folder=local.folder / run)
        told = local.crawl(
            "luyang",
            f"-arun={run}",
            OFFLINE=str(local.archive),
            ARCHIVE_DIR=str(away.archive),
        )
        assert told.status == 0, told.err
        assert len(away.lines("articles")) == count
    told = local.crawl("luyang", "-arun=x", OFFLINE=str(local.archive))
    assert (told.status, told.err.count("\n")) == (2, 1), told.err
    # By name: runs that began in one second have no other order.
    assert f"there are: {', '.join(sorted((first, second)))}" in told.err


def test_a_host_that_asks_to_be_left_alone(
    local: Local, web: tuple[LocalServer, Site]
) -> None:
    server, site = web
    site.articles = 40
    site.answers["/xw/index_1.html"] = Answer(
        status=503, headers=((b"Retry-After", b"3600"),)
    )
    run = local.crawl("luyang")
    asked = server.paths()
    assert asked.count("/xw/index_1.html") == 1
    assert any("asked to wait" in (line["reason"] or "") for line in local.log()), (
        run.err
    )
    del site.answers["/xw/index_1.html"]
    assert local.crawl("luyang").status == 0
    assert len(local.lines("articles")) == 40


def test_a_wait_that_is_asked_for_is_kept(
    local: Local, web: tuple[LocalServer, Site]
) -> None:
    server, site = web
    site.articles = 5
    site.answers["/xw/"] = Answer(status=503, headers=((b"Retry-After", b"3"),))
    local.crawl("luyang", RETRY_TIMES="1")
    times = [each.at for each in server.asked if each.path == "/xw/"]
    assert len(times) == 2
    assert times[1] - times[0] >= 3


def test_sigterm_ends_all_crawls_cleanly(
    local: Local, web: tuple[LocalServer, Site]
) -> None:
    server, site = web
    site.robots = Answer(
        body=b"User-agent: *\nCrawl-delay: 30\n", content_type=b"text/plain"
    )
    process = subprocess.Popen(
        local.command("crawlall"), cwd=ROOT, stdout=subprocess.PIPE
    )
    while not server.asked:
        time.sleep(0.05)
    time.sleep(1.0)
    process.send_signal(signal.SIGTERM)
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"interrupted" in out
    (manifest,) = local.manifests()
    assert manifest["reason"] == "shutdown"


def test_the_list_of_sites(local: Local) -> None:
    assert local.scrapy("list").out.split() == ["luyang"]


def test_a_broken_declaration_stops_its_own_site_alone(
    local: Local, web: tuple[LocalServer, Site]
) -> None:
    server, site = web
    site.articles = 5
    declare(local.sites, "linhe", server.host(2))
    with (local.sites / "linhe" / "site.yml").open("a") as file:
        file.write("colour: red\n")
    said = "linhe/site.yml:8: unknown key 'colour'"
    listed = local.scrapy("list")
    assert (listed.status, listed.out.split()) == (2, ["luyang"])
    assert said in listed.err
    refused = local.crawl("linhe")
    assert (refused.status, refused.err.count("\n")) == (2, 1)
    assert said in refused.err
    run = run_command(local.command("crawlall"))
    rows = {line.split()[0]: line.split()[1:] for line in run.out.splitlines() if line}
    assert rows["luyang"] == ["good", "5", "4"]
    assert rows["linhe"][0] == "refused"
    assert said in run.out
    assert run.status == 2


def test_a_site_is_added_from_its_column_page(
    local: Local, web: tuple[LocalServer, Site]
) -> None:
    _server, site = web
    site.articles = 30
    (local.sites / "luyang" / "site.yml").unlink()
    url = f"http://{site.host}/xw/"
    run = local.scrapy("addsite", "--name", "luyang2", "--area", "410326", url)
    assert run.status == 0, run.err
    assert "family: trs" in run.out
    assert "卢阳县召开" in run.out
    assert len(list((local.sites / "luyang2" / "pages").glob("*.html"))) == 3
    assert local.crawl("luyang2").status == 0
    assert len(local.lines("articles")) == 30


def test_the_index_is_of_use_to_an_analyst(local: Local) -> None:
    local.crawl("luyang")
    base = sqlite3.connect(local.archive / "index.sqlite")
    (count,) = base.execute(
        "SELECT count(*) FROM lines WHERE outcome = 'stored'"
    ).fetchone()
    assert count == 130


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_does_not_wait_for_a_paced_host(
    local: Local, web: tuple[LocalServer, Site], number: signal.Signals
) -> None:
    server, site = web
    site.robots = Answer(
        body=b"User-agent: *\nCrawl-delay: 99999\n", content_type=b"text/plain"
    )
    process = subprocess.Popen(
        local.command("crawl", "luyang"), cwd=ROOT, stderr=subprocess.PIPE
    )
    while not server.asked:
        time.sleep(0.05)
    time.sleep(1.0)
    process.send_signal(number)
    began = time.monotonic()
    process.communicate(timeout=60)
    assert process.returncode == 130
    # The delay is a minute; what is asked here is only that nobody waits it out.
    assert time.monotonic() - began < 30
    (manifest,) = local.manifests()
    assert manifest["reason"] == "shutdown"


@pytest.mark.parametrize(
    ("hours", "hour", "within"),
    [
        (None, 12, True), ("08:00-18:00", 8, True), ("08:00-18:00", 18, False),
        ("22:00-06:00", 23, True), ("22:00-06:00", 5, True), ("22:00-06:00", 12, False),
    ],
)  # fmt: skip
def test_hours_may_pass_midnight(hours: str | None, hour: int, within: bool) -> None:
    assert is_within(hours, datetime(2021, 1, 3, hour, tzinfo=UTC)) is within
