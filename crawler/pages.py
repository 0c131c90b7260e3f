"""A response that is only looked at, as a Page that no archive holds."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from pipelines.records.page import ArchivePlace, MediaType, Page

if TYPE_CHECKING:
    from scrapy.http import Response


def page_of_response(response: Response) -> Page:
    """Its `archive` names the address, since there is no file."""
    plain = (response.headers.get("Content-Type") or b"").startswith(b"text/plain")
    pairs = response.headers.items()
    return Page(
        url=response.url,
        body=response.body,
        media_type=MediaType.TEXT if plain else MediaType.HTML,
        archive=ArchivePlace(
            file=response.url, digest=f"sha256:{sha256(response.body).hexdigest()}"
        ),
        headers=tuple((name, value) for name, values in pairs for value in values),
        retrieved_at=datetime.now(UTC).isoformat(timespec="seconds"),
    )
