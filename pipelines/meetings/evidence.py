"""The ledger of evidence: which words each value of a record comes from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipelines.records.meeting import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipelines.meetings.participants import Seat


@dataclass(slots=True)
class Ledger:
    """Collects rows while one record is put together."""

    _rows: list[Evidence] = field(default_factory=list)

    def add(self, pointer: str, start: int, end: int, rule: str) -> None:
        """A value that stands at a span of the text."""
        self._rows.append(Evidence(field=pointer, start=start, end=end, rule=rule))

    def derive(self, pointer: str, rule: str) -> None:
        """A value that a rule made of other values."""
        self._rows.append(Evidence(field=pointer, rule=rule))

    def extend(self, rows: Iterable[Evidence]) -> None:
        self._rows.extend(rows)

    def add_seats(self, seats: tuple[Seat, ...]) -> None:
        """Name, posts and roles of each participant."""
        for index, seat in enumerate(seats):
            base = f"/participants/{index}"
            self.add(f"{base}/name", *seat.name_span, "name")
            for at, span in enumerate(seat.post_spans):
                self.add(f"{base}/posts/{at}/label", *span, "title")
            for at, span in enumerate(seat.role_spans):
                role = seat.participant.roles[at]
                self.add(f"{base}/roles/{at}", *span, f"role_{role}")

    def rows(self) -> tuple[Evidence, ...]:
        return tuple(self._rows)
