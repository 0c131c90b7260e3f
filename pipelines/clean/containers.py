"""Boxes of a page that families know as holders of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pipelines.families.registry import family_of_element

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from selectolax.lexbor import LexborHTMLParser, LexborNode

    from pipelines.clean.places import Places
    from pipelines.families.base import Family

# How much more a character counts in a known container: it must beat the page's own
# best box, for names like #zoom are used for other things too.
KNOWN_WEIGHT = 3.0
DECLARED_WEIGHT = 20.0


class Known(NamedTuple):
    """A known container."""

    family: Family
    weight: float


def known_boxes(
    places: Places, declared: Family, boxes: Iterable[int]
) -> Mapping[int, Known]:
    """The known containers among `boxes` and the boxes around them."""
    found = {}
    for box in _with_outer(places, boxes):
        family = family_of_element(places.names[box], places.hint(box).split())
        if family is not None:
            weight = DECLARED_WEIGHT if family is declared else KNOWN_WEIGHT
            found[box] = Known(family, weight)
    return found


def _with_outer(places: Places, boxes: Iterable[int]) -> set[int]:
    outer: set[int] = set()
    for each in boxes:
        box = each
        while box > 0 and box not in outer:
            outer.add(box)
            box = places.parents[box]
    return outer


def select_container(tree: LexborHTMLParser, selector: str | None) -> LexborNode | None:
    """The element that a site's own selector names as its text."""
    return None if selector is None else tree.css_first(selector)
