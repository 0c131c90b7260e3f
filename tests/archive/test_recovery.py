"""What is left by a kill, a loss of power and a bad disk, at any byte."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import msgspec
import pytest

from pipelines.archive.entry import result_entry
from pipelines.archive.layout import RunPaths, SegmentKind
from pipelines.archive.log import LogLine, Outcome
from pipelines.archive.manifest import Manifest
from pipelines.archive.recovery import recover
from pipelines.archive.run import SiteRun
from tests.records.made import SITE, made_result

if TYPE_CHECKING:
    from pathlib import Path

RUN = "20210103T070001Z-00ff"
NEXT = "20210103T080000Z-00ff"
RESULTS = tuple(
    made_result(number, meetings=number % 3, is_look=True) for number in range(1, 5)
)


@pytest.fixture
def killed(tmp_path: Path) -> RunPaths:
    """A run that wrote all results and was killed before its manifest."""
    paths = RunPaths(root=tmp_path / "archive", site=SITE.name, run=RUN)
    run = SiteRun(paths)
    for result in RESULTS:
        run.add(result_entry(result))
    run._lock.release()
    return paths


def sizes(paths: RunPaths) -> list[int]:
    return [size(paths.segment(kind)) for kind in SegmentKind]


def size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0


def log_lines(paths: RunPaths) -> list[LogLine]:
    lines = paths.log.read_bytes().splitlines()
    return [msgspec.json.decode(line, type=LogLine) for line in lines]


def manifest_of(paths: RunPaths) -> Manifest:
    return msgspec.json.decode(paths.manifest.read_bytes(), type=Manifest)


def resume(paths: RunPaths) -> dict[Outcome, int]:
    """The same command again: the outcomes of its run."""
    run = SiteRun(RunPaths(root=paths.root, site=paths.site, run=NEXT))
    for result in RESULTS:
        run.add(result_entry(result))
    manifest = run.close("finished")
    assert manifest is not None
    return manifest.outcomes


def archived(paths: RunPaths, kind: SegmentKind) -> list[bytes]:
    """Lines of all runs, which every one of them must be whole."""
    content = b"".join(
        file.read_bytes() for file in sorted(paths.segment(kind).parent.glob("*"))
    )
    assert not content or content.endswith(b"\n")
    return sorted(content.splitlines(keepends=True))


def expected(kind: SegmentKind) -> list[bytes]:
    content = b"".join(result_entry(result).lines[kind] for result in RESULTS)
    return sorted(content.splitlines(keepends=True))


def test_a_log_torn_at_any_byte_keeps_the_whole_lines(
    killed: RunPaths, tmp_path: Path
) -> None:
    log = killed.log.read_bytes()
    ends = [n + 1 for n, byte in enumerate(log) if byte == ord("\n")]
    lines = log_lines(killed)
    for cut in [0, 1, len(log) // 2, *(end + d for end in ends for d in (-1, 0, 1))]:
        torn = copy(killed, tmp_path / "torn")
        torn.log.write_bytes(log[:cut])
        recover(torn.root, torn.site)
        whole = sum(end <= cut for end in ends)
        assert log_lines(torn) == lines[:whole]
        assert sizes(torn) == (
            [getattr(lines[whole - 1].sizes, kind) for kind in SegmentKind]
            if whole
            else [0, 0, 0, 0]
        )
        assert manifest_of(torn).outcomes[Outcome.STORED] == whole


@pytest.mark.parametrize("kind", SegmentKind)
def test_a_segment_lost_from_any_byte_takes_its_commits_along(
    killed: RunPaths, tmp_path: Path, kind: SegmentKind
) -> None:
    # After a loss of power the log may be longer than what it commits.
    content = killed.segment(kind).read_bytes()
    for cut in range(0, len(content), 101):
        torn = copy(killed, tmp_path / "torn")
        torn.segment(kind).write_bytes(content[:cut])
        recover(torn.root, torn.site)
        kept = log_lines(torn)
        assert all(getattr(line.sizes, kind) <= cut for line in kept)
        committed = kept[-1].sizes if kept else None
        for each in SegmentKind:
            assert size(torn.segment(each)) == (
                getattr(committed, each) if committed else 0
            )
        resume(torn)
        assert archived(torn, kind) == expected(kind)


def test_lines_without_a_commit_are_cut_and_written_again(killed: RunPaths) -> None:
    for kind in SegmentKind:
        with killed.segment(kind).open("ab") as file:
            file.write(b'{"id":"half a li')
    assert resume(killed)[Outcome.DUPLICATE] == len(RESULTS)
    for kind in SegmentKind:
        assert archived(killed, kind) == expected(kind)


def test_the_manifest_of_a_killed_run(killed: RunPaths) -> None:
    recover(killed.root, killed.site)
    manifest = manifest_of(killed)
    assert manifest.reason == "killed"
    assert manifest.finished_at == log_lines(killed)[-1].time
    assert set(manifest.versions) == {"huiyi"}
    assert manifest.articles == len(RESULTS)


def test_a_run_killed_before_its_first_commit(killed: RunPaths) -> None:
    killed.log.write_bytes(b"")
    recover(killed.root, killed.site)
    assert sizes(killed) == [0, 0, 0, 0]
    assert not killed.segment(SegmentKind.ARTICLES).exists()
    assert manifest_of(killed).finished_at is None
    assert resume(killed)[Outcome.STORED] == len(RESULTS)


def test_recovery_may_itself_be_killed(killed: RunPaths) -> None:
    # Segments cut, log not yet: the same cut again.
    log = killed.log.read_bytes()
    killed.log.write_bytes(log + b'{"time":"2021')
    recover(killed.root, killed.site)
    first = manifest_of(killed)
    killed.manifest.unlink()
    killed.manifest.with_suffix(".part").write_bytes(b'{"site')
    recover(killed.root, killed.site)
    assert manifest_of(killed) == first
    assert killed.log.read_bytes() == log


def test_a_closed_run_is_never_touched(killed: RunPaths) -> None:
    recover(killed.root, killed.site)
    with killed.log.open("ab") as log:
        log.write(b"damage after closing\n")
    before = {file: file.read_bytes() for file in files(killed)}
    recover(killed.root, killed.site)
    assert {file: file.read_bytes() for file in files(killed)} == before


def test_damage_inside_a_log_is_one_issue_and_costs_no_other_line(
    killed: RunPaths,
) -> None:
    lines = killed.log.read_bytes().splitlines(keepends=True)
    lines[1] = lines[1].replace(b'"outcome"', b'"out\xffome"')
    killed.log.write_bytes(b"".join(lines))
    outcomes = resume(killed)
    # The damaged line no longer says that its page is known.
    assert outcomes[Outcome.DUPLICATE] == len(RESULTS) - 1
    assert (outcomes[Outcome.STORED], outcomes[Outcome.SKIPPED]) == (1, 1)
    issues = archived(killed, SegmentKind.ISSUES)
    (damage,) = [line for line in issues if b"damaged_log_line" in line]
    end = len(lines[0]) + len(lines[1])
    assert f"ends at byte {end}".encode() in damage
    third = SiteRun(RunPaths(root=killed.root, site=killed.site, run=NEXT[:-1] + "a"))
    manifest = third.close("finished")
    assert manifest is not None
    assert manifest.issues == {}


def test_damage_inside_a_segment_does_not_block_the_site(killed: RunPaths) -> None:
    file = killed.segment(SegmentKind.ISSUES)
    content = file.read_bytes()
    file.write_bytes(content.replace(b'{"stage"', b'{\xff\x00tage"', 1))
    assert resume(killed)[Outcome.DUPLICATE] == len(RESULTS)
    issues = manifest_of(killed).issues
    assert issues == {"damaged_line": 1, "unknown_title": len(RESULTS) - 1}


def test_only_runs_of_the_site_are_recovered(killed: RunPaths) -> None:
    recover(killed.root, "wuyuan")
    assert not killed.manifest.exists()


def test_a_stranger_among_the_logs_is_left_alone(killed: RunPaths) -> None:
    stranger = killed.log.with_name("notes.log")
    stranger.write_text("not ours")
    resume(killed)
    assert stranger.read_text() == "not ours"
    assert not stranger.with_suffix(".json").exists()


def copy(paths: RunPaths, root: Path) -> RunPaths:
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(paths.root, root)
    return RunPaths(root=root, site=paths.site, run=paths.run)


def files(paths: RunPaths) -> list[Path]:
    return [file for file in paths.root.rglob("*") if file.is_file()]
