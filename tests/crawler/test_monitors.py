"""A run against what its site declares and against its history."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crawler.monitors import findings
from pipelines.archive.log import Outcome
from pipelines.archive.manifest import Manifest
from pipelines.sites import Assertions, Site

NOW = Manifest(
    site="luyang",
    run="20210131t070001z-00ff",
    started_at="2021-01-31T07:00:01+00:00",
    finished_at="2021-01-31T07:10:00+00:00",
    reason="finished",
    pages=12,
    outcomes={Outcome.STORED: 12},
    articles=12,
    meetings=8,
    issues={},
    shares={"dated": 1.0, "titled": 1.0, "publisher": 0.9},
    files=(),
    versions={},
)


def run(day: int, **changes: object) -> Manifest:
    """The same run on another day of January."""
    return replace(
        NOW,
        run=f"202101{day:02}t070001z-00ff",
        started_at=f"2021-01-{day:02}T07:00:01+00:00",
        **changes,
    )


def site(**assertions: float) -> Site:
    return Site(
        name="luyang", title="卢阳", area=None, assertions=Assertions(**assertions)
    )


HISTORY = [run(day) for day in (3, 10, 17, 24)]
KILLED = [replace(each, reason="killed", articles=0) for each in HISTORY]
CASES = [
    ("as usual", site(), NOW, HISTORY, {}),
    ("no history", site(articles_per_week=500), NOW, [], {}),
    ("enough dated", site(dated=0.98), NOW, HISTORY, {}),
    ("few dated", site(dated=0.98), run(31, shares={"dated": 0.5}), [], {"too_few_dated": True}),
    ("no article is no share", site(dated=0.98), run(31, shares={}), [], {}),
    ("few in a week", site(articles_per_week=50), NOW, HISTORY, {"too_few_articles": True}),
    ("a week of two runs", site(articles_per_week=20), NOW, HISTORY, {}),
    ("far too many", site(articles_per_week=2), NOW, HISTORY, {"too_many_articles": False}),
    ("fewer than on other Sundays", site(), run(31, articles=2), HISTORY, {"fewer_than_usual": False}),
    ("killed runs are no measure", site(), run(31, articles=2), KILLED, {}),
    ("no publisher any more", site(), run(31, shares={"publisher": 0.1, "dated": 1.0}), HISTORY, {"template_changed": True}),
    ("nothing understood", site(), run(31, outcomes={Outcome.STORED: 1, Outcome.UNREADABLE: 9}), HISTORY, {"pages_not_understood": True}),
    ("blocked", site(), run(31, issues={"block_page": 2}), HISTORY, {"block_pages": True}),
    ("list empty", site(), run(31, issues={"list_without_links": 1}), HISTORY, {"lists_without_links": True}),
    ("new words", site(), run(31, issues={"unknown_meeting_kind": 3}), HISTORY, {"unknown_meeting_kinds": False}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("of", "now", "history", "expected"),
    [row[1:] for row in CASES],
    ids=[row[0] for row in CASES],
)
def test_findings(
    of: Site, now: Manifest, history: list[Manifest], expected: dict[str, bool]
) -> None:
    found = findings(of, now, [*history, now])
    assert {each.issue.code: each.fails for each in found} == expected
