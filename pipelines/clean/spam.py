"""Injected phrases: lists of them, and one that overwrites a place name throughout."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import ahocorasick

if TYPE_CHECKING:
    from collections.abc import Iterable

# A list of phrases, as pages carry them for search engines: commas, no sentence.
LIST_MARKS = re.compile(r"[,，、|\s_]")
SENTENCE = re.compile(r"[。！？；]")
PHRASES = 3
# A foreign phrase that stands so often in one report has replaced something there.
REPEATED = 3
MARK = "□"
"""Stands for each character of an overwritten name."""


@cache
def lexicon() -> ahocorasick.Automaton:
    """The phrases of spam.txt, as one automaton."""
    text = (files("pipelines.clean") / "spam.txt").read_text(encoding="utf-8")
    automaton = ahocorasick.Automaton()
    for phrase in text.split():
        automaton.add_word(phrase, phrase)
    automaton.make_automaton()
    return automaton


def is_spam(line: str) -> bool:
    """Whether a line is a list of injected phrases.

    By its form first, no sentence but many phrases, and by a known phrase in it.
    """
    if SENTENCE.search(line) or len(LIST_MARKS.findall(line)) < PHRASES - 1:
        return False
    return next(iter(lexicon().iter(line)), None) is not None


def overwriting(lines: Iterable[str]) -> str | None:
    """A known phrase that stands so often in running text that it replaced a name."""
    counts: dict[str, int] = {}
    for line in lines:
        for _, phrase in lexicon().iter(line):
            counts[phrase] = counts.get(phrase, 0) + 1
    most = max(counts, key=lambda phrase: counts[phrase], default=None)
    return most if most is not None and counts[most] >= REPEATED else None
