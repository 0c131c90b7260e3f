"""Single misread words inside text that is otherwise right."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from pipelines.decode.draft import Change
from pipelines.decode.fitness import fitness, prose_characters
from pipelines.decode.misreadings import LOST, latin_bytes, tidy
from pipelines.decode.variants import in_gb2312, simplified_forms, simplified_of
from pipelines.records.document import RepairKind

if TYPE_CHECKING:
    from collections.abc import Iterator


class Word(NamedTuple):
    """A misread stretch of a text and what it was."""

    start: int
    end: int
    new: str


# Fitness that a restored word must have, up to three characters and longer.
SHORT = (0.5, 0.3)


def misread_words(text: str) -> list[Change]:
    """The misread words of a text, each as it was before it was misread."""
    found = [*_utf8_in_gbk(text), *_utf8_in_latin(text), *_gbk_in_latin(text)]
    found += [*_gbk_in_utf8(text), *_big5_in_gbk(text)]
    changes: list[Change] = []
    for start, end, new in sorted(found):
        if not changes or start >= changes[-1].end:
            changes.append(Change(start, end, new, RepairKind.MOJIBAKE))
    return changes


# UTF-8 read as GBK --------------------------------------------------------------

_WORD = re.compile(rb"(?:[\xe2-\xef][\x80-\xbf]{2}|[\xe2-\xef][\x80-\xbf]?[?\x01]+)+")
LONGEST = 60
"""Characters looked at from one beginning, so that hostile text costs no more."""


@cache
def first_pairs() -> str:
    """What the first two bytes of a UTF-8 character show as in GBK.

    Leads E2 to EF: quotes, marks, hanzi and full-width forms. Traditional characters
    in common use among them (鏈 鋼 鎮) are left out: they begin right words.
    """
    pairs = [
        bytes([lead, trail]).decode("gb18030")
        for lead in (0xE2, 0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEF)
        for trail in range(0x80, 0xC0)
    ]
    return "".join([pair for pair in pairs if not _common_traditional(pair)])


def _common_traditional(character: str) -> bool:
    """Whether it is the Traditional form of one of GB 2312's 3,755 common hanzi."""
    simple = simplified_of(character)
    return (
        simple != character and in_gb2312(simple) and simple.encode("gb2312") < b"\xd8"
    )


@cache
def _utf8_run() -> re.Pattern[str]:
    return re.compile(f"[{first_pairs()}][^\x00-\x3e\x40-\x7f]{{0,{LONGEST}}}")


def _utf8_in_gbk(text: str) -> Iterator[Word]:
    at = 0
    while match := _utf8_run().search(text, at):
        word = _utf8_word(match[0])
        at = match.start() + (word.end if word else 1)
        if word is not None:
            yield Word(match.start(), at, word.new)


def _utf8_word(run: str) -> Word | None:
    """The part of `run`, from its beginning, that was UTF-8."""
    marked = run.replace("€", "\0").replace(LOST, "\x01")
    raw = marked.encode("gb18030", "replace").replace(b"\0", b"\x80")
    match = _WORD.match(raw)
    if match is None:
        return None
    for cut in _character_ends(raw, match.end()):
        length = _characters(marked, cut)
        if length is not None:
            new = tidy(raw[:cut].decode("utf-8", "replace"))
            return Word(0, length, new) if _likely(run[:length], new) else None
    return None


def _character_ends(raw: bytes, end: int) -> Iterator[int]:
    """Where the word may end: after a last character that lost one or two bytes."""
    if 0xE2 <= int.from_bytes(raw[end : end + 1]) <= 0xEF:
        if 0x80 <= int.from_bytes(raw[end + 1 : end + 2]) < 0xC0:
            yield end + 2
        yield end + 1
    yield end


def _characters(marked: str, length: int) -> int | None:
    """How many characters the first `length` bytes are; null when they split one."""
    for count, character in enumerate(marked):
        if length <= 0:
            return count if not length else None
        length -= 1 if character <= "\x7f" else 2
    return len(marked) if not length else None


def _likely(before: str, after: str) -> bool:
    whole = after.replace(LOST, "")
    if not all(map(is_ordinary, whole)):
        return False
    if len(whole) > 1:
        return True
    return bool(whole) and whole in prose_characters() and not fitness(before)


