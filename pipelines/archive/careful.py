"""WARC records read one by one where the fast reader gives up.

FastWARC knows the names of fields in their usual case only, although they have none
(WARC 1.1, section 4), and stops at whatever else it does not expect.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, NamedTuple

from pipelines.archive.members import GZIP, MAGIC, members
from pipelines.archive.seeking import places_of
from pipelines.archive.warc_record import LONGEST_HEAD, MAX_BLOCK, Damage, Record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIGNATURE = b"WARC/1."


class Read(NamedTuple):
    """One record or damage and the offset of the byte behind it."""

    content: Record | Damage
    end: int


def one_by_one(file: Path, start: int) -> Iterator[Read]:
    """Every record from offset `start` on, where a record or a gzip member begins."""
    with file.open("rb") as content:
        packed = content.read(len(MAGIC)) == MAGIC
    yield from _packed(file, start) if packed else _plain(file, start)


def _packed(file: Path, start: int) -> Iterator[Read]:
    with file.open("rb") as content:
        for member in members(file, start):
            if not member.is_whole:
                damage = Damage(offset=member.start, reason="a broken gzip member")
                yield Read(damage, member.end)
                continue
            content.seek(member.start)
            raw = content.read(member.end - member.start)
            for each in _in_member(_unpacked(raw), member.start):
                yield Read(each, member.end)


def _unpacked(raw: bytes) -> bytes:
    return zlib.decompressobj(GZIP).decompress(raw, MAX_BLOCK + LONGEST_HEAD)


def _in_member(raw: bytes, offset: int) -> Iterator[Record | Damage]:
    """A member holds one record, or by another maker's way a whole file of them."""
    at = 0
    while at < len(raw):
        read = _record(raw[at:], offset)
        if isinstance(read, Damage):
            yield read
            following = raw.find(b"\n" + SIGNATURE, at + 1)
            at = len(raw) if following < 0 else following + 1
            continue
        record, length = read
        at = _behind(raw, at + length)
        if at < len(raw) and not raw.startswith(SIGNATURE, at):
            yield Damage(offset=offset, reason="no record with its length")
            return
        yield record


def _behind(raw: bytes, at: int) -> int:
    while raw[at : at + 1] in {b"\r", b"\n"}:
        at += 1
    return at


def _plain(file: Path, start: int) -> Iterator[Read]:
    with file.open("rb") as content:
        size = content.seek(0, 2)
        at = start
        while at < size:
            content.seek(at)
            head = content.read(LONGEST_HEAD)
            parsed = _head(head)
            length = 0 if parsed is None else parsed[1] + parsed[2]
            content.seek(at)
            whole = content.read(min(length, MAX_BLOCK + LONGEST_HEAD) + 4)
            read = _record(whole, at)
            opening = places_of(b"\n" + SIGNATURE, content, at + 1)
            end = next(opening, size - 1) + 1
            if not isinstance(read, Damage) and whole[length:].strip(b"\r\n") == b"":
                end = min(at + length + len(whole[length:]), size)
                yield Read(read[0], end)
            else:
                yield Read(Damage(offset=at, reason="no record with its length"), end)
            at = end


def _head(raw: bytes) -> tuple[dict[str, str], int, int] | None:
    """Fields, length of the head and of the block; null where none begins here."""
    end = raw.find(b"\r\n\r\n", 0, LONGEST_HEAD)
    if not raw.startswith(SIGNATURE) or end < 0:
        return None
    fields = {}
    for line in raw[:end].split(b"\r\n")[1:]:
        name, colon, value = line.partition(b":")
        if colon:
            text = value.strip().decode("utf-8", "replace")
            fields[name.strip().decode("latin-1").lower()] = text
    length = fields.get("content-length", "")
    return (fields, end + 4, int(length)) if length.isdigit() else None


def _record(raw: bytes, offset: int) -> tuple[Record, int] | Damage:
    """The record that `raw` begins with, and how long it is."""
    head = _head(raw)
    if head is None:
        return Damage(offset=offset, reason="no head of a record")
    fields, start, length = head
    block = raw[start : start + length]
    if len(block) < length:
        return Damage(offset=offset, reason="the record breaks off")
    kind = fields.get("warc-type", "unknown")
    record = Record(kind=kind, offset=offset, fields=fields, block=block)
    return record, start + length
