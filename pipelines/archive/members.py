"""Gzip members of a file, found even behind damage."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.archive.seeking import CHUNK, places_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

MAGIC = b"\x1f\x8b\x08"
GZIP = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A stretch of a file: one gzip member, or what is none."""

    start: int
    end: int
    """Offset of the byte after it."""
    is_whole: bool
    """Whether it unpacks, and to what its checksum says."""


def members(file: Path, start: int = 0) -> Iterator[Member]:
    """Every member from offset `start` on, damaged stretches between them.

    Reads a chunk at a time, whatever the members' size.
    """
    with file.open("rb") as content:
        size = content.seek(0, 2)
        while start < size:
            end = _end(content, start)
            if end is not None:
                yield Member(start=start, end=end, is_whole=True)
            else:
                end = _next(content, start + 1, size)
                yield Member(start=start, end=end, is_whole=False)
            start = end


def _end(content: BinaryIO, start: int) -> int | None:
    """Where the member ends that begins here; null where none does, whole."""
    content.seek(start)
    unpacker = zlib.decompressobj(GZIP)
    at = start
    while chunk := content.read(CHUNK):
        at += len(chunk)
        try:
            unpacker.decompress(chunk)
        except zlib.error:
            return None
        if unpacker.eof:
            return at - len(unpacker.unused_data)
    return None


def _next(content: BinaryIO, start: int, size: int) -> int:
    """Where the next record begins behind a damaged one; the end without any."""
    places = places_of(MAGIC, content, start)
    return next((at for at in places if _begins_record(content, at)), size)


def _begins_record(content: BinaryIO, start: int) -> bool:
    content.seek(start)
    try:
        return zlib.decompressobj(GZIP).decompress(content.read(512), 5) == b"WARC/"
    except zlib.error:
        return False
