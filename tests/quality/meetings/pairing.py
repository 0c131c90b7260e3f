"""Which record tells which gold meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.quality.meetings.facts import ROLES, Gold
from tests.quality.meetings.keys import bigram_overlap, person_key, text_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.records.meeting import Meeting

ENOUGH = 2.0
"""Below this a pair has less in common than a date and a kind."""


def pair(
    golds: Sequence[Gold], meetings: Sequence[Meeting]
) -> list[tuple[Gold | None, Meeting | None]]:
    """Every gold meeting and every record once, the likeliest pairs first."""
    ranked = sorted(
        (
            (-likeness(gold, meeting), place, other)
            for place, gold in enumerate(golds)
            for other, meeting in enumerate(meetings)
        ),
    )
    taken: dict[int, int] = {}
    for score, place, other in ranked:
        free = place not in taken and other not in taken.values()
        if free and -score >= ENOUGH:
            taken[place] = other
    pairs: list[tuple[Gold | None, Meeting | None]] = [
        (gold, meetings[taken[place]] if place in taken else None)
        for place, gold in enumerate(golds)
    ]
    left = [m for at, m in enumerate(meetings) if at not in taken.values()]
    return pairs + [(None, meeting) for meeting in left]


def likeness(gold: Gold, meeting: Meeting) -> float:
    """How much the two have in common, 0 to 7.5."""
    names = (gold["name"], *gold.get("name_alt", ()))
    key = text_key(meeting.name)
    name = max(bigram_overlap(text_key(each), key) for each in names)
    date = _is_one_of(gold, "date", meeting.start_date)
    level = _is_one_of(gold, "level", meeting.organization.level)
    kind = _is_one_of(gold, "classification", meeting.classification)
    people = _people_overlap(gold, meeting)
    return 2 * name + 1.5 * date + 0.5 * level + 1.5 * kind + 2 * people


def _is_one_of(gold: Gold, field: str, value: str | None) -> bool:
    others = gold.get(f"{field}_alt", [])
    return value in [gold[field], *(others if isinstance(others, list) else [others])]


def _people_overlap(gold: Gold, meeting: Meeting) -> float:
    ours = {person_key(name) for role in ROLES for name in gold.get(role, ())}
    theirs = {person_key(person.name) for person in meeting.participants}
    smaller = min(len(ours), len(theirs))
    return len(ours & theirs) / smaller if smaller else 0.0
