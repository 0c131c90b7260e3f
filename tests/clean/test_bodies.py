"""Where the text stands and what stands beside it: shapes of real pages, one text."""

from __future__ import annotations

import pytest

from pipelines.clean import clean
from tests.clean.pages import html_page

TITLE = "白河县召开2021年春季防汛工作会议"
META = "<div class=info>2021-03-05 10:20 来源：白河日报</div>"
P = (
    (
        "3月4日上午，白河县召开2021年春季防汛工作会议，分析当前汛情形势，安排部署防汛备汛"
        "各项工作。县长罗建平出席会议并讲话，副县长田大勇主持会议。"
    ),
    (
        "罗建平指出，去年全县防汛工作取得了扎实成效，但水库除险、河道清淤还有短板，各乡镇、"
        "各部门要清醒认识严峻形势，压紧压实责任。"
    ),
    "罗建平要求，要突出重点，全面排查隐患；要备足物资，建强队伍；要严格值守，及时预警。",
    "县水利局局长向明亮通报有关情况，各乡镇主要负责同志参加会议。",
)
TEXT = "\n".join(P)
PS = "".join(f"<p>{each}</p>" for each in P)
TEASERS = "".join(
    f"<div class=item><h4><a href=/{at}>别的新闻标题第{at}条</a></h4><p>这是另一篇文章的"
    "摘要，讲的是别的事情，也有标点符号，而且不短，还要再长一些才像真的。</p></div>"
    for at in range(12)
)
COMMENTS = "".join(
    f"<div class=c><span>网友{at}</span><p>说得好，支持！希望早日落实到位，我们都盼着呢，"
    f"路不好走，雨天更是麻烦。</p><span>2021-03-06 1{at % 10}:00</span></div>"
    for at in range(15)
)
SIDE = "".join(
    f"<li><a href=/s{at}>县领导到第{at}乡调研，强调抓好春耕</a>2021-03-0{at + 1}</li>"
    for at in range(6)
)
ENGLISH = (
    "<p>The county held its spring meeting on flood control on March 4. The head of the "
    "county attended and spoke, and his deputy took the chair.</p>" * 4
)
H1 = f"<h1>{TITLE}</h1>"


VERSE = (
    "月亮爬上东山岗",
    "照着山下打谷场",
    "石碾停在老槐旁",
    "新麦晒出一院香",
    "谁家孩子数星星",
    "数到村口那盏灯",
    "灯下有人补渔网",
    "一针一线到天亮",
)


def _page(body: str, *, before: str = "", after: str = "", head: str = H1) -> str:
    return (
        f"<title>{TITLE}_白河网</title><ul><li><a href=/>首页</a></li></ul>{before}"
        f"<div class=main>{head}{META}{body}</div>{after}"
        "<div class=footer><p>主办：白河县人民政府办公室</p><p>陕ICP备00000001号</p></div>"
    )


def _short(**around: str) -> str:
    return _page(f"<div class=a><p>{P[0]}</p></div>", **around)


