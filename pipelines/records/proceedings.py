"""What was treated, said and demanded, and what the meeting answered to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from pipelines.records.span import Span
from pipelines.records.terms import (
    AgendaClass,
    Level,
    MotionResult,
    ResponseKind,
    ResponseRelation,
)
from pipelines.records.values import AreaId, EdtfDate


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One thing the meeting did (Open Civic Data: agenda)."""

    order: Annotated[int, Meta(ge=1)]
    description: str
    classification: AgendaClass


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """One thing that was decided (Popolo: Motion)."""

    text: str
    result: MotionResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """One item of a numbered row of demands (一要…七要; 一是…; 一、二、)."""

    order: Annotated[int, Meta(ge=1)]
    """Number as printed."""
    depth: Annotated[int, Meta(ge=1)]
    """1 for the outer row."""
    heading: str
    """First clause, without its number."""
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """What one person or the meeting said (Popolo: Speech)."""

    creator: str | None = None
    """Name of the speaker; null for 会议指出."""
    attribution_text: str
    """The verb as printed (强调)."""
    position: Annotated[int, Meta(ge=1)]
    """Place among the meeting's speeches."""
    span: Span
    demands: tuple[Demand, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """A set phrase of the official language (提法)."""

    phrase: str
    span: Span
    speech: int | None = None
    """`position` of the speech it stands in; null outside speeches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """An identifiable upstream meeting, speech, instruction or document."""

    name: str
    """As printed, Simplified."""
    name_key: str
    """Key made as the meeting's own `name_key`."""
    kind: ResponseKind
    relation: ResponseRelation
    level: Level | None = None
    area_id: AreaId | None = None
    date: EdtfDate | None = None
