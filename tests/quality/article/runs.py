"""The two ways of reading the golden pages: as declared, and without any family."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.clean import clean
from tests.clean.golden import Golden, golden
from tests.quality.article.scorer import Score, score

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipelines.records.article import Article


def _declared(page: Golden) -> Article | None:
    return page.read()


def _generic(page: Golden) -> Article | None:
    return clean(page.documents(), families=False).article


RUNS: dict[str, Callable[[Golden], Article | None]] = {
    "full": _declared,
    "generic": _generic,
}


def run(name: str) -> Score:
    """Scores of one way of reading over every golden page."""
    return score((page, RUNS[name](page)) for page in golden())
