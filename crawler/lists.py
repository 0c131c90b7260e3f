"""Which list page comes after which: by a link, or by numbers that a site declares."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipelines.sites import Start

if TYPE_CHECKING:
    from crawler.discovery import Listing

MARGIN = 1
"""List pages that are read on behind the first on which everything is known."""
MAX_LISTS = 500
"""List pages of one column in a run, so that a calendar without end has one."""
FORM = "application/x-www-form-urlencoded"
JSON = "application/json"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """One page of a column, and where in it the run is."""

    start: Start
    """The column; the address of a page without numbers stands in `url`."""
    url: str
    number: int = 0
    """Pages of the column before this one, in this run."""
    known: int = 0
    """Pages before this one, without a gap, on which everything was known."""
    before: frozenset[str] = frozenset()
    """The addresses that the page before listed."""

    @property
    def body(self) -> str:
        """What is posted; empty for a GET."""
        return self._filled(self.start.post or "")

    @property
    def content_type(self) -> str:
        return JSON if self.body.lstrip()[:1] in {"{", "["} else FORM

    def following(self, listing: Listing, *, is_known: bool) -> ListPage | None:
        """The next page of the column; null behind the last that is to be read."""
        known = self.known + 1 if is_known else 0
        if known > MARGIN or self.number + 1 >= MAX_LISTS:
            return None
        links = frozenset(link.url for link in listing.links)
        page = replace(self, number=self.number + 1, known=known, before=links)
        if self.start.is_numbered:
            # Behind its last page a server sends an empty list or the last one again.
            ends = not links or links == self.before
            return None if ends else replace(page, url=page._filled(self.start.url))
        return replace(page, url=listing.next) if listing.next else None

    def _filled(self, text: str) -> str:
        start = self.start
        page = start.first + self.number * start.step
        last = page + start.step - 1
        return text.replace("{page}", str(page)).replace("{last}", str(last))


def first_page(start: Start) -> ListPage:
    """Where a column begins."""
    page = ListPage(start=start, url=start.url)
    return replace(page, url=page._filled(start.url))


def page_of_list(url: str, start: Start) -> ListPage:
    """A further list that an index of sitemaps names, of the same column."""
    return ListPage(start=replace(start, url=url, post=None), url=url)
