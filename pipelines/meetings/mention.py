"""One mention of a person."""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.meetings.titles import Title


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One mention of a person."""

    name: str
    """Without inner spaces."""
    start: int
    """Of the name."""
    end: int
    chain_start: int
    """Of the first title in front of the name, else of the name."""
    titles: tuple[Title, ...] = ()
    """Titles that hold for this person, lists' labels among them."""
    rule: str
