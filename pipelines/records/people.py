"""Who was there, who was named, and with which offices (Popolo: Person, Post)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from pipelines.records.span import Span
from pipelines.records.terms import (
    AppointmentAction,
    ListScope,
    MentionContext,
    PostRole,
    Qualifier,
    Role,
)
from pipelines.records.values import AreaId


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """An office as one page prints it."""

    label: str
    """As printed, Simplified (市委书记)."""
    role: PostRole
    """Closed class of the office."""
    qualifier: Qualifier | None = None
    organization: str | None = None
    """Full name of the body where it resolves (中共石家庄市委)."""
    area_id: AreaId | None = None
    """Division the office belongs to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A person in the room, on the line, or received."""

    name: str
    """As printed, Simplified, without inner spaces."""
    roles: tuple[Role, ...]
    """In the order of the enum, without repeats."""
    posts: tuple[Post, ...] = ()
    """Union over the page."""
    list: str | None = None
    """Label of the list the name stands in (市领导)."""
    order: Annotated[int, Meta(ge=1)] | None = None
    """Place within that list, from 1."""
    location: str | None = None
    """Branch or main site where the person sat, as printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameList:
    """A list of names as printed: its order is the order of standing."""

    label: str | None = None
    """市领导; null for a bare row of names."""
    roles: tuple[Role, ...] = ()
    scope: ListScope
    sorted: Annotated[str, Meta(pattern="^strokes$")] | None = None
    """`strokes` where the page says 按姓氏笔画为序."""
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Participants that are named only together."""

    name: str
    """As printed, Simplified (市直有关部门和单位)."""
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """Numbers the page gives."""

    expected: int | None = None
    """应到."""
    present: int | None = None
    """实到."""
    absent: int | None = None
    """请假, 缺席."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A person who is named but was not there: a dated sighting of an office."""

    name: str
    posts: tuple[Post, ...] = ()
    context: MentionContext


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """A stated bound of a tenure."""

    name: str
    action: AppointmentAction
    post: str
    """As printed, Simplified."""
