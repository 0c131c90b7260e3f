"""The cases files: what is repaired, what stays, what is known to fail."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipelines.decode import repair

FOLDER = Path(__file__).parents[1] / "cases" / "decode"


def _cases() -> list[Any]:
    cases = []
    for file in sorted(FOLDER.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").split("\n"):
            if line:
                case = json.loads(line)
                marks = [pytest.mark.xfail(reason=case["comment"])]
                cases.append(
                    pytest.param(
                        case,
                        id=f"{file.stem}: {case['label']}",
                        marks=marks if case.get("fails") else (),
                    )
                )
    return cases


CASES = _cases()


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any]) -> None:
    repaired = repair(case["original"])
    assert repaired.published == case["fixed"]
    if "simplified" in case:
        assert repaired.simplified == case["simplified"]


@pytest.mark.parametrize("case", CASES)
def test_edits_tell_what_changed(case: dict[str, Any]) -> None:
    repaired = repair(case["original"])
    if case.get("fails"):
        pytest.xfail("known failure")
    changed = (repaired.published, repaired.simplified) != (case["original"],) * 2
    assert bool(repaired.edits) is changed


def test_labels_are_unique() -> None:
    ids = [param.id for param in CASES]
    assert len(ids) == len(set(ids))
