"""Which links of a column page are its articles, by the shape of their addresses."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin, urlsplit

from parsel import Selector

if TYPE_CHECKING:
    from collections.abc import Iterable

HEADLINE = 8
"""Characters: what a menu calls its columns is shorter."""
SAME = 3
"""Headlines of one shape that make it that of the articles."""
DATED = re.compile(r"20\d\d|19\d\d")
# Digits, hexadecimal names and the like: what differs from article to article.
PART = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27,}|[0-9a-f]{16,}|\d+", re.IGNORECASE)


DATED_PART = re.compile(r"(?:19|20)\d\d(?:(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])?)?")


def article_links(markup: str, url: str) -> list[str]:
    """Addresses of the articles that a column page lists, in order; may be empty."""
    base = urljoin(url, Selector(markup).css("base::attr(href)").get() or "")
    host = urlsplit(url).netloc
    by_shape: dict[str, dict[str, None]] = defaultdict(dict)
    for anchor in Selector(markup).css("a[href]"):
        title = anchor.attrib.get("title") or "".join(anchor.css("::text").getall())
        if len("".join(title.split())) < HEADLINE:
            continue
        try:
            target = urldefrag(urljoin(base, anchor.attrib["href"].strip()))[0]
            same_host = urlsplit(target).netloc == host
        except ValueError:
            continue
        if same_host and shape(target) != shape(url):
            by_shape[shape(target)][target] = None
    best = max(by_shape.values(), key=_weight, default={})
    return list(best) if len(best) >= SAME else []


def _weight(links: Iterable[str]) -> tuple[int, int]:
    """Many links, and of those whose address is dated or numbered, rather."""
    found = list(links)
    dated = sum(bool(DATED.search(each)) or bool(PART.search(each)) for each in found)
    return dated, len(found)


def shape(url: str) -> str:
    """Path and query with every changing part as `#`."""
    parts = urlsplit(url)
    query = f"?{parts.query}" if parts.query else ""
    return PART.sub("#", f"{parts.path}{query}")


def pattern(urls: Iterable[str]) -> str:
    """A regular expression for the addresses of one shape: what they share is kept,
    `#` becomes the class of characters that stands there in all of them."""
    found = list(urls)
    rows = [_pieces(each) for each in found]
    if len({len(row) for row in rows}) != 1:
        rows = rows[:1]
    out = ""
    for column in zip(*rows, strict=True):
        if all(PART.fullmatch(piece) for piece in column):
            out += _class(column)
        elif len(set(column)) == 1:
            out += re.escape(column[0]).replace(r"\-", "-").replace(r"\/", "/")
        else:
            out += r"[^?#]*?"
    # A further page of the same article has a number of its own behind it.
    return re.sub(r"(\\\.s?html?)$", r"(?:[_-]\\d{1,2})?\1$", out)


def _pieces(url: str) -> list[str]:
    parts = urlsplit(url)
    text = parts.path + (f"?{parts.query}" if parts.query else "")
    at, pieces = 0, []
    for match in PART.finditer(text):
        pieces += [text[at : match.start()], match[0]]
        at = match.end()
    return [*pieces, text[at:]]


def _class(column: tuple[str, ...]) -> str:
    lengths = {len(piece) for piece in column}
    if all(piece.isdigit() for piece in column):
        # A number of its own may gain a digit any day; a year, month or day may not.
        dated = len(lengths) == 1 and all(DATED_PART.fullmatch(each) for each in column)
        return rf"\d{{{len(column[0])}}}" if dated else r"\d+"
    return "[0-9a-fA-F-]+"
