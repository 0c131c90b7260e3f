"""引题 and 副题 as templates set them, and lines that stand there and are none."""

from __future__ import annotations

import pytest

from pipelines.clean import clean
from tests.clean.pages import html_page, text_page

TITLE = "临江市召开全市防汛工作会议"
KICKER = "压实责任 守住底线"
SUBTITLE = "陈向东出席并讲话"
FACTS = "<p>2021-03-05 10:20　来源：某报</p>"
TEXT = "3月4日，临江市召开全市防汛工作会议，市长陈向东出席会议并讲话。"
BODY = f'<div class="c"><p>{TEXT}</p><p>会议由副市长何立群主持，各县区参加。</p></div>'
PAGES = {
    "headings in one box": (
        f"<div><h3>{KICKER}</h3><h2>{TITLE}</h2><h3>{SUBTITLE}</h3></div>{FACTS}{BODY}",
        (KICKER, SUBTITLE),
    ),
    "empty heading above": (
        f"<div><h3></h3><h2>{TITLE}</h2><h3>{SUBTITLE}</h3></div>{FACTS}{BODY}",
        (None, SUBTITLE),
    ),
    "class names": (
        (
            f'<p class="introtitle">{KICKER}</p><h1>{TITLE}</h1>'
            f'<p class="sub_title">{SUBTITLE}</p>{FACTS}{BODY}'
        ),
        (KICKER, SUBTITLE),
    ),
    "a dash": (
        f"<h1>{TITLE}</h1><p>——{SUBTITLE}</p>{FACTS}{BODY}",
        (None, f"——{SUBTITLE}"),
    ),
    "a dash without facts between": (
        f"<h1>{TITLE}</h1><p>——{SUBTITLE}</p>{BODY}",
        (None, f"——{SUBTITLE}"),
    ),
    "方正's comment": (
        (
            f"<h1>{TITLE}</h1>{FACTS}<!--enpproperty <articleid>1</articleid>"
            f"<introtitle>{KICKER}</introtitle><subtitle>{SUBTITLE}</subtitle>"
            f"/enpproperty-->{BODY}"
        ),
        (KICKER, SUBTITLE),
    ),
    "column and site above": (
        f"<h2>要闻</h2><h2>临江市人民政府门户网站</h2><h1>{TITLE}</h1>{FACTS}{BODY}",
        (None, None),
    ),
    "a linked logo above": (
        f'<h2><a href="/">临江发布 权威信息</a></h2><h1>{TITLE}</h1>{FACTS}{BODY}',
        (None, None),
    ),
    "a plain line above": (
        f"<p>今天是个好日子呀</p><h1>{TITLE}</h1>{FACTS}{BODY}",
        (None, None),
    ),
    "a section heading of the text": (
        f"<h1>{TITLE}</h1>{FACTS}<div><h3>会议强调了什么</h3><p>{TEXT}</p></div>",
        (None, None),
    ),
    "facts set as a heading": (
        f"<h1>{TITLE}</h1><h3>2021-03-05 10:20　来源：某报</h3>{BODY}",
        (None, None),
    ),
}


@pytest.mark.parametrize(("markup", "expected"), PAGES.values(), ids=PAGES.keys())
def test_lines_around_the_headline(
    markup: str, expected: tuple[str | None, str | None]
) -> None:
    page = html_page(f"<title>{TITLE}_某网</title>{markup}")
    article = clean(page).article
    assert article is not None
    assert (article.kicker, article.subtitle) == expected
    assert article.title == TITLE
    assert TEXT in article.text
    assert SUBTITLE not in article.text


def test_a_dashed_line_of_a_plain_text_page() -> None:
    lines = ["某网", TITLE, f"——{SUBTITLE}", "2021-03-05 10:20　来源：某报", TEXT]
    article = clean(text_page("\n".join(lines))).article
    assert article is not None
    assert article.title == TITLE
    assert article.subtitle == f"——{SUBTITLE}"
    assert article.text == TEXT
