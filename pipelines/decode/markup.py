"""Markup that a misreading damaged."""

from __future__ import annotations

import re

# The last byte of an attribute's text took the quote after it along:
# content="…会�> and alt="…会� class="pic">.
UNCLOSED = re.compile(
    r"(=\s*([\"'])[^\"'<>]*\ufffd)(?=\s*/?>|\s+[A-Za-z-]{1,30}=[\"'])"
)


def close_attributes(markup: str) -> str:
    """Quotes that a misreading ate at the end of an attribute's value, put back."""
    if "\ufffd" not in markup:
        return markup
    return UNCLOSED.sub(r"\1\2", markup)
