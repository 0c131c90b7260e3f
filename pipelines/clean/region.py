"""The element that holds the article's text, found by where its prose stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from pipelines.clean.places import Places
    from pipelines.clean.prose import Prose

# So many boxes of one paragraph each in one box are that box's paragraphs.
PARAGRAPH_BOXES = 3
# What stands beside the best box is part of the article from this share on.
SPLIT_SHARE = 0.12
# A box that holds the headline too holds much beside the article.
SPLIT_SHARE_AROUND_TITLE = 0.5
SPLIT_CHARS = 40
CLIMB = 3
LISTED_WEIGHT = 0.3
NEARLY = 0.95


def region(
    found: Sequence[Prose],
    places: Places,
    title: int | None,
    known: Mapping[int, float],
    listed: AbstractSet[int] = frozenset(),
) -> int:
    """Index of the box with the article's text; 0, the page, when none is better.

    `title`: the box the headline stands in; `known`: boxes that families know as
    text, and how much that counts for; `listed`: boxes that are entries of lists.
    """
    own = _own(found, places, listed)
    if not own:
        return 0
    best = max(own, key=lambda box: own[box])
    near = [each for each in found if each.box not in listed]
    best = _with_siblings(best, found if best in listed else near, places, title)
    if not known:
        return best
    inside = {box: _weights([box], found, places)[box] * known[box] for box in known}
    # Of nested containers the inner one, where it holds nearly all (.post_body with
    # its bars around #endtext).
    most = max(inside.values())
    named = max(box for box in inside if inside[box] >= NEARLY * most)
    return named if inside[named] > own.get(best, 0.0) else best


def _own(
    found: Sequence[Prose], places: Places, listed: AbstractSet[int]
) -> dict[int, float]:
    """Prose of each box itself: its text and that of its one-paragraph boxes."""
    own: dict[int, float] = {}
    counts: dict[int, int] = {}
    for each in found:
        own[each.box] = own.get(each.box, 0.0) + each.weight
        counts[each.box] = counts.get(each.box, 0) + 1
    singles: dict[int, list[int]] = {}
    for box, count in counts.items():
        if count == 1 and box > 0 and box not in listed:
            singles.setdefault(places.parents[box], []).append(box)
    for parent, boxes in singles.items():
        if len(boxes) + counts.get(parent, 0) >= PARAGRAPH_BOXES:
            own[parent] = own.get(parent, 0.0) + sum(own[box] for box in boxes)
    for box in listed:
        own[box] *= LISTED_WEIGHT
    return own


def _with_siblings(
    best: int, found: Sequence[Prose], places: Places, title: int | None
) -> int:
    """`best`, or the box around it that holds the rest of a split body too."""
    around = [best]
    while len(around) <= CLIMB and places.parents[around[-1]] > 0:
        around.append(places.parents[around[-1]])
    weights = _weights(around, found, places)
    held = total = weights[best]
    for box in around[1:]:
        total += weights[box]
        wide = title is None or _holds(box, title, places)
        share = SPLIT_SHARE_AROUND_TITLE if wide else SPLIT_SHARE
        if total - held >= max(SPLIT_CHARS, share * held):
            best, held = box, total
    return best


def _holds(outer: int, box: int, places: Places) -> bool:
    while box > outer:
        box = places.parents[box]
    return box == outer


def _weights(
    boxes: Sequence[int], found: Sequence[Prose], places: Places
) -> dict[int, float]:
    """Prose in each of `boxes` and below it, counted in the innermost of them."""
    weights = dict.fromkeys(boxes, 0.0)
    lowest = min(boxes, default=0)
    home: dict[int, int] = {box: box for box in boxes}
    for each in found:
        chain = []
        box = each.box
        while box > lowest and box not in home:
            chain.append(box)
            box = places.parents[box]
        inner = home.get(box, -1)
        home.update(dict.fromkeys(chain, inner))
        if inner in weights:
            weights[inner] += each.weight
    return weights
