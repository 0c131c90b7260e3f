"""The element that holds the article's text, found by where its prose stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.clean.places import Places
    from pipelines.clean.prose import Prose

# So many boxes of one paragraph each in one box are that box's paragraphs.
PARAGRAPH_BOXES = 3
# What stands beside the best box is part of the article from this share on.
SPLIT_SHARE = 0.12
SPLIT_CHARS = 40
CLIMB = 3


def region(prose: Sequence[Prose], places: Places) -> int:
    """Index of the box with the article's text; 0, the page, when none is better."""
    own = _own(prose, places)
    if not own:
        return 0
    best = max(own, key=lambda box: own[box])
    return _with_siblings(best, prose, places)


def _own(prose: Sequence[Prose], places: Places) -> dict[int, float]:
    """Prose of each box itself: its text and that of its one-paragraph boxes."""
    own: dict[int, float] = {}
    counts: dict[int, int] = {}
    for each in prose:
        own[each.box] = own.get(each.box, 0.0) + each.weight
        counts[each.box] = counts.get(each.box, 0) + 1
    singles: dict[int, list[int]] = {}
    for box, count in counts.items():
        if count == 1 and box > 0:
            singles.setdefault(places.parents[box], []).append(box)
    for parent, boxes in singles.items():
        if len(boxes) + counts.get(parent, 0) >= PARAGRAPH_BOXES:
            own[parent] = own.get(parent, 0.0) + sum(own[box] for box in boxes)
    return own


def _with_siblings(best: int, prose: Sequence[Prose], places: Places) -> int:
    """`best`, or the box around it that holds the rest of a split body too."""
    inner = best
    held = _weight_inside(best, prose, places)
    for _ in range(CLIMB):
        inner = places.parents[inner]
        if inner <= 0:
            break
        around = _weight_inside(inner, prose, places)
        if around - held >= max(SPLIT_CHARS, SPLIT_SHARE * held):
            best, held = inner, around
    return best


def _weight_inside(outer: int, prose: Sequence[Prose], places: Places) -> float:
    inside = {outer: True}
    return sum(
        each.weight for each in prose if _stands_in(each.box, outer, places, inside)
    )


def _stands_in(box: int, outer: int, places: Places, known: dict[int, bool]) -> bool:
    chain = []
    while box > outer and box not in known:
        chain.append(box)
        box = places.parents[box]
    verdict = known.get(box, box == outer)
    known.update(dict.fromkeys(chain, verdict))
    return verdict
