"""WARC records as they stand in a file: in order, or at one offset."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fastwarc.warc import ArchiveIterator, WarcRecordType

from pipelines.archive.members import members

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

MAX_BLOCK = 64 * 1024 * 1024
"""No page's record is larger; a film in a foreign WARC is passed over."""


class WarcError(ValueError):
    """A record that cannot be read; the message says what is wrong with it."""


class MissingPage(LookupError):
    """The archive never had the page that was asked of it."""


class MissingOriginal(LookupError):
    """A revisit whose original is gone from the archive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One WARC record, its block as written."""

    kind: str
    """Its WARC-Type."""
    offset: int
    """Of its gzip member in the file."""
    fields: dict[str, str]
    """Named fields of its head, names in lower case."""
    block: bytes

    @property
    def url(self) -> str:
        # Some makers write the angle brackets of the grammar's <uri>.
        return self.fields.get("warc-target-uri", "").strip("<>")

    @property
    def date(self) -> str:
        return self.fields.get("warc-date", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """A place of a file where no record can be read."""

    offset: int
    reason: str


def records(file: Path, kinds: int | None = None) -> Iterator[Record | Damage]:
    """Every record of a file, compressed or not; behind damage it goes on.

    `kinds` is a mask of FastWARC's types, for all but None. OSError where the file
    cannot be opened.
    """
    start, size = 0, file.stat().st_size
    while start < size:
        end = start
        with file.open("rb") as content:
            content.seek(start)
            try:
                for record in in_stream(content, kinds):
                    end = record.offset
                    yield record
            except (OSError, ValueError) as error:
                reason = str(error)
            else:
                return
        # The member that broke is the first unsound one from the last good record on.
        damage = next((m for m in members(file, end) if not m.is_whole), None)
        if damage is None:
            yield Damage(offset=end, reason=reason)
            return
        yield Damage(offset=damage.start, reason=reason)
        start = damage.end


def in_stream(content: BinaryIO, kinds: int | None = None) -> Iterator[Record | Damage]:
    """Every record of an open stream; OSError where it breaks off unreadably."""
    # A mask of several types is an int, which its stubs do not know.
    mask: Any = WarcRecordType.any_type if kinds is None else kinds
    for raw in ArchiveIterator(
        content, record_types=mask, parse_http=False, max_content_length=MAX_BLOCK
    ):
        yield _record(raw)


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
    block = raw.reader.read()
    if len(block) < raw.content_length:
        return Damage(offset=offset, reason="the record breaks off")
    return Record(
        kind=fields.get("warc-type", "unknown"),
        offset=offset,
        fields=fields,
        block=block,
    )
