"""The word lists, read once into one frozen value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TypeVar

from pipelines.records.terms import Classification, PostRole, Role, Subject

T = TypeVar("T")

ORGAN_DECIDES = "-"
"""In headnouns.tsv: the organ that meets decides the class (会议, 大会)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Every open word list; words in Simplified, brackets full-width."""

    surnames: frozenset[str]
    """All single surnames."""
    common_surnames: frozenset[str]
    compound_surnames: frozenset[str]
    yi_clans: frozenset[str]
    """Clans whose names stand in front of Yi given names, two characters each."""
    offices: Mapping[str, PostRole]
    """Office nouns; the longest at a place wins."""
    headnouns: Mapping[str, Classification | None]
    """Nouns that head a meeting's name; null where the organ decides."""
    verbs: Mapping[str, Role]
    followers: frozenset[str]
    """Words that may stand directly after a name."""
    transliterated: frozenset[str]
    """Characters that write given names of other tongues: 宝音德力格尔."""
    stopnames: frozenset[str]
    """Words that look like a name before a verb and are none."""
    nonnames: frozenset[str]
    """Words that are no name in any slot."""
    adverbs: frozenset[str]
    """Words between who convenes and 召开, or between 召开 and the meeting."""
    bodies: tuple[str, ...]
    """Words that end the name of a body or a place that convenes."""
    bureaus: frozenset[str]
    """What bureaus are for, as it stands before the office of their head."""
    subjects: Mapping[str, Subject]
    formulae: Mapping[str, int]
    """Set phrases with the year in which they appear."""


@cache
def lexicon() -> Lexicon:
    """The lexicon of this version; raises ValueError on a row it cannot read."""
    common = frozenset(_words("surnames_common.txt"))
    return Lexicon(
        surnames=common | frozenset(_words("surnames_rare.txt")),
        common_surnames=common,
        compound_surnames=frozenset(_words("compound_surnames.txt")),
        yi_clans=frozenset(_words("yi_clans.txt")),
        offices=_table("offices.tsv", PostRole),
        headnouns=_table("headnouns.tsv", _head_class),
        verbs=_table("verbs.tsv", Role),
        followers=frozenset(_words("followers.txt")),
        transliterated=frozenset(" ".join(_words("transliterated.txt")).split()),
        stopnames=frozenset(_words("stopnames.txt")),
        nonnames=frozenset(_words("nonnames.txt")),
        adverbs=frozenset(_words("adverbs.txt")),
        bodies=tuple(_words("bodies.txt")),
        bureaus=frozenset(_words("bureaus.txt")),
        subjects=_table("subjects.tsv", Subject),
        formulae=_table("formulae.tsv", int),
    )


def _head_class(value: str) -> Classification | None:
    return None if value == ORGAN_DECIDES else Classification(value)


def _lines(name: str) -> list[str]:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _words(name: str) -> list[str]:
    return [line.strip() for line in _lines(name)]


def _table(name: str, read: Callable[[str], T]) -> Mapping[str, T]:
    rows = (line.split("\t") for line in _lines(name))
    return MappingProxyType({row[0]: read(row[1]) for row in rows})
