"""Dates printed without their year, and the addresses and heads that say it."""

from __future__ import annotations

import pytest

from pipelines.clean import clean
from pipelines.clean.yearless import of_address
from tests.clean.pages import html_page

ADDRESSES = [
    ("http://a.cn/news/2021/0305/c12a3456.html", "2021-03-05"),
    ("http://a.cn/politics/2021-03/05/content_1.htm", "2021-03-05"),
    ("http://a.gov.cn/zwgk/202103/t20210305_12345.html", "2021-03-05"),
    ("http://a.gov.cn/art/2021/3/5/art_1234_56789.html", "2021-03-05"),
    ("http://a.cn/politics/2021_03_05_582341.shtml", "2021-03-05"),
    ("http://a.cn/202103/05/content_1.html", "2021-03-05"),
    ("http://a.cn/202113/05/content_1.html", None),
    ("http://a.cn/20210305/0a1b2c3d.html", "2021-03-05"),
    ("http://a.cn/info/1534/94158.htm", None),
    ("http://a.cn/news/20211305.html", None),
    ("http://a.cn/2021/0230/1.html", None),
    ("http://a.cn/item/2021030512345.html", None),
    ("", None),
]


@pytest.mark.parametrize(("url", "iso"), ADDRESSES)
def test_addresses(url: str, iso: str | None) -> None:
    stamp = of_address(url)
    assert (stamp and stamp.iso) == iso


URL = "http://a.gov.cn/zwgk/202103/t20210305_12345.html"
UNDATED = "http://a.gov.cn/info/1534/94158.htm"
META = '<meta name="PubDate" content="2021-03-05">'
CASES = {
    "bare with time": (URL, "", "03-05 10:20", "2021-03-05T10:20+08:00"),
    "labelled": (
        URL,
        "",
        "发布时间：3月5日 10:20 来源：某报",
        "2021-03-05T10:20+08:00",
    ),
    "the head says the year": (
        UNDATED,
        META,
        "3月5日 10:20",
        "2021-03-05T10:20+08:00",
    ),
    "printed a day later than saved": (
        URL,
        "",
        "03-06 08:00",
        "2021-03-06T08:00+08:00",
    ),
    "at new year": (
        "http://a.cn/2021/0101/1.html",
        "",
        "12-31 23:50",
        "2020-12-31T23:50+08:00",
    ),
    "two digits of the year": (URL, "", "21-03-05 10:20", "2021-03-05T10:20+08:00"),
    "of another year": (URL, "", "20-03-05 10:20", "2021-03-05"),
    "nothing says the year": (UNDATED, "", "03-05 10:20", None),
    "another time of the year": (URL, "", "07-21 10:20", "2021-03-05"),
    "a full date outranks": (
        URL,
        "",
        "2021-03-06 09:00 来源：某报",
        "2021-03-06T09:00+08:00",
    ),
    "a change is no publication": (URL, "", "更新时间：03-06 08:00", "2021-03-05"),
}


@pytest.mark.parametrize(
    ("url", "head", "line", "iso"), CASES.values(), ids=CASES.keys()
)
def test_published(url: str, head: str, line: str, iso: str | None) -> None:
    markup = (
        f"<head>{head}<title>县里开会研究防汛</title></head><h1>县里开会研究防汛</h1>"
        f"<p>{line}</p><p>3月4日，县里召开会议，研究防汛工作，县长出席。</p>"
    )
    article = clean(html_page(markup, url=url)).article
    assert article is not None
    assert article.published_at == iso
    assert article.text.startswith("3月4日")


def test_a_date_in_the_headline_is_not_that_of_the_page() -> None:
    markup = (
        "<title>3月4日县里开会研究防汛</title><h1>3月4日县里开会研究防汛</h1>"
        "<p>3月4日，县里召开会议，研究防汛工作，县长出席。</p>"
    )
    article = clean(html_page(markup, url=URL)).article
    assert article is not None
    assert article.published_at == "2021-03-05"
