"""The five saved pages of the seeds against what a careful reader finds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pipelines.clean import clean
from tests.clean.pages import text_page

if TYPE_CHECKING:
    from pipelines.records.article import Article

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "golden" / "seeds" / "gold.jsonl"


def _cases() -> list[Any]:
    rows = map(json.loads, GOLD.read_text(encoding="utf-8").splitlines())
    return [pytest.param(row["file"], row["article"], id=row["file"]) for row in rows]


def _article(file: str) -> Article:
    found = next((ROOT / "seeds").glob(f"*/pages/{file}"))
    article = clean(text_page(found.read_bytes())).article
    assert article is not None
    return article


@pytest.mark.parametrize(("file", "gold"), _cases())
def test_facts(file: str, gold: dict[str, Any]) -> None:
    article = _article(file)
    assert article.title == gold["title"]
    assert article.original_title == gold["original_title"]
    assert _local(article.published_at) == gold["published"]
    assert _local(article.modified_at) == gold.get("modified")
    assert article.publisher == gold["publisher"]
    assert list(article.editors) == gold["editors"]
    assert list(article.reporters) == gold["reporters"]


@pytest.mark.parametrize(("file", "gold"), _cases())
def test_text_begins_and_ends_where_the_article_does(
    file: str, gold: dict[str, Any]
) -> None:
    article = _article(file)
    assert article.text.startswith(gold["body_starts"])
    assert article.text.endswith(gold["body_ends"])


@pytest.mark.parametrize(("file", "gold"), _cases())
def test_every_gloss_is_told(file: str, gold: dict[str, Any]) -> None:
    counts = {repair.kind.value: repair.count for repair in _article(file).repairs}
    assert counts.get("gloss", 0) == gold["glosses"]


def _local(iso: str | None) -> str | None:
    return iso and iso.removesuffix("+08:00")
