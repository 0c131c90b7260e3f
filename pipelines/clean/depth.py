"""Nesting cut to the depth that browsers keep to."""

from __future__ import annotations

import re

# Chromium nests no deeper (kMaximumHTMLParserDOMTreeDepth); the HTML parsing rules look
# through all open elements at each block, so that depth costs its square.
DEEPEST = 512
# Fewer tags cost nothing worth counting for.
MANY_TAGS = 20_000
SHORTEST_TAG = 4
"""Bytes of `<h1>`."""
# Elements whose end tag is not optional, and that therefore pile up.
NESTING = re.compile(
    rb"<(/?)(?:div|section|article|table|ul|ol|dl|blockquote|center|form|fieldset|main"
    rb"|header|footer|nav|aside|details|address|figure|pre|dir|menu|h[1-6]|td|th|tr)"
    rb"(?=[\s/>])",
    re.IGNORECASE,
)


def shallow(markup: bytes) -> bytes:
    """`markup` with the tags below the greatest depth made line breaks; linear."""
    if len(markup) < MANY_TAGS * SHORTEST_TAG:
        return markup
    if markup.count(b"<") < MANY_TAGS or _depth(markup) <= DEEPEST:
        return markup
    depth = 0

    def flattened(match: re.Match[bytes]) -> bytes:
        nonlocal depth
        if match[1]:
            depth = max(0, depth - 1)
            return match[0] if depth < DEEPEST else b"</wbr"
        depth += 1
        return match[0] if depth <= DEEPEST else b"<br"

    return NESTING.sub(flattened, markup)


def _depth(markup: bytes) -> int:
    """How deep the tags nest, taken at their word."""
    depth = deepest = 0
    for match in NESTING.finditer(markup):
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest
