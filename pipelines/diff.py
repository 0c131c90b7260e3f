"""What a later reader changed: two archives, or two files of meetings, by field."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Meeting = dict[str, Any]


class DiffError(ValueError):
    """A line that is no meeting; the message names file and line."""


# They change with every reading and say nothing of what was read.
BY_THE_WAY = frozenset({"id", "extractor_version", "evidence", "sources"})
SHOWN = 100
"""Characters of a value that a line shows."""


def diff_lines(old: Path, new: Path) -> Iterator[str]:
    """A line for each field that differs, and for each meeting that came or went.

    Meetings are paired within an article by id, then by what they have in common, so
    that one whose id changed is not counted as lost. Raises FileNotFoundError, and
    DiffError where a line is torn.
    """
    before, after = _by_article(old), _by_article(new)
    for article in sorted(before.keys() | after.keys()):
        yield from _article(article, before.get(article, []), after.get(article, []))


def _by_article(place: Path) -> dict[str, list[Meeting]]:
    if not place.exists():
        raise FileNotFoundError(f"{place}: no archive and no file of meetings")
    files = (
        [place] if place.is_file() else sorted((place / "meetings").glob("*/*.jsonl"))
    )
    found: dict[str, list[Meeting]] = defaultdict(list)
    for file in files:
        for number, line in enumerate(file.read_bytes().splitlines(), start=1):
            try:
                meeting = json.loads(line)
                found[_article_of(meeting)].append(meeting)
            except (ValueError, KeyError, TypeError, IndexError) as error:
                raise DiffError(f"{file}: line {number} is no meeting") from error
    return found


def _article_of(meeting: Meeting) -> str:
    source = meeting["sources"][0]
    return f"{source['url']} {source['content_hash']}"


def _article(
    article: str, before: list[Meeting], after: list[Meeting]
) -> Iterator[str]:
    url = article.split(" ", maxsplit=1)[0]
    for old, new in _paired(before, after):
        if old is None:
            assert new is not None
            yield f"{url}\t{new['id']}\t+ {new['name']}"
        elif new is None:
            yield f"{url}\t{old['id']}\t- {old['name']}"
        else:
            yield from _fields(url, old, new)


def _paired(
    before: list[Meeting], after: list[Meeting]
) -> Iterator[tuple[Meeting | None, Meeting | None]]:
    left, right = list(before), list(after)
    for old in before:
        same = next((new for new in right if new["id"] == old["id"]), None)
        if same is not None:
            left.remove(old)
            right.remove(same)
            yield old, same
    for old in left:
        nearest = max(right, key=lambda new: _likeness(old, new), default=None)
        if nearest is not None and _likeness(old, nearest) > 0:
            right.remove(nearest)
            yield old, nearest
        else:
            yield old, None
    for new in right:
        yield None, new


def _likeness(old: Meeting, new: Meeting) -> int:
    """How much two readings have in common: name, day, people."""
    names = [{each["name"] for each in m["participants"]} for m in (old, new)]
    same_day = old["start_date"] is not None and old["start_date"] == new["start_date"]
    return 3 * int(old["name"] == new["name"]) + same_day + 2 * len(names[0] & names[1])


def _fields(url: str, old: Meeting, new: Meeting) -> Iterator[str]:
    name = old["id"] if old["id"] == new["id"] else f"{old['id']}→{new['id']}"
    for field in sorted((old.keys() | new.keys()) - BY_THE_WAY):
        for path, was, became in _values(field, old.get(field), new.get(field)):
            yield f"{url}\t{name}\t{path}: {_short(was)} → {_short(became)}"


def _values(path: str, old: Any, new: Any) -> Iterator[tuple[str, Any, Any]]:
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in sorted(old.keys() | new.keys()):
            yield from _values(f"{path}.{key}", old.get(key), new.get(key))
    elif _are_named(old) and _are_named(new):
        # People are paired by name: one who joins the list changes nobody else.
        people = [{each["name"]: each for each in side} for side in (old, new)]
        for name in dict.fromkeys([*people[0], *people[1]]):
            yield from _values(
                f"{path}[{name}]", people[0].get(name), people[1].get(name)
            )
    else:
        yield path, old, new


def _are_named(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(each, dict) and isinstance(each.get("name"), str) for each in value
    )


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
