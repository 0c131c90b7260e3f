"""Injected phrases: lists of them, and one that overwrites a place name throughout."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick

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
def lexicon() -> AhoCorasick:
    """The phrases of spam.txt, as one automaton."""
    text = (files("pipelines.clean") / "spam.txt").read_text(encoding="utf-8")
    return AhoCorasick(text.split())


def is_spam(line: str) -> bool:
    """Whether a line is a list of injected phrases.

    By its form first, no sentence but many phrases, and by a known phrase in it.
    """
    if SENTENCE.search(line) or len(LIST_MARKS.findall(line)) < PHRASES - 1:
        return False
    return bool(lexicon().find_matches_as_indexes(line))


def overwriting(lines: Iterable[str]) -> str | None:
    """A known phrase that stands so often in running text that it replaced a name."""
    counts: dict[str, int] = {}
    for line in lines:
        for phrase in lexicon().find_matches_as_strings(line, overlapping=True):
            counts[phrase] = counts.get(phrase, 0) + 1
    most = max(counts, key=lambda phrase: counts[phrase], default=None)
    return most if most is not None and counts[most] >= REPEATED else None