PAGES = {
    "preformatted": (
        _page("<pre>" + "\n".join("　　" + p for p in P) + "</pre>"),
        TEXT,
    ),
    "two breaks": (
        _page("<div>" + "<br><br>".join("　　" + p for p in P) + "</div>"),
        TEXT,
    ),
    "a box a paragraph": (
        _page("<div>" + "".join(f"<div><span>{p}</span></div>" for p in P) + "</div>"),
        TEXT,
    ),
    "a section a paragraph": (
        _page("".join(f"<section>{p}</section>" for p in P)),
        TEXT,
    ),
    "a row a paragraph": (
        _page("<table>" + "".join(f"<tr><td>{p}</td></tr>" for p in P) + "</table>"),
        TEXT,
    ),
    "nested tables": (
        _page(
            f"<table><tr><td><table><tr><td>{PS}</td></tr></table></td>"
            f"<td><table><tr><td>{SIDE}</td></tr></table></td></tr></table>"
        ),
        TEXT,
    ),
    "what an editor left behind": (
        _page(
            "".join(
                f"<p><font face=宋体><o:p></o:p>{p[:20]}</font><span lang=EN-US>{p[20:26]}"
                f"</span><st1:chsdate>{p[26:]}</st1:chsdate></p>"
                for p in P
            )
        ),
        TEXT,
    ),
    "short beside teasers": (_short(after=f"<div class=right>{TEASERS}</div>"), P[0]),
    "short below teasers": (_short(before=f"<div class=left>{TEASERS}</div>"), P[0]),
    "short above comments": (_short(after=f"<div class=box>{COMMENTS}</div>"), P[0]),
    "short above teasers of its own box": (
        _page(f"<div class=a><p>{P[0]}</p></div><div class=tj>{TEASERS}</div>"),
        P[0],
    ),
    "comments in its own box": (
        _page(f"<div class=a>{PS}</div><div><h3>全部评论</h3>{COMMENTS}</div>"),
        TEXT,
    ),
    "a summary cut off in a sentence": (
        _page(f"<div class=intro>{P[0]} {P[1][:30]}</div><div>{PS}</div>"),
        TEXT,
    ),
    "a quotation of a later paragraph": (
        _page(f"<div><p>{P[2]}</p>{PS}</div>"),
        f"{P[2]}\n{TEXT}",
    ),
    "document closed early": (_page(PS).replace(META, f"</body></html>{META}"), TEXT),
    "links in the text": (
        _page(PS.replace("罗建平指出", "<a href=/p>罗建平</a>指出")),
        TEXT,
    ),
    "a linked paragraph": (_page(PS.replace(P[1], f"<a href=/p>{P[1]}</a>")), TEXT),
    "a list in the text": (
        _page(PS + "<ul><li>一是抓好巡查，责任到人。</li><li>二是抓好储备。</li></ul>"),
        f"{TEXT}\n一是抓好巡查，责任到人。\n二是抓好储备。",
    ),
    "a player": (_page(f"<div><span>00:00</span><span>/ 03:15</span></div>{PS}"), TEXT),
    "a caption": (_page(f"<p><img src=a.jpg></p><p>会议现场。王通 摄</p>{PS}"), TEXT),
    "an attachment": (_page(f"{PS}<p>附件：<a href=x.doc>参会名单.doc</a></p>"), TEXT),
    "links below": (
        _page(f"{PS}<p>相关链接：</p><p><a href=/x>去年的会议</a></p>"),
        TEXT,
    ),
    "links between": (
        _page(
            f"<p>{P[0]}</p><p>相关新闻：</p><p><a href=/x>去年的会议</a></p>{PS}{PS}"
        ),
        f"{P[0]}\n{TEXT}\n{TEXT}",
    ),
    "a credit of pictures between": (
        _page(f"<p>{P[0]}</p><p>图片来源：白河网</p>{PS}"),
        f"{P[0]}\n{TEXT}",
    ),
    "an annex": (
        _page(f"{PS}<p>附件：</p>{PS}{PS}"),
        f"{TEXT}\n{TEXT}\n{TEXT}",
    ),
    "another article below its editor": (
        _page(
            f"{PS}<p>责任编辑：石小林</p><h2>另一篇文章的标题</h2><p>2021-03-04 09:00 来源：某报"
            f"</p>{PS.replace('罗建平', '高文远')}"
        ),
        TEXT,
    ),
    "a notice behind links": (
        _page(
            f"{PS}<p>相关阅读</p><p><a href=/x>去年的会议</a></p><p>凡本网注明来源的作品，"
            f"版权均属本网。{'未经授权不得转载，违者必究。' * 20}</p>"
        ),
        TEXT,
    ),
    "items with their sources": (
        _page("".join(f"<p>{p}</p><p>（来源：{p[:3]}发布）</p>" for p in P)),
        TEXT,
    ),
    "bylines below an editor's note": (
        _page(f"<p>编者按：{P[2]}</p><p>■本报记者 石小林 实习生 江文</p>{PS}{PS}"),
        f"编者按：{P[2]}\n{TEXT}\n{TEXT}",
    ),
    "a translation beside it": (
        _page(f"<div>{PS}</div>", after=f"<div>{ENGLISH}</div>"),
        TEXT,
    ),
    "a short text on the line of its facts": (
        _page("").replace(META, f"<div>2021-03-05 10:20 来源：白河日报 {P[0]}</div>"),
        P[0],
    ),
    "words sprinkled against copying": (
        _page(PS.replace("</p>", "<font class=jammer>7 W! z) k</font></p>")),
        TEXT,
    ),
    "a date below and none above": (
        _page(f"{PS}<p>发布时间：2021-03-05 10:20 来源：白河日报</p>", head="")
        .replace(META, "")
        .replace("<title>", "<title>New Page 1|"),
        TEXT,
    ),
    "a sentence that begins like links": (
        _page(f"{PS}<p>相关文件明确，县级以上单位要定期报告。</p>"),
        f"{TEXT}\n相关文件明确，县级以上单位要定期报告。",
    ),
    "pages below": (_page(f"{PS}<div>上一页 <a>1</a> <a>2</a> 下一页</div>"), TEXT),
    "an account's frame": (
        _page(
            f"<p>点击上方“白河发布”关注我们</p>{PS}<p>END</p><p>往期回顾</p>"
            "<p><a href=x>这里的春天真美，快来看看</a></p>"
        ),
        TEXT,
    ),
    "a summary cut off": (_page(f"<div><b>摘要</b>: {P[0][:50]} ...</div>{PS}"), TEXT),
    "a notice of several points": (
        _page(
            f"<div class=a>{PS}</div><div>免责声明：</div><p>1.凡本网注明“来源：白河网”的"
            "作品，版权均属于白河网，未经授权不得转载、摘编或利用其它方式使用。</p>"
            "<p>2.凡本网注明“来源：XXX”的作品，均转载自其它媒体。</p>"
        ),
        TEXT,
    ),
    "the site's name as a heading": (
        _page(PS, before="<h1><a href=/>白河县人民政府</a></h1>"),
        TEXT,
    ),
    "a box of links in front of the text": (
        _page(
            f"<div><b>相关报道</b><br>·<a href=x>别的新闻</a><br></div>{PS}",
            head=f"{H1}<p>www.baihe.example 2021-03-05 10:20:00 白河日报</p>",
        ),
        TEXT,
    ),
    "one sentence beside a list of definitions": (
        _short(
            after="".join(
                f"<dl><dt><a href=/{at}>别的新闻标题第{at}条</a></dt><dd>这是另一篇文章的摘要，"
                "讲的是别的事情，也有标点，而且不短。</dd></dl>"
                for at in range(30)
            )
        ),
        P[0],
    ),
    "teasers behind the credit in the text's own box": (
        _page(
            f"<div class=article>{PS}<p class=show_author>责任编辑：向小明 SN225</p></div>"
            f"<div class=bottom><div class=keywords>关键词：防汛</div>{TEASERS}</div>"
        ),
        TEXT,
    ),
    "a pager and a box for votes inside": (
        _page(
            f"<div class=a>{PS}<div id=pages><span>1</span> <a href=2>2</a> <a href=2>下一页"
            "</a><a href=9>尾页</a></div><div class=digg><b>来顶一下</b></div></div>"
        ),
        TEXT,
    ),
    "verse, which has no marks": (
        _page(
            "<div class=a>"
            + "".join(f"<p>　　{line}</p>" for line in VERSE)
            + "</div>",
            after=f"<div class=right>{TEASERS}</div>",
        ),
        "\n".join(VERSE),
    ),
    "verse in breaks, above comments": (
        _page(f"<td>{'<br />'.join(VERSE)}</td>", after=f"<div>{COMMENTS}</div>"),
        "\n".join(VERSE),
    ),
    "questions of an interview": (
        _page(
            f"<p>{P[0]}</p><p>记者：今年为什么来得这样早？</p><p>{P[1]}</p>"
            f"<p>记者：物资够不够？</p><p>{P[2]}</p>"
        ),
        f"{P[0]}\n记者：今年为什么来得这样早？\n{P[1]}\n记者：物资够不够？\n{P[2]}",
    ),
    "a second article loaded below": (
        _page(
            f"<div class=a>{PS}</div><h2>冬游古堡看年味</h2>"
            f"<div class=info>2021-03-06 20:03 白河旅游</div><div class=a>{PS}{PS}</div>"
        ),
        TEXT,
    ),
    "an annex below its heading": (
        _page(f"{PS}<p>附件</p><p>防空警报信号</p><p>预先警报鸣36秒停24秒。</p>"),
        f"{TEXT}\n附件\n防空警报信号\n预先警报鸣36秒停24秒。",
    ),
    "the headline in a plain box": (
        _page(PS, head=f"<div class=bt>{TITLE}</div>"),
        TEXT,
    ),
}


@pytest.mark.parametrize("families", [True, False], ids=["families", "generic"])
@pytest.mark.parametrize(("markup", "text"), PAGES.values(), ids=PAGES.keys())
def test_text(markup: str, text: str, families: bool) -> None:
    article = clean(html_page(markup), families=families).article
    assert article is not None
    assert article.text == text
    assert article.title == TITLE
    assert article.published_at == "2021-03-05T10:20+08:00"
    assert article.publisher == "白河日报"
    assert (article.kicker, article.subtitle) == (None, None)
