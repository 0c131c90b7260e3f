"""List pages, feeds and sitemaps of every kind → links, dates, the next page."""

from __future__ import annotations

import json
import re

import pytest

from crawler.discovery import ListError, read_list
from crawler.shapes import article_links, pattern
from pipelines.sites import Select, Site

HOST = "www.luyang.example"
URL = f"http://{HOST}/xw/index.html"


def site(
    article: str = r"/t?\d+_\d+\.s?html|/\d+/\d+\.html|aid=\d+", **select: str
) -> Site:
    return Site(
        name="luyang",
        title="卢阳",
        area="410326",
        hosts=(HOST,),
        article=article,
        select=Select(**select),
    )


def read(
    text: str, url: str = URL, **select: str
) -> tuple[list[tuple[str, str | None]], str | None]:
    listing = read_list(text, url, site(**select))
    return [
        (each.url.removeprefix(f"http://{HOST}"), each.date) for each in listing.links
    ], listing.next


LISTS = [
    (
        "TRS: relative links, dates in rows, pager by script",
        (
            '<ul><li><a href="./202101/t20210103_1.html">甲</a><span>2021-01-03</span></li>'
            '<li><a href="t20210104_2.html">乙</a></li></ul>'
            '<script>createPageHTML(3, 0, "index", "html");</script>'
        ),
        [
            ("/xw/202101/t20210103_1.html", "2021-01-03"),
            ("/xw/t20210104_2.html", "2021-01-04"),
        ],
        f"http://{HOST}/xw/index_1.html",
    ),
    (
        "TRS: the last page has no next",
        '<a href="t20210104_2.html">乙</a><script>createPageHTML(3,2,"index","html")</script>',
        [("/xw/t20210104_2.html", "2021-01-04")],
        None,
    ),
    (
        "JCMS: records inside a script block",
        (
            "<script type='text/xml'><datastore><recordset><record><![CDATA[<li>"
            '<a href="/art/2021/1/3/1_5.html">甲</a></li>]]></record></recordset></datastore></script>'
        ),
        [("/art/2021/1/3/1_5.html", "2021-01-03")],
        None,
    ),
    (
        "JCMS: as its sites number them",
        (
            "<script type='text/xml'><datastore><recordset><record><![CDATA[<li>"
            '<a href="/2021/11.html">甲</a><b>2021-01-03</b></li>]]></record></recordset></datastore></script>'
        ),
        [("/2021/11.html", "2021-01-03")],
        None,
    ),
    (
        "Discuz!: a.nxt",
        (
            '<dl><dd><a href="portal.php?mod=view&amp;aid=7">甲</a> 2021-1-3</dd></dl>'
            '<div class="pg"><a href="portal.php?mod=list&amp;catid=1&amp;page=2" class="nxt">下一页</a></div>'
        ),
        [("/xw/portal.php?mod=view&aid=7", "2021-01-03")],
        f"http://{HOST}/xw/portal.php?mod=list&catid=1&page=2",
    ),
    (
        "other hosts, other addresses, doubles and scripts are no articles",
        (
            '<a href="http://other.example/t1_1.html">甲</a><a href="/about.html">关于</a>'
            '<a href="/t1_1.html#c">乙</a><a href="/t1_1.html">乙</a><a href="javascript:x()">丙</a>'
        ),
        [("/t1_1.html", None)],
        None,
    ),
    (
        "下一页 as a button without an address",
        '<a href="/t1_1.html">乙</a><a href="javascript:next()">下一页</a>',
        [("/t1_1.html", None)],
        None,
    ),
    (
        "base",
        '<base href="http://www.luyang.example/a/"><a href="t1_1.html">乙</a>',
        [("/a/t1_1.html", None)],
        None,
    ),
    (
        "RSS",
        (
            '<?xml version="1.0"?><rss version="2.0"><channel><item><title>甲</title>'
            f"<link>http://{HOST}/t1_1.html</link><pubDate>2021-01-03</pubDate></item></channel></rss>"
        ),
        [("/t1_1.html", "2021-01-03")],
        None,
    ),
    (
        "Atom",
        (
            '<feed xmlns="http://www.w3.org/2005/Atom"><entry>'
            f'<link href="http://{HOST}/t1_1.html"/><updated>2021-01-03T00:00:00Z</updated></entry></feed>'
        ),
        [("/t1_1.html", "2021-01-03")],
        None,
    ),
    (
        "sitemap",
        (
            '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
            f"<url><loc>http://{HOST}/t1_1.html</loc><lastmod>2021-01-03</lastmod></url></urlset>"
        ),
        [("/t1_1.html", "2021-01-03")],
        None,
    ),
    (
        "JSON",
        '{"data": {"list": [{"url": "/t20210103_1.html", "title": "甲 乙"}]}}',
        [("/t20210103_1.html", "2021-01-03")],
        None,
    ),
    (
        "JSON: the rows of a page's list as markup",
        json.dumps({"html": '<li><a href="/t1_1.html">甲</a> 2021-01-03</li>'}),
        [("/t1_1.html", "2021-01-03")],
        None,
    ),
    (
        "JSON: the date stands in another field of the row",
        '[{"url": "/t1_1.html", "time": "2021-01-03 08:00:00"}, ["/t2_2.html"]]',
        [("/t1_1.html", "2021-01-03"), ("/t2_2.html", None)],
        None,
    ),
]


