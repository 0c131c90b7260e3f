"""Facts below the text, and what stands inside it and is no part of it."""

from __future__ import annotations

import pytest

import pipelines
from pipelines.records.page import ArchivePlace, MediaType, Page
from tests.made import site, text_page

BODY = "8月18日，全市创建工作会议召开，副市长王一川出席会议并讲话。\n会议要求，要压实责任、补齐短板。"

CLOSING = [
    ("临江日报 2020年08月19日 星期三 第02版 要闻", "2020-08-19"),
    ("2020-08-19   责编：李二河   二审：张三山", "2020-08-19"),
    ("2020-08-19 19:20:08", "2020-08-19T19:20:08+08:00"),
    ("（《临江报》2020年8月19日 记者 李二河）", "2020-08-19"),
    ("2020年8月19日", "2020-08-19"),
    # the clock of a forum
    ("GMT+8, 2021-3-2 07:15, Processed in 0.05 second(s)", None),
]


@pytest.mark.parametrize(("line", "expected"), CLOSING)
def test_a_date_that_closes_the_text(line: str, expected: str | None) -> None:
    page = text_page(f"全市创建工作会议召开\n{BODY}\n{line}\n")
    article = pipelines.extract([page], site()).article
    assert article is not None
    assert article.published_at == expected
    assert article.text == BODY


def test_the_sheet_of_a_paper_is_no_headline() -> None:
    page = text_page(
        f"第一版：要闻 总第2107期\n创建工作会议召开\n刊发日期：2020-08-19 作者：  语音阅读：\n{BODY}\n"
    )
    article = pipelines.extract([page], site()).article
    assert article is not None
    assert (article.title, article.published_at) == ("创建工作会议召开", "2020-08-19")
    assert article.reporters == ()


def test_what_a_forum_sprinkles_against_copying() -> None:
    noise = "5 Y' T, g1 B! e( t. u7 s: J( z"
    first, second = BODY.split("\n")
    page = text_page(
        f"创建工作会议召开\n2020-08-19\n{noise}\n{first}{noise}\n{second}\n"
    )
    article = pipelines.extract([page], site()).article
    assert article is not None
    assert article.text == BODY


HEAD = (
    "<html><head><title>创建工作会议召开</title></head><body><h1>创建工作会议召开</h1>"
)
CENTER = '<p style="text-align:center">'


def _article(body: str) -> pipelines.Result:
    place = ArchivePlace(file="made.html", digest="sha256:" + "0" * 64)
    page = Page(
        url="http://made.example/1.html",
        body=f"{HEAD}{body}</body></html>".encode(),
        media_type=MediaType.HTML,
        charset="utf-8",
        archive=place,
    )
    return pipelines.extract([page], site())


def test_a_caption_stands_in_the_middle_below_its_picture() -> None:
    paragraphs = [f"<p>{line}</p>" for line in BODY.split("\n")]
    picture = f'{CENTER}<img src="1.jpg"></p>{CENTER}老人在助餐点用餐。</p>'
    centred = f"{CENTER}一、压实责任</p>"
    article = _article(
        f"<p>2020-08-19</p>{paragraphs[0]}{picture}{centred}{paragraphs[1]}"
    ).article
    assert article is not None
    assert article.captions == ("老人在助餐点用餐。",)
    assert "一、压实责任" in article.text


def test_a_summary_that_is_cut_off_repeats_the_lead() -> None:
    first, second = BODY.split("\n")
    article = _article(
        f"<p>2020-08-19</p><div>{first[:20]}...</div><p>{first}</p><p>{second}</p>"
    ).article
    assert article is not None
    assert article.text == BODY


def test_the_exact_time_of_a_time_element() -> None:
    day = '<time datetime="2020-08-19T11:36:08+08:00">2020-08-19</time>'
    article = _article(f"<p>{day}</p><p>{BODY}</p>").article
    assert article is not None
    assert article.published_at == "2020-08-19T11:36:08+08:00"
