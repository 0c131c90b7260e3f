"""The name we crawl under, with the page where a webmaster finds its user."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from scrapy.downloadermiddlewares.useragent import UserAgentMiddleware

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


class ContactUserAgentMiddleware(UserAgentMiddleware):
    """Sends USER_AGENT followed by `(+CONTACT_URL)` where that is set."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        name, contact = crawler.settings["USER_AGENT"], crawler.settings["CONTACT_URL"]
        return cls(f"{name} (+{contact})" if contact else name)
