"""The word lists: sorted, without repeats, nothing that could never match."""

from __future__ import annotations

from importlib.resources import files

import pytest

from pipelines.lexicon.lexicon import lexicon
from pipelines.meetings.prose import flatten

LISTS = [
    "surnames_common.txt",
    "surnames_rare.txt",
    "compound_surnames.txt",
    "yi_clans.txt",
    "followers.txt",
    "stopnames.txt",
    "nonnames.txt",
    "adverbs.txt",
    "bodies.txt",
    "bureaus.txt",
    "offices.tsv",
    "headnouns.tsv",
    "verbs.tsv",
    "subjects.tsv",
    "formulae.tsv",
]


def _keys(name: str) -> list[str]:
    text = files("pipelines.lexicon").joinpath(name).read_text("utf-8")
    rows = [line for line in text.splitlines() if not line.startswith("#")]
    return [row.split("\t")[0] for row in rows]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_sorted_without_repeats(name: str) -> None:
    keys = _keys(name)
    assert keys == sorted(set(keys))


@pytest.mark.parametrize("name", LISTS)
def test_words_look_as_the_flattened_text_does(name: str) -> None:
    dead = [key for key in _keys(name) if flatten(key) != key]
    assert not dead


def test_no_surname_is_both_common_and_rare() -> None:
    assert not set(_keys("surnames_common.txt")) & set(_keys("surnames_rare.txt"))


def test_lengths() -> None:
    known = lexicon()
    assert {len(name) for name in known.surnames} == {1}
    assert {len(name) for name in known.compound_surnames} == {2}


def test_every_formula_has_a_year() -> None:
    assert all(1949 <= year <= 2025 for year in lexicon().formulae.values())
