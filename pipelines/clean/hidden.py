"""Elements that a browser would not show, taken out of the tree."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from selectolax.lexbor import LexborHTMLParser

# Elements without running text; <noscript> holds markup as text where scripts run.
SILENT = ["script", "style", "noscript"]
# A first sieve, in the engine; the pattern below decides.
SUSPECT = "[hidden]," + ",".join(
    f"[style*='{part}' i]"
    for part in (
        "none",
        "hidden",
        ":-",
        ": -",
        "size:0",
        "size: 0",
        "height:0",
        "height: 0",
    )
)
HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|!|$)"
    r"|(?:left|top|right|margin-left|text-indent)\s*:\s*-\d{3,}"
    r"|(?<![-\w])(?:max-)?(?:height|width)\s*:\s*[01](?:px)?\s*(?:;|!|$)",
    re.IGNORECASE,
)
# WeChat hides its text until a script has run.
SHOWN_LATER = re.compile(r"visibility\s*:\s*hidden\s*;\s*opacity", re.IGNORECASE)


def strip_hidden(tree: LexborHTMLParser) -> None:
    """Takes hidden and silent elements out of `tree`, with all that is in them."""
    tree.strip_tags(SILENT)
    # Document order backwards: what is inside another goes first, so that no node is
    # touched after it is gone.
    for node in reversed(tree.css(SUSPECT)):
        if is_hidden(node.attributes):
            node.decompose()


def is_hidden(attributes: Mapping[str, str | None]) -> bool:
    """Whether an element's own attributes hide it."""
    style = attributes.get("style") or ""
    if "hidden" in attributes:
        return True
    return bool(HIDING.search(style)) and not SHOWN_LATER.search(style)
