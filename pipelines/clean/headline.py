"""The headline: where the page's own title stands among its lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from selectolax.lexbor import LexborNode

    from pipelines.clean.metadata import Metadata
    from pipelines.clean.places import Places

SHORTEST = 5
LONGEST = 150
HEADING_BONUS = 1.5
LINK_MALUS = 0.3
SPACES = re.compile(r"\s+")


def find_headline(
    nodes: Sequence[LexborNode],
    contents: Sequence[str],
    places: Places,
    stated: Metadata,
) -> int | None:
    """Index of the text node that begins the headline; null when none is found."""
    said = squeeze(f"{stated.title_tag}\n{stated.title}")
    best, best_score = None, 0.0
    for index, content in enumerate(contents):
        if not SHORTEST <= len(content) <= LONGEST * 2:
            continue
        text = squeeze(content)
        if not SHORTEST <= len(text) <= LONGEST or text not in said:
            continue
        score = len(text) * _standing(nodes[index], places)
        if score > best_score:
            best, best_score = index, score
    return best


def _standing(node: LexborNode, places: Places) -> float:
    parent = node.parent
    assert parent is not None
    place = places.of(parent)
    if place.silent:
        return 0.0
    heading = places.tags[place.block][0] == "h"
    return (HEADING_BONUS if heading else 1.0) * (LINK_MALUS if place.link else 1.0)


def squeeze(text: str) -> str:
    """`text` without white space, to compare by."""
    return SPACES.sub("", text)
