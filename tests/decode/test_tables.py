"""The tables: no entry twice, none dead, none against its own rule."""

from __future__ import annotations

import unicodedata
from importlib.resources import files

import pytest

from pipelines.decode.ambiguous import CHOICES
from pipelines.decode.fitness import FREQUENT
from pipelines.decode.privateuse import ASSIGNED
from pipelines.decode.radicals import SUPPLEMENT, ideographs
from pipelines.decode.variants import (
    SHARED,
    VARIANTS,
    converter,
    simplified_forms,
    simplified_of,
)


@pytest.mark.parametrize("name", ["words.txt", "compounds.txt"])
def test_word_lists_are_sorted_simplified_and_without_duplicates(name: str) -> None:
    source = files("pipelines.decode").joinpath(name)
    words = source.read_text(encoding="utf-8").splitlines()
    assert words == sorted(set(words))
    assert {len(word) for word in words} == {2 if name == "words.txt" else 4}
    assert not [word for word in words if word != "".join(map(simplified_of, word))]


def test_frequent_characters_are_simplified_and_once_each() -> None:
    assert len(FREQUENT) == len(set(FREQUENT))
    assert not [each for each in FREQUENT if simplified_of(each) != each]


def test_supplement_has_only_what_unicode_does_not_say() -> None:
    for mark in SUPPLEMENT:
        assert unicodedata.normalize("NFKC", mark) == mark


def test_radicals_end_in_ideographs() -> None:
    table = ideographs()
    assert {f for f in table.values() if unicodedata.normalize("NFKC", f) != f} == set()
    assert all(chr(code) in table for code in range(0x2F00, 0x2FD6))


def test_private_use_is_private() -> None:
    assert {unicodedata.category(mark) for mark in ASSIGNED} == {"Co"}


def test_variants_are_what_the_converter_leaves() -> None:
    assert {mark for mark in VARIANTS if converter().convert(mark) != mark} == set()


def test_choices_differ_from_what_single_conversion_gives() -> None:
    for character, choice in CHOICES.items():
        assert choice.simplified != character
        assert choice.converts or choice.stays or simplified_of(character) != character


def test_shared_characters_have_another_form_or_a_choice() -> None:
    assert not [
        each
        for each in SHARED
        if each not in CHOICES and each not in simplified_forms()
    ]
