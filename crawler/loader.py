"""The declared sites as spiders."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from scrapy.spiderloader import SpiderLoader

from crawler.declarations import declarations
from crawler.refusal import Refusal
from crawler.spiders.site import SiteSpider

if TYPE_CHECKING:
    from scrapy import Request, Spider
    from scrapy.settings import BaseSettings

    from pipelines.site_file import Declarations


class SiteLoader(SpiderLoader):
    """`scrapy list` names the sites; `scrapy crawl` takes them, and `replay`."""

    def __init__(self, settings: BaseSettings) -> None:
        super().__init__(settings)
        self._settings = settings

    @cached_property
    def _declared(self) -> Declarations:
        """Not at the start: the command that asks says in one line what is wrong.

        Raises Refusal where SITES_DIR is no folder.
        """
        return declarations(self._settings)

    def load(self, spider_name: str) -> type[Spider]:
        """Raises KeyError for a name that nobody declared, Refusal for a site whose
        declaration does not load; those of other sites are their own affair."""
        if spider_name in self._declared.broken:
            raise Refusal(str(self._declared.broken[spider_name]))
        if spider_name not in self._declared.sites:
            # Those that no site declares: `replay`.
            return super().load(spider_name)
        site = self._declared.sites[spider_name]
        return type("DeclaredSite", (SiteSpider,), {"name": site.name, "site": site})

    def find_by_request(self, request: Request) -> list[str]:
        return []

    def list(self) -> list[str]:
        return sorted(self._declared.sites)
