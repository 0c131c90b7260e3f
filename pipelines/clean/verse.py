"""Running text without marks: verse, and lists of names, a short line each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.clean.prose import ENOUGH, Prose
from pipelines.clean.tags import tags

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.clean.view import View

LINE = re.compile(r"[\s\u3000]*[\u3400-\u9fff][\u3400-\u9fff \u3000·“”]{3,23}\s*")
FEWEST = 6
"""Such lines in a row: menus are links, and the facts of a page have digits."""
REACH = 40
"""Text nodes below the headline in which verse begins."""
WEIGHT = 4.0
"""Of a character: eight lines must outweigh the teasers beside them."""


def verse(seen: View, title: range, found: Sequence[Prose]) -> list[Prose]:
    """The lines of the first verse below a headline; none where prose comes first."""
    if not title:
        return []
    row: list[Prose] = []
    for at in range(title.stop, len(seen.contents)):
        line = _line(seen, at)
        if line is not None and (not row or row[-1].box == line.box):
            row.append(line)
        elif len(row) >= FEWEST:
            break
        elif at > title.stop + REACH:
            return []
        else:
            row = [line] if line is not None else []
    if len(row) < FEWEST or _prose_before(found, title.stop, row[0].at) > ENOUGH:
        return []
    return row


def _line(seen: View, at: int) -> Prose | None:
    text = seen.contents[at]
    parent = seen.nodes[at].parent
    if parent is None or parent.tag_id == tags().a or not LINE.fullmatch(text):
        return None
    place = seen.places.of(parent)
    if place.link or place.silent:
        return None
    length = len(text.strip())
    return Prose(at, place.box, length * WEIGHT, length)


def _prose_before(found: Sequence[Prose], start: int, end: int) -> float:
    return sum(each.weight for each in found if start <= each.at < end)
