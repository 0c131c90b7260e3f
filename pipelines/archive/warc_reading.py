"""WARC records as they stand in a file: in order, or at one offset."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fastwarc.warc import ArchiveIterator, WarcRecordType

from pipelines.archive.careful import one_by_one
from pipelines.archive.warc_record import (
    LONGEST_HEAD,
    MAX_BLOCK,
    Damage,
    Record,
    holds_no_page,
)

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path
    from typing import BinaryIO


class WarcError(ValueError):
    """A record that cannot be read; the message says what is wrong with it."""


class MissingPage(LookupError):
    """The archive never had the page that was asked of it."""


class MissingOriginal(LookupError):
    """A revisit whose original is gone from the archive."""


def records(file: Path, kinds: int | None = None) -> Iterator[Record | Damage]:
    """Every record of a file, compressed or not; behind damage it goes on.

    `kinds` is a mask of FastWARC's types, for all but None. OSError where the file
    cannot be opened.
    """
    start, size = 0, file.stat().st_size
    while start < size:
        last: int | None = None
        with file.open("rb") as content:
            content.seek(start)
            broken = True
            try:
                for record in in_stream(content, kinds):
                    if isinstance(record, Damage) and not record.is_passed:
                        break
                    last = record.offset
                    yield record
                else:
                    broken = False
            except (OSError, ValueError):
                pass  # what broke it off is told below, with its place
        if not broken:
            return
        start = yield from _behind_trouble(file, start, last, kinds)


def _behind_trouble(
    file: Path, start: int, last: int | None, kinds: int | None
) -> Generator[Record | Damage, None, int]:
    """What the fast reader stopped at, and where it can go on.

    What stands between the last record that it gave and the one that it cannot read is
    of other kinds, and is read slowly.
    """
    end = start
    for each in one_by_one(file, start if last is None else last):
        end = each.end
        if each.content.offset == last:
            continue
        if isinstance(each.content, Damage):
            yield each.content
            return end
        if kinds is None or _MASKS.get(each.content.kind, 0) & kinds:
            yield each.content
        if not _is_readable(file, each.content.offset):
            return end
    return max(end, file.stat().st_size)


_MASKS = {
    name: int(getattr(WarcRecordType, name))
    for name in (
        "warcinfo",
        "response",
        "resource",
        "request",
        "metadata",
        "revisit",
        "conversion",
        "continuation",
    )
}


def _is_readable(file: Path, offset: int) -> bool:
    """Whether the fast reader reads the record at `offset`."""
    try:
        read_at(file, offset)
    except WarcError:
        return False
    return True


def in_stream(content: BinaryIO, kinds: int | None = None) -> Iterator[Record | Damage]:
    """Every record of an open stream; OSError where it breaks off unreadably."""
    # A mask of several types is an int, which its stubs do not know.
    mask: Any = WarcRecordType.any_type if kinds is None else kinds
    for raw in ArchiveIterator(content, record_types=mask, parse_http=False):
        if raw.content_length <= MAX_BLOCK:
            yield _record(raw)
        elif not holds_no_page(
            raw.headers.get("Content-Type") or "", raw.reader.read(LONGEST_HEAD)
        ):
            reason = f"its {raw.content_length} bytes are more than {MAX_BLOCK}"
            yield Damage(offset=raw.stream_pos, reason=reason, is_passed=True)


def read_at(file: Path, offset: int) -> Record:
    """The record at `offset`, its digest checked.

    Raises WarcError where there is none or it is damaged, OSError where the file is
    not there.
    """
    with file.open("rb") as content:
        content.seek(offset)
        try:
            raw = next(iter(ArchiveIterator(content, parse_http=False)), None)
            if raw is None:
                raise WarcError(f"{file}: no record at {offset}")
            if "WARC-Block-Digest" in raw.headers and not raw.verify_block_digest():
                raise WarcError(f"{file}: the record at {offset} is not what was kept")
            record = _record(raw)
        except (OSError, ValueError) as error:
            raise WarcError(f"{file}: damaged at {offset}: {error}") from error
    if isinstance(record, Damage):
        raise WarcError(f"{file}: {record.reason} at {offset}")
    return record


def _record(raw: Any) -> Record | Damage:
    offset = raw.stream_pos
    fields = {name.lower(): value for name, value in raw.headers.items()}
    if fields.get("content-length", "") != str(raw.content_length):
        raise ValueError("names of fields in another case")
    block = raw.reader.read()
    if len(block) < raw.content_length:
        return Damage(offset=offset, reason="the record breaks off")
    return Record(
        kind=fields.get("warc-type", "unknown"),
        offset=offset,
        fields=fields,
        block=block,
    )
