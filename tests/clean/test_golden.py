"""Golden pages read to the letter, and what no golden page may override."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from pipelines.clean.chrome import ends_article, is_furniture
from pipelines.families.names import FAMILY_NAMES
from tests.clean.golden import Golden, golden

PAGES = golden()
# Systems that a site.yml can declare and that need no page of their own.
NO_PAGES = {"generic"}
# Signed by something else than a person of two to four characters.
NAME = re.compile(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]+·[\u4e00-\u9fff]+")


def _named(page: Golden) -> str:
    return page.name


@pytest.mark.parametrize("page", PAGES, ids=_named)
def test_fields(page: Golden) -> None:
    article = page.read()
    assert article is not None
    found = {name: getattr(article, name) for name in page.expected}
    found = {k: list(v) if isinstance(v, tuple) else v for k, v in found.items()}
    assert found == page.expected


@pytest.mark.parametrize("page", PAGES, ids=_named)
def test_invariants(page: Golden) -> None:
    article = page.read()
    assert article is not None
    assert len(article.text) == len(article.text_as_published)
    assert not re.search("[\ufffd\ue000-\uf8ff]", article.text + str(article.title))
    lines = article.text.split("\n")
    assert all(line == line.strip() and line for line in lines)
    assert not [line for line in lines if is_furniture(line) or ends_article(line)]
    people = (*article.reporters, *article.editors, *article.reviewers)
    assert [name for name in people if not NAME.fullmatch(name)] == []
    for repair in article.repairs:
        assert repair.span is None or repair.span.end <= len(article.text)


def test_three_pages_a_family() -> None:
    counts = Counter(page.name.split("/")[0] for page in PAGES)
    assert {name for name in FAMILY_NAMES - NO_PAGES if counts[name] < 3} == set()


def test_one_page_a_family_is_not_declared_as_what_it_is() -> None:
    other = {
        page.name.split("/")[0]
        for page in PAGES
        if page.declared != page.name.split("/")[0]
    }
    assert FAMILY_NAMES - NO_PAGES - other == set()
