"""The versions of one address, as the archive saw them one after the other."""

from __future__ import annotations

import difflib
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def history_lines(root: Path, url: str) -> Iterator[str]:
    """Each look at the address, and between two versions of the text their diff.

    Raises FileNotFoundError where there is no archive, or nothing of the address.
    """
    articles = _versions(root, url)
    looks = [each for each in _lines(root, "observations") if each["url"] == url]
    if not articles and not looks:
        raise FileNotFoundError(f"{root}: nothing of {url}")
    events = sorted(
        [(each["retrieved_at"] or "", "version", each) for each in articles]
        + [(each["seen_at"], "look", each) for each in looks],
        key=lambda event: event[:2],
    )
    before: dict[str, Any] | None = None
    for time, kind, event in events:
        if kind == "look":
            yield f"{time}  {_told(event)}"
        else:
            yield f"{time}  version {event['content_hash'][7:19]}  {event['title']}"
            if before is not None:
                yield from _changed(before, event)
            before = event


def _versions(root: Path, url: str) -> list[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for article in _lines(root, "articles"):
        if article["url"] == url:
            found.setdefault(article["content_hash"], article)
    return list(found.values())


def _lines(root: Path, kind: str) -> Iterator[dict[str, Any]]:
    if not (root / "runs").is_dir():
        raise FileNotFoundError(f"{root}: no archive")
    for file in sorted((root / kind).glob("*/*.jsonl"), key=lambda each: each.name):
        for line in file.read_bytes().splitlines():
            yield json.loads(line)


def _told(look: dict[str, Any]) -> str:
    if look["http_status"] in {404, 410}:
        return f"gone ({look['http_status']})"
    if look["content_hash"] is None:
        return "seen, no article read"
    return f"seen {look['content_hash'][7:19]} ({look['http_status']})"


def _changed(before: dict[str, Any], after: dict[str, Any]) -> Iterator[str]:
    for field in ("title", "published_at", "publisher"):
        if before[field] != after[field]:
            yield f"    {field}: {before[field]} → {after[field]}"
    old, new = (each["text"].split("\n") for each in (before, after))
    for line in difflib.unified_diff(old, new, lineterm="", n=0):
        if not line.startswith(("---", "+++", "@@")):
            yield f"    {line}"
