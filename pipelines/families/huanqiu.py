"""环球网: <channel>.huanqiu.com/article/<id>, whose fields stand in text areas."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.families.base import Family

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

# <textarea class="article-source-name">&lt;a href="…"&gt;某报&lt;/a&gt;</textarea>
TAG = re.compile(r"<[^<>]*>")


class Huanqiu(Family):
    name = "huanqiu"
    text = (".l-con",)
    holder = "textarea.article-content"

    def title(self, tree: LexborHTMLParser) -> str:
        return _area(tree, "article-title")

    def published(self, tree: LexborHTMLParser) -> str:
        """Milliseconds since 1970."""
        return _area(tree, "article-time")

    def publisher(self, tree: LexborHTMLParser) -> str:
        return TAG.sub("", _area(tree, "article-source-name")).strip()

    def byline(self, tree: LexborHTMLParser) -> str:
        return TAG.sub("", _area(tree, "article-author")).strip()

    def carried(self, tree: LexborHTMLParser) -> str:
        return _area(tree, "article-content")


def _area(tree: LexborHTMLParser, name: str) -> str:
    node = tree.css_first(f"textarea.{name}")
    return "" if node is None else node.text().strip()
