"""What an article and its text are known by."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import urljoin, urlsplit

from w3lib.url import canonicalize_url

# Addresses that are canonical as they stand, as most articles' are.
PLAIN = re.compile(r"https?://[a-z0-9.-]+(?:/(?:[\w-][\w.-]*)?)+", re.ASCII)


def article_id(url: str) -> str:
    """First 64 bits of the SHA-256 of the canonical form of an address, in hex."""
    canonical = url if PLAIN.fullmatch(url) else canonicalize_url(url)
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]


def canonical_url(stated: str, url: str) -> str | None:
    """The address a page states for itself, made absolute; null for a front page's.

    Templates state the site's own address on every page of it.
    """
    if not stated:
        return None
    absolute = urljoin(url, stated)
    parts = urlsplit(absolute)
    if parts.scheme not in {"http", "https"} or parts.path in {"", "/"}:
        return None
    return absolute


def content_hash(text: str) -> str:
    """`sha256:` and the hash of a text in UTF-8."""
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()
