"""The link from one page of an article to the next one."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urldefrag, urljoin, urlsplit

from pipelines.families.article_address import address

ANCHOR = re.compile(
    r"<a\b[^<>]*?\bhref\s*=\s*[\"']?([^\"'\s<>]+)[^<>]*>", re.IGNORECASE
)


def next_page(markup: str, url: str) -> str | None:
    """Address of the page that follows `url` in the same article; null on the last.

    Addresses are ASCII, so `markup` may be any single-byte reading of it. Known by the numbers in the addresses alone (`_2.shtml`, `article-1-2.html`,
    `?page=2`), never by words: 下一篇 leads to another article.
    """
    here = address(url)
    if not here.number:
        # The whole article on one page.
        return None
    host = urlsplit(url).netloc
    for match in ANCHOR.finditer(markup):
        try:
            found = urldefrag(urljoin(url, unescape(match[1])))[0]
            if urlsplit(found).netloc != host:
                continue
            there = address(found)
        except ValueError:
            continue
        if there.article == here.article and there.number == here.number + 1:
            return found
    return None
