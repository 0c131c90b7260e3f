"""One pass over the text: every word of the lexicon at its place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import ahocorasick

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
    found: dict[MarkKind, list[Mark]] = {kind: [] for kind in MarkKind}
    for last, (word, kinds) in _automaton().iter(flat):
        start = last + 1 - len(word)
        for kind in kinds:
            mark = Mark(kind=kind, word=word, start=start, end=last + 1)
            _add_longest(found[kind], mark)
    return Marks(
        offices=tuple(found[MarkKind.OFFICE]),
        headnouns=tuple(found[MarkKind.HEADNOUN]),
        formulae=tuple(found[MarkKind.FORMULA]),
        subjects=tuple(found[MarkKind.SUBJECT]),
    )


def _add_longest(row: list[Mark], mark: Mark) -> None:
    """Keep `row` free of overlaps; matches come in order of their ends."""
    while row and row[-1].end > mark.start:
        if mark.end - mark.start < row[-1].end - row[-1].start:
            return
        if mark.start > row[-1].start:
            return
        row.pop()
    row.append(mark)


@cache
def _automaton() -> ahocorasick.Automaton:
    known = lexicon()
    kinds: dict[str, list[MarkKind]] = {}
    for kind, words in (
        (MarkKind.OFFICE, known.offices),
        (MarkKind.HEADNOUN, known.headnouns),
        (MarkKind.FORMULA, known.formulae),
        (MarkKind.SUBJECT, known.subjects),
    ):
        for word in words:
            kinds.setdefault(word, []).append(kind)
    automaton = ahocorasick.Automaton()
    for word, its_kinds in kinds.items():
        automaton.add_word(word, (word, tuple(its_kinds)))
    automaton.make_automaton()
    return automaton
