"""What an article and its text are known by."""

from __future__ import annotations

import hashlib

from w3lib.url import canonicalize_url


def article_id(url: str) -> str:
    """First 64 bits of the SHA-256 of the canonical form of an address, in hex."""
    return hashlib.sha256(canonicalize_url(url).encode()).hexdigest()[:16]


def content_hash(text: str) -> str:
    """`sha256:` and the hash of a text in UTF-8."""
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()
