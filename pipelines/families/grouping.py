"""The Pages of one article that is printed over several addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit, urlunsplit

from pipelines.records.issue import Issue
from pipelines.records.page import MediaType, Page, Pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pipelines.sites import Site

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


def group(pages: Iterable[Page], site: Site) -> Iterator[Pages]:
    """Pages put together by article, in the order in which each article appears.

    Pages join when they are numbered 1, 2, 3 … without a gap, the last received of
    one number winning; otherwise each stands alone, for `t20210104_12.html` is an
    article's name and no twelfth page. A whole-page form stands for all of them. A
    text page is always an article of its own.
    """
    for each in _grouped(((site, page) for page in pages), hold=None):
        assert isinstance(each, Pages)
        yield each


HOLD = 256
"""Articles of a stream that wait for further pages; a crawl fetches them next."""


def windowed(
    contents: Iterable[tuple[Site, Page | Issue]], hold: int = HOLD
) -> Iterator[Pages | Issue]:
    """As `group`, over pages of many sites, never holding more than `hold` articles.

    A page that comes later than that behind the others of its article stands alone.
    """
    yield from _grouped(contents, hold)


def _grouped(
    contents: Iterable[tuple[Site, Page | Issue]], hold: int | None
) -> Iterator[Pages | Issue]:
    articles: dict[tuple[str, str, int], tuple[Site, dict[int, Page]]] = {}
    for serial, (site, page) in enumerate(contents):
        if isinstance(page, Issue):
            yield page
            continue
        key, number = _key(page, serial)
        held = articles.setdefault((site.name, *key), (site, {}))
        held[1][number] = page
        if hold is not None and len(articles) > hold:
            yield from _whole(articles.pop(next(iter(articles))))
    for each in articles.values():
        yield from _whole(each)


def _key(page: Page, serial: int) -> tuple[tuple[str, int], int]:
    """What the pages of one article share, and which of them this one is."""
    if page.media_type is MediaType.TEXT:
        return (page.url, serial), 1
    where = address(page.url)
    return (where.article, -1), where.number


def _whole(held: tuple[Site, dict[int, Page]]) -> Iterator[Pages]:
    for chosen in _chosen(held[1]):
        yield Pages(site=held[0], pages=chosen)


def _chosen(numbered: Mapping[int, Page]) -> Iterator[tuple[Page, ...]]:
    if WHOLE in numbered:
        yield (numbered[WHOLE],)
    elif sorted(numbered) == list(range(1, len(numbered) + 1)):
        yield tuple(numbered[number] for number in sorted(numbered))
    else:
        for page in numbered.values():
            yield (page,)


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
