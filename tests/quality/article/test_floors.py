"""What reading reached once it must not lose: floors that only rise."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.clean.golden import golden
from tests.quality.article.runs import CARRIED, RUNS, run
from tests.quality.article.scorer import f1

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", RUNS)
def test_no_score_falls_below_its_floor(name: str) -> None:
    reached = run(name).flat()
    fallen = {
        field: (reached[field], floor)
        for field, floor in FLOORS[name].items()
        if reached[field] < floor
    }
    assert fallen == {}


@pytest.mark.parametrize(
    ("found", "expected", "value"),
    [
        ("会议研究部署", "会议研究部署", 1.0),
        ("会议 研究\n部署", "会议研究部署", 1.0),
        ("", "会议研究部署", 0.0),
        ("会议研究部署工作", "会议研究部署", 0.75),
    ],
)
def test_f1(found: str, expected: str, value: float) -> None:
    assert f1(found, expected) == pytest.approx(value)


def test_pages_left_out_of_the_generic_run_exist() -> None:
    assert {page.name for page in golden()} >= CARRIED
