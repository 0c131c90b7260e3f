from __future__ import annotations

import errno
import hashlib
import json
import resource
import subprocess
import sys
from typing import TYPE_CHECKING

import msgspec
import pytest

from pipelines.archive.entry import issue_entry, result_entry
from pipelines.archive.errors import ArchiveError, SiteLocked
from pipelines.archive.layout import RUN_ID, RunPaths, SegmentKind, new_run_id
from pipelines.archive.lines import encode_line
from pipelines.archive.log import LogLine, Outcome
from pipelines.archive.manifest import Manifest
from pipelines.archive.run import SiteRun
from pipelines.archive.writer import Writer
from pipelines.records.article import Article
from pipelines.records.issue import Issue
from pipelines.records.meeting import Meeting
from pipelines.records.result import Result
from tests.records.made import SITE, made_issue, made_page, made_pages, made_result

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def run_of(root: Path, number: int) -> RunPaths:
    run = f"20210103T0700{number:02}Z-00ff"
    return RunPaths(root=root, site=SITE.name, run=run)


def add_all(run: SiteRun, results: Iterable[Result]) -> list[Outcome]:
    return [run.add(result_entry(result)) for result in results]


def archive(paths: RunPaths, results: Iterable[Result]) -> list[Outcome]:
    run = SiteRun(paths)
    outcomes = add_all(run, results)
    run.close("finished")
    return outcomes


def log_lines(paths: RunPaths) -> list[LogLine]:
    decode = msgspec.json.Decoder(LogLine).decode
    return [decode(line) for line in paths.log.read_bytes().splitlines()]


def manifest_of(paths: RunPaths) -> Manifest:
    return msgspec.json.decode(paths.manifest.read_bytes(), type=Manifest)


def files(root: Path) -> set[str]:
    found = (file for file in root.rglob("*") if file.is_file())
    return {file.relative_to(root).as_posix() for file in found}


def test_a_result_is_written_whole_and_reads_back(tmp_path: Path) -> None:
    paths, result = run_of(tmp_path, 1), made_result(meetings=2, issues=3)
    assert archive(paths, [result]) == [Outcome.STORED]
    records = {
        SegmentKind.ARTICLES: (Article, [result.article]),
        SegmentKind.MEETINGS: (Meeting, list(result.meetings)),
        SegmentKind.ISSUES: (Issue, list(result.issues)),
    }
    for kind, (record, expected) in records.items():
        lines = paths.segment(kind).read_bytes().splitlines()
        assert [msgspec.json.decode(line, type=record) for line in lines] == expected


def test_paths_are_those_of_the_layout(tmp_path: Path) -> None:
    archive(run_of(tmp_path, 1), [made_result()])
    name = "linhe/20210103T070001Z-00ff"
    assert files(tmp_path) == {
        f"articles/{name}.jsonl",
        f"meetings/{name}.jsonl",
        f"issues/{name}.jsonl",
        f"runs/{name}.log",
        f"runs/{name}.json",
        "runs/linhe/lock",
    }


def test_a_segment_without_a_line_has_no_file(tmp_path: Path) -> None:
    paths = run_of(tmp_path, 1)
    archive(paths, [made_result(meetings=0, issues=0)])
    assert paths.segment(SegmentKind.ARTICLES).exists()
    assert not paths.segment(SegmentKind.MEETINGS).exists()
    assert not paths.segment(SegmentKind.ISSUES).exists()


def test_the_log_line_carries_the_sizes_so_far(tmp_path: Path) -> None:
    paths = run_of(tmp_path, 1)
    archive(paths, [made_result(1), made_result(2, is_look=True)])
    last = log_lines(paths)[-1]
    for kind in SegmentKind:
        assert getattr(last.sizes, kind) == paths.segment(kind).stat().st_size
    assert (last.outcome, last.url) == (Outcome.STORED, "http://linhe.example/2")
    assert last.archive == tuple(page.archive for page in made_result(2).pages.pages)


def test_a_second_run_over_the_same_pages_writes_nothing_new(tmp_path: Path) -> None:
    results = [made_result(1), made_result(2)]
    archive(run_of(tmp_path, 1), results)
    second = run_of(tmp_path, 2)
    assert archive(second, results) == [Outcome.DUPLICATE] * 2
    assert {path for path in files(tmp_path) if second.run in path} == {
        f"runs/linhe/{second.run}.log",
        f"runs/linhe/{second.run}.json",
    }
    assert [line.url for line in log_lines(second)] == [
        "http://linhe.example/1",
        "http://linhe.example/2",
    ]


def test_a_page_met_twice_in_one_run_is_written_once(tmp_path: Path) -> None:
    results = [made_result(1), made_result(1)]
    outcomes = archive(run_of(tmp_path, 1), results)
    assert outcomes == [Outcome.STORED, Outcome.DUPLICATE]


def test_changed_bytes_and_another_address_are_no_duplicates(tmp_path: Path) -> None:
    first = made_result(1)
    changed = made_pages(made_page("改过", first.pages.pages[0].url))
    moved = made_pages(made_page(first.pages.pages[0].body, "http://linhe.example/x"))
    results = [first, Result(pages=changed), Result(pages=moved)]
    outcomes = archive(run_of(tmp_path, 1), results)
    assert outcomes == [Outcome.STORED, Outcome.UNREADABLE, Outcome.UNREADABLE]


def test_pages_of_one_article_are_known_together(tmp_path: Path) -> None:
    one, two = (
        made_page("一", "http://a.example/1"),
        made_page("二", "http://a.example/2"),
    )
    results = [Result(pages=made_pages(*pages)) for pages in ([one, two], [one])]
    outcomes = archive(run_of(tmp_path, 1), results)
    assert outcomes == [Outcome.UNREADABLE] * 2
    assert [len(line.archive) for line in log_lines(run_of(tmp_path, 1))] == [2, 1]


