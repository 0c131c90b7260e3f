"""The WARC files of one run: the next begins where one has grown large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.archive.http import parse_response
from pipelines.archive.segment import Segment
from pipelines.archive.warc import (
    payload_digest,
    resource_member,
    response_members,
    revisit_members,
    warcinfo_member,
)
from pipelines.records.capture import Capture, Kept
from pipelines.records.page import ArchivePlace, Page

if TYPE_CHECKING:
    from pipelines.archive.layout import RunPaths

ROLLOVER = 1 << 30
"""Bytes from which on a file takes no more records: the usual size of a WARC."""


class WarcFiles:
    """Appends records; each is whole on the disk when its call returns."""

    def __init__(self, paths: RunPaths, rollover: int = ROLLOVER) -> None:
        self._paths = paths
        self._rollover = rollover
        self._serial = -1
        self._file: Segment | None = None

    def keep(self, capture: Capture, earlier: Kept | None) -> Kept:
        """Raises OSError; HttpError where no response begins in the bytes."""
        message = parse_response(capture.response)
        digest = payload_digest(message.payload)
        again = earlier if _is_again(capture, message.status, digest, earlier) else None
        if again is None:
            data = response_members(capture, message)
        else:
            data = revisit_members(
                capture,
                message,
                url=again.capture.url,
                captured_at=again.capture.captured_at,
                payload=parse_response(again.capture.response).payload,
            )
        place = self._append(data, digest)
        return Kept(
            capture=capture, place=place, original=again.original if again else place
        )

    def keep_file(self, page: Page, kept_at: str) -> ArchivePlace:
        """Write a saved file's page. Raises OSError."""
        return self._append(resource_member(page, kept_at), payload_digest(page.body))

    def sync(self) -> None:
        if self._file is not None:
            self._file.sync()

    def rest(self) -> None:
        if self._file is not None:
            self._file.rest()

    def _append(self, data: bytes, digest: str) -> ArchivePlace:
        file = self._current()
        place = ArchivePlace(
            file=self._paths.name(file.path), offset=file.size, digest=digest
        )
        file.append(data)
        return place

    def _current(self) -> Segment:
        if self._file is None or self._file.size >= self._rollover:
            if self._file is not None:
                self._file.sync()
                self._file.rest()
            self._serial += 1
            path = self._paths.warc(self._serial)
            self._file = Segment(path)
            self._file.append(warcinfo_member(path.name, self._paths.run))
        return self._file


def _is_again(capture: Capture, status: int, digest: str, earlier: Kept | None) -> bool:
    """Whether the archive has the body already; an empty one needs no revisit."""
    if earlier is None or capture.truncated is not None:
        return False
    return status == 304 or (status == 200 and digest == earlier.original.digest)
