"""Which pinyin readings a character has."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from pipelines.decode.variants import simplified_of

if TYPE_CHECKING:
    from collections.abc import Mapping

# Combining grave, acute, macron and caron: the four tones. The diaeresis of ü
# and the circumflex of ê are letters.
TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0304\u030c"))
DIGIT = re.compile(r"[0-5]$")

# Tone sandhi that teaching-minded annotators print, absent from the dictionary.
SANDHI = {"一": ("yí", "yì"), "不": ("bú",)}


@lru_cache(maxsize=1 << 16)
def is_reading(character: str, reading: str) -> bool:
    """Whether `reading` (lower case; marked, plain or with a digit) is one of it."""
    known = readings_of(character)
    reading = unicodedata.normalize("NFC", reading)
    return plain(reading) in known if _is_plain(reading) else reading in known


def sounds_like(character: str, reading: str) -> bool:
    """Whether `reading` is one of it but for the tone: 長(zháng)."""
    return plain(unicodedata.normalize("NFC", reading)) in readings_of(character)


@cache
def table() -> Mapping[int, str]:
    """pypinyin's readings by code point, comma-separated.

    Its package reads 47,000 phrases as well, a seventh of the time that a command
    takes to start: only for a text with a reading in it.
    """
    from pypinyin.pinyin_dict import pinyin_dict  # noqa: PLC0415

    found: Mapping[int, str] = pinyin_dict
    return found


@cache
def readings_of(character: str, count: int = 99) -> frozenset[str]:
    """The first `count` readings of the character and of its Simplified form.

    Marked as printed in pypinyin's table, and without tones (`lü` also as `lu`
    and `lv`).
    """
    marked = {
        unicodedata.normalize("NFC", reading)
        for form in {character, simplified_of(character)}
        for reading in table().get(ord(form), "").split(",")[:count]
        if reading
    }
    marked.update(SANDHI.get(character, ()))
    bare = {plain(reading) for reading in marked}
    return frozenset(
        marked | bare | {each.replace("ü", letter) for each in bare for letter in "uv"}
    )


def plain(reading: str) -> str:
    """The reading without tone marks or tone digit."""
    letters = unicodedata.normalize("NFD", DIGIT.sub("", reading)).translate(TONES)
    return unicodedata.normalize("NFC", letters)


def _is_plain(reading: str) -> bool:
    return reading.isascii() or plain(reading) == reading
