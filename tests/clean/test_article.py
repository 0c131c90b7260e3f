"""What a site's declaration changes, and articles over several addresses."""

from __future__ import annotations

from dataclasses import replace

import pytest
from w3lib.url import canonicalize_url

from pipelines.clean import clean
from pipelines.clean.identity import PLAIN, article_id, canonical_url, content_hash
from pipelines.records.document import Documents
from pipelines.sites import UNDECLARED, Layout, Select
from tests.clean.pages import documents, html_page

PAGE = (
    "<title>县里开会研究防汛_某网</title><h1>县里开会研究防汛</h1>"
    "<p>2021-03-05 10:20 来源：某报</p>"
    '<div class="a"><p>3月4日，县里召开会议，研究防汛工作，县长出席。</p></div>'
    '<div class="b"><p>另一段文字，也是一句话，但不是正文。</p></div>'
)
FIRST = "3月4日，县里召开会议，研究防汛工作，县长出席。"
SECOND = "另一段文字，也是一句话，但不是正文。"
ONLY_B = Select(text=".b")


def _text(documents: Documents) -> str:
    article = clean(documents).article
    assert article is not None
    return article.text


def test_a_site_selector_names_the_text() -> None:
    site = replace(UNDECLARED, select=ONLY_B)
    assert _text(html_page(PAGE, site=site)) == SECOND


def test_a_layout_is_chosen_by_the_date_of_retrieval() -> None:
    old = Layout(until="2020-01-01", family="generic", select=ONLY_B)
    site = replace(UNDECLARED, layouts=(old,), select=Select(text=".a"))
    for retrieved, expected in (
        ("2019-05-01T08:00:00+08:00", SECOND),
        ("2020-01-01T00:00:00+08:00", FIRST),
        (None, FIRST),
    ):
        made = html_page(PAGE, site=site)
        page = replace(made.pages.pages[0], retrieved_at=retrieved)
        document = replace(made.documents[0], page=page)
        again = Documents(
            pages=replace(made.pages, pages=(page,)), documents=(document,)
        )
        assert _text(again) == expected


def test_pages_of_one_article_are_one_text() -> None:
    one = PAGE.replace("b", "c").split('<div class="c">')[0]
    two = one.replace(FIRST, "会议强调，要抓紧备汛，压实责任，不留死角。")
    made = documents(("http://a.cn/1.html", one), ("http://a.cn/1_2.html", two))
    assert _text(made).split("\n") == [
        FIRST,
        "会议强调，要抓紧备汛，压实责任，不留死角。",
    ]


def test_a_date_after_retrieval_is_refused() -> None:
    made = html_page(PAGE)
    page = replace(made.pages.pages[0], retrieved_at="2021-01-01T00:00:00+08:00")
    document = replace(made.documents[0], page=page)
    reading = clean(
        Documents(pages=replace(made.pages, pages=(page,)), documents=(document,))
    )
    assert reading.article is not None
    assert reading.article.published_at is None
    assert "date_after_retrieval" in {issue.code for issue in reading.issues}


def test_identity() -> None:
    assert article_id("http://a.cn/x?b=2&a=1") == article_id("http://a.cn/x?a=1&b=2")
    assert content_hash("").startswith("sha256:e3b0c442")
    assert canonical_url("/n/1.html", "http://a.cn/m/1.html") == "http://a.cn/n/1.html"
    assert canonical_url("http://a.cn/", "http://a.cn/m/1.html") is None
    assert canonical_url("", "http://a.cn/m/1.html") is None


@pytest.mark.parametrize(
    ("url", "plain"),
    [
        ("http://a.cn/", True),
        ("https://www.a-b.gov.cn/art/2021/1/4/art_12-3.html", True),
        ("http://a.cn//n/", True),
        ("http://A.cn/n/1.html", False),
        ("http://a.cn", False),
        ("http://a.cn/x/../n/1.html", False),
        ("http://a.cn/n/1.html?b=2&a=1", False),
        ("http://a.cn/n/1.html#top", False),
        ("http://a.cn:80/n/1.html", False),
        ("http://a.cn/新闻/1.html", False),
    ],
)
def test_an_address_taken_as_canonical_is_so(url: str, plain: bool) -> None:
    assert bool(PLAIN.fullmatch(url)) is plain
    assert not plain or canonicalize_url(url) == url


HIDDEN = 'style="display: none"'


@pytest.mark.parametrize(
    "hidden",
    [
        f"<div {HIDDEN}>藏起来的一段文字，也有标点，也是一句话，比正文还长。</div>",
        f"<p hidden>藏起来的一段文字。</p><div {HIDDEN}><p>相关阅读</p></div>",
        f"<div {HIDDEN}>" + "<span>字</span>" * 60 + "</div>",
    ],
)
def test_what_is_hidden_changes_nothing(hidden: str) -> None:
    shown = clean(html_page(PAGE)).article
    article = clean(html_page(PAGE.replace('<div class="a">', hidden + "<div>")))
    assert shown is not None
    assert article.article is not None
    assert FIRST in article.article.text
    assert "藏" not in article.article.text
    assert article.article.title == shown.title
    assert article.article.published_at == shown.published_at


def test_a_hidden_element_breaks_no_line() -> None:
    inner = f"3月4日，县里<span {HIDDEN}>水印<br></span>召开会议，"
    markup = PAGE.replace("3月4日，县里召开会议，", inner)
    assert FIRST in _text(html_page(markup))


def test_a_field_is_read_without_its_hidden_parts() -> None:
    site = replace(UNDECLARED, select=Select(publisher=".from"))
    hidden = (
        f'<b class="from" {HIDDEN}>假报</b><b class="from">真报<i {HIDDEN}>假</i></b>'
    )
    article = clean(html_page(PAGE + hidden, site=site)).article
    assert article is not None
    assert article.publisher == "真报"


def test_a_site_s_own_name_in_every_title_tag_is_no_headline() -> None:
    page = PAGE.replace("<title>县里开会研究防汛_某网", "<title>临江市人民医院")
    article = clean(html_page(page.replace("h1>", "div>"))).article
    assert article is not None
    assert article.title == "县里开会研究防汛"


def test_an_entry_of_a_list_names_no_publisher() -> None:
    entry = "<ul><li><a href=/1>县长到乡里调研</a>2021-03-06</li></ul>"
    page = PAGE.replace("<p>2021-03-05 10:20 来源：某报</p>", entry)
    article = clean(html_page(page)).article
    assert article is not None
    assert article.publisher is None
    assert article.published_at == "2021-03-05"
