"""What decoding costs beside parsing: `python -m tests.bench.decode`.

Both are given the same bytes: `lxml.html.fromstring` on one side, `decode` and
`repair` of the text that the page shows on the other. Ratios below 1 are cheaper
than parsing. The pages are made up, with the markup of the editors and list
templates that such sites run.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import lxml.html
from opencc import OpenCC
from pypinyin.pinyin_dict import pinyin_dict
from selectolax.lexbor import LexborHTMLParser

from pipelines.decode import decode, repair
from pipelines.records.page import ArchivePlace, MediaType, Page

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES = (20_000, 100_000, 500_000)
# Pages of nothing but what the steps look for: the cost must grow with the size.
HOSTILE_SIZES = (1_000_000, 5_000_000)
HOSTILE = {"(": "(", "(zhan)": "(zhan)", "U+FFFD": "\ufffd", "(U+FFFD": "(\ufffd"}

HEAD = """<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<meta name="SiteName" content="卢阳县人民政府"><meta name="ColumnName" content="要闻">
<title>卢阳县召开安全生产工作会议_卢阳县人民政府</title>
<link rel="stylesheet" type="text/css" href="/images/style2019.css" />
<script type="text/javascript" src="/images/jquery-1.8.3.min.js"></script>
</head><body><div class="header clearfix"><div class="w1200"><ul class="nav">
"""
# A list of news as content management systems print it.
ITEM = """<li class="news-item clearfix"><div class="news-pic fl">
<a href="/xwzx/gzdt/202103/t20210312_{n}.html" target="_blank" title="{title}">
<img class="lazy" src="/images/loading.gif" data-original="/upload/2103/{n}_s.jpg"
 alt="{title}" width="160" height="90" onerror="this.src='/images/nopic.png'" /></a></div>
<div class="news-txt fr"><h4><a href="/xwzx/gzdt/202103/t20210312_{n}.html"
 target="_blank">{title}</a></h4><p class="news-info"><span class="date">2021-03-12</span>
<span class="hits">1767</span></p></div></li>
"""
# A paragraph as it comes out of an office suite.
PARAGRAPH = """<p class="MsoNormal" style="margin: 0pt 0pt 0.0001pt; text-align: justify;
 text-indent: 32pt; line-height: 28pt; mso-line-height-rule: exactly; mso-pagination: none;">
<span style="font-family: 仿宋_GB2312; color: rgb(51, 51, 51); font-size: 16pt;
 mso-spacerun: 'yes'; mso-font-kerning: 1.0pt;"><font face="仿宋_GB2312">{text}</font></span>
<span style="font-family: 仿宋_GB2312; font-size: 16pt;"><o:p></o:p></span></p>
"""
TITLES = (
    "卢阳县召开安全生产工作会议",
    "我县部署春季森林防火工作",
    "县领导到城关镇调研重点项目建设情况",
)
TEXTS = (
    "本报讯 3月12日下午，卢阳县召开全县安全生产工作会议，传达学习省、市有关会议精神。",
    "县委书记卢明强调，要时刻绷紧安全生产这根弦，压实各级责任，坚决防范重特大事故发生。",
    "会议指出，各乡镇（街道）、各有关部门要提高站位，以“时时放心不下”的责任感抓好落实。",
    "县委常委、副县长于文出席会议并讲话，县领导钟鸣、范晓云、余立、魏东参加会议。",
)
FOOT = '</ul></div></div><p class="footer">卢阳县人民政府办公室主办</p></body></html>'


def main() -> None:
    print(f"{'page':20}{'bytes':>9}{'text':>6}{'lxml ms':>9}{'ours ms':>9}{'ratio':>7}")
    for name, make in PAGES.items():
        for size in SIZES:
            report(name, make(size))
    for name, unit in HOSTILE.items():
        for size in HOSTILE_SIZES:
            body = (unit * (size // len(unit.encode()))).encode()
            report(f"{name} x n", body, rounds=1)


def report(name: str, body: bytes, rounds: int = 7) -> None:
    page = as_page(body)
    text = shown(decode(page).text)
    parsing = best(lambda: lxml.html.fromstring(body), rounds)
    ours = best(lambda: (decode(page), repair(text)), rounds)
    print(
        f"{name:20}{len(body):>9}{len(text.encode()) / len(body):>6.0%}"
        f"{parsing * 1e3:>9.2f}{ours * 1e3:>9.2f}{ours / parsing:>7.2f}"
    )


def best(call: Callable[[], object], rounds: int) -> float:
    """Seconds of the fastest of `rounds` calls."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return min(times)


def markup(size: int) -> str:
    """A page of about `size` bytes in UTF-8: half of it links, half article."""
    pieces, length, n = [HEAD], len(HEAD.encode()), 0
    while length < size:
        texts = TEXTS if n % 2 else TITLES
        pieces.append("")
        for text in texts:
            row = (PARAGRAPH if n % 2 else ITEM).format(n=n, title=text, text=text)
            pieces.append(row)
            length += len(row.encode())
        n += 1
    return "".join(pieces) + FOOT


def clean(size: int) -> bytes:
    return markup(size).encode()


def traditional(size: int) -> bytes:
    return OpenCC("s2t").convert(markup(size)).encode()


def glossed(size: int) -> bytes:
    """One in twenty characters has its reading beside it, as in the seeds."""
    text, pieces = OpenCC("s2t").convert(markup(size * 9 // 10)), []
    for at, character in enumerate(text):
        pieces.append(character)
        reading = pinyin_dict.get(ord(character), "").split(",")[0]
        if reading and at % 20 == 0:
            pieces.append(f"({reading})")
    return "".join(pieces).encode()


def mojibake(size: int) -> bytes:
    """UTF-8 read as GBK, and saved as UTF-8 again."""
    return markup(size * 3 // 4).encode().decode("gb18030", "replace").encode()


def gbk(size: int) -> bytes:
    return markup(size).encode("gb18030")


PAGES = {
    "clean": clean,
    "clean GBK": gbk,
    "clean Traditional": traditional,
    "glossed": glossed,
    "UTF-8 read as GBK": mojibake,
}


def as_page(body: bytes) -> Page:
    place = ArchivePlace(file="bench.html", digest="sha256:" + "0" * 64)
    return Page(
        url="file:bench.html", body=body, media_type=MediaType.HTML, archive=place
    )


def shown(text: str) -> str:
    """The text of a page as its reader sees it, a line an element."""
    body = LexborHTMLParser(text).body
    return body.text(separator="\n") if body else text


if __name__ == "__main__":
    main()
