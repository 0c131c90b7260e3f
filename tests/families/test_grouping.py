"""Which addresses are pages of one article."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipelines.families.article_address import WHOLE, address
from pipelines.families.grouping import group
from pipelines.records.page import MediaType, Page
from pipelines.sites import UNDECLARED
from tests.clean.pages import documents

HOST = "http://www.example.cn"

NUMBERED = [
    ("/politics/2021_01_04_576.shtml", "/politics/2021_01_04_576.shtml", 1),
    ("/politics/2021_01_04_576_2.shtml", "/politics/2021_01_04_576.shtml", 2),
    ("/politics/2021_01_04_576_s.shtml", "/politics/2021_01_04_576.shtml", WHOLE),
    ("/article-121-1.html", "/article-121.html", 1),
    ("/article-121-3.html", "/article-121.html", 3),
    ("/n1/2019/0615/c1013-31153719-2.html", "/n1/2019/0615/c1013-31153719.html", 2),
    ("/a/1.html?page=2", "/a/1.html", 2),
    ("/view.php?aid=7&page=3", "/view.php?aid=7", 3),
    ("/view.php?aid=7&page=all", "/view.php?aid=7", WHOLE),
    # Numbers that are names.
    ("/202101/t20210104_123456.html", "/202101/t20210104_123456.html", 1),
    ("/art/2021/1/4/art_12_34567.html", "/art/2021/1/4/art_12_34567.html", 1),
    ("/info/1534/94158.htm", "/info/1534/94158.htm", 1),
    ("/content_2.htm", "/content_2.htm", 1),
]


@pytest.mark.parametrize(("path", "article", "number"), NUMBERED)
def test_address(path: str, article: str, number: int) -> None:
    found = address(HOST + path)
    assert found.article == f"//www.example.cn{article}"
    assert found.number == number


GROUPED = [
    (
        ["/a1.html", "/b1.html", "/a1_2.html"],
        [["/a1.html", "/a1_2.html"], ["/b1.html"]],
    ),
    (["/a1_2.html", "/a1.html"], [["/a1.html", "/a1_2.html"]]),
    # Without the first page nothing shows that these belong together.
    (
        ["/t20210104_12.html", "/t20210104_13.html"],
        [["/t20210104_12.html"], ["/t20210104_13.html"]],
    ),
    (["/a1.html", "/a1_3.html"], [["/a1.html"], ["/a1_3.html"]]),
    (
        ["/2021_01_04_576.shtml", "/2021_01_04_576_2.shtml", "/2021_01_04_576_s.shtml"],
        [["/2021_01_04_576_s.shtml"]],
    ),
    # Received several times: as many versions, with what stands beside each.
    (["/a1.html", "/a1.html"], [["/a1.html"], ["/a1.html"]]),
    (
        ["/a1.html", "/a1_2.html", "/a1.html"],
        [["/a1.html", "/a1_2.html"], ["/a1.html", "/a1_2.html"]],
    ),
    (["/a1_3.html", "/a1_3.html"], [["/a1_3.html"], ["/a1_3.html"]]),
    (
        ["/2021_01_04_576.shtml", "/2021_01_04_576_s.shtml", "/2021_01_04_576_s.shtml"],
        [["/2021_01_04_576_s.shtml"], ["/2021_01_04_576_s.shtml"]],
    ),
]


@pytest.mark.parametrize(("paths", "expected"), GROUPED)
def test_group(paths: list[str], expected: list[list[str]]) -> None:
    pages = documents(*((HOST + path, "<p>x") for path in paths)).pages.pages
    found = list(group(pages, UNDECLARED))
    assert [[page.url for page in each.pages] for each in found] == [
        [HOST + path for path in paths] for paths in expected
    ]


def test_text_pages_stand_alone() -> None:
    made = documents(
        ("file:a_1.txt", "x"), ("file:a_1.txt", "y"), media_type=MediaType.TEXT
    )
    assert [len(each.pages) for each in group(made.pages.pages, UNDECLARED)] == [1, 1]


LOOKS = [
    # The times received of page 1 and of page 2; the times in each version.
    (["2021-05-01T00:00:00Z", "2021-06-01T00:00:00Z"], ["2021-05-01T00:00:03Z"], 2),
    (["2021-06-01T08:00:00+08:00", "2021-05-01T00:00:00Z"], [None], 2),
    ([None, "2021-05-01T00:00:00Z"], [], 2),
]


@pytest.mark.parametrize(("first", "second", "versions"), LOOKS)
def test_versions_come_in_the_order_of_time(
    first: list[str | None], second: list[str | None], versions: int
) -> None:
    received = [
        *(_received(HOST + "/a1.html", time) for time in first),
        *(_received(HOST + "/a1_2.html", time) for time in second),
    ]
    found = [each.pages for each in group(received, UNDECLARED)]
    assert len(found) == versions
    times = [pages[0].retrieved_at for pages in found]
    assert times == sorted(first, key=lambda time: (time or "")[:10])
    assert {pages[1].retrieved_at for pages in found if len(pages) > 1} == set(second)


def _received(url: str, time: str | None) -> Page:
    page = documents((url, f"<p>{time}")).pages.pages[0]
    return replace(page, retrieved_at=time)
