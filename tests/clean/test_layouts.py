"""Where pages print 来源, dates and bylines: `tests/cases/clean/sources.jsonl`, `endings`.

Every case is put into one and the same page, above its text or behind it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pipelines.clean import clean
from tests.clean.pages import html_page
from tests.clean.test_cases import cases

if TYPE_CHECKING:
    from pipelines.records.article import Article

TITLE = "县里开会研究防汛工作"
FIRST = "3月4日，县里召开会议，研究防汛工作，县长出席会议并讲话。"
LAST = "会议要求，各部门要压实责任，抓好落实。"
UNDATED = "http://www.example.cn/x.html"


def _article(*, head: str, inline: str = "", tail: str = "") -> Article:
    page = html_page(
        f"<title>{TITLE}_某网</title><div><h1>{TITLE}</h1>{head}"
        f"<div class=c><p>{FIRST}</p><p>{LAST}{inline}</p>{tail}</div></div>",
        url=UNDATED,
    )
    article = clean(page).article
    assert article is not None
    return article


@pytest.mark.parametrize("case", cases("sources"))
def test_facts_above_the_text(case: dict[str, Any]) -> None:
    article = _article(head=case["head"])
    assert article.publisher == case["publisher"]
    assert article.published_at == case["published"]
    assert article.text == f"{FIRST}\n{LAST}"


@pytest.mark.parametrize("case", cases("endings"))
def test_bylines_behind_the_text(case: dict[str, Any]) -> None:
    article = _article(
        head="<p>2021-03-05 10:20 来源：某报</p>",
        inline=case.get("inline", ""),
        tail=case.get("tail", ""),
    )
    for name in ("editors", "reporters", "reviewers"):
        assert list(getattr(article, name)) == case.get(name, [])
    assert article.text.endswith(LAST) is not case.get("kept", False)
