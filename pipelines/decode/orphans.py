"""Readings whose character was lost: restored where one character fits."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

from pipelines.decode.characters import LOST_MARK
from pipelines.decode.draft import Change
from pipelines.decode.gloss import BLANK, SYLLABLE, reading_in
from pipelines.decode.readings import readings_of, sounds_like
from pipelines.decode.script import is_traditional
from pipelines.decode.variants import common_characters, simplified_of
from pipelines.records.document import RepairKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

HANZI = "\u3400-\u9fff"
# The bytes that were lost show as ? or as marks, and the bracket is lost with them.
# A character that is rare or Traditional has an ASCII letter for its second byte in
# GBK (營 is A0 49, 縣 BF 68), which stays behind: 發展?fàn)I造, 會??h領導. The reading
# is then that of the pair which the glossing program saw, and tells nothing.
LOST_BASE = re.compile(
    rf"[?{LOST_MARK}]{{1,3}}([(（]?{BLANK}{SYLLABLE}{BLANK}[)）])"
    rf"(?:([A-Za-z])(?=[{HANZI}]))?"
)
TRAIL = re.compile(rf"\?{{1,2}}([A-Za-z])(?=[{HANZI}])")
BEFORE_TRAIL = re.compile(rf"[{HANZI})），。、；：,;:]")
# In a text that is glossed throughout, any other reading in brackets is an orphan.
LONE = re.compile(rf"[(（]({BLANK}{SYLLABLE}{BLANK})[)）]")
TAUGHT = re.compile("[读讀念注][作音為为]$")

GLOSSED = 5
"""Glosses from which on a text counts as glossed by a machine, not by a teacher."""
LOOKED_AT = 200
"""Orphans that characters are sought for, so that a hostile text costs no more."""
SURE = 2
"""Evidence from which on a character is put back."""
USUAL = 2
"""Readings of a character that it may have been annotated with: the first ones of
pypinyin's table, which has rare ones (提 shí) behind."""
MARKED = re.compile("[\u00e0-\u01dc]")
# How a sentence begins after the full stop that was lost with the character, in
# Simplified: which of the characters with the same second byte may stand there.
OPENING = re.compile(
    "[省市区州]领|会议|县(?:委|长|政府|政协|人大|领导|直|级|里|公安|纪|监|法院|检|财|农|水利|应急"
    "|教育|卫|住建|交通|民政|发改|审计|统计|林业|消防|武装|总工会|妇联|市场|经|工信|文|扶贫)"
    "|党(?:委|组|政领导|政主要|员|工委|支部|总支)|议(?:程|题|案)"
)
NEAR = 2
"""Characters on either side of a reading in which Chinese text goes on."""
AHEAD = 3
"""Characters behind the lost one that tell how a sentence begins."""
# 该县, 全县: what stands in front of the character in one clause.
IN_CLAUSE = re.compile("[该全我本各两三多外邻跨贫一]$")


def restore_orphans(text: str, glosses: int) -> list[Change]:
    """Readings without their character: the character, or 〓 where none is sure.

    `glosses` says how many glosses the text had.
    """
    changes: dict[int, Change] = {}
    if LOST_MARK in text or "?" in text:
        changes |= _numbered(_of_lost, LOST_BASE, text)
        if glosses or is_traditional(text[:2000]):
            changes |= _numbered(_of_trail, TRAIL, text)
    if glosses >= GLOSSED:
        for start, lone in _numbered(_of_lone, LONE, text).items():
            covered = [start - back in changes for back in range(1, 4)]
            if not any(covered):
                changes[start] = lone
    return [changes[start] for start in sorted(changes)]


def _numbered(
    of: Callable[[str, re.Match[str]], str | None], pattern: re.Pattern[str], text: str
) -> dict[int, Change]:
    """The changes of one kind by place; what is far too many is only marked.

    `of` gives the character, the empty string for what goes, null for what stays.
    """
    changes: dict[int, Change] = {}
    for match in pattern.finditer(text):
        new = of(text, match) if len(changes) < LOOKED_AT else LOST_MARK
        if new is not None:
            kind = RepairKind.ORPHAN_GLOSS if new else RepairKind.GLOSS
            changes[match.start()] = Change(*match.span(), new, kind)
    return changes


# f(x?a): no reading where no Chinese stands on either side.
BESIDE = re.compile(rf"[{HANZI}]")


def _of_lost(text: str, match: re.Match[str]) -> str | None:
    reading, trail = match.groups()
    around = max(0, match.start() - NEAR), match.end() + NEAR
    if not BESIDE.search(text, *around):
        return None
    candidates = _ending_in(trail) if trail else _read_as(reading)
    return _fitting(text, *match.span(), candidates) or LOST_MARK


