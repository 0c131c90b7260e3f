"""What a page and its sender say of the page's encoding."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.records.page import Page


class Declaration(NamedTuple):
    """One statement, unjudged."""

    source: str
    """As `Evidence.source`."""
    label: str
    """As written."""


# Browsers look at 1,024 bytes for a declaration; old templates put comments, style
# sheets and scripts first.
HEAD = 8192

UTF_8_MARK = b"\xef\xbb\xbf"
BOMS = {UTF_8_MARK: "utf-8", b"\xff\xfe": "utf-16le", b"\xfe\xff": "utf-16be"}

CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
META = re.compile(rb"<meta[\s/]([^>]{0,1000})", re.IGNORECASE)
XML = re.compile(
    rb"<\?xml\s[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})", re.IGNORECASE
)
COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)


def declarations(page: Page) -> Iterator[Declaration]:
    """All of them, the weightiest first (WHATWG; the saver's note as a header)."""
    for mark, label in BOMS.items():
        if page.body.startswith(mark):
            yield Declaration("bom", label)
    for name, value in page.headers:
        if name.lower() == b"content-type" and (match := CHARSET.search(value)):
            yield _declaration("header", match[1])
    if page.charset:
        yield Declaration("noted", page.charset)
    yield from _in_markup(page.body[:HEAD])


def _in_markup(head: bytes) -> Iterator[Declaration]:
    if b"charset" not in head.lower() and b"<?xml" not in head:
        return
    head = COMMENT.sub(b"", head)
    for tag in META.finditer(head):
        if match := CHARSET.search(tag[1]):
            yield _declaration("meta", match[1])
            break
    if match := XML.match(head.lstrip()):
        yield _declaration("xml", match[1])


def _declaration(source: str, label: bytes) -> Declaration:
    return Declaration(source, label.decode("latin-1"))
