"""Where the page's own title stands among its text nodes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.clean.lines import BLANKS

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

    from pipelines.clean.metadata import Metadata
    from pipelines.clean.view import View

SHORTEST = 5
# A headline of one word (坝上灯火) is told from a column by opening what the head says.
BRIEFEST = 4
LONGEST = 150
HEADING_BONUS = 1.5
LINK_MALUS = 0.3
# Characters by which most other text nodes are told from the title at a glance.
GLANCE = 3


def find_headline(seen: View, stated: Metadata) -> range:
    """The text nodes of the headline that the head states; empty where none is."""
    said = f"{stated.title_tag}\n{stated.title}"
    squeezed = squeeze(said)
    best, best_score = range(0), 0.0
    opens = frozenset(said + BLANKS)
    for at, content in enumerate(seen.contents):
        if content[:1] not in opens or content.lstrip()[:GLANCE] not in said:
            continue
        if not BRIEFEST <= len(content) <= LONGEST * 2:
            continue
        text = squeeze(content)
        if not BRIEFEST <= len(text) <= LONGEST or text not in squeezed:
            continue
        if len(text) < SHORTEST and not squeezed.startswith(text):
            continue
        score = len(text) * _standing(seen, seen.nodes[at])
        if score > best_score:
            best, best_score = range(at, at + 1), score
    return _whole(seen, best, squeezed)


# What editors of pages leave in a <title> that nobody filled in.
PLACEHOLDER = re.compile(
    r"New Page ?\d*|Untitled.*|无标题文?档?|新网页 ?\d*|新建网?页.*|未命名.*",
    re.IGNORECASE,
)
# What a <title> says that names nothing but the site, marks around it or not.
SITE_ALONE = re.compile(
    r"[:：*·☆★\s]*[^_|\-—:：*·☆★]{2,9}"
    r"(?:新闻|新聞|网|網|首页|首頁|政府|在线|在線|之窗|数字报|數字報|电子报|電子報)[:：*·☆★\s]*"
)
# What templates call the place of a headline; then how hand-made pages set one, the
# largest first.
SET_APART = (".biaoti", ".bt", ".pdbt", ".news_title", ".article-title", ".content_title",
         'font[size="6"]', 'font[size="5"]', 'font[size="+3"]', 'font[size="+2"]',
         'font[size="4"]', 'font[size="+1"]', "big")  # fmt: skip


def set_apart(tree: LexborHTMLParser, title_tag: str) -> str:
    """The headline's place, or the words set largest, on a page whose <title> tells
    nothing; "" for none."""
    told = title_tag.strip()
    if told and not any(each.fullmatch(told) for each in (PLACEHOLDER, SITE_ALONE)):
        return ""
    for selector in SET_APART:
        for node in tree.css(selector):
            text = " ".join(node.text(separator=" ").split())
            if SHORTEST < len(text) <= LONGEST // 2 and "。" not in text:
                return text
    return ""


def _standing(seen: View, node: LexborNode) -> float:
    parent = node.parent
    if parent is None:
        return 0.0
    place = seen.places.of(parent)
    if place.silent:
        return 0.0
    heading = seen.places.names[place.block] in HEADINGS
    return (HEADING_BONUS if heading else 1.0) * (LINK_MALUS if place.link else 1.0)


HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5"})


def _whole(seen: View, found: range, said: str) -> range:
    """The headline with the parts of it that stand in other text nodes."""
    if not found:
        return found
    parent = seen.nodes[found.start].parent
    assert parent is not None
    block = seen.places.of(parent).block
    start, stop = found.start, found.stop
    text = squeeze(seen.contents[start])
    while start and seen.is_text_of(start - 1, block):
        longer = squeeze(seen.contents[start - 1]) + text
        if longer not in said:
            break
        start, text = start - 1, longer
    while stop < len(seen.nodes) and seen.is_text_of(stop, block):
        longer = text + squeeze(seen.contents[stop])
        if longer not in said and seen.places.names[block] not in HEADINGS:
            break
        stop, text = stop + 1, longer
    return range(start, stop)


def squeeze(text: str) -> str:
    """`text` without white space, to compare by."""
    return "".join(text.split())
