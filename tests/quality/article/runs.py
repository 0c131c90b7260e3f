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


# Only a script or a text area holds these pages' text: nothing in them reads as prose.
CARRIED = frozenset(
    {
        "appstate/next-data",
        "appstate/nuxt-function",
        "appstate/undeclared-initial-state",
        "cri/text-in-script",
        "huanqiu/fields-in-text-areas",
        "huanqiu/undeclared",
        "thepaper/next-data",
        "toutiao/text-in-script",
        "toutiao/undeclared-in-script",
    }
)
RUNS: dict[str, Callable[[Golden], Article | None]] = {
    "full": _declared,
    "generic": _generic,
}


def run(name: str) -> Score:
    """Scores of one way of reading over the golden pages that it can read at all."""
    left_out = CARRIED if name == "generic" else frozenset()
    pages = (page for page in golden() if page.name not in left_out)
    return score((page, RUNS[name](page)) for page in pages)
