"""`scrapy crawl replay` by real processes, as a user types it."""

from __future__ import annotations

import csv
import json
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from crawler.columns import COLUMNS, FORMULA_STARTS
from pipelines.archive.layout import SegmentKind
from tests.archive.saved import save
from tests.crawler.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.crawler.conftest import Crawl

SEEDS = frozenset({"cri", "guancha", "pingxiang", "qingdao", "yuncheng"})
MEETING = (
    "临河区召开安全生产工作会议\n2021-01-03 来源：临河日报\n"
    "1月3日，临河区政府召开安全生产工作会议。副区长刘大明主持会议并讲话。\n"
)


def row(summary: str, noun: str) -> int:
    """The number that the summary gives before a noun."""
    (count,) = (
        line.split()[0]
        for line in summary.splitlines()
        if line.split()[1:2] and line.split()[1] in {noun, noun.removesuffix("s")}
    )
    return int(count)


def outcomes(archive: Path) -> Counter[str]:
    logs = sorted((archive / "runs").glob("*/*.log"))
    return Counter(
        json.loads(line)["outcome"] for log in logs for line in log.open("rb")
    )


def test_the_five_seeds_and_a_second_run(crawl: Crawl) -> None:
    first = crawl("replay", "-asource=seeds")
    assert (first.status, first.out) == (0, ""), first.err
    assert (row(first.err, "pages"), row(first.err, "articles")) == (5, 5)
    articles = [json.loads(line) for line in crawl.lines(SegmentKind.ARTICLES)]
    assert {article["site"] for article in articles} == SEEDS
    meetings = crawl.lines(SegmentKind.MEETINGS)
    assert len(meetings) == row(first.err, "meetings") >= 5
    assert len(crawl.lines(SegmentKind.ISSUES)) == row(first.err, "issues")
    assert str(crawl.archive) in first.err

    before = {kind: crawl.lines(kind) for kind in SegmentKind}
    second = crawl("replay", "-asource=seeds")
    assert second.status == 0
    assert (row(second.err, "pages"), row(second.err, "duplicates")) == (5, 5)
    assert (row(second.err, "articles"), row(second.err, "meetings")) == (0, 0)
    assert {kind: crawl.lines(kind) for kind in SegmentKind} == before
    assert outcomes(crawl.archive) == {"stored": 5, "duplicate": 5}


def test_every_run_of_every_site_has_its_manifest(crawl: Crawl) -> None:
    assert crawl("replay", "-asource=seeds").status == 0
    manifests = sorted((crawl.archive / "runs").glob("*/*.json"))
    assert {file.parent.name for file in manifests} == SEEDS
    assert len({file.name for file in manifests}) == 1
    contents = [json.loads(file.read_bytes()) for file in manifests]
    assert {content["reason"] for content in contents} == {"finished"}


def test_feeds_hold_the_meetings_of_the_run(crawl: Crawl, tmp_path: Path) -> None:
    lines, table = tmp_path / "meetings.jsonl", tmp_path / "meetings.csv"
    array = tmp_path / "meetings.json"
    feeds = [f"-O{file}" for file in (lines, table, array)]
    assert crawl("replay", "-asource=seeds", *feeds).status == 0
    archived = crawl.lines(SegmentKind.MEETINGS)
    # Byte for byte; the order of pages is that of sites here and there.
    assert lines.read_bytes() == b"".join(archived)
    assert json.loads(array.read_bytes()) == [json.loads(line) for line in archived]
    with table.open(encoding="utf-8", newline="") as rows:
        cells = list(csv.DictReader(rows))
    assert list(cells[0]) == list(COLUMNS)
    assert [each["id"] for each in cells] == [json.loads(x)["id"] for x in archived]

    # What the archive knows already is still what this run read.
    again = tmp_path / "again.jsonl"
    assert crawl("replay", "-asource=seeds", f"-O{again}").status == 0
    assert again.read_bytes() == lines.read_bytes()
    assert crawl.lines(SegmentKind.MEETINGS) == archived


def test_a_feed_on_standard_output_is_nothing_but_the_feed(crawl: Crawl) -> None:
    run = crawl("replay", "-asource=seeds/cri", "-o-:jsonl")
    assert run.status == 0
    assert run.out.encode() == b"".join(crawl.lines(SegmentKind.MEETINGS))


def test_cells_of_a_hostile_page_are_harmless(crawl: Crawl, tmp_path: Path) -> None:
    title = '=HYPERLINK("http://a.example/","临河区召开安全生产工作会议")'
    page = MEETING.replace("临河区召开安全生产工作会议", title, 1)
    source = save(tmp_path / "pages", {"1.txt": page.replace("临河日报", "@临河日报")})
    table = tmp_path / "meetings.csv"
    run = crawl("replay", f"-asource={source}", f"-O{table}")
    assert run.status == 0
    with table.open(encoding="utf-8", newline="") as rows:
        cells = list(csv.DictReader(rows))
    assert cells, run.err
    assert not [
        cell for each in cells for cell in each.values() if cell[:1] in FORMULA_STARTS
    ]


