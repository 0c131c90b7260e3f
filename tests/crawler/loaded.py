"""What every crawl loads, loaded once, before the crawls of `forked` part from it."""

from __future__ import annotations

import importlib
import pkgutil

import scrapy.cmdline
import scrapy.core.engine
import scrapy.core.scraper

import crawler
import pipelines
from pipelines.records.page import ArchivePlace, MediaType, Page
from pipelines.sites import UNDECLARED

__all__ = ["crawler", "pipelines", "scrapy"]

PAGE = (
    "<h1>全市信访工作会议召开</h1><p>2021-01-04 09:04 来源：某某日报</p>"
    "<div><p>1月3日，全市信访工作会议召开，市长王一川主持会议并讲话。</p></div>"
)

for module in pkgutil.walk_packages(crawler.__path__, "crawler."):
    importlib.import_module(module.name)
# The lexicons too.
pipelines.extract(
    [
        Page(
            url="http://a.example/1.html",
            body=PAGE.encode(),
            media_type=MediaType.HTML,
            archive=ArchivePlace(file="1.html", digest="sha256:0"),
        )
    ],
    UNDECLARED,
)
