"""Terms of the genre that layout breaks apart."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from pipelines.decode.variants import simplified_of

LENGTH = 4
"""Of each term: shorter ones occur across the parts of a headline by accident."""


@cache
def compounds() -> frozenset[str]:
    """The terms of `compounds.txt`, in Simplified characters."""
    source = files("pipelines.decode").joinpath("compounds.txt")
    return frozenset(source.read_text(encoding="utf-8").split())


def crosses_compound(left: str, right: str) -> bool:
    """Whether the end of `left` and the beginning of `right` are one term."""
    joined = "".join(map(simplified_of, left[1 - LENGTH :] + right[: LENGTH - 1]))
    first = max(0, len(left[1 - LENGTH :]) - LENGTH + 1)
    places = range(first, len(joined) - LENGTH + 1)
    return any(joined[at : at + LENGTH] in compounds() for at in places)
