"""A gold meeting and a read meeting, each as plain values field by field."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pipelines.records.terms import Classification, MotionResult, Role
from tests.quality.meetings.keys import LIST_LABEL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipelines.records.meeting import Meeting

Gold = dict[str, Any]
"""One line of `gold.jsonl`, or one of its `meetings`."""

ROLES = {
    "chair": Role.CHAIR,
    "speakers": Role.SPEAKER,
    "presenters": Role.PRESENTER,
    "attendees": Role.ATTENDEE,
    "observers": Role.OBSERVER,
    "lead": Role.LEAD,
    "guests": Role.GUEST,
}
SCALARS = (
    "name",
    "classification",
    "date",
    "end_date",
    "period",
    "modality",
    "level",
    "jurisdiction",
    "venue",
    "organization",
    "directives",
)
FIELDS = (
    *SCALARS,
    *ROLES,
    "titles",
    "groups",
    "conveys",
    "session",
    "agenda_passed",
    "appointments",
)
DESCRIBED = {Classification.INSPECTION, Classification.RECEPTION}
DIVISION = re.compile(r"(?<=[省区市州盟县旗])")
"""Between the parts of a division's full name (山东省|青岛市)."""
PASSED = {MotionResult.PASSED, MotionResult.PASSED_IN_PRINCIPLE, MotionResult.AGREED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What the gold says of one field."""

    required: tuple[tuple[str, ...], ...] = ()
    """One tuple a value: the spellings that count as it."""
    accepted: tuple[str, ...] = ()
    """Right too, and not asked for."""
    may_miss: bool = False
    """"Not said" is a right answer too."""
    described: bool = False
    """The value is a description, which no two readers word alike."""


def expected(gold: Gold) -> dict[str, Expected]:
    """The gold's values by field; a field that it does not carry is left out."""
    scalars = {key: _scalar(gold, key) for key in SCALARS if key in gold}
    lists = {
        key: _listed(gold, key)
        for key in (*ROLES, "groups", "conveys", "agenda_passed")
        if key in gold
    }
    found = {**scalars, **lists, "name": _name(gold), "titles": _titles(gold)}
    if "session" in gold:
        found["session"] = _session(gold)
    if "appointments" in gold:
        found["appointments"] = _appointments(gold)
    if "end_date" in found and gold["date"]:
        # One day told twice is no second day.
        found["end_date"] = _also(found["end_date"], gold["date"])
    return found


def _name(gold: Gold) -> Expected:
    """The name, with and without the convener or the place before it.

    A visit or a reception has no name of its own, only a sentence that tells it.
    """
    names = (gold["name"], *gold.get("name_alt", ()))
    before = [gold.get("organization"), *gold.get("organization_alt", ())]
    before += DIVISION.split(gold["jurisdiction"] or "")
    whole = [f"{start}{name}" for start in filter(None, before) for name in names]
    described = gold["classification"] in DESCRIBED
    return Expected(required=((*names, *whole),), described=described)


def _scalar(gold: Gold, key: str) -> Expected:
    value, other = gold[key], gold.get(f"{key}_alt", [])
    others = other if isinstance(other, list) else [other]
    spellings = tuple(str(each) for each in others if each is not None)
    if value in {None, 0}:
        return Expected(accepted=spellings)
    return Expected(required=((str(value), *spellings),), may_miss=None in others)


def _listed(gold: Gold, key: str) -> Expected:
    return Expected(
        required=tuple((value,) for value in gold[key]),
        accepted=tuple(gold.get(f"{key}_ok", ())),
    )


def _session(gold: Gold) -> Expected:
    facts = _session_facts(gold["session"] or {})
    return Expected(
        required=tuple((fact,) for fact in facts),
        accepted=tuple(gold.get("session_ok", ())),
    )


def _also(known: Expected, value: str) -> Expected:
    return Expected(
        required=known.required,
        accepted=(*known.accepted, value),
        may_miss=known.may_miss,
    )


def _titles(gold: Gold) -> Expected:
    """Pairs `name|label`; a row's label is asked for only where it stands alone."""
    required, accepted = [], []
    for name, labels in gold["titles"].items():
        offices = [label for label in labels if not LIST_LABEL.search(label)]
        required += [(f"{name}|{label}",) for label in offices or labels]
        accepted += [f"{name}|{label}" for label in labels]
    for name, labels in gold.get("titles_ok", {}).items():
        accepted += [f"{name}|{label}" for label in labels]
    return Expected(required=tuple(required), accepted=tuple(accepted))


def _appointments(gold: Gold) -> Expected:
    rows = []
    for row in gold["appointments"]:
        actions = (row["action"], *row.get("action_alt", ()))
        rows.append(tuple(f"{row['name']}|{each}|{row['post']}" for each in actions))
    return Expected(required=tuple(rows))


def _session_facts(session: Mapping[str, Any]) -> list[str]:
    return [f"{key}={value}" for key, value in session.items() if value]


def read(meeting: Meeting) -> dict[str, list[str]]:
    """The record's values by field, spelled as the gold spells them."""
    values = {key: [] if not each else [str(each)] for key, each in _plain(meeting)}
    for key, role in ROLES.items():
        values[key] = [p.name for p in meeting.participants if role in p.roles]
    values["titles"] = _read_titles(meeting)
    values["groups"] = [group.name for group in meeting.groups]
    values["conveys"] = [each.name for each in meeting.responds_to]
    values["agenda_passed"] = [m.text for m in meeting.motions if m.result in PASSED]
    values["appointments"] = [
        f"{each.name}|{each.action}|{each.post}" for each in meeting.appointments
    ]
    values["session"] = _read_session(meeting)
    return values


def _plain(meeting: Meeting) -> list[tuple[str, object]]:
    outer = [d for s in meeting.speeches for d in s.demands if d.depth == 1]
    return [
        ("name", meeting.name),
        ("classification", meeting.classification),
        ("date", meeting.start_date),
        ("end_date", meeting.end_date),
        ("period", meeting.time_of_day),
        ("modality", meeting.modality),
        ("level", meeting.organization.level),
        ("jurisdiction", meeting.organization.area_name),
        ("venue", meeting.location and meeting.location.name),
        ("organization", meeting.organization.name),
        ("directives", len(outer)),
    ]


def _read_titles(meeting: Meeting) -> list[str]:
    pairs = []
    for person in meeting.participants:
        labels = [post.label for post in person.posts]
        if not labels and person.list:
            labels = [person.list]
        pairs += [f"{person.name}|{label}" for label in labels]
    return pairs


def _read_session(meeting: Meeting) -> list[str]:
    session = meeting.session
    if session is None:
        return []
    return _session_facts(
        {
            "term": session.term,
            "number": session.number,
            "year": session.year,
            "enlarged": session.enlarged,
        }
    )
