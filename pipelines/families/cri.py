"""国际在线 (CRI, 国广): hn.cri.cn/20220510/<uuid>.html and its Traditional gate."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.families.base import Family
from pipelines.families.scripts import scripts_with, string_after

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

# Newer pages put the text into a variable and let a script write it.
CARRIER = re.compile(
    r"\b(?:abody|content|contentHtml|articleContent|text)\b[\"']?\s*[=:]\s*"
)
ENOUGH = 40


class Cri(Family):
    name = "cri"
    text = ("#abody",)
    holder = "#abody"
    title_at = ("#atitle",)
    published_at = ("#apublishtime",)
    publisher_at = ("#asource",)
    byline_at = ("#aeditor",)

    def carried(self, tree: LexborHTMLParser) -> str:
        """Markup of the text, when its element is empty and a script holds it."""
        holder = tree.css_first("#abody")
        if holder is not None and len(holder.text(strip=True)) > ENOUGH:
            return ""
        return carried_text(tree)


def carried_text(tree: LexborHTMLParser) -> str:
    """The longest marked-up string that a script assigns to a variable for text."""
    best = ""
    for script in scripts_with(tree, ("abody", "ontent", "text")):
        for match in CARRIER.finditer(script):
            value = string_after(script, match.end())
            if value and len(value) > max(len(best), ENOUGH):
                best = value
    return best
