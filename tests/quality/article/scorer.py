"""How well articles are read: F1 over character 4-grams, and facts that are right."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipelines.records.article import Article
    from tests.clean.golden import Golden

GRAM = 4
SHORT = 300
FACTS = ("title", "published_at", "publisher", "reporters", "editors")


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Means over pages, 0 to 1."""

    body: float
    short_body: float
    """Over pages whose text has fewer than 300 characters."""
    facts: dict[str, float]

    def flat(self) -> dict[str, float]:
        return {"body": self.body, "short_body": self.short_body, **self.facts}


def f1(found: str, expected: str) -> float:
    """Harmonic mean of precision and recall over character 4-grams, blanks out."""
    one, other = _grams(found), _grams(expected)
    common = sum((one & other).values())
    if not common:
        return float(not one and not other)
    return 2 * common / (sum(one.values()) + sum(other.values()))


def _grams(text: str) -> Counter[str]:
    text = "".join(text.split())
    return Counter(text[at : at + GRAM] for at in range(len(text) - GRAM + 1))


def score(pages: Iterable[tuple[Golden, Article | None]]) -> Score:
    """Scores what was read of each page; a page without an article counts as wrong."""
    rows = list(pages)
    bodies = [
        (f1(article.text if article else "", page.expected["text"]), page)
        for page, article in rows
    ]
    short = [each for each, page in bodies if len(page.expected["text"]) < SHORT]
    return Score(
        body=_mean([each for each, _ in bodies]),
        short_body=_mean(short),
        facts={name: _mean([_right(*row, name) for row in rows]) for name in FACTS},
    )


def _right(page: Golden, article: Article | None, name: str) -> float:
    if article is None:
        return 0.0
    found = getattr(article, name)
    found = list(found) if isinstance(found, tuple) else found
    return float(found == page.expected[name])


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0
