"""Markup that a misreading damaged."""

from __future__ import annotations

import re

# The last byte of an attribute's text took the quote after it along:
# content="…会\ufffd> and alt="…会\ufffd class="pic">.
CUT_OFF = re.compile("\ufffd(?=\\s*/?>|\\s+[A-Za-z-]{1,30}=[\"'])")
TAG = 4000
"""Characters of a tag that are looked back over for its beginning."""


def close_attributes(markup: str) -> str:
    """Quotes that a misreading ate at the end of an attribute's value, put back."""
    return CUT_OFF.sub(_closed, markup)


def _closed(match: re.Match[str]) -> str:
    markup, at = match.string, match.start()
    begins = markup.rfind("<", max(0, at - TAG), at)
    if begins < 0 or markup.find(">", begins, at) >= 0:
        return match[0]
    tag = markup[begins:at]
    quote = '"' if tag.count('"') % 2 else "'" if tag.count("'") % 2 else ""
    return match[0] + quote
