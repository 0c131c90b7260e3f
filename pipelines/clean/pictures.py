"""Lines that stand in the middle below a picture."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

CAPTION_LENGTH = 60
"""A centred line longer than this is text."""
CENTERED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)


def is_below_picture(block: LexborNode) -> bool:
    """Whether a block is centred and the one before it holds a picture and no text."""
    attributes = block.attributes
    centered = attributes.get("align") == "center" or CENTERED.search(
        attributes.get("style") or ""
    )
    if not centered:
        return False
    before = block.prev
    while before is not None and before.tag == "-text":
        if (before.text_content or "").strip():
            return False
        before = before.prev
    if before is None or before.text(strip=True):
        return False
    return before.tag == "img" or before.css_first("img") is not None
