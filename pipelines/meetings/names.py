"""Names of people, read by their slot and their shape.

A name is accepted where the slot is sure (after a title, in a list, before a role
verb); no dictionary vetoes one (高峰, 关键, 江山 are people). Shape (surname, length)
and what follows decide where it ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines.lexicon.gazetteer import gazetteer
from pipelines.lexicon.lexicon import lexicon
from pipelines.meetings.name_end import STOP_AFTER, ending, longest_follower
from pipelines.meetings.name_shape import is_surname, shape

_HAN = r"\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af"
_RUN = re.compile(rf"[{_HAN}]{{2,8}}")
_SPACED = re.compile(rf"([{_HAN}])[ 　]{{1,2}}([{_HAN}])(?![{_HAN}])")
# 阿不都热合曼·买买提, 尼玛·次仁·多吉: two parts or three.
_DOTTED = re.compile(rf"[{_HAN}]{{1,7}}(?:·[{_HAN}]{{1,8}}){{1,2}}")
from pipelines.meetings.name_shape import LONGEST_ONE, is_transliterated


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name at a place: `text` without inner spaces, half-open offsets."""

    text: str
    start: int
    end: int
    score: float


def read_name(
    flat: str, start: int, *, listed: bool = False, limit: int | None = None
) -> Name | None:
    """The best name that begins at `start`, or null where none is more likely.

    `listed`: the place is inside a list of names, where a mark must follow.
    `limit`: the name cannot reach past it (the next office noun begins there).
    """
    spaced = _SPACED.match(flat, start)
    if spaced and is_surname(spaced[1]) and STOP_AFTER.match(flat, spaced.end()):
        return Name(text=spaced[1] + spaced[2], start=start, end=spaced.end(), score=5)
    reach = len(flat) if limit is None else limit
    dotted = _DOTTED.match(flat, start, reach)
    if dotted:
        return _dotted_name(flat, dotted)
    run = _RUN.match(flat, start, reach)
    if run is None:
        return None
    best = max(_candidates(flat, start, run[0], reach), key=lambda name: name.score)
    floor = _no_name_score(flat, start) + (0.5 if listed else 0.0)
    return best if best.score > floor else None


def _candidates(flat: str, start: int, run: str, limit: int) -> list[Name]:
    longest = LONGEST_ONE if is_transliterated(run[:LONGEST_ONE]) else LONGEST_ONE - 1
    lengths = range(2, min(len(run), longest) + 1)
    return [
        Name(
            text=run[:length],
            start=start,
            end=start + length,
            score=shape(run[:length])
            + max(
                ending(flat, start + length),
                _next_title(flat, run[:length], start + length, limit),
            ),
        )
        for length in lengths
    ]


# 市长田海波|市人大常委会主任车迎春: no mark in front of the next one's office.
_NEXT_BODY = re.compile(
    r"(?:[省市县区州盟旗](?:委|人大(?:常委会)?|政协|政府|纪委|法院|检察院)?)?"
)
_AFTER_NEXT = 2.4


def _next_title(flat: str, word: str, end: int, limit: int) -> float:
    """How likely a Han name ends where the next title begins."""
    known = lexicon()
    sure = len(word) in (2, 3) and word[0] in known.common_surnames
    sure = sure and word not in known.stopnames and word[-1] not in _LINKS
    if not sure or limit == len(flat) or not _NEXT_BODY.fullmatch(flat, end, limit):
        return _NOWHERE
    place = word + flat[end : end + 1]
    return _NOWHERE if gazetteer().by_name(place, None) else _AFTER_NEXT


_NOWHERE = -9.0
_LINKS = frozenset("为任兼当选的和与及向对给")
"""李明|为县长: what stands between a name and an office of his own."""


def _dotted_name(flat: str, match: re.Match[str]) -> Name | None:
    last_dot = match[0].rindex("·")
    for length in range(last_dot + 3, len(match[0]) + 1):
        end = match.start() + length
        # 买买提|出席, not 买买|提出|席.
        if flat.startswith("提出席", end):
            continue
        # 阿布都拉, 买买提都: 都 is a part of such names, not a word after them.
        if ending(flat, end) > 0 and flat[end : end + 1] != "都":
            return Name(text=match[0][:length], start=match.start(), end=end, score=6)
    return None


def _no_name_score(flat: str, start: int) -> float:
    """How likely the place holds no name: a verb or a mark stands there already."""
    length = longest_follower(flat, start)
    return {0: 1.5, 1: 2.6}.get(length, 4.4)


def split_run(run: str) -> tuple[str, ...]:
    """A run of names written without marks (袁华杨浩) cut into names, or ()."""
    ways = _ways(run)
    return ways[0] if len(ways) == 1 else ()


def _ways(run: str) -> list[tuple[str, ...]]:
    """Ways to cut `run` into names with known surnames, linear in its length."""
    known = lexicon()
    tails: list[list[tuple[str, ...]]] = [[] for _ in range(len(run) + 1)]
    tails[len(run)] = [()]
    for at in range(len(run) - 2, -1, -1):
        compound = run[at : at + 2] in known.compound_surnames
        if not compound and run[at] not in known.common_surnames:
            continue
        for length in (3, 4) if compound else (2, 3):
            if at + length <= len(run):
                word = run[at : at + length]
                tails[at] += [(word, *rest) for rest in tails[at + length][:2]]
    return tails[0][:3]
