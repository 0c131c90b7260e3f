"""Elements that a browser would not show, taken out of the tree."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from selectolax.lexbor import LexborHTMLParser

STYLED = "[style],[hidden]"
# On styles in lower case without blanks, a semicolon behind each.
OFF_SCREEN = re.compile(
    r"(?<![a-z-])(?:left|top|right|margin-left|margin-top|text-indent):-\d{3,}"
)
NO_SIZE = re.compile(r"(?<![a-z-])(?:max-)?(?:height|width):[01](?:px)?(?:!|;)")
NO_FONT = re.compile(r"font-size:0(?:px|pt|r?em|%)?(?:!|;)")
# WeChat hides its text until a script has run.
SHOWN_LATER = "visibility:hidden;opacity"


def strip_hidden(tree: LexborHTMLParser) -> None:
    """Takes hidden elements out of `tree`, with all that is in them."""
    # Document order backwards: what is inside another goes first, so that no node is
    # touched after it is gone.
    for node in reversed(tree.css(STYLED)):
        if is_hidden(node.attributes):
            node.decompose()


def is_hidden(attributes: Mapping[str, str | None]) -> bool:
    """Whether an element's own attributes hide it."""
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    if not style:
        return False
    style = style.replace(" ", "").lower() + ";"
    if "display:none" in style:
        return True
    if "visibility:hidden" in style and SHOWN_LATER not in style:
        return True
    if ":-" in style and OFF_SCREEN.search(style):
        return True
    if "font-size:0" in style and NO_FONT.search(style):
        return True
    return "overflow:hidden" in style and NO_SIZE.search(style) is not None
