"""Which article an address belongs to, and which of its pages it is."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urlsplit, urlunsplit

WHOLE = 0
"""Number of the address that shows every page at once; it is preferred."""


class Address(NamedTuple):
    """An address split into the article's part and the page's."""

    article: str
    """The address of its first page, without scheme and fragment."""
    number: int
    """The page's number from 1; `WHOLE` where it shows all of them."""


PATHS = (
    # Discuz! X: article-<aid>-<page>.html; the first is -1.
    re.compile(r"(?P<head>/article-\d+)-(?P<number>\d{1,2})(?P<tail>\.html)$"),
    # guancha: _s is the whole page.
    re.compile(r"(?P<head>/\d{4}_\d\d_\d\d_\d+)_s(?P<tail>\.shtml)$"),
    re.compile(r"(?P<head>\d)_(?:all|0)(?P<tail>\.s?html?)$"),
    # Most others: _2.shtml or -2.html behind the first page's own name.
    re.compile(r"(?P<head>[\da-f])[_-](?P<number>[2-9]|[1-9]\d)(?P<tail>\.s?html?)$"),
)
QUERIES = (
    re.compile(
        r"(?<![^&])(?:page|p|pageno|pn)=(?P<number>\d{1,2})(?:&|$)", re.IGNORECASE
    ),
    re.compile(r"(?<![^&])(?:page=all|fullpage=1|all=1)(?:&|$)", re.IGNORECASE),
)


def address(url: str) -> Address:
    """Which article an address belongs to and which of its pages it is."""
    parts = urlsplit(url)
    path, query, number = parts.path, parts.query, 1
    for pattern in PATHS:
        match = pattern.search(path)
        if match is not None:
            path = path[: match.start()] + match["head"] + match["tail"]
            number = _number(match)
            break
    for pattern in QUERIES:
        match = pattern.search(query)
        # WordPress numbers its articles so: /?p=12.
        if match is not None and path not in {"", "/"}:
            query = (query[: match.start()] + query[match.end() :]).strip("&")
            number = _number(match)
            break
    return Address(urlunsplit(("", parts.netloc.lower(), path, query, "")), number)


def _number(match: re.Match[str]) -> int:
    return int(match.groupdict().get("number") or WHOLE)
