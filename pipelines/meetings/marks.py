"""One pass over the text: every word of the lexicon at its place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from pipelines.lexicon.lexicon import lexicon


class MarkKind(StrEnum):
    OFFICE = "office"
    HEADNOUN = "headnoun"
    FORMULA = "formula"
    SUBJECT = "subject"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A word of the lexicon, half-open offsets."""

    kind: MarkKind
    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The longest words of each kind, in order of place, without overlaps."""

    offices: tuple[Mark, ...]
    headnouns: tuple[Mark, ...]
    formulae: tuple[Mark, ...]
    subjects: tuple[Mark, ...]


def scan(flat: str) -> Marks:
    """All marks of `flat`, in time linear in its length."""
    known = lexicon()
    return Marks(
        offices=_marks(flat, MarkKind.OFFICE, _automaton(tuple(known.offices))),
        headnouns=_marks(flat, MarkKind.HEADNOUN, _automaton(tuple(known.headnouns))),
        formulae=_marks(flat, MarkKind.FORMULA, _automaton(tuple(known.formulae))),
        subjects=_marks(flat, MarkKind.SUBJECT, _automaton(tuple(known.subjects))),
    )


def _marks(flat: str, kind: MarkKind, words: AhoCorasick) -> tuple[Mark, ...]:
    return tuple(
        Mark(kind=kind, word=flat[start:end], start=start, end=end)
        for _, start, end in words.find_matches_as_indexes(flat)
    )


@cache
def _automaton(words: tuple[str, ...]) -> AhoCorasick:
    """Of words that begin at one place the longest is found, and what it holds is not."""
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest)
