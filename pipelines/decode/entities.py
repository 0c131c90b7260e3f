"""Character references that were escaped twice and show as text."""

from __future__ import annotations

import re
from html import unescape

from pipelines.decode.draft import Change
from pipelines.records.document import RepairKind

# As many `amp;` as the page was escaped too often; the name with its semicolon, so
# that `?a=1&copy=2` stays. Some are printed without one too: `&nbsp`, `&ldquo`.
REFERENCE = re.compile(
    r"&(?:amp;){0,8}(?:#[0-9]{2,7};|#[xX][0-9a-fA-F]{2,6};|[A-Za-z][A-Za-z0-9]{1,24};"
    r"|#[0-9]{5}(?![0-9;])|(?:nbsp|[lr]dquo|[lr]squo|hellip|mdash|middot|times)(?![A-Za-z0-9;=]))"
)


def unescape_references(text: str) -> list[Change]:
    """The character references of a text as the characters they stand for.

    A name that HTML does not define stays.
    """
    changes = []
    for match in REFERENCE.finditer(text):
        new = _unescaped(match[0])
        if new != match[0]:
            changes.append(Change(*match.span(), new, RepairKind.ENTITY))
    return changes


def _unescaped(reference: str) -> str:
    if not reference.endswith(";"):
        reference += ";"
    while (new := unescape(reference)) != reference:
        reference = new
    return reference
