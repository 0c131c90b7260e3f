"""The headline, by what the <title> says and what the page shows."""

from __future__ import annotations

import pytest

from pipelines.clean import clean
from tests.clean.pages import html_page

T = "白河县召开2021年春季防汛工作会议"
META = "<div>2021-03-05 10:20 来源：白河日报</div>"
TEXT = "3月4日上午，白河县召开防汛工作会议，县长罗建平出席会议并讲话。"
H1 = f"<h1>{T}</h1>"
PLAIN = f"<div class=t>{T}</div>"
# The <title>, what stands above the facts, the title.
CASES = [
    (f"{T}_白河网", H1, T),
    (f"{T}--要闻--白河网", H1, T),
    (f"{T}_2021-03-05_白河网", H1, T),
    (f"{T}_白河网", "<h1>白河县召开2021年春季<br>防汛工作会议</h1>", T),
    (
        f"{T}_白河网",
        "<h1><b>白河县召开</b><span>2021年春季防汛工作会议</span></h1>",
        T,
    ),
    (f"{T}_要闻_白河网", "", T),
    (f"白河网-{T}", "", T),
    (f"首页>要闻>{T}", "", T),
    (f"{T}_白河网", f"<h1>要闻动态</h1><h2>{T}</h2>", T),
    (f"{T}_白河网", f"<div>当前位置：<a>首页</a> > <a>要闻</a> > {T}</div>{H1}", T),
    # The site's name, a column or nothing.
    ("白河县人民政府门户网站", PLAIN, T),
    ("白河县信息港", f"<center><font size=5><b>{T}</b></font></center>", T),
    ("白河网", f"<h1>要闻动态</h1>{PLAIN}", T),
    ("::: 白河之窗 :::", f"<center><font size=4>{T}</font></center>", T),
    (
        "白河日报数字报",
        f"<a>乡村晒谷忙</a><div class=biaoti>{T}</div><p>□ 王小川</p>",
        T,
    ),
    ("新闻详情", PLAIN, T),
    ("无标题文档", PLAIN, T),
    ("New Page 1", PLAIN, T),
    ("打印文章", f"{PLAIN}<div>——某地防汛纪事</div>", T),
    ("", f"<div>标题：{T}</div>", T),
    # The name of the site in the <title> and in a bar; facts inside the heading.
    ("云上白河", f"<div class=bar><h3>云上白河</h3>下载</div>{PLAIN}", T),
    (f"{T}_白河网", f"<h1>{T}<br><span>2021-03-05 10:20 评论：0</span></h1>", T),
    # Of one word.
    ("大坝灯火_白河网", "<ul><li>白河要闻</li></ul><h1>大坝灯火</h1>", "大坝灯火"),
    ("", PLAIN, T),
    # Marks that also part headline, column and site.
    (
        "党建引领｜白河开会 - 白河网",
        "<h1>党建引领｜白河开会</h1>",
        "党建引领｜白河开会",
    ),
    ("压实责任 守住底线-白河网", "<h1>压实责任 守住底线</h1>", "压实责任 守住底线"),
    ("会议召开了_白河网", "<h1>会议召开了</h1>", "会议召开了"),
    # A headline that ends as papers' names do.
    ("县政协听取办理情况汇报_政务_白河", "", "县政协听取办理情况汇报"),
    ("白河縣召開防汛會議_白河網", "<h1>白河縣召開防汛會議</h1>", "白河县召开防汛会议"),
]


@pytest.mark.parametrize(("tag", "above", "title"), CASES)
def test_title(tag: str, above: str, title: str) -> None:
    markup = f"<title>{tag}</title><div>{above}{META}<p>{TEXT}</p></div>"
    article = clean(html_page(markup)).article
    assert article is not None
    assert article.title == title
    assert article.text == TEXT


def test_a_quote_that_cuts_the_stated_title_short() -> None:
    stated = '<meta property="og:title" content="县长强调"压实责任"">'
    markup = (
        f"<title>县长强调“压实责任”_某网</title>{stated}<h1>县长强调“压实责任”</h1>"
    )
    article = clean(html_page(f"{markup}{META}<p>{TEXT}</p>")).article
    assert article is not None
    assert article.title == "县长强调“压实责任”"
