"""The Site record: what is declared of one source, and which source a page is of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, kw_only=True)
class Select:
    """CSS selectors for what the family does not already know; null = family's."""

    title: str | None = None
    text: str | None = None
    published: str | None = None
    publisher: str | None = None
    byline: str | None = None
    section: str | None = None
    links: str | None = None
    next: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """A column: where its list pages, feed or sitemap are to be had."""

    url: str
    """May hold `{page}`, which counts from `first` by `step`, and `{last}`, the last
    row of a page where rows are counted: `first: 1`, `step: 15` gives 1 and 15."""
    post: str | None = None
    """What is posted, as form or JSON; may hold the same; null for a GET."""
    first: int = 1
    step: int = 1
    link: str | None = None
    """An article's address from the fields of a JSON row: `/art/{id}.html`."""

    @property
    def is_numbered(self) -> bool:
        return "{page}" in self.url + (self.post or "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """An earlier template, for pages retrieved before `until`."""

    until: str
    """ISO date, exclusive."""
    family: str
    select: Select


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertions:
    """What a healthy run looks like: too low fails it, far too high warns."""

    articles_per_week: float | None = None
    dated: float | None = None
    """Share of articles with a date, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One source, declared in `seeds/<site>/site.yml`."""

    name: str
    """What `scrapy crawl` is given; equals the folder."""
    title: str
    area: str | None
    """GB/T 2260 code of the place it mostly reports on, or `CN`; null only for
    pages of no declared site."""
    hosts: tuple[str, ...] = ()
    """Lower case, exact; nothing else is ever fetched."""
    start: tuple[Start, ...] = ()
    """List pages, feeds or sitemaps."""
    article: str | None = None
    """Regular expression: which links are articles."""
    family: str = "generic"
    select: Select = field(default_factory=Select)
    layouts: tuple[Layout, ...] = ()
    """Earlier templates, oldest first."""
    assertions: Assertions = field(default_factory=Assertions)
    hours: str | None = None
    """When it may be crawled, China Standard Time: `22:00-06:00`; null for always."""
    notes: str = ""


UNDECLARED = Site(
    name="undeclared", title="pages of no declared site", area=None, family="generic"
)
"""Stands for the site of pages whose host and folder nobody declared."""


def site_of_host(sites: Iterable[Site], host: str) -> Site | None:
    """The site that declares `host` exactly; null where none does."""
    return next((site for site in sites if host.lower() in site.hosts), None)
