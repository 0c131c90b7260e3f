"""A meeting of a page, by all its tellings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.meetings.events import Event

if TYPE_CHECKING:
    from pipelines.records.terms import RelationKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """All tellings of one meeting."""

    events: tuple[Event, ...]

    @property
    def first(self) -> Event:
        return self.events[0]

    @property
    def order(self) -> RelationKind | None:
        return self.first.order
