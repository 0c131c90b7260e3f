"""Pinyin readings that mirrors print in brackets after a character."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate

from pipelines.decode.readings import is_reading

# The longest syllables have six letters (zhuang); a tone digit may follow. An
# initial capital is teaching text or a name, which no annotating mirror prints.
BLANK = "[ \u00a0\u3000]{0,2}"
SYLLABLE = "[a-züɑɡ\u00e0-\u01dc\u1e3f\u0300\u0301\u0304\u0308\u030c:]{1,8}[0-5]?"
# Letters that typesetters of pinyin take from other alphabets, and the breve that
# keyboards without a caron have.
LETTERS = str.maketrans("ɑɡăĕĭŏŭ", "agǎěǐǒǔ")
# One pattern a bracket: each begins with one character, which is found fast.
HALF = re.compile(rf"(\({BLANK}{SYLLABLE}{BLANK}[)）])")
FULL = re.compile(rf"(（{BLANK}{SYLLABLE}{BLANK}[)）])")


def find_glosses(text: str) -> list[tuple[int, int]]:
    """Where the glosses of `text` stand, brackets and blanks included.

    Each is a reading of the character before it, or of the one before the gloss
    that it follows.
    """
    spans = _spans(HALF, text) if "(" in text else []
    if "（" in text:
        spans = sorted([*spans, *_spans(FULL, text)])
    return spans


def _spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    pieces = pattern.split(text)
    ends = list(accumulate(map(len, pieces)))
    spans = []
    base = ""
    for at in range(1, len(pieces), 2):
        base = pieces[at - 1][-1:] or base
        if is_gloss(base, pieces[at]):
            spans.append((ends[at - 1], ends[at]))
        else:
            base = ""
    return spans


@lru_cache(maxsize=1 << 16)
def is_gloss(base: str, bracket: str) -> bool:
    """Whether `bracket`, with its marks, is a reading of the character `base`."""
    return bool(base) and is_reading(base, reading_in(bracket))


def reading_in(bracket: str) -> str:
    """The reading inside its brackets, ü for CEDICT's u:, caron for breve."""
    return bracket.strip("()（） \u00a0\u3000").replace("u:", "ü").translate(LETTERS)
