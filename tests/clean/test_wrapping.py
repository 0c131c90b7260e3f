"""Sentences that a <br> has broken, and lines that only look like it."""

from __future__ import annotations

import pytest

from pipelines.clean import clean
from tests.clean.pages import html_page

HEAD = "<title>临江市召开防汛会议</title><h1>临江市召开防汛会议</h1><p>2021-03-05 来源：某报</p>"
# Twenty characters to the line, as mail readers and old editors cut them.
FIXED = (
    "　　3月4日，临江市召开全市防汛工作会议，<br>"
    "市长陈向东出席会议并讲话，副市长何立群主<br>"
    "持会议。<br>"
    "　　陈向东指出，今年汛期来得早，各地各部门<br>"
    "要早作准备，把责任压到每一座水库、每一段<br>"
    "堤防。"
)
CASES = {
    "fixed width with indents": (
        FIXED,
        [
            "3月4日，临江市召开全市防汛工作会议，市长陈向东出席会议并讲话，副市长何立群主持会议。",
            "陈向东指出，今年汛期来得早，各地各部门要早作准备，把责任压到每一座水库、每一段堤防。",
        ],
    ),
    "fixed width without indents": (
        FIXED.replace("　", ""),
        [
            "3月4日，临江市召开全市防汛工作会议，市长陈向东出席会议并讲话，副市长何立群主持会议。",
            "陈向东指出，今年汛期来得早，各地各部门要早作准备，把责任压到每一座水库、每一段堤防。",
        ],
    ),
    "behind a comma in a list": (
        "市委副书记李明、副市长王强、赵磊、<br>市政府秘书长孙伟参加会议，会议由何立群主持。",
        [
            "市委副书记李明、副市长王强、赵磊、市政府秘书长孙伟参加会议，会议由何立群主持。"
        ],
    ),
    "before a mark": (
        "3月4日下午，全市防汛工作会议召开<br>，市长陈向东出席会议并讲话，部署下步工作。",
        ["3月4日下午，全市防汛工作会议召开，市长陈向东出席会议并讲话，部署下步工作。"],
    ),
    "two paragraphs": (
        "3月4日，临江市召开全市防汛工作会议。<br>市长陈向东出席会议并讲话，部署下步工作。",
        [
            "3月4日，临江市召开全市防汛工作会议。",
            "市长陈向东出席会议并讲话，部署下步工作。",
        ],
    ),
    "demands set apart by semicolons": (
        (
            "一要抓好水库巡查，责任落实到每一个人；<br>二要抓好物资储备，数量核对到每一件；<br>"
            "三要抓好应急值守，纪律执行到每一天。"
        ),
        [
            "一要抓好水库巡查，责任落实到每一个人；",
            "二要抓好物资储备，数量核对到每一件；",
            "三要抓好应急值守，纪律执行到每一天。",
        ],
    ),
    "verse": (
        "一江春水向东流，<br>两岸人家备汛忙，<br>千村万户齐上阵，<br>不叫洪水进城墙。",
        [
            "一江春水向东流，",
            "两岸人家备汛忙，",
            "千村万户齐上阵，",
            "不叫洪水进城墙。",
        ],
    ),
    "a roster": (
        (
            "临江市防汛工作会议3月4日召开，出席的有：<br>陈向东 何立群 马成林 王小川 赵大磊<br>"
            "孙晓梅 李建国 周文斌 吴海燕 郑立新<br>冯国强 褚卫东 卫红梅 蒋大为 沈从武"
        ),
        [
            "临江市防汛工作会议3月4日召开，出席的有：",
            "陈向东 何立群 马成林 王小川 赵大磊",
            "孙晓梅 李建国 周文斌 吴海燕 郑立新",
            "冯国强 褚卫东 卫红梅 蒋大为 沈从武",
        ],
    ),
}


@pytest.mark.parametrize(("markup", "paragraphs"), CASES.values(), ids=CASES.keys())
def test_paragraphs(markup: str, paragraphs: list[str]) -> None:
    article = clean(html_page(f"{HEAD}<div>{markup}</div>")).article
    assert article is not None
    assert article.text.split("\n") == paragraphs
    assert len(article.text) == len(article.text_as_published)
