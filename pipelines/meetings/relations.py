"""Ties between the meetings of one page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.records.meeting import Relation
from pipelines.records.terms import Classification, RelationKind

if TYPE_CHECKING:
    from pipelines.meetings.draft import Draft
    from pipelines.records.meeting import Meeting


def relate(
    meetings: tuple[Meeting, ...], drafts: tuple[Draft, ...]
) -> tuple[Meeting, ...]:
    """The meetings with their ties: 会前 and 会后 to the page's first, same trips."""
    rows = zip(meetings, drafts, strict=True)
    return tuple(
        _related(meetings, index, meeting, draft)
        for index, (meeting, draft) in enumerate(rows)
    )


def _related(
    meetings: tuple[Meeting, ...], index: int, meeting: Meeting, draft: Draft
) -> Meeting:
    kind = draft.order
    if kind is None and _same_trip(meetings[0], meeting):
        kind = RelationKind.SAME_TRIP
    if kind is None or len(meetings) == 1:
        return meeting
    other = meetings[0] if index else meetings[1]
    return replace(meeting, relations=(Relation(kind=kind, meeting=other.id),))


def _same_trip(first: Meeting, this: Meeting) -> bool:
    """An inspection and the meeting that was held on it: 调研并召开座谈会."""
    kinds = {first.classification, this.classification}
    return (
        first is not this
        and Classification.INSPECTION in kinds
        and len(kinds) > 1
        and first.start_date == this.start_date
    )
