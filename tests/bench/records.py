"""Bytes → records against lxml parsing the same bytes: `python -m tests.bench.records`.

Prints ratios of one run; machines are noisy, so only the ratios mean anything.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from lxml import html

import pipelines
from pipelines.clean import clean
from pipelines.decode import decode
from pipelines.meetings import read
from pipelines.records.document import Documents
from pipelines.records.page import ArchivePlace, MediaType, Page, Pages
from tests.made import site

if TYPE_CHECKING:
    from collections.abc import Callable

SECONDS = 1.0
"""How long each row is repeated."""

REPORT = (
    "1月3日下午，全市防汛抗旱工作会议召开，传达学习全省防汛抗旱工作电视电话会议精神，"
    "安排部署我市防汛抗旱工作。市委副书记、市长、市防汛抗旱指挥部指挥长王一川主持会议并讲话。"
    "市领导李二河、张三山、赵四海、周五岭、吴六泉出席会议。会上，市水利局局长郑七溪通报了雨情水情。"
    "王一川强调，一要压实责任，各级各部门主要负责同志要靠前指挥；二要排查隐患，紧盯水库、河道、"
    "山洪沟；三要备足物资，确保关键时刻拿得出、用得上。各县区、市直有关单位主要负责人参加会议。"
)
QUIET = "春天来了，河口的油菜花开了，游客沿着新修的步道慢慢走，孩子们在田埂上放风筝。"


def page(words: str, paragraphs: int, size: int) -> bytes:
    """A news page of about `size` bytes of markup around the paragraphs."""
    body = "".join(f"<p>　　{words}</p>" for _ in range(paragraphs))
    head = (
        "<!doctype html><html><head><meta charset=utf-8><title>全市防汛抗旱工作会议召开"
        "_某某新闻网</title></head><body><div class=nav>"
    )
    article = (
        "</div><h1>全市防汛抗旱工作会议召开</h1><div class=info>2021-01-04 09:04 "
        f"来源：某某日报</div><div class=content>{body}</div><div class=side>"
    )
    left = max(0, size - len((head + article).encode()))
    link = "<li><a href='/a/b/123456.html' title='标题'>某地举行春季运动会</a></li>"
    links = link * (left // len(link.encode()) // 2)
    return (
        f"{head}<ul>{links}</ul>{article}<ul>{links}</ul></div></body></html>".encode()
    )


def made_page(body: bytes) -> Page:
    place = ArchivePlace(file="made.html", digest="sha256:" + "0" * 64)
    url = "http://www.example.org/a/1.html"
    return Page(url=url, body=body, media_type=MediaType.HTML, archive=place)


def seconds(work: Callable[[], object]) -> float:
    """Best time of one call, over about SECONDS of calls."""
    best, end = float("inf"), time.perf_counter() + SECONDS
    work()
    while time.perf_counter() < end:
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def row(label: str, body: bytes) -> str:
    made = made_page(body)
    pages = Pages(site=site("370200"), pages=(made,))
    parse = seconds(lambda: html.fromstring(body))
    documents = Documents(pages=pages, documents=(decode(made),))
    reading = clean(documents)
    parts = (
        seconds(lambda: decode(made)),
        seconds(lambda: clean(documents)),
        seconds(lambda: read(reading)),
        seconds(lambda: pipelines.extract([made], pages.site)),
    )
    ratios = "".join(f"{part / parse:>10.2f}" for part in parts)
    return f"{label:<34}{len(body) / 1000:>7.0f}{parse * 1000:>9.2f}{ratios}"


# One line of one thing without end, which no report is.
HOSTILE = ("县委召开会议，", "县长王一川讲话，", "推选县委书记王一川", "市长王一川、")
SHORT, LONG = 4_000, 16_000


def growth(piece: str) -> str:
    """How much longer a line of four times the length takes: 4 is linear."""
    reads = []
    for length in (SHORT, LONG):
        made = made_page(page(piece * (length // len(piece)), 1, 20_000))
        pages = Pages(site=site("370200"), pages=(made,))
        reading = clean(Documents(pages=pages, documents=(decode(made),)))
        reads.append(seconds(lambda reading=reading: read(reading)))  # type: ignore[misc]
    return f"{piece:<20}{reads[1] / reads[0]:>8.1f}"


def main() -> None:
    names = ("decode", "clean", "meetings", "whole")
    print(f"{'page':<34}{'KB':>7}{'lxml ms':>9}" + "".join(f"{n:>10}" for n in names))
    for paragraphs in (5, 15, 60):
        body = page(REPORT, paragraphs, 100_000)
        print(row(f"report, {len(REPORT) * paragraphs} characters", body))
    print(row("no meeting, 3000 characters", page(QUIET, 75, 100_000)))
    print(f"\n{LONG} characters of one line against {SHORT}")
    print("\n".join(map(growth, HOSTILE)))


if __name__ == "__main__":
    main()
