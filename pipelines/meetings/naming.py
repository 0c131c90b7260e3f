"""One place where a meeting is named."""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.meetings.conveners import Convener
from pipelines.meetings.look import Standing
from pipelines.records.terms import Classification, ResponseRelation

MAX_NAME = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One place where a meeting is named."""

    name: str
    """As printed without inner spaces; composed where the convener names it."""
    start: int
    end: int
    head: str
    classification: Classification | None
    """By the head noun; null where the organ decides."""
    standing: Standing
    relation: ResponseRelation | None = None
    """For an upstream naming."""
    conveners: tuple[Convener, ...] = ()
    sentence: int
    verb_start: int
    """Of the verb that decides its standing; `start` where there is none."""
    told: bool
    """Told as an event (召开, 举行), not merely named (在…上强调)."""
    rule: str
