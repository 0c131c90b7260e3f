"""澎湃新闻: older pages in `.news_txt`, newer ones also in `__NEXT_DATA__`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pipelines.families.base import Family
from pipelines.families.scripts import objects

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser


class ThePaper(Family):
    name = "thepaper"
    text = (".news_txt", ".index_cententwrap*", ".news_part_father")
    holder = "script#__NEXT_DATA__"
    byline_at = (".news_about > p:first-child", "[class^=index_left] > div:first-child")
    title_at = (".news_title", "h1[class^=index_title]")

    def published(self, tree: LexborHTMLParser) -> str:
        return super().published(tree) or str(_detail(tree).get("pubTime") or "")

    def publisher(self, tree: LexborHTMLParser) -> str:
        return super().publisher(tree) or str(_detail(tree).get("source") or "")

    def carried(self, tree: LexborHTMLParser) -> str:
        if tree.css_first(".news_txt, [class^=index_cententWrap]") is not None:
            return ""
        return str(_detail(tree).get("content") or "")


def _detail(tree: LexborHTMLParser) -> dict[str, Any]:
    """The article's object in the page's state; empty where there is none."""
    script = tree.css_first("script#__NEXT_DATA__")
    if script is None:
        return {}
    try:
        state = json.loads(script.text())
    except ValueError:
        return {}  # a state no reader can parse states nothing; the markup is read
    for each in objects(state):
        if "content" in each and ("pubTime" in each or "pubTimeLong" in each):
            return each
    return {}
