"""The five saved pages, against what a careful reader found in them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipelines.decode import is_traditional, repair

ROOT = Path(__file__).parents[2]
GOLD = [
    json.loads(line)
    for line in (ROOT / "tests/golden/seeds/gold.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold["file"][:3])
def test_seed(gold: dict) -> None:
    [file] = (ROOT / "seeds").glob(f"*/pages/{gold['file']}")
    repaired = repair(file.read_text(encoding="utf-8"))
    glosses = [edit for edit in repaired.edits if edit.kind == "gloss"]
    assert len(glosses) == gold["article"]["glosses"]
    for part in ("title", "body_starts", "body_ends"):
        assert gold["article"][part] in repaired.simplified
    for meeting in gold["meetings"]:
        for name in (*meeting["speakers"], *meeting["attendees"]):
            assert name in repaired.simplified
    assert is_traditional(repaired.published) is not gold["file"].startswith("003")
