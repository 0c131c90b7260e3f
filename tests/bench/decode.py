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
HOSTILE = 5_000_000

HEAD = """<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<meta name="SiteName" content="卢阳县人民政府"><meta name="ColumnName" content="要闻">
<title>卢阳县召开安全生产工作会议_卢阳县人民政府</title>
<link rel="stylesheet" type="text/css" href="/images/style2019.css" />
<script type="text/javascript" src="/images/jquery-1.8.3.min.js"></script>
</head><body><div class="header clearfix"><div class="w1200"><ul class="nav">
"""
ITEM = (
    '<li class="list-item"><a href="/xwzx/gzdt/202103/t20210312_{n}.html" '
    'target="_blank" title="{title}">{title}</a>'
    '<span class="date fr">2021-03-12</span></li>\n'
)
PARAGRAPH = (
    '<p style="text-indent: 2em; line-height: 1.75em; text-align: justify;">'
    '<span style="font-family: 宋体, SimSun; font-size: 16px;">{text}</span></p>\n'
)
TITLES = (
    "卢阳县召开安全生产工作会议",
    "我县部署春季森林防火工作",
    "县领导到城关镇调研重点项目建设情况",
)
TEXTS = (
    "本报讯 3月12日下午，卢阳县召开全县安全生产工作会议，传达学习省、市有关会议精神，"
    "分析研判当前形势，安排部署下一阶段重点任务。县委书记卢明强调，要时刻绷紧安全生产"
    "这根弦，压实各级责任，全面排查整治各类风险隐患，坚决防范和遏制重特大事故发生。",
    "会议指出，各乡镇（街道）、各有关部门要提高政治站位，认真贯彻落实党中央、国务院决策"
    "部署，坚持人民至上、生命至上，以“时时放心不下”的责任感抓好各项措施落实。",
    "县委常委、副县长于文出席会议并讲话，县领导钟鸣、范晓云、余立、魏东参加会议。",
)
FOOT = '</ul></div></div><div class="footer"><p>卢阳县人民政府办公室主办</p></div></body></html>'


def main() -> None:
    print(f"{'page':24}{'bytes':>10}{'lxml ms':>10}{'ours ms':>10}{'ratio':>8}")
    for name, make in PAGES.items():
        for size in SIZES:
            report(name, make(size))
    for name, body in hostile().items():
        report(name, body, rounds=1)


def report(name: str, body: bytes, rounds: int = 7) -> None:
    page = as_page(body)
    text = shown(decode(page).text)
    parsing = best(lambda: lxml.html.fromstring(body), rounds)
    ours = best(lambda: (decode(page), repair(text)), rounds)
    print(
        f"{name:24}{len(body):>10}{parsing * 1e3:>10.2f}{ours * 1e3:>10.2f}"
        f"{ours / parsing:>8.2f}"
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
    """Every twenty-fifth character of the text has its reading beside it."""
    text, pieces = OpenCC("s2t").convert(markup(size * 9 // 10)), []
    for at, character in enumerate(text):
        pieces.append(character)
        reading = pinyin_dict.get(ord(character), "").split(",")[0]
        if reading and at % 5 == 0 and text[at - 1] > "\u3000":
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


def hostile() -> dict[str, bytes]:
    """Pages of nothing but what the steps look for, 1 and 5 MB of each."""
    units = {"(": "(", "(zhan)": "(zhan)", "\\ufffd": "\ufffd", "( \\ufffd": "(\ufffd"}
    return {
        f"{name} x n": (unit * (size // len(unit.encode()))).encode()
        for name, unit in units.items()
        for size in (HOSTILE // 5, HOSTILE)
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
