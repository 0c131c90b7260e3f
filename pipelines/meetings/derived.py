"""Rows of evidence for the values that a rule made of other values."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from pipelines.records.meeting import Evidence
from pipelines.records.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.records.meeting import Meeting

# The rule that makes the values of each field of a record.
RULES = MappingProxyType(
    {
        "name": "composed",
        "classification": "head_noun",
        "subjects": "subject_words",
        "session": "session_of_name",
        "start_date": "date",
        "end_date": "date",
        "start_time": "date",
        "time_of_day": "date",
        "date_earliest": "publication_date",
        "date_latest": "publication_date",
        "date_basis": "date",
        "modality": "modality_of_name",
        "organization": "convener",
        "co_organizers": "convener",
        "location": "room",
        "branch_locations": "branch_site",
        "participants": "seat",
        "lists": "name_list",
        "groups": "group",
        "attendance": "attendance",
        "mentions": "mention",
        "appointments": "appointment",
        "agenda": "agenda",
        "motions": "motion",
        "speeches": "speech_opening",
        "formulae": "formula",
        "responds_to": "response",
        "relations": "order_of_meetings",
    }
)
# Of the record itself, not of the meeting: they are proved by the archive.
OF_THE_RECORD = frozenset(
    {"id", "name_key", "passages", "sources", "evidence", "issues", "extractor_version"}
)


def prove_all(meeting: Meeting) -> Meeting:
    """The meeting with a row of evidence for each of its values."""
    rows = (*meeting.evidence, *derived_rows(meeting))
    return replace(meeting, evidence=rows)


def derived_rows(meeting: Meeting) -> Iterator[Evidence]:
    """A row for each value that has none: its rule, and a span where it has one.

    A speech, a demand, a list and a formula know where they stand: one row shows the
    whole of each. Other values have no span of their own.
    """
    shown = {row.field for row in meeting.evidence}
    for each in fields(meeting):
        if each.name in OF_THE_RECORD:
            continue
        value = getattr(meeting, each.name)
        for pointer, span in _leaves(value, f"/{each.name}"):
            if pointer not in shown and not (span is None and _held(pointer, shown)):
                yield Evidence(
                    field=pointer,
                    start=span.start if span else None,
                    end=span.end if span else None,
                    rule=RULES[each.name],
                )


def _held(pointer: str, shown: set[str]) -> bool:
    """Whether what holds the value has a row."""
    parts = pointer.split("/")
    return any("/".join(parts[:n]) in shown for n in range(2, len(parts)))


def _leaves(value: Any, pointer: str) -> Iterator[tuple[str, Span | None]]:
    """Pointers to the values in `value`; one for an object that has a span."""
    span = getattr(value, "span", None)
    if isinstance(span, Span):
        yield pointer, span
        for index, demand in enumerate(getattr(value, "demands", ())):
            yield f"{pointer}/demands/{index}", demand.span
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _leaves(each, f"{pointer}/{index}")
    elif is_dataclass(value):
        for each in fields(value):
            yield from _leaves(getattr(value, each.name), f"{pointer}/{each.name}")
    elif value is not None:
        yield pointer, None
