"""The five seeds against what a careful reader found: one test a field."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import pipelines
from pipelines.archive.sources import saved_pages
from pipelines.records.page import Pages
from pipelines.site_file import load_sites
from tests.quality.meetings.corpus import read_seed
from tests.quality.meetings.facts import FIELDS
from tests.quality.meetings.scorer import score_page, total

ROOT = Path(__file__).parents[1]
GOLD = [
    json.loads(line)
    for line in (ROOT / "tests/golden/seeds/gold.jsonl").read_text("utf-8").splitlines()
]
FILES = [gold["file"] for gold in GOLD]


@pytest.fixture(scope="module")
def results() -> dict[str, Any]:
    sites = load_sites(ROOT / "seeds")
    pages = [p for p in saved_pages([ROOT / "seeds"], sites) if isinstance(p, Pages)]
    return {p.pages[0].archive.file: pipelines.extract(p.pages, p.site) for p in pages}


def _result(results: dict[str, Any], file: str) -> Any:
    return next(result for name, result in results.items() if name.endswith(file))


@pytest.mark.parametrize("gold", GOLD, ids=FILES)
@pytest.mark.parametrize("field", ["title", "original_title", "publisher"])
def test_article_says(results: dict[str, Any], gold: Any, field: str) -> None:
    article = _result(results, gold["file"]).article
    assert getattr(article, field) == gold["article"][field]


@pytest.mark.parametrize("gold", GOLD, ids=FILES)
@pytest.mark.parametrize("field", ["editors", "reporters"])
def test_article_names(results: dict[str, Any], gold: Any, field: str) -> None:
    article = _result(results, gold["file"]).article
    assert list(getattr(article, field)) == gold["article"][field]


@pytest.mark.parametrize("gold", GOLD, ids=FILES)
def test_article_is_dated(results: dict[str, Any], gold: Any) -> None:
    article = _result(results, gold["file"]).article
    published = gold["article"]["published"]
    found = article.published_at and article.published_at.removesuffix("+08:00")
    assert found == published


@pytest.mark.parametrize("gold", GOLD, ids=FILES)
def test_body_begins_and_ends(results: dict[str, Any], gold: Any) -> None:
    article = _result(results, gold["file"]).article
    assert article.text.startswith(gold["article"]["body_starts"])
    assert article.text.endswith(gold["article"]["body_ends"])


@pytest.mark.parametrize("gold", GOLD, ids=FILES)
def test_glosses_are_counted(results: dict[str, Any], gold: Any) -> None:
    article = _result(results, gold["file"]).article
    count = sum(row.count for row in article.repairs if row.kind == "gloss")
    assert count == gold["article"]["glosses"]


@pytest.mark.parametrize("gold", GOLD, ids=FILES)
def test_both_texts_have_one_length(results: dict[str, Any], gold: Any) -> None:
    article = _result(results, gold["file"]).article
    assert len(article.text) == len(article.text_as_published)


@pytest.mark.parametrize("row", ["meetings", *FIELDS])
@pytest.mark.parametrize("gold", GOLD, ids=FILES)
def test_meetings_hold_the_facts(gold: Any, row: str) -> None:
    tally = score_page(gold, read_seed(gold)).of(row)
    assert tally.missed == 0
    assert tally.wrong == 0


def test_nine_facts_in_ten() -> None:
    pooled = total(score_page(gold, read_seed(gold)) for gold in GOLD).pooled
    assert pooled.recall >= 0.9
    assert pooled.precision >= 0.9


@pytest.mark.parametrize("gold", GOLD, ids=FILES)
def test_mentioned_people_took_no_part(results: dict[str, Any], gold: Any) -> None:
    meetings = _result(results, gold["file"]).meetings
    present = {p.name for meeting in meetings for p in meeting.participants}
    assert present.isdisjoint(gold["not_participants"])


@pytest.mark.parametrize("gold", GOLD, ids=FILES)
def test_evidence_spells_the_values(results: dict[str, Any], gold: Any) -> None:
    result = _result(results, gold["file"])
    for meeting in result.meetings:
        for row in meeting.evidence:
            if row.start is None or not row.field.endswith(("/name", "/label")):
                continue
            value = _at(meeting, row.field)
            words = result.article.text[row.start : row.end]
            assert "".join(words.split()) == value, row


def _at(value: Any, pointer: str) -> Any:
    for part in pointer.strip("/").split("/"):
        value = value[int(part)] if part.isdigit() else getattr(value, part)
    return value
