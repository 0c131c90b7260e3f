"""Places of a mark in a file of any size."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

CHUNK = 1 << 18


def places_of(mark: bytes, content: BinaryIO, start: int) -> Iterator[int]:
    """Each offset from `start` on at which `mark` stands, a chunk at a time.

    The consumer may move in `content` between two of them.
    """
    size = content.seek(0, 2)
    at = start
    while at < size:
        content.seek(at)
        chunk = content.read(CHUNK)
        found = chunk.find(mark)
        while found >= 0:
            yield at + found
            found = chunk.find(mark, found + 1)
        # The mark may lie across two chunks.
        at += len(chunk) if at + len(chunk) >= size else len(chunk) - len(mark) + 1
