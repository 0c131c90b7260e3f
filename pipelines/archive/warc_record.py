"""One WARC record, or the place where none can be read."""

from __future__ import annotations

from dataclasses import dataclass

MAX_BLOCK = 64 * 1024 * 1024
"""No page's record is larger; a film in a foreign WARC is passed over."""


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
