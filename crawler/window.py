"""The days of which a back-fill wants the articles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Self

from crawler.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable

LAST = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Window:
    """ISO dates, both inclusive, as a list prints them; empty for no bound."""

    since: str = ""
    until: str = ""

    @classmethod
    def of(cls, since: str, until: str) -> Self:
        """Raises Refusal on what is no date, and where no day is between them."""
        for value in (since, until):
            if value and not _is_date(value):
                raise Refusal(f"{value!r} is no date; write 2021-01-31")
        if since and until and since > until:
            raise Refusal(f"since {since} is after until {until}")
        return cls(since, until)

    @property
    def is_open(self) -> bool:
        """Whether it holds every day."""
        return not (self.since or self.until)

    def holds(self, day: str | None) -> bool:
        """Whether an article of the day is wanted; of an unknown day it is."""
        return day is None or self.since <= day <= (self.until or LAST)

    def is_past(self, days: Iterable[str | None]) -> bool:
        """Whether a list page with these days, and those behind it, lie before it."""
        known = [day for day in days if day]
        return bool(known) and max(known) < self.since


def _is_date(value: str) -> bool:
    """Whether it is an ISO date that a calendar has."""
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
