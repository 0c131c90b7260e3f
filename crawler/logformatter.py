"""Log lines that name an item by its address: Scrapy would print its bytes."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from scrapy.logformatter import LogFormatter, LogFormatterResult

from pipelines.archive.errors import ArchiveError
from pipelines.records.page import Pages
from pipelines.records.result import Result

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.http import Response
    from twisted.python.failure import Failure


class AddressLogFormatter(LogFormatter):
    """As Scrapy's, but an item is its page's address."""

    def scraped(
        self, item: Any, response: Response | Failure | None, spider: Spider
    ) -> LogFormatterResult:
        return {
            "level": logging.DEBUG,
            "msg": "Read %(address)s",
            "args": {"address": address(item)},
        }

    def item_error(
        self,
        item: Any,
        exception: BaseException,
        response: Response | Failure | None,
        spider: Spider,
    ) -> LogFormatterResult:
        # The keeper says once why the archive cannot be written.
        known = isinstance(exception, ArchiveError)
        return {
            "level": logging.DEBUG if known else logging.ERROR,
            "msg": "Lost %(address)s: %(error)s",
            "args": {"address": address(item), "error": exception},
        }


def address(item: Any) -> str:
    """Address of the first page of an item; its type's name where it has none."""
    if isinstance(item, Result):
        item = item.pages
    if isinstance(item, Pages):
        return item.pages[0].url
    return getattr(item, "url", None) or type(item).__name__
