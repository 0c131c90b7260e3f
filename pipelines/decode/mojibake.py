"""Text that was read in the wrong encoding before it was published."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from pipelines.decode.draft import Change
from pipelines.decode.fitness import NON_ASCII, fitness, prose
from pipelines.decode.misreadings import MISREADINGS, big5_read_as_gbk
from pipelines.decode.words import big5_heads, first_pairs, misread_words
from pipelines.records.document import RepairKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# What UTF-8 read as GBK is full of (， 。 的 会 是 在 市 一 书 县 全 领), and a ? before
# the slash of a tag that lost its <. Each search for one character costs nothing.
TELLS = ("锛", "銆", "鐨", "浼", "鏄", "鍦", "甯", "涓", "涔", "鍘", "鍏", "棰")
# UTF-8 read as Latin-1 or windows-1252 (， 。 中 会 的), as the bytes of a UTF-8 page:
# of what it shows, the bytes A0 and 85 are blanks, which a reader of markup folds.
LATIN_TELLS = re.compile(
    rb"\xc3(?:\xaf\xc2\xbc|\xa3(?:\xe2\x82\xac|\xc2\x80)|\xa4\xc2[\xb8\xbc]"
    rb"|\xa7(?:\xc5\xa1|\xc2\x9a))"
)

SEGMENT = re.compile(r"[^\x00-\x7f][^<>\n]*")
"""Text between tags, from its first character that is not ASCII."""
GARBLED = 0.25
"""Below this fitness a text is looked at as a whole; misread text shows 0.1."""
CHINESE = 0.4
"""Fitness that a reading must come to; ordinary text has 0.6 and more."""
CLEARLY = 0.2
SAMPLE_WITH_MARKUP = 2000
FEW = 2
"""Characters that are not ASCII, below which chance makes Chinese of rare hanzi."""
ENDS = 4000


def is_damaged(markup: str) -> bool:
    """Whether a page was misread so that its markup must be looked at too.

    Wholly, by a sample; or in parts by UTF-8 read as GBK, the one misreading that
    eats into tags. Other parts are left to the text that a reader sees.
    """
    sample = _sample(markup)
    if sample and fitness(sample) < GARBLED:
        return True
    return any(tell in markup for tell in TELLS)


def shows_latin(body: bytes) -> bool:
    """Whether a UTF-8 page holds UTF-8 that was read as Latin."""
    # In UTF-8, C3 only begins a letter of Latin-1; one byte is found at once.
    return b"\xc3" in body and LATIN_TELLS.search(body) is not None


@cache
def suspect() -> re.Pattern[str]:
    """A character that begins a misread word, or is in most of them."""
    return re.compile(f"[{suspects()}]")


@cache
def suspects() -> str:
    """The characters of `suspect`, for a class."""
    latin = "¡-¦ª¬®³´µ¶¸-¿À-ÆÇ-ßãäåæçëîïðñôõöøûýþÿ"
    return f"{first_pairs()}{big5_heads()}{latin}\u0300-\u07ff\ue4c7\ue4c9"


def restore(text: str) -> list[Change]:
    """The stretches of `text` that were misread, as they were before.

    U+FFFD stands in them for what the misreading lost. What does not become
    measurably more Chinese stays as it is.
    """
    before = fitness(text)
    if before < GARBLED and not _is_partly_sound(text):
        whole = _undone(text, before)
        if whole is not None:
            # Markup before the first misread character is as it was.
            first = text.index(_sample(text)[0])
            return [Change(first, len(text), whole[first:], RepairKind.MOJIBAKE)]
    return list(_by_segment(text))


def _is_partly_sound(text: str) -> bool:
    """Whether the template is right, which stands at either end of a page."""
    ends = text[:ENDS], text[-ENDS:]
    return any(_sound().search(end) for end in ends)


@cache
def _sound() -> re.Pattern[str]:
    """Four characters of ordinary prose in a row, which misread text has not."""
    return re.compile(prose().pattern + "{4}")


def _by_segment(text: str) -> Iterator[Change]:
    for match in SEGMENT.finditer(text):
        segment, start = match[0], match.start()
        if not suspect().search(segment):
            continue
        before = fitness(segment)
        # Wholly misread text has no four sound characters in a row; what stands in
        # sound text is repaired word by word, or the rest would be undone with it.
        whole = before < CHINESE and not _sound().search(segment)
        restored = _undone(segment, before) if whole else None
        if restored is None:
            for word in misread_words(segment):
                yield word._replace(start=word.start + start, end=word.end + start)
        elif restored != segment:
            yield Change(start, match.end(), restored, RepairKind.MOJIBAKE)


def _undone(text: str, before: float) -> str | None:
    """The most Chinese of what `text` may have been; null where none is clearly so."""
    sample = _sample(text)
    short = _holds_few(text)
    best: Callable[[str], str | None] | None = None
    most = max(CHINESE, before + CLEARLY)
    for undo in MISREADINGS:
        if short and undo is big5_read_as_gbk:
            continue  # 楦 is 向 in Big5, and a character of its own
        candidate = undo(sample)
        if candidate is not None and (worth := fitness(candidate)) > most:
            best, most = undo, worth
    return best(text) if best is not None else None


def _holds_few(text: str) -> bool:
    """Whether hardly any character is not ASCII; most texts tell by their first."""
    count = 0
    for run in NON_ASCII.finditer(text):
        count += len(run[0])
        if count >= FEW:
            return False
    return True


def _sample(text: str) -> str:
    """A part of `text` that is enough to tell which misreading it was."""
    match = NON_ASCII.search(text)
    if match is None:
        return ""
    return text[match.start() : match.start() + SAMPLE_WITH_MARKUP]
