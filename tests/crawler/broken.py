"""Spiders that fail, for what the command tells of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy import Spider

from tests.records.made import made_result

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from pipelines.records.result import Result


class StartBreaksSpider(Spider):
    name = "start-breaks"

    async def start(self) -> AsyncIterator[Result]:
        yield made_result(1)
        raise LookupError("the rest of the pages is never yielded")


class InitBreaksSpider(Spider):
    name = "init-breaks"

    def __init__(self) -> None:
        raise LookupError("a defect, no refusal")
