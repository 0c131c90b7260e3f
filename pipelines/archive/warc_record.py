"""One WARC record, or the place where none can be read."""

from __future__ import annotations

import re
from dataclasses import dataclass

MAX_BLOCK = 64 * 1024 * 1024
"""No page's record is larger; a film in a foreign WARC is passed over."""
LONGEST_HEAD = 1 << 16

PAGE_TYPES = re.compile(rb"\s*(?:text/|application/xhtml\+xml)", re.IGNORECASE)
HTTP_TYPE = re.compile(rb"^content-type:([^\r\n]*)", re.IGNORECASE | re.MULTILINE)


def holds_no_page(record_type: str, opening: bytes) -> bool:
    """Whether a record's head says that what follows is of a kind no page is of.

    `record_type` is its own Content-Type, `opening` the first bytes of its block, which
    has another one where it is a HTTP response.
    """
    named = [record_type.encode()]
    if record_type.startswith("application/http"):
        head, _, _ = opening.partition(b"\r\n\r\n")
        named = HTTP_TYPE.findall(head)
    return bool(named) and not any(map(PAGE_TYPES.match, named))


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
    is_passed: bool = False
    """Whether where it ends is known, so that the next record follows it."""
