"""The address of a saved page: what the page says of itself, or its file name."""

from __future__ import annotations

import html
import os
import re
from urllib.parse import quote, urlsplit

# Declarations stand in the head; a page that quotes markup does so further down.
HEAD_BYTES = 65_536
TAG = re.compile(rb"<(?:link|meta)\b([^<>]{1,2000})>", re.IGNORECASE)
CANONICAL = re.compile(rb"\brel\s*=\s*[\"']?canonical\b", re.IGNORECASE)
OPEN_GRAPH = re.compile(rb"\bproperty\s*=\s*[\"']?og:url\b", re.IGNORECASE)
VALUE = re.compile(
    rb"\b(?:href|content)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE
)


def canonical_address(body: bytes) -> str | None:
    """The absolute address in `<link rel=canonical>`, else in `og:url`.

    Null for a relative one and for that of a home page: many sites put their own
    front page on every article.
    """
    tags = [match[1] for match in TAG.finditer(body[:HEAD_BYTES])]
    for declares in (CANONICAL, OPEN_GRAPH):
        for tag in tags:
            if declares.search(tag) and (address := _address(tag)):
                return address
    return None


def file_address(name: str) -> str:
    """`file:` and the relative name, percent-encoded (RFC 8089 allows no host)."""
    return "file:" + quote(os.fsencode(name))


def printable_name(name: str) -> str:
    r"""A file's name as text: a byte that is no UTF-8 is written as `\xNN`."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _address(tag: bytes) -> str | None:
    value = VALUE.search(tag)
    if value is None:
        return None
    try:
        text = next(group for group in value.groups() if group is not None).decode()
        address = html.unescape(text).strip()
        parts = urlsplit(address)
    except ValueError:
        # Bytes of another encoding, or a host that is none.
        return None
    is_article = parts.scheme in {"http", "https"} and parts.hostname
    return address if is_article and (parts.path.strip("/") or parts.query) else None
