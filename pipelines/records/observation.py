"""One look at an address."""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.records.article import Digest, HashId
from pipelines.records.page import ArchivePlace


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """What stood at an article's address at one time: first seen, last seen, changed
    and gone are derived from these lines."""

    url: str
    """Absolute address that was asked for."""
    site: str
    """Name of the site."""
    article_id: HashId | None
    """Of the article that was read there; null where none was."""
    seen_at: str
    """ISO 8601, UTC."""
    http_status: int
    """As sent: 304 where the site said that nothing has changed."""
    content_hash: Digest | None
    """Of the article's text; null where none was read, or the page is gone."""
    archive: tuple[ArchivePlace, ...]
    """Where the bytes are, one a page."""
