"""A Page as Unicode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.decode.charset import read
from pipelines.records.document import Document
from pipelines.records.issue import Issue, Stage

if TYPE_CHECKING:
    from pipelines.records.page import Page

# First bytes of what servers send in place of a page.
BINARY = {
    b"%PDF-": "PDF",
    b"PK\x03\x04": "ZIP or Office document",
    b"\xd0\xcf\x11\xe0": "old Office document",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"RIFF": "RIFF",
    b"\x1f\x8b": "gzip, content encoding not undone",
    b"Rar!": "RAR",
    b"\x7fELF": "program",
    b"MZ\x90": "program",
}


def decode(page: Page) -> Document:
    """The page's bytes as text, with the evidence and the whole-page repairs.

    Never raises: a page without text or of binary bytes has the text "" and an
    Issue (`empty_page`, `binary_page`).
    """
    if not page.body.strip():
        return _unread(page, "empty_page", f"{len(page.body)} bytes")
    for mark, kind in BINARY.items():
        if page.body.startswith(mark):
            return _unread(page, "binary_page", kind)
    verdict = read(page)
    if verdict.reading.text.count("\0") > len(verdict.reading.text) // 50:
        return _unread(page, "binary_page", page.body[:16].hex(" "))
    return Document(
        page=page,
        text=verdict.reading.text,
        encoding=verdict.reading.encoding.name,
        evidence=verdict.evidence,
    )


def _unread(page: Page, code: str, value: str) -> Document:
    issue = Issue(stage=Stage.DECODE, code=code, value=value, url=page.url)
    return Document(page=page, text="", encoding="utf-8", evidence=(), issues=(issue,))
