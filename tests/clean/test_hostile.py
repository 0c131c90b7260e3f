"""Markup made to hurt: read to its end, without recursion."""

from __future__ import annotations

import pytest

from pipelines.clean import clean
from tests.clean.pages import html_page

MANY = 100_000
SENTENCE = "县委召开会议，研究部署有关工作，县委书记主持会议并讲话。"

PAGES = {
    "nested boxes": "<div>" * MANY + SENTENCE + "</div>" * MANY,
    "nested boxes with text": "<div>一，" * MANY,
    "nested links": "<a href=x>链" * 20_000,
    "sibling boxes": f"<div>{SENTENCE}</div>" * 20_000,
    "sibling inline elements": "<span>字，</span>" * MANY,
    "breaks": f"<p>{SENTENCE}" + "<br>" * MANY + f"{SENTENCE}</p>",
    "a sentence without end": "<p>" + f"{SENTENCE[:-1]}，<br>" * MANY,
    "teasers": f"<div><h4><a href=x>题</a></h4><p>{SENTENCE}</p></div>" * 20_000,
    "one open tag": "<div " + 'a="b" ' * 200_000,
    "one tag of megabytes": "<p title='" + "x" * 5_000_000 + f"'>{SENTENCE}</p>",
    "nothing but markup": "<" * 200_000,
    "labels": "来源：" * 50_000,
    "boxes": "<p>上一篇：会议</p>" * 20_000,
    "credits": f"<p>{SENTENCE}</p>" + "<p>责任编辑：王一川</p><p>相关阅读</p>" * 10_000,
    "brackets": "（" * 100_000,
    "arrows": f"<p>{'>' * 50_000}</p><p>{SENTENCE * 5}</p>",
}


@pytest.mark.parametrize("markup", PAGES.values(), ids=PAGES.keys())
def test_a_hostile_page_ends(markup: str) -> None:
    reading = clean(html_page(f"<html><body>{markup}</body></html>"))
    assert reading.article is not None or reading.issues


def test_a_page_of_millions_of_tags_is_an_issue() -> None:
    reading = clean(html_page("<b>" * 1_000_000 + SENTENCE))
    assert reading.article is None
    assert [issue.code for issue in reading.issues] == ["too_large"]


@pytest.mark.parametrize("body", [b"", b"   ", b"<html></html>", b"<frameset><frame>"])
def test_a_page_without_text_is_an_issue(body: bytes) -> None:
    reading = clean(html_page(body))
    assert reading.article is None
    assert "no_text" in {issue.code for issue in reading.issues}
