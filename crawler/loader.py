"""The declared sites as spiders."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from scrapy.spiderloader import SpiderLoader

from crawler.declarations import declared_sites
from crawler.spiders.site import SiteSpider

if TYPE_CHECKING:
    from scrapy import Request, Spider
    from scrapy.settings import BaseSettings

    from pipelines.sites import Site


class SiteLoader(SpiderLoader):
    """`scrapy list` names the sites; `scrapy crawl` takes them, and `replay`."""

    def __init__(self, settings: BaseSettings) -> None:
        super().__init__(settings)
        self._settings = settings

    @cached_property
    def _sites(self) -> dict[str, Site]:
        """Not at the start: the command that asks says in one line what is wrong.

        Raises Refusal, naming file and line, where a declaration does not load.
        """
        return declared_sites(self._settings)

    def load(self, spider_name: str) -> type[Spider]:
        """Raises KeyError for a name that nobody declared."""
        if spider_name not in self._sites:
            # Those that no site declares: `replay`.
            return super().load(spider_name)
        site = self._sites[spider_name]
        return type("DeclaredSite", (SiteSpider,), {"name": site.name, "site": site})

    def find_by_request(self, request: Request) -> list[str]:
        return []

    def list(self) -> list[str]:
        return sorted(self._sites)
