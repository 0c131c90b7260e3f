"""What scripts carry: times and texts that no element holds."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from selectolax.lexbor import LexborHTMLParser


def scripts_with(tree: LexborHTMLParser, words: Iterable[str]) -> Iterator[str]:
    """Source of the page's scripts that hold one of `words`."""
    words = tuple(words)
    for node in tree.css("script"):
        source = node.text()
        if any(word in source for word in words):
            yield source


def string_after(source: str, start: int) -> str | None:
    """The string literal that begins at the first quote after `start`, decoded.

    Null where none begins within a few characters or it never ends.
    """
    for at in range(start, min(start + 8, len(source))):
        if source[at] in "\"'`":
            return _literal(source, at)
    return None


ESCAPE = re.compile(r"\\([\"\\/bfnrtu])?")


def _literal(source: str, start: int) -> str | None:
    quote = source[start]
    at = start + 1
    while at < len(source) and source[at] != quote:
        at += 2 if source[at] == "\\" else 1
    if at >= len(source):
        return None
    body = source[start + 1 : at]
    if "\\" not in body:
        return body
    # \& and \' are & and ': a backslash before any other character means nothing.
    plain = ESCAPE.sub(lambda escape: escape[0] if escape[1] else "", body)
    quoted = (
        plain if quote == '"' else plain.replace('"', '\\"').replace('\\\\"', '\\"')
    )
    try:
        return str(json.loads(f'"{quoted}"', strict=False))
    except ValueError:
        return None  # no string of the language: the page's markup is read


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every object of a JSON value, outermost first; without recursion."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            yield each
            waiting.extend(each.values())
        elif isinstance(each, list):
            waiting.extend(reversed(each))
