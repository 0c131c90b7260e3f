"""Counts what a reading of a page got right, missed and made up."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipelines.records.terms import Classification
from tests.quality.meetings.facts import FIELDS, ROLES, Expected, Gold, expected, read
from tests.quality.meetings.keys import (
    overlapping,
    person_key,
    resembling,
    response_key,
    same,
    text_key,
    title_key,
)
from tests.quality.meetings.pairing import pair

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from pipelines.records.meeting import Meeting

LOOSE = {"venue", "groups", "conveys", "agenda_passed", "name_loose"}
"""Fields whose spelling has no one right length: one may contain the other."""
OUTSIDE_POOL = {"meetings", "name_loose", "not_participants", "no_meeting"}
"""Rows of the table that are no facts of the record, or are counted twice."""
ROWS = ("meetings", "name_loose", *FIELDS, "not_participants", "no_meeting")


@dataclass(frozen=True, slots=True)
class Tally:
    """True positives, false positives, false negatives."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.right + other.right,
            self.wrong + other.wrong,
            self.missed + other.missed,
        )

    @property
    def precision(self) -> float:
        """1.0 where nothing was claimed."""
        claimed = self.right + self.wrong
        return self.right / claimed if claimed else 1.0

    @property
    def recall(self) -> float:
        """1.0 where nothing was asked for."""
        asked = self.right + self.missed
        return self.right / asked if asked else 1.0

    @property
    def f1(self) -> float:
        """1.0 where nothing was asked for and nothing claimed."""
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """One value that was missed, or claimed and not so."""

    file: str
    meeting: str
    row: str
    missed: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The tallies of some pages by row of the table, and every miss."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    misses: tuple[Miss, ...] = ()

    def __add__(self, other: Score) -> Score:
        rows = {**self.tallies, **other.tallies}
        return Score(
            tallies={row: self.of(row) + other.of(row) for row in rows},
            misses=self.misses + other.misses,
        )

    def of(self, row: str) -> Tally:
        return self.tallies.get(row, Tally())

    @property
    def pooled(self) -> Tally:
        """All facts of all records together."""
        rows = (t for row, t in self.tallies.items() if row not in OUTSIDE_POOL)
        return sum(rows, start=Tally())


def total(scores: Iterable[Score]) -> Score:
    return sum(scores, start=Score())


def score_page(gold: Gold, meetings: Sequence[Meeting]) -> Score:
    """One page: its line of gold against the records that were read from it."""
    if not gold["meetings"]:
        made_up = [meeting.name for meeting in meetings]
        return _row(gold, "", "no_meeting", (int(not made_up), made_up, []))
    score = _violations(gold, meetings)
    for one, meeting in pair(gold["meetings"], meetings):
        if one is not None and one.get("optional"):
            continue
        score += _score_pair(gold, one, meeting)
    return score


def _violations(gold: Gold, meetings: Sequence[Meeting]) -> Score:
    outside = {person_key(name) for name in gold["not_participants"]}
    inside = {person_key(p.name) for m in meetings for p in m.participants}
    present = sorted(outside & inside)
    return _row(gold, "", "not_participants", (len(outside - inside), present, []))


def _score_pair(page: Gold, gold: Gold | None, meeting: Meeting | None) -> Score:
    name = gold["name"] if gold else meeting.name if meeting else ""
    missed, wrong = [name] * (meeting is None), [name] * (gold is None)
    found = (int(not missed and not wrong), wrong, missed)
    score = _row(page, name, "meetings", found)
    asked = expected(gold) if gold else {row: Expected() for row in FIELDS}
    values = read(meeting) if meeting else {}
    for row, want in asked.items():
        claimed = values.get(row, [])
        if row == "classification" and claimed == [Classification.OTHER]:
            # With its Issue it says that the reader does not know: no claim.
            known = {spelling for item in want.required for spelling in item}
            claimed = claimed if known & {*claimed} else []
        score += _row(page, name, row, compare(row, want, claimed))
    loosely = compare("name_loose", asked["name"], values.get("name", []))
    return score + _row(page, name, "name_loose", loosely)


def _row(
    page: Gold, meeting: str, row: str, found: tuple[int, list[str], list[str]]
) -> Score:
    right, wrong, missed = found
    miss = Miss(
        file=page["file"],
        meeting=meeting,
        row=row,
        wrong=tuple(wrong),
        missed=tuple(missed),
    )
    return Score(
        tallies={row: Tally(right, len(wrong), len(missed))},
        misses=(miss,) if wrong or missed else (),
    )


def compare(
    row: str, want: Expected, values: Iterable[str]
) -> tuple[int, list[str], list[str]]:
    """How many values are right, which are wrong, which were missed."""
    key = KEYS.get(row, _as_written if row not in LOOSE else text_key)
    match = resembling if want.described else _matcher(row)
    open_items = [tuple(map(key, item)) for item in want.required]
    names = dict(zip(open_items, want.required, strict=True))
    met: list[tuple[str, ...]] = []
    wrong: list[str] = []
    for value in _exact_first({key(v): v for v in values}.items(), open_items):
        hit = next((i for i in open_items if _meets(value[0], i, match)), None)
        if hit is not None:
            open_items.remove(hit)
            met.append(hit)
        elif not _is_known(value[0], met, map(key, want.accepted), match):
            wrong.append(value[1])
    missed = [] if want.may_miss and not wrong else [names[i][0] for i in open_items]
    return len(met), wrong, missed


def _exact_first(
    values: Iterable[tuple[str, str]], items: list[tuple[str, ...]]
) -> list[tuple[str, str]]:
    spelled = {spelling for item in items for spelling in item}
    return sorted(values, key=lambda value: value[0] not in spelled)


def _meets(
    value: str, item: tuple[str, ...], match: Callable[[str, str], bool]
) -> bool:
    return any(match(value, spelling) for spelling in item)


def _is_known(
    value: str,
    met: Iterable[tuple[str, ...]],
    accepted: Iterable[str],
    match: Callable[[str, str], bool],
) -> bool:
    """A piece of what was found already (one group told as two), or right too."""
    told = any(_meets(value, item, match) for item in met)
    return told or any(match(value, each) for each in accepted)


def _matcher(row: str) -> Callable[[str, str], bool]:
    if row == "appointments":
        return _same_appointment
    return overlapping if row in LOOSE else same


def _same_appointment(left: str, right: str) -> bool:
    name, action, post = left.split("|", 2)
    other_name, other_action, other_post = right.split("|", 2)
    return (name, action) == (other_name, other_action) and overlapping(
        post, other_post
    )


def _as_written(value: str) -> str:
    return value


def _pair_key(value: str) -> str:
    name, label = value.split("|", 1)
    return f"{person_key(name)}|{title_key(label)}"


def _appointment_key(value: str) -> str:
    name, action, post = value.split("|", 2)
    return f"{person_key(name)}|{action}|{text_key(post)}"


KEYS: dict[str, Callable[[str], str]] = {
    **dict.fromkeys(ROLES, person_key),
    "name": text_key,
    "organization": text_key,
    "conveys": response_key,
    "titles": _pair_key,
    "appointments": _appointment_key,
}


def misses_by_row(score: Score) -> Counter[str]:
    """How many meetings have a miss in each row."""
    return Counter(miss.row for miss in score.misses)