@pytest.mark.parametrize(
    ("text", "links", "following"),
    [row[1:] for row in LISTS],
    ids=[row[0] for row in LISTS],
)
def test_lists(
    text: str, links: list[tuple[str, str | None]], following: str | None
) -> None:
    assert read(text) == (links, following)


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ({"id": 7, "day": "2021-01-03"}, [("/7_1.html", "2021-01-03")]),
        ({"id": "7", "url": "/t9_9.html"}, [("/7_1.html", None)]),
        ({"ID": 7}, []),
        ({"id": None}, []),
        ({"id": "../../x"}, []),
    ],
)
def test_an_address_is_made_of_the_fields_of_a_row(
    row: dict[str, object], found: list[tuple[str, str | None]]
) -> None:
    text = json.dumps({"data": [row]})
    listing = read_list(text, URL, site(r"/\d+_1\.html$"), "/{id}_1.html")
    shown = [(e.url.removeprefix(f"http://{HOST}"), e.date) for e in listing.links]
    assert shown == found


def test_selectors_of_the_site_decide() -> None:
    text = (
        '<div class="hot"><a href="/t9_9.html">热</a></div><ul class="list"><li>'
        '<a href="/t1_1.html">甲</a></li></ul><a class="more" href="/p2.html">再来</a>'
    )
    assert read(text, links="ul.list", next="a.more") == (
        [("/t1_1.html", None)],
        f"http://{HOST}/p2.html",
    )


def test_an_index_of_sitemaps() -> None:
    text = (
        '<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        f"<sitemap><loc>http://{HOST}/s1.xml</loc></sitemap></sitemapindex>"
    )
    assert read_list(text, URL, site()).lists == (f"http://{HOST}/s1.xml",)


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "'
    + "&lol;" * 10
    + '">]><rss><channel><item><link>&lol2;</link></item></channel></rss>'
)


@pytest.mark.parametrize("text", [BOMB, "{not json", "[" * 100_000])
def test_what_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(ListError):
        read_list(text, URL, site())


def test_the_articles_of_a_column_by_the_shape_of_their_addresses() -> None:
    menu = "".join(f'<a href="/col{n}/">栏目{n}</a>' for n in range(9))
    rows = "".join(
        f'<li><a href="/xw/2021{m:02}/t2021{m:02}03_{m}.html">卢阳县召开第{m}次工作会议</a>'
        for m in range(1, 7)
    )
    links = article_links(menu + rows, URL)
    assert len(links) == 6
    found = pattern(links)
    assert found == r"/xw/\d{6}/t\d{8}_\d+(?:[_-]\d{1,2})?\.html$"
    assert not article_links(menu, URL)


def test_a_number_may_gain_a_digit_and_a_year_may_not() -> None:
    links = [f"http://a.example/xw/2021/{n}/t202103{n}_{n}00.html" for n in (11, 12)]
    found = re.compile(pattern(links))
    assert found.search("/xw/2022/9/t20220309_12345.html")
    assert not found.search("/xw/20223/9/t20220309_12345.html")


COLUMNS = {
    "slugs": (
        ["/2021/03/anquan-huiyi/", "/2021/03/fanghuo/", "/2022/04/xiangmu-jianshe/"],
        r"//[^/]+/\d{4}/\d+/[^/?#]+/$",
    ),
    "Chinese names": (
        ["/%E4%BC%9A/", "/%E5%AE%89%E5%85%A8/", "/%E5%AE%89/"],
        r"//[^/]+/[^/?#]+/$",
    ),
    "several folders": (
        ["/zwyw/202103/t1_1.html", "/bmdt/202103/t2_2.html", "/xz/202104/t3_3.html"],
        r"//[^/]+/[^/?#]+/\d{6}/[^/?#]+\.html$",
    ),
    "numbers in the query": (["/?p=1", "/?p=22", "/?p=333"], r"/\?p=\d+"),
}
ROW = '<li><a href="{href}">卢阳县召开第{n}次工作会议</a></li>'


@pytest.mark.parametrize(("paths", "found"), COLUMNS.values(), ids=COLUMNS)
def test_addresses_of_other_shapes(paths: list[str], found: str) -> None:
    rows = "".join(ROW.format(href=href, n=n) for n, href in enumerate(paths))
    links = article_links(rows, URL)
    assert links == [f"http://{HOST}{path}" for path in paths]
    assert pattern(links) == found
    assert all(re.search(found, link) for link in links)


def test_the_articles_of_a_feed_and_of_rows_in_a_script() -> None:
    paths = [f"/art/2021/3/{n}/art_1_{n}.html" for n in range(1, 5)]
    items = "".join(
        f"<item><title>卢阳县召开第{n}次工作会议</title><link>{path}</link></item>"
        for n, path in enumerate(paths)
    )
    records = "".join(
        f"<record><![CDATA[{ROW.format(href=path, n=n)}]]></record>"
        for n, path in enumerate(paths)
    )
    whole = [f"http://{HOST}{path}" for path in paths]
    feed = f'<?xml version="1.0"?><rss><channel>{items}</channel></rss>'
    assert article_links(feed, URL) == whole
    rows = f"<script><datastore><recordset>{records}</recordset></datastore></script>"
    assert article_links(rows, URL) == whole
