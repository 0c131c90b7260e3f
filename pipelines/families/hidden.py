"""Elements that a browser would not show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from selectolax.lexbor import LexborNode

MAY_HIDE = "[style],[hidden],.jammer"
# On styles in lower case without blanks, a semicolon behind each.
OFF_SCREEN = re.compile(
    r"(?<![a-z-])(?:left|top|right|margin-left|margin-top|text-indent):-\d{3,}"
)
NO_SIZE = re.compile(r"(?<![a-z-])(?:max-)?(?:height|width):[01](?:px)?(?:!|;)")
NO_FONT = re.compile(r"font-size:0(?:px|pt|r?em|%)?(?:!|;)")
# WeChat hides its text until a script has run, by its id or with an opacity.
SHOWN_LATER = "visibility:hidden;opacity"
WECHAT_TEXT = "js_content"
# Discuz! sprinkles such words into posts against copying; its style sheet hides them.
SPRINKLED = "jammer"


def is_hidden(attributes: Mapping[str, str | None]) -> bool:
    """Whether an element's own attributes hide it."""
    if "hidden" in attributes:
        return True
    if attributes.get("class") == SPRINKLED:
        return True
    style = attributes.get("style")
    if not style:
        return False
    style = style.replace(" ", "").lower() + ";"
    if "display:none" in style:
        return True
    if "visibility:hidden" in style and SHOWN_LATER not in style:
        return attributes.get("id") != WECHAT_TEXT
    if ":-" in style and OFF_SCREEN.search(style):
        return True
    if "font-size:0" in style and NO_FONT.search(style):
        return True
    return "overflow:hidden" in style and NO_SIZE.search(style) is not None


def is_shown(node: LexborNode) -> bool:
    """Whether neither an element nor one around it is hidden."""
    around: LexborNode | None = node
    while around is not None:
        if is_hidden(around.attributes):
            return False
        around = around.parent
    return True


def shown_text(node: LexborNode) -> str:
    """Text of an element without its hidden parts, a blank between its pieces."""
    hidden = {each.mem_id for each in node.css(MAY_HIDE) if is_hidden(each.attributes)}
    if not hidden:
        return node.text(separator=" ")
    texts = node.traverse(include_text=True, skip_empty=True)
    return " ".join(
        each.text_content or ""
        for each in texts
        if each.is_text_node and not _is_below(each, hidden)
    )


def _is_below(node: LexborNode, hidden: AbstractSet[int]) -> bool:
    around: LexborNode | None = node
    while around is not None and around.mem_id not in hidden:
        around = around.parent
    return around is not None
