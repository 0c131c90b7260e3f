"""The reader never gets worse than it was: floors that only rise."""

from __future__ import annotations

import json
from functools import cache

import pytest

from tests.quality.meetings.corpus import HALVES, HERE, gold_lines, read_page
from tests.quality.meetings.scorer import ROWS, Score, score_page, total

FLOORS: dict[str, dict[str, float]] = json.loads(
    (HERE / "floors.json").read_text(encoding="utf-8")
)
"""F1 by half and row of the table; `pooled` is all facts together."""


@cache
def scored(half: str) -> Score:
    lines = [line for line in gold_lines() if line["half"] == half]
    return total(score_page(line, read_page(line)) for line in lines)


@pytest.mark.parametrize("half", HALVES)
def test_there_is_a_floor_for_every_row(half: str) -> None:
    assert set(FLOORS[half]) == {*ROWS, "pooled"}


@pytest.mark.parametrize(
    ("half", "row"), [(half, row) for half in HALVES for row in FLOORS[half]]
)
def test_figures_stand_on_their_floors(half: str, row: str) -> None:
    score = scored(half)
    tally = score.pooled if row == "pooled" else score.of(row)
    assert round(tally.f1, 4) >= FLOORS[half][row]


@pytest.mark.parametrize(
    "line", [g for g in gold_lines() if not g["meetings"]], ids=lambda g: g["file"]
)
def test_no_record_from_a_page_without_a_meeting(line: dict[str, object]) -> None:
    assert [meeting.name for meeting in read_page(line)] == []
