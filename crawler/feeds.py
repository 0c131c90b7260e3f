"""Where `-o` and `-O` write: a file is replaced only by a whole one."""

from __future__ import annotations

import logging
import os
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Self

from scrapy.extensions.feedexport import FileFeedStorage

from crawler.exit_status import ARCHIVE_STAT, ExitStatus

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)

FAILED_STAT = "feedexport/failed_count/WholeFileStorage"


class WholeFileStorage(FileFeedStorage):
    """Scrapy's file, written beside its place and moved there at the end.

    A second run of a site that is being crawled ends at the lock; the first one's
    feed stays as it is. A file that cannot be written costs nothing but itself: the
    meetings are in the archive.
    """

    def __init__(
        self,
        uri: str,
        *,
        feed_options: dict[str, Any] | None = None,
        crawler: Crawler,
    ) -> None:
        super().__init__(uri, feed_options=feed_options)
        self._crawler = crawler
        # Standard output and other devices are no places to move a file to.
        place = Path(self.path)
        replaces = self.write_mode == "wb" and (place.is_file() or not place.exists())
        self._part = Path(f"{self.path}.{os.getpid()}.part") if replaces else None
        self._sink: IO[bytes] | None = None

    @classmethod
    def from_crawler(
        cls,
        crawler: Crawler,
        uri: str,
        *,
        feed_options: dict[str, Any] | None = None,
    ) -> Self:
        return cls(uri, feed_options=feed_options, crawler=crawler)

    def open(self, spider: Spider) -> IO[bytes]:
        try:
            if self._part is None:
                return super().open(spider)
            self._part.parent.mkdir(parents=True, exist_ok=True)
            return self._part.open("wb")
        except OSError as error:
            self._failed(error)
            self._sink = BytesIO()
            return self._sink

    def store(self, file: IO[bytes]) -> None:
        try:
            file.close()
            if self._part is not None and self._sink is None:
                self._settle(self._part)
        except OSError as error:
            self._failed(error)

    def _settle(self, part: Path) -> None:
        if self._crawler.stats.get_value(ARCHIVE_STAT) == ExitStatus.ALREADY_RUNNING:
            part.unlink()
        else:
            part.replace(self.path)

    def _failed(self, error: OSError) -> None:
        logger.critical("feed %s: %s", self.path, error.strerror or error)
        self._crawler.stats.inc_value(FAILED_STAT)
