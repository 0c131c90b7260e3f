from __future__ import annotations

from typing import Any, Protocol

import pytest

from pipelines.records.page import ArchivePlace, MediaType, Page


class Received(Protocol):
    def __call__(self, body: bytes, header: str = "", **known: Any) -> Page: ...


@pytest.fixture
def received() -> Received:
    """Makes the Page of a body and the charset its header names."""

    def make(body: bytes, header: str = "", **known: Any) -> Page:
        value = f"text/html; charset={header}" if header else "text/html"
        return Page(
            url="http://news.example/1.html",
            body=body,
            media_type=MediaType.HTML,
            archive=ArchivePlace(file="1.html", digest="sha256:" + "0" * 64),
            headers=((b"Content-Type", value.encode()),),
            **known,
        )

    return make
