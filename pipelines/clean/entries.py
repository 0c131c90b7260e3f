"""Lists of teasers and of comments: prose whose every piece is headed by something."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pipelines.clean.prose import Prose
    from pipelines.clean.view import View

# Fewer alike do not make a list.
FEW = 3
# Texts between two entries: who wrote and when, or one linked headline.
APART = 2
MOST = 0.7
# Whatever stands between pieces with so many texts between them, no line joins them.
FAR = 30


def entries(found: Sequence[Prose], seen: View) -> frozenset[int]:
    """Boxes of single pieces of prose that stand as entries of a list.

    Paragraphs that a template sets in boxes of their own follow one another; between
    two teasers stands a headline with its link, between two comments a name and a time.
    """
    listed: set[int] = set()
    for group in _single(found, seen).values():
        pairs = list(itertools.pairwise(group))
        apart = sum(_is_apart(one, other, seen) for one, other in pairs)
        if len(group) >= FEW and apart >= MOST * len(pairs):
            listed.update(each.box for each in group)
    return frozenset(listed)


def _single(found: Sequence[Prose], seen: View) -> Mapping[int, list[Prose]]:
    """The pieces that are alone in their box, by the box around that and the boxes
    in which they are alone too (`<dl><dt>…<dd>…`)."""
    parents = seen.places.parents
    counts: dict[int, int] = {}
    for each in found:
        box = each.box
        while box > 0:
            counts[box] = counts.get(box, 0) + 1
            box = parents[box]
    groups: dict[int, list[Prose]] = {}
    for each in found:
        box = each.box
        if counts.get(box) != 1:
            continue
        while counts.get(parents[box]) == 1:
            box = parents[box]
        groups.setdefault(parents[box], []).append(each)
    return groups


def _is_apart(one: Prose, other: Prose, seen: View) -> bool:
    """Whether what stands between two pieces belongs to neither's line."""
    if other.at - one.at > FAR:
        return True
    places = [seen.place(at) for at in range(one.at, other.at + 1)]
    own = {places[0].block, places[-1].block}
    between = [each for each in places if each.block not in own and not each.silent]
    return len(between) >= APART or any(each.link for each in between)
