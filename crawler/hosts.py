"""Only what a site declares is fetched, redirects included."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

from scrapy.exceptions import IgnoreRequest

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler


class RefusedHost(IgnoreRequest):
    """An address on a host, or of a scheme, that the site does not declare."""


class HostsMiddleware:
    """Compares hosts exactly: a subdomain is another host, and nothing is exempt."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        hosts = getattr(self._crawler.spider, "hosts", None)
        parts = urlsplit(request.url)
        if parts.scheme not in {"http", "https"}:
            raise RefusedHost(f"scheme {parts.scheme}")
        if hosts is not None and parts.netloc.lower() not in hosts:
            raise RefusedHost(f"{parts.netloc} is not declared")
