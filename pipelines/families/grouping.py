"""The Pages of one article that is printed over several addresses."""

from __future__ import annotations

from datetime import datetime
from itertools import zip_longest
from typing import TYPE_CHECKING

from pipelines.families.article_address import WHOLE, address
from pipelines.records.issue import Issue
from pipelines.records.page import MediaType, Page, Pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pipelines.sites import Site


def group(pages: Iterable[Page], site: Site) -> Iterator[Pages]:
    """Pages put together by article, in the order in which each article appears.

    Pages join when they are numbered 1, 2, 3 … without a gap; otherwise each stands
    alone, for `t20210104_12.html` is an article's name and no twelfth page. A
    whole-page form stands for all of them. A text page is always an article of its
    own. What was received of one address several times is as many versions of the
    article, the earliest first, and none is left out.
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
    articles: dict[tuple[str, str, int], tuple[Site, dict[int, list[Page]]]] = {}
    for serial, (site, page) in enumerate(contents):
        if isinstance(page, Issue):
            yield page
            continue
        key, number = _key(page, serial)
        held = articles.setdefault((site.name, *key), (site, {}))
        held[1].setdefault(number, []).append(page)
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


def _whole(held: tuple[Site, dict[int, list[Page]]]) -> Iterator[Pages]:
    for chosen in _chosen(held[1]):
        yield Pages(site=held[0], pages=chosen)


def _chosen(numbered: Mapping[int, list[Page]]) -> Iterator[tuple[Page, ...]]:
    if WHOLE in numbered:
        yield from _versions([numbered[WHOLE]])
    elif sorted(numbered) == list(range(1, len(numbered) + 1)):
        yield from _versions([numbered[number] for number in sorted(numbered)])
    else:
        for received in numbered.values():
            yield from _versions([received])


def _versions(received: list[list[Page]]) -> Iterator[tuple[Page, ...]]:
    """What each page was at one look; one that was not asked again is as it was last.

    Of [[1 in May, 1 in June], [2 in May]] it makes (1 in May, 2 in May) and
    (1 in June, 2 in May).
    """
    in_time = [sorted(each, key=_time) for each in received]
    latest = tuple(each[0] for each in in_time)
    for looked in zip_longest(*in_time):
        latest = tuple(new or old for new, old in zip(looked, latest, strict=True))
        yield latest


def _time(page: Page) -> float:
    """Seconds of the receipt; what has no time stands first, in the order received."""
    if page.retrieved_at is None:
        return 0.0
    return datetime.fromisoformat(page.retrieved_at).timestamp()
