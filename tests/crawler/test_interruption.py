"""Kill -9, Ctrl-C and a failing disk: nothing lost, nothing twice."""

from __future__ import annotations

import json
import random
import resource
import signal
import subprocess
import time
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from pipelines.archive.layout import SegmentKind
from tests.crawler import forked
from tests.crawler.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.crawler.conftest import Crawl
    from tests.crawler.forked import Started

PAGES = 300
KILLS = 6
SITES = ("linhe", "wuyuan")


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two sites' folders of generated pages, half of them with a meeting."""
    root: Path = tmp_path_factory.mktemp("pages")
    for site in SITES:
        (root / site).mkdir()
    for number in range(PAGES):
        text = f"临河日报第{number}篇\n2021-01-03 来源：临河日报\n"
        if number % 2:
            text += (
                f"1月3日，临河区召开第{number}次安全生产工作会议。刘大明主持会议。\n"
            )
        text += "各镇要压实责任，抓好安全生产各项工作。\n" * (2 + number % 40)
        (root / SITES[number % 2] / f"{number:03}.txt").write_text(text)
    return root


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The two sites' declarations, so that each has a lock and files of its own."""
    root: Path = tmp_path_factory.mktemp("sites")
    for site in SITES:
        (root / site).mkdir()
        declaration = f"name: {site}\ntitle: {site}\narea: '150800'\n"
        (root / site / "site.yml").write_text(declaration)
    return root


def start(crawl: Crawl, source: Path, sites: Path) -> Started:
    return forked.start(
        crawl.arguments("replay", f"-asource={source}", SITES_DIR=str(sites))
    )


def committed(archive: Path) -> int:
    logs = archive.glob("runs/*/*.log")
    return sum(log.read_bytes().count(b"\n") for log in logs)


def wait_for(started: Started, archive: Path, lines: int) -> None:
    """Return when so many more log lines are there, or the process has ended."""
    goal = committed(archive) + lines
    while committed(archive) < goal and started.is_running():
        time.sleep(0.001)


def reference(
    crawl: Crawl, source: Path, sites: Path
) -> dict[SegmentKind, list[bytes]]:
    """What an undisturbed run writes, in the place of the crawl's archive."""
    run = crawl("replay", f"-asource={source}", SITES_DIR=str(sites))
    assert run.status == 0, run.err
    return {kind: sorted(crawl.lines(kind)) for kind in SegmentKind}


def test_kills_lose_and_double_nothing(
    crawl: Crawl, source: Path, sites: Path, tmp_path: Path
) -> None:
    expected = reference(crawl, source, sites)
    crawl.archive = tmp_path / "killed"
    chance = random.Random(20210103)
    for _ in range(KILLS):
        started = start(crawl, source, sites)
        wait_for(started, crawl.archive, chance.randrange(1, PAGES // 3))
        started.send_signal(signal.SIGKILL)
        assert started.wait().status == -signal.SIGKILL
    last = crawl("replay", f"-asource={source}", SITES_DIR=str(sites))
    assert last.status == 0, last.err

    assert {kind: sorted(crawl.lines(kind)) for kind in SegmentKind} == expected
    logs = sorted(crawl.archive.glob("runs/*/*.log"))
    stored = [
        each["url"]
        for log in logs
        for each in map(json.loads, log.read_bytes().splitlines())
        if each["outcome"] == "stored"
    ]
    assert len(stored) == len(set(stored)) == PAGES
    reasons = Counter(
        json.loads(log.with_suffix(".json").read_bytes())["reason"] for log in logs
    )
    assert set(reasons) == {"killed", "finished"}
    assert reasons["killed"] >= KILLS


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_run_cleanly(
    crawl: Crawl, source: Path, sites: Path, number: signal.Signals
) -> None:
    started = start(crawl, source, sites)
    wait_for(started, crawl.archive, 20)
    started.send_signal(number)
    run = started.wait()
    assert run.status == 130, run.err
    assert "replay: shutdown after" in run.err
    assert "Traceback" not in run.err
    for log in crawl.archive.glob("runs/*/*.log"):
        manifest = json.loads(log.with_suffix(".json").read_bytes())
        assert manifest["reason"] == "shutdown"
    assert 20 <= committed(crawl.archive) < PAGES
    again = crawl("replay", f"-asource={source}", SITES_DIR=str(sites))
    assert again.status == 0, again.err
    assert len(crawl.lines(SegmentKind.ARTICLES)) == PAGES


def test_a_disk_that_takes_no_more_ends_the_run(
    crawl: Crawl, source: Path, sites: Path
) -> None:
    def small_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))

    run = subprocess.run(
        crawl.command("replay", f"-asource={source}", SITES_DIR=str(sites)),
        cwd=ROOT,
        preexec_fn=small_disk,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 5, run.stderr
    assert "cannot write" in run.stderr
    assert "run the same command again" in run.stderr
    assert "Traceback" not in run.stderr
    again = crawl("replay", f"-asource={source}", SITES_DIR=str(sites))
    assert again.status == 0, again.err
    articles = [json.loads(line)["url"] for line in crawl.lines(SegmentKind.ARTICLES)]
    assert len(articles) == len(set(articles)) == PAGES


def test_a_second_writer_says_so_and_stops(
    crawl: Crawl, source: Path, sites: Path, tmp_path: Path
) -> None:
    first = start(crawl, source, sites)
    wait_for(first, crawl.archive, 1)
    first.send_signal(signal.SIGSTOP)
    feed = tmp_path / "meetings.jsonl"
    feed.write_bytes(b"the first run's\n")
    second = crawl("replay", f"-asource={source}", f"-O{feed}", SITES_DIR=str(sites))
    assert feed.read_bytes() == b"the first run's\n"
    assert not list(tmp_path.glob("*.part"))
    first.send_signal(signal.SIGCONT)
    run = first.wait()
    assert second.status == 6, second.err
    lock = crawl.archive / "runs" / "linhe" / "lock"
    assert f"another run is writing site linhe; it holds {lock}" in second.err
    assert "Traceback" not in second.err
    assert run.status == 0, run.err
    assert len(crawl.lines(SegmentKind.ARTICLES)) == PAGES


def test_a_limit_that_the_user_sets_is_good(
    crawl: Crawl, source: Path, sites: Path
) -> None:
    run = crawl(
        "replay",
        f"-asource={source}",
        SITES_DIR=str(sites),
        CLOSESPIDER_ITEMCOUNT="10",
    )
    assert run.status == 0, run.err
    assert 10 <= len(crawl.lines(SegmentKind.ARTICLES)) < 20