@lru_cache(maxsize=4096)
def is_ordinary(character: str) -> bool:
    """Chinese that pages print: marks, and what GB 2312 has in either script."""
    return character in prose_characters() or in_gb2312(simplified_of(character))


# Read as Latin-1 or windows-1252 ------------------------------------------------

_HIGH = "\x80-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
"""All that bytes 80 to FF can show as."""
_UTF8_IN_LATIN = re.compile(rf"(?:[à-ï][{_HIGH}]{{2}})+|Â[\xa0-\xbf]")
_GB2312_IN_LATIN = re.compile(r"(?:[\xa1-\xf7][\xa1-\xfe])+")


def _utf8_in_latin(text: str) -> Iterator[Word]:
    for match in _UTF8_IN_LATIN.finditer(text):
        raw = latin_bytes(match[0])
        if raw is None:
            continue
        new = raw.decode("utf-8", "replace")
        # EF BF BD is U+FFFD itself: lost before it was misread.
        lost = new.count(LOST) - raw.count(b"\xef\xbf\xbd")
        if not lost and all(c == LOST or is_ordinary(c) or c in "\xa0·" for c in new):
            yield Word(*match.span(), new)


def _gbk_in_latin(text: str) -> Iterator[Word]:
    for match in _GB2312_IN_LATIN.finditer(text):
        run = match[0]
        # ×× and ·· are marks that pages print.
        if len(set(run)) > 1:
            new = run.encode("latin-1").decode("gb18030", "replace")
            if LOST not in new and fitness(new) >= SHORT[len(new) > 3]:
                yield Word(*match.span(), new)


# GBK that is valid UTF-8 by accident ---------------------------------------------

# Two-byte characters in a row: 通知 is U+0368 U+05AA.
_TWO_BYTES = re.compile("[\u0080-\u07ff]{2,}")
# Words of one script are words: Latin with pinyin's letters, Greek, Cyrillic.
_ONE_SCRIPT = re.compile("[\u00b7-\u024f]+|[\u0370-\u03ff]+|[\u0400-\u052f]+")


def _gbk_in_utf8(text: str) -> Iterator[Word]:
    for match in _TWO_BYTES.finditer(text):
        if _ONE_SCRIPT.fullmatch(match[0]):
            continue
        new = match[0].encode("utf-8").decode("gb18030", "replace")
        if LOST not in new and fitness(new) >= SHORT[len(new) > 3]:
            yield Word(*match.span(), new)


# Big5 read as GBK ---------------------------------------------------------------


@cache
def big5_heads() -> str:
    """Rare characters whose bytes are a common character in Big5 (穦 for 會)."""
    heads = []
    for character in prose_characters():
        try:
            raw = character.encode("big5hkscs")
            shown = raw.decode("gb18030")
        except UnicodeError:
            continue
        rare = not in_gb2312(shown) and shown not in simplified_forms()
        if len(raw) == 2 and "\u4e00" <= shown <= "\u9fff" and rare:
            heads.append(shown)
    return "".join(sorted(heads))


@cache
def _big5_head() -> re.Pattern[str]:
    return re.compile(f"[{big5_heads()}]")


def _big5_in_gbk(text: str) -> Iterator[Word]:
    at = 0
    while match := _big5_head().search(text, at):
        head = match.start()
        left = len(list(takewhile(_was_big5, reversed(text[at:head][-LONGEST:]))))
        right = len(list(takewhile(_was_big5, text[head : head + LONGEST])))
        start, at = head - left, head + max(right, 1)
        if left + right >= SHORTEST_BIG5:
            yield Word(start, at, "".join(map(_from_big5, text[start:at])))


SHORTEST_BIG5 = 3
"""Odd characters in a row; two are a rare name (周迤齃) as well as two of Big5."""


def _was_big5(character: str) -> bool:
    """Odd as it stands, common when its bytes are read as Big5."""
    return character not in prose_characters() and _from_big5(character) != character


@lru_cache(maxsize=4096)
def _from_big5(character: str) -> str:
    try:
        was = character.encode("gb18030").decode("big5hkscs")
    except UnicodeError:
        return character
    return was if was in prose_characters() else character