def test_a_page_that_cannot_be_decoded_is_an_issue_and_the_rest_goes_on(
    crawl: Crawl, tmp_path: Path
) -> None:
    files: dict[str, str | bytes] = {
        "1.txt": b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)),
        "2.html": b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n",
        "3.txt": MEETING,
    }
    source = save(tmp_path / "pages", files)
    run = crawl("replay", f"-asource={source}")
    assert run.status == 0, run.err
    assert outcomes(crawl.archive) == {"unreadable": 2, "stored": 1}
    issues = [json.loads(line) for line in crawl.lines(SegmentKind.ISSUES)]
    unread = [issue for issue in issues if issue["stage"] == "decode"]
    assert {issue["url"] for issue in unread} == {"file:1.txt", "file:2.html"}
    assert "exception" not in {issue["code"] for issue in issues}


def test_a_folder_with_a_binary_file(crawl: Crawl, tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"1.txt": MEETING, "photo.jpg": b"\xff\xd8\xff"}
    source = save(tmp_path / "pages", files)
    run = crawl("replay", f"-asource={source}")
    assert run.status == 0, run.err
    assert row(run.err, "pages") == 1
    issues = [json.loads(line) for line in crawl.lines(SegmentKind.ISSUES)]
    assert "photo.jpg" in [
        issue["value"] for issue in issues if issue["code"] == "unknown_file_kind"
    ]
    again = crawl("replay", f"-asource={source}")
    assert (row(again.err, "duplicates"), row(again.err, "issues")) == (2, 0)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["replay"], "no source is named"),
        (["replay", "-asource="], "no source is named"),
        (["replay", "-asource=nowhere"], "nowhere: No such file or directory"),
        (["replay", "-asource=seeds,nowhere"], "nowhere: No such file"),
        (["replay", "-asource=crawler"], "crawler: the folder holds no saved page"),
        (["replay", "-asource=pyproject.toml"], "not a saved page"),
        (["replay", "-asorce=seeds"], "replay takes -a source=…, not sorce"),
        (["replya"], "no spider 'replya'; did you mean: replay"),
        (["replay", "again"], "name one spider"),
        ([], "name one spider"),
    ],
)
def test_what_cannot_be_run_is_refused_in_one_line(
    crawl: Crawl, arguments: list[str], said: str
) -> None:
    run = crawl(*arguments)
    assert (run.status, run.out) == (2, "")
    assert run.err.startswith("scrapy crawl: ")
    assert said in run.err
    assert run.err.count("\n") == 1
    assert not list(crawl.archive.rglob("*.log"))


def test_the_number_that_scrapyd_gives_is_taken(crawl: Crawl) -> None:
    run = crawl("replay", f"-asource={ROOT / 'seeds' / 'cri'}", "-a_job=d6b2")
    assert (run.status, row(run.err, "articles")) == (0, 1)


def test_an_empty_folder_is_refused(crawl: Crawl, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    run = crawl("replay", f"-asource={tmp_path / 'empty'}")
    assert (run.status, run.err.count("\n")) == (2, 1)
    assert "holds no saved page" in run.err


@pytest.mark.parametrize(
    ("declaration", "said"),
    [
        ("name: linhe\ntitle: 临河\narea: '150800'\ncolour: red\n", "site.yml:4: "),
        ("name: other\ntitle: 临河\narea: '150800'\n", "folder 'linhe'"),
        ("name: linhe\ntitle: 临河\narea: 150800\n", "put quotes around 150800"),
        ("name: [\n", "site.yml"),
    ],
)
def test_a_wrong_declaration_stops_the_run_in_one_line(
    crawl: Crawl, tmp_path: Path, declaration: str, said: str
) -> None:
    sites = save(tmp_path / "sites", {"linhe/site.yml": declaration})
    run = crawl("replay", "-asource=seeds", SITES_DIR=str(sites))
    assert (run.status, run.err.count("\n")) == (2, 1), run.err
    assert said in run.err


def test_sites_are_found_from_a_folder_below_the_project(crawl: Crawl) -> None:
    crawl.folder /= "docs"
    run = crawl("replay", "-asource=../seeds")
    assert run.status == 0, run.err
    assert {file.name for file in (crawl.archive / "runs").iterdir()} == SEEDS


def test_a_sites_dir_that_is_not_there_is_refused(crawl: Crawl) -> None:
    run = crawl("replay", "-asource=seeds", SITES_DIR="nowhere")
    assert (run.status, run.err.count("\n")) == (2, 1)
    assert "nowhere: no such folder; set SITES_DIR" in run.err


def test_an_archive_without_a_place_is_refused(crawl: Crawl, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    run = crawl("replay", "-asource=seeds", ARCHIVE_DIR=str(tmp_path / "file"))
    assert (run.status, run.err.count("\n")) == (5, 1), run.err
    assert "cannot write" in run.err