def test_a_later_version_reads_known_pages_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive(run_of(tmp_path, 1), [made_result(1)])
    monkeypatch.setattr("pipelines.archive.entry.EXTRACTOR_VERSION", "9.9.9")
    assert archive(run_of(tmp_path, 2), [made_result(1)]) == [Outcome.STORED]


def test_an_issue_without_a_page_is_skipped_input_and_written_once(
    tmp_path: Path,
) -> None:
    issue = made_issue("unknown_file_kind", value="1.pdf", url="file:1.pdf")
    for number, expected in ((1, Outcome.SKIPPED), (2, Outcome.DUPLICATE)):
        run = SiteRun(run_of(tmp_path, number))
        assert run.add(issue_entry(issue)) is expected
        run.close("finished")
    issues = run_of(tmp_path, 1).segment(SegmentKind.ISSUES).read_bytes()
    assert issues == encode_line(issue)
    assert manifest_of(run_of(tmp_path, 1)).pages == 0


def test_the_manifest_says_what_is_on_the_disk(tmp_path: Path) -> None:
    paths = run_of(tmp_path, 1)
    unread = Result(pages=made_pages(), issues=(made_issue("no_article"),))
    archive(paths, [made_result(1, meetings=2), made_result(1), unread])
    manifest = manifest_of(paths)
    assert manifest.outcomes == dict.fromkeys(Outcome, 0) | {
        Outcome.STORED: 1,
        Outcome.DUPLICATE: 1,
        Outcome.UNREADABLE: 1,
    }
    assert (manifest.pages, manifest.articles, manifest.meetings) == (3, 1, 2)
    assert manifest.issues == {"no_article": 1, "unknown_title": 1}
    assert (manifest.site, manifest.run, manifest.reason) == (
        "linhe",
        paths.run,
        "finished",
    )
    assert manifest.started_at == "2021-01-03T07:00:01+00:00"
    assert {"huiyi", "python", "opencc", "msgspec"} <= set(manifest.versions)
    for each in manifest.files:
        content = (tmp_path / each.file).read_bytes()
        assert each.size == len(content)
        assert each.sha256 == hashlib.sha256(content).hexdigest()
    assert {each.file.split("/")[0] for each in manifest.files} == {
        "articles",
        "meetings",
        "issues",
        "runs",
    }


def test_a_second_writer_of_one_site_is_refused_by_the_lock_s_name(
    tmp_path: Path,
) -> None:
    first = SiteRun(run_of(tmp_path, 1))
    with pytest.raises(SiteLocked, match="linhe") as refusal:
        SiteRun(run_of(tmp_path, 2))
    assert str(tmp_path / "runs" / "linhe" / "lock") in str(refusal.value)
    first.close("finished")
    assert archive(run_of(tmp_path, 2), [made_result()]) == [Outcome.STORED]


def test_another_process_is_refused_too(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\n"
        "from pipelines.archive.layout import RunPaths\n"
        "from pipelines.archive.run import SiteRun\n"
        "SiteRun(RunPaths(root=Path(sys.argv[1]), site='linhe',"
        " run='20210103T070009Z-00ff'))"
    )
    first = SiteRun(run_of(tmp_path, 1))
    other = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    first.close("finished")
    assert other.returncode == 1
    assert "SiteLocked: another run is writing site linhe" in other.stderr


def test_two_sites_of_one_run_do_not_hinder_each_other(tmp_path: Path) -> None:
    writer = Writer(tmp_path)
    for number in range(6):
        site = ("linhe", "wuyuan")[number % 2]
        writer.add(issue_entry(made_issue(value=str(number), site=site)))
    manifests = writer.close("finished")
    assert [(each.site, each.issues) for each in manifests] == [
        ("linhe", {"unknown_title": 3}),
        ("wuyuan", {"unknown_title": 3}),
    ]
    assert {each.run for each in manifests} == {writer.run}


def test_a_failed_write_stops_the_run_and_loses_nothing(tmp_path: Path) -> None:
    paths, results = run_of(tmp_path, 1), [made_result(n) for n in range(1, 30)]
    run = SiteRun(paths)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, limits[1]))
    try:
        with pytest.raises(ArchiveError, match="cannot write") as failure:
            add_all(run, results)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert isinstance(failure.value.__cause__, OSError)
    assert failure.value.__cause__.errno == errno.EFBIG
    with pytest.raises(ArchiveError, match="after a failed write"):
        run.add(result_entry(results[-1]))
    assert run.close("archive_failed") is None
    assert not paths.manifest.exists()

    archive(run_of(tmp_path, 2), results)
    articles = [
        json.loads(line)["url"]
        for number in (1, 2)
        for line in run_of(tmp_path, number)
        .segment(SegmentKind.ARTICLES)
        .read_bytes()
        .splitlines()
    ]
    assert articles == [f"http://linhe.example/{n}" for n in range(1, 30)]
    assert manifest_of(paths).reason == "killed"


def test_a_place_that_is_no_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "archive").write_text("a file")
    with pytest.raises(ArchiveError, match="archive"):
        Writer(tmp_path / "archive").prepare()


def test_run_ids_are_safe_and_sort_by_time() -> None:
    names = [new_run_id() for _ in range(3)]
    assert all(RUN_ID.fullmatch(name) for name in names)
    assert sorted(name[:16] for name in names) == [name[:16] for name in names]
