"""A Page as Unicode."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.decode import mojibake
from pipelines.decode.charset import read
from pipelines.decode.declarations import UTF_8_MARK
from pipelines.decode.draft import Draft
from pipelines.decode.labels import GB18030, UTF_8
from pipelines.decode.markup import close_attributes
from pipelines.decode.stray import mend, mend_gbk
from pipelines.records.document import Document
from pipelines.records.issue import Issue, Stage

if TYPE_CHECKING:
    from pipelines.decode.charset import Reading
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

# C0 controls that no text holds: 28 of 256 values, a ninth of random bytes.
_CONTROLS = bytes(range(9)) + b"\x0b" + bytes(range(14, 32))
_CONTROL = re.compile(f"[{_CONTROLS.decode()}]")


def decode(page: Page) -> Document:
    """The page's bytes as text, with the evidence and the whole-page repairs.

    Never raises: a page without text or of binary bytes has the text "" and an
    Issue (`empty_page`, `binary_page`).
    """
    for mark, kind in BINARY.items():
        if page.body.startswith(mark):
            return _unread(page, "binary_page", kind)
    verdict = read(page)
    text = verdict.reading.text
    if not text.strip():
        return _unread(page, "empty_page", f"{len(page.body)} bytes")
    if _is_noise(page.body, text):
        return _unread(page, "binary_page", page.body[:16].hex(" "))
    draft, issues = _mended(page, verdict.reading)
    if mojibake.is_damaged(draft.text) or mojibake.shows_latin(page.body):
        draft.apply(mojibake.restore(draft.text))
        draft.text = close_attributes(draft.text)
    return Document(
        page=page,
        text=draft.text,
        encoding=verdict.reading.encoding.name,
        evidence=verdict.evidence,
        edits=draft.ordered(),
        issues=issues,
    )


def _is_noise(body: bytes, text: str) -> bool:
    """Whether a fiftieth is controls; the bytes are asked first, they are quicker."""
    kept = len(body.translate(None, _CONTROLS))
    if len(body) - kept <= len(body) // 50:
        return False
    return len(_CONTROL.findall(text)) > len(text) // 50


def _mended(page: Page, reading: Reading) -> tuple[Draft, tuple[Issue, ...]]:
    """Stray bytes read as what they are; an Issue for those that are nothing."""
    draft = Draft(reading.text)
    lost = reading.invalid
    if lost and reading.encoding is UTF_8:
        mended = mend(page.body.removeprefix(UTF_8_MARK))
        draft = Draft(mended.text, mended.edits)
        lost = mended.lost
    elif reading.encoding is GB18030 and (other := mend_gbk(page.body)) is not None:
        draft, lost = Draft(other.text, other.edits), other.lost
    if not lost:
        return draft, ()
    value = f"{lost} places are not {reading.encoding.name}"
    return draft, (_issue(page, "undecodable_bytes", value),)


def _unread(page: Page, code: str, value: str) -> Document:
    issues = (_issue(page, code, value),)
    return Document(page=page, text="", encoding="utf-8", evidence=(), issues=issues)


def _issue(page: Page, code: str, value: str) -> Issue:
    return Issue(stage=Stage.DECODE, code=code, value=value, url=page.url)
