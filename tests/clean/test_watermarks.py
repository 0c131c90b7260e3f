"""What sites stamp into sentences, and what sentences say themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipelines.clean import clean
from pipelines.clean.watermarks import without_watermarks
from pipelines.records.document import RepairKind
from tests.clean.pages import html_page, text_page

if TYPE_CHECKING:
    from pipelines.records.article import Reading

CASES = [
    (
        "会议强调，【更多精彩请关注临江发布】要压实责任，抓好落实。",
        "会议强调，要压实责任，抓好落实。",
    ),
    ("会议（扫码下载临江客户端）指出，要抓好防汛。", "会议指出，要抓好防汛。"),
    ("會議強調，【掃碼關注公眾號】要壓實責任。", "會議強調，要壓實責任。"),
    (
        "研究防汛工作。【更多精彩请关注临江发布】会议要求抓好落实。",
        "研究防汛工作。会议要求抓好落实。",
    ),
    ("会议www.example.cn指出，要抓好防汛。", "会议指出，要抓好防汛。"),
    ("会议http://www.example.com.cn/指出，要抓好防汛。", "会议指出，要抓好防汛。"),
    # The sentence's own.
    ("市民可登录www.example.gov.cn查询结果。", None),
    ("申报网址为http://www.example.gov.cn，请按时申报。", None),
    ("会议要求，关注民生（特别是困难群众），办好实事。", None),
    ("市民可通过小程序（公众号“临江发布”菜单栏）预约。", None),
    ("会议审议通过《办法（试行）》，引起社会关注。", None),
    ("（更多详情请关注临江发布）", None),
    ("会议还研究了其他事项。（转载请注明出处）", None),
]


@pytest.mark.parametrize(("line", "expected"), CASES, ids=[c[0][:16] for c in CASES])
def test_lines(line: str, expected: str | None) -> None:
    kept, found = without_watermarks(line)
    assert kept == (expected or line)
    assert bool(found) is (expected is not None)


BODY = (
    "3月4日，县里召开会议，研究防汛工作。会议强调，【更多精彩请关注某发布】要压实责任。"
)
KEPT = "3月4日，县里召开会议，研究防汛工作。会议强调，要压实责任。"


@pytest.mark.parametrize(
    "reading",
    [
        clean(html_page(f"<h1>县里开会研究防汛</h1><p>{BODY}</p>")),
        clean(text_page(f"县里开会研究防汛\n2021-03-05 来源：某报\n{BODY}\n")),
    ],
    ids=["html", "text"],
)
def test_each_watermark_is_told_and_placed(reading: Reading) -> None:
    article = reading.article
    assert article is not None
    assert article.text == KEPT
    (row,) = (each for each in article.repairs if each.kind is RepairKind.WATERMARK)
    assert row.count == 1
    assert row.span is not None
    assert article.text[: row.span.start].endswith("强调，")
    assert "某发布" in row.before
    assert "某发布" not in row.after
