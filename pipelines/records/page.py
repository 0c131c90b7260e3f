"""Bytes as they were received."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pipelines.sites import Site


class MediaType(StrEnum):
    """How the bytes are to be read (RFC 6838 names)."""

    HTML = "text/html"
    TEXT = "text/plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivePlace:
    """Where the bytes of a Page are kept."""

    file: str
    """Path inside the archive, or the saved file's name relative to its source."""
    offset: int | None = None
    """First byte of the WARC record; null for a saved file."""
    digest: str
    """`sha256:` and the hexadecimal hash of the bytes as received."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Bytes as received, with what is known of how they came."""

    url: str
    """Absolute address; `file:` and a relative name where none is known."""
    body: bytes
    """The entity body after transfer and content decoding."""
    media_type: MediaType
    """From the header or the saved file's ending."""
    archive: ArchivePlace
    """Where these bytes are kept."""
    headers: tuple[tuple[bytes, bytes], ...] = ()
    """HTTP header fields in order and as sent; empty for a saved file."""
    charset: str | None = None
    """Encoding that the saver noted beside the file; null when not known."""
    retrieved_at: str | None = None
    """ISO 8601 with offset; null when not known, never a file's time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """The Pages of one article in reading order, with the site they are of."""

    site: Site
    """The declared site, or the undeclared one that stands for unknown hosts."""
    pages: tuple[Page, ...]
    """At least one; several where an article is printed over several addresses."""
    is_look: bool = False
    """Whether the site itself was asked just now: a look that an Observation keeps."""
