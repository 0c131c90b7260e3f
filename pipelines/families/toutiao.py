"""今日头条: articles whose text only a script carries."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from pipelines.families.base import Family, text_of
from pipelines.families.cri import carried_text
from pipelines.families.scripts import scripts_with, string_after

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

# BASE_DATA = { articleInfo: { title: '…', content: '…', subInfo: { source: '…',
# time: '…' } } }, strings HTML-escaped once more.
FIELD = {
    name: re.compile(rf"\b{name}[\"']?\s*:\s*") for name in ("title", "source", "time")
}
MARKS = ("articleInfo", "RENDER_DATA", "BASE_DATA")


class Toutiao(Family):
    name = "toutiao"
    text = (".tt-article-content", ".article__content")
    holder = "#root, #RENDER_DATA, #app"
    title_at = ("h1.article-title", "h1")

    def title(self, tree: LexborHTMLParser) -> str:
        return super().title(tree) or _field(tree, "title")

    def published(self, tree: LexborHTMLParser) -> str:
        return super().published(tree) or _field(tree, "time")

    def publisher(self, tree: LexborHTMLParser) -> str:
        return super().publisher(tree) or _field(tree, "source")

    def carried(self, tree: LexborHTMLParser) -> str:
        shown = tree.css_first(".article-content")
        if shown is not None and text_of(shown):
            return ""
        if next(scripts_with(tree, MARKS), None) is None:
            return ""  # another application with an element of that name
        return _unescaped(carried_text(tree)).strip("\"'")


def _field(tree: LexborHTMLParser, name: str) -> str:
    for script in scripts_with(tree, MARKS):
        for match in FIELD[name].finditer(script):
            value = string_after(script, match.end())
            if value:
                return _unescaped(value).strip("\"'")
    return ""


def _unescaped(text: str) -> str:
    """The text without the second escaping that toutiao's scripts add."""
    return html.unescape(text) if "&lt;" in text or "&quot;" in text else text