def _of_trail(text: str, match: re.Match[str]) -> str | None:
    """Null where nothing was lost: a question, and a word in Latin letters."""
    start, end = match.span()
    if not BEFORE_TRAIL.match(text, start - 1):
        return None
    opening = _opening(text, end, _ending_in(match[1]))
    if not match[0].startswith("??"):
        if not opening:
            return _fitting(text, start, end, _ending_in(match[1])) or None
        # 意见?h政协主席: a break may be lost as well.
        return opening if _in_clause(text, start) else LOST_MARK + opening
    # The first ? stands for the mark before the character.
    if opening:
        return "。" + opening
    return LOST_MARK + _fitting(text, 0, end, _ending_in(match[1]))


def _in_clause(text: str, start: int) -> bool:
    return IN_CLAUSE.search(simplified_of(text[start - 1 : start])) is not None


def _opening(text: str, end: int, candidates: Sequence[str]) -> str:
    """The one candidate that a sentence may begin with here; empty where none is sure.

    县委 and 党委 both may: the one that the text has elsewhere, and far more often than
    the other.
    """
    behind = "".join(map(simplified_of, text[end : end + AHEAD]))
    fits = [each for each in candidates if OPENING.match(simplified_of(each) + behind)]
    if len({simplified_of(each) for each in fits}) > 1:
        fits = _far_more_often(fits, text, text[end : end + 1])
    if len({simplified_of(each) for each in fits}) != 1:
        return ""
    return fits[-1] if is_traditional(text[:2000]) else fits[0]


MORE = 2
"""Times as often."""


def _far_more_often(fits: list[str], text: str, behind: str) -> list[str]:
    counts = Counter({each: text.count(each + behind) for each in fits})
    (most, first), (_, second) = counts.most_common(2)
    return [most] if first >= max(1, MORE * second) else []


def _of_lone(text: str, match: re.Match[str]) -> str | None:
    """Empty for the reading of the character before it in a wrong tone."""
    start, end = match.span()
    before = text[max(0, start - 2) : start]
    if not before or TAUGHT.search(before) or not MARKED.search(match[1]):
        return None
    if sounds_like(before[-1], reading_in(match[1])):
        return ""
    return _fitting(text, start, end, _read_as(match[1])) or LOST_MARK


def _fitting(text: str, start: int, end: int, candidates: Sequence[str]) -> str:
    """The one candidate that makes a word with a neighbour; empty if not exactly one.

    A word of the genre's list, or one that the text itself has elsewhere. A
    character and its Simplified form are one candidate, in the text's script.
    """
    left, right = text[start - 1 : start] if start else "", text[end : end + 1]
    pairs = _pairs_of(text)
    fits: dict[str, int] = {}
    for each in candidates:
        fit = _is_word(left, each, pairs) + _is_word(each, right, pairs)
        simple = simplified_of(each)
        fits[simple] = max(fit, fits.get(simple, 0))
    most = max(fits.values(), default=0)
    best = [simple for simple, fit in fits.items() if fit == most >= SURE]
    if len(best) != 1:
        return ""
    forms = [each for each in candidates if simplified_of(each) == best[0]]
    return forms[-1] if is_traditional(text[:2000]) else forms[0]


def _is_word(first: str, second: str, pairs: Mapping[str, int]) -> int:
    """2 for a word of the list, or one that the text has time and again; 1 for a pair
    that it has once, which chance makes as well (有限水平 has 限水)."""
    if not (first and second):
        return 0
    simple = simplified_of(first) + simplified_of(second)
    if simple in two_character_words():
        return SURE
    return min(pairs.get(first + second, 0), SURE)


@lru_cache(maxsize=4)
def _pairs_of(text: str) -> Mapping[str, int]:
    """How often each pair of neighbours stands in the text."""
    return Counter(map("".join, pairwise(text)))


@cache
def two_character_words() -> frozenset[str]:
    """The words of `words.txt`, in Simplified characters."""
    source = files("pipelines.decode").joinpath("words.txt")
    return frozenset(source.read_text(encoding="utf-8").split())


def _read_as(bracket: str) -> tuple[str, ...]:
    return _by_reading().get(reading_in(bracket), ())


@cache
def _by_reading() -> Mapping[str, tuple[str, ...]]:
    """Reading → the common characters that have it, in both scripts."""
    table: dict[str, list[str]] = {}
    for character in common_characters():
        for reading in readings_of(character, USUAL):
            table.setdefault(reading, []).append(character)
    return {reading: tuple(each) for reading, each in table.items()}


@cache
def _ending_in(letter: str) -> tuple[str, ...]:
    """Common characters whose second byte in GBK is the ASCII letter."""
    return tuple(
        [each for each in common_characters() if each.encode("gbk")[-1] == ord(letter)]
    )
