"""Whether a page can hold a meeting: one look at its bytes, before any parsing."""

from __future__ import annotations

import re
from functools import cache
from itertools import product

from ahocorasick_rs import AhoCorasick, BytesAhoCorasick, Implementation

from pipelines.decode.variants import simplified_forms
from pipelines.lexicon.lexicon import lexicon
from pipelines.meetings.visits import INSPECTION

# How visits are told beside the reader's own verbs, and what an unknown kind of meeting
# is held by; 会上 and 党组 stand where a page names no kind at all.
HELD = ("召开", "举行", "举办", "主持", "出席", "会上", "会见", "接见", "会晤", "仪式")
OTHER_ENCODINGS = ("utf-8", "gb18030", "big5hkscs")
# UTF-8 read as GBK and saved as UTF-8 again, and as Latin-1: 浼氳 for 会议.
MISREAD = ("浼氳", "鏈冭", "穦某")
MISREAD_LATIN = ("ä¼š", "»áÒé")
ESCAPED = (b"&#20250;", b"&#26371;", b"&#x4f1a;", b"&#x6703;", b"\\u4f1a", b"\\u6703")
ASCII = bytes(range(0x80))
# Readings that mirrors print between the characters, and what is ASCII anywhere.
BETWEEN = re.compile("[\x00-\x7f\u00e0-\u01dc\u3000\uff08\uff09]+")
# The same in UTF-8, whose bytes C2 to C7 begin nothing but Latin letters.
BETWEEN_BYTES = re.compile(
    b"(?:\xc3[\xa0-\xbf]|[\xc4-\xc6][\x80-\xbf]|\xc7[\x80-\x9c]|\xe3\x80\x80|\xef\xbc[\x88\x89])+"
)
LATIN = (b"\xc2", b"\xc3", b"\xc4", b"\xc5", b"\xc6", b"\xc7")
# What may stand inside a word where no Latin letter with a tone does: 会　议, and 会（hui）议
# without its ASCII.
WIDE = ("\u3000", "（）")


def may_hold_meeting(body: bytes) -> bool:
    """False only for a page on which no word for a meeting or a visit stands, in any
    encoding that Chinese pages come in. True says no more than: look closer.
    """
    if b"\0" in body[:200]:
        # UTF-16, or no page at all: rare, and not worth a look of its own.
        return True
    if _may_be_escaped(body) and _is_escaped(body):
        return True
    # Markup, spaces and readings go, so that words which they part stand together.
    # A word that is none, of what stood apart, costs no more than a closer look.
    high = body.translate(None, ASCII)
    try:
        high.decode()
    except UnicodeDecodeError:
        # In every encoding: a page of GBK may hold a paragraph of UTF-8.
        return any(_holds(body.decode(each, "ignore")) for each in OTHER_ENCODINGS)
    return _holds_bytes(high)


def _holds_bytes(high: bytes) -> bool:
    """`_holds` of UTF-8 without its ASCII, as most pages are: no text is made of it."""
    is_latin = any(each in high for each in LATIN)
    if is_latin and any(word.encode() in high for word in MISREAD_LATIN):
        return True
    if is_latin:
        high = BETWEEN_BYTES.sub(b"", high)
    return bool(byte_automaton().find_matches_as_indexes(high))


def _holds(text: str) -> bool:
    bare = BETWEEN.sub("", text)
    return bool(automaton().find_matches_as_indexes(bare)) or any(
        word in text for word in MISREAD_LATIN
    )


def _may_be_escaped(body: bytes) -> bool:
    """Whether a character reference or an escape of a script stands in the bytes; one
    byte is found ten times as fast as two."""
    return (b"&" in body and b"&#" in body) or (b"\\" in body and b"\\u" in body)


def _is_escaped(body: bytes) -> bool:
    lower = body.lower()
    return any(form in lower for form in ESCAPED)


@cache
def words() -> tuple[str, ...]:
    """The reader's head nouns and verbs of visiting, in both scripts.

    A word that holds a shorter one is left out: 常务会议 is found by 会议.
    """
    simple = {*lexicon().headnouns, *INSPECTION.split("|"), *HELD}
    roots = [word for word in simple if not any(o in word for o in simple if o != word)]
    return tuple(sorted({form for root in roots for form in _forms(root)}))


@cache
def automaton() -> AhoCorasick:
    """All words in one pass over a text."""
    return AhoCorasick([*words(), *MISREAD])


@cache
def byte_automaton() -> BytesAhoCorasick:
    """The same over UTF-8, with the words that a wide blank or empty brackets part."""
    whole = (*words(), *MISREAD)
    parted = (mark.join(word) for word in words() for mark in WIDE)
    patterns = [word.encode() for word in dict.fromkeys((*whole, *parted))]
    # Twice as fast as what the library chooses for so many words, and built once.
    return BytesAhoCorasick(patterns, implementation=Implementation.DFA)


def _forms(word: str) -> set[str]:
    """The word in every mixture of Simplified and Traditional characters."""
    traditional: dict[str, list[str]] = {}
    for form, to in simplified_forms().items():
        traditional.setdefault(to, []).append(form)
    choices = [[each, *traditional.get(each, [])[:MOST]] for each in word]
    return {"".join(each) for each in product(*choices)}


MOST = 3
"""Traditional forms of one character: 发 has two, the rest are rare variants."""
