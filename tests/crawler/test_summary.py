from __future__ import annotations

from pathlib import Path

from crawler.summary import KINDS_SHOWN, summary
from pipelines.archive.log import Outcome
from pipelines.archive.manifest import Manifest

RUN = "20210103T070001Z-00ff"


def made_manifest(site: str, **changes: object) -> Manifest:
    values = {
        "site": site,
        "run": RUN,
        "started_at": "2021-01-03T07:00:01+00:00",
        "finished_at": "2021-01-03T07:00:02+00:00",
        "reason": "finished",
        "pages": 3,
        "outcomes": {Outcome.STORED: 2, Outcome.DUPLICATE: 1, Outcome.SKIPPED: 0},
        "articles": 2,
        "shares": {},
        "meetings": 1,
        "issues": {"unknown_title": 4, "no_year": 1},
        "files": (),
        "versions": {},
        **changes,
    }
    return Manifest(**values)  # type: ignore[arg-type]


def test_the_sites_are_added_up() -> None:
    manifests = [made_manifest("linhe"), made_manifest("wuyuan")]
    text = summary(
        title="replay: finished after 1.00 s",
        manifests=manifests,
        root=Path("/data/archive"),
        feeds=["meetings.csv"],
    )
    assert text.splitlines() == [
        "replay: finished after 1.00 s",
        "       6 pages      4 stored, 2 duplicate",
        "       4 articles",
        "       2 meetings",
        "      10 issues     8 unknown_title, 2 no_year",
        "       2 duplicates archived or asked for before",
        "  archive  /data/archive",
        f"  lines    {{articles, issues, meetings, observations}}/<site>/{RUN}.jsonl",
        f"  log      runs/<site>/{RUN}.log and .json",
        "  sites    linhe, wuyuan",
        "  feed     meetings.csv",
    ]


def test_reasons_are_told_the_most_frequent_first() -> None:
    reasons = {"refused: robots": 2, "failed: http 500": 7, **dict.fromkeys("abc", 1)}
    lines = summary(
        title="", manifests=(), root=Path(), feeds=(), reasons=reasons
    ).splitlines()
    assert lines[6:8] == ["       7 failed: http 500", "       2 refused: robots"]
    assert lines[-1] == "         1 more in the log"


def test_one_is_singular_and_many_kinds_are_cut() -> None:
    issues = {f"kind_{n:02}": 1 for n in range(KINDS_SHOWN + 3)}
    manifest = made_manifest("linhe", articles=1, issues=issues)
    lines = summary(title="", manifests=[manifest], root=Path(), feeds=()).splitlines()
    assert lines[2] == "       1 article"
    assert lines[4].endswith(", 1 kind_11, 3 kinds more")


def test_nothing_at_all_is_said_too() -> None:
    lines = summary(title="t", manifests=(), root=Path(), feeds=()).splitlines()
    assert lines[1:] == [
        "       0 pages",
        "       0 articles",
        "       0 meetings",
        "       0 issues",
        "       0 duplicates",
    ]
