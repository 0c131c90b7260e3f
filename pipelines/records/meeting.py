"""One article's reading of one meeting.

Names follow Open Civic Data's Event and Popolo where those have one. `null` means
"not said"; an empty list means "none named". Every value has a row in `evidence`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from pipelines.records.article import Digest, HashId
from pipelines.records.issue import Issue
from pipelines.records.page import ArchivePlace
from pipelines.records.people import (
    Appointment,
    Attendance,
    Group,
    Mention,
    NameList,
    Participant,
)
from pipelines.records.proceedings import AgendaItem, Formula, Motion, Response, Speech
from pipelines.records.span import Span
from pipelines.records.terms import (
    Classification,
    DateBasis,
    Level,
    Modality,
    OrganizationClass,
    RelationKind,
    Subject,
    TimeOfDay,
)
from pipelines.records.values import AreaId, Clock, EdtfDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """Which meeting in a numbered row of meetings."""

    term: int | None = None
    """届."""
    number: int | None = None
    """次."""
    year: int | None = None
    """年, where the numbering starts anew each year."""
    enlarged: bool = False
    """扩大."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """A convener of the meeting."""

    name: str | None = None
    """As printed, Simplified (市委); null where only a place convenes."""
    classification: OrganizationClass | None = None
    """Class of the body; where only a place convenes, that of the chair's organ."""
    level: Level | None = None
    """Level of the division; null for enterprises, schools and hospitals."""
    area_id: AreaId | None = None
    """Division; a township and a development zone take their parent's."""
    area_name: str | None = None
    """Full name of the division (山东省青岛市)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A place where people sat."""

    name: str
    """As printed."""
    area_id: AreaId | None = None
    """Division it lies in; null when not derivable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Tie to another meeting of the same page."""

    kind: RelationKind
    meeting: HashId
    """Id of the other meeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passages:
    """The text that tells this meeting."""

    spans: tuple[Span, ...]
    """In order, without overlaps."""
    characters: int
    """Sum of their lengths: the denominator for any count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The article version that tells the meeting."""

    url: str
    site: str
    article_id: HashId
    title: str | None = None
    publisher: str | None = None
    published_at: str | None = None
    retrieved_at: str | None = None
    content_hash: Digest
    archive: tuple[ArchivePlace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a value comes from."""

    field: str
    """JSON Pointer (RFC 6901) into this record (`/participants/0/name`)."""
    start: int | None = None
    """Offset into `Article.text`; null for a derived value."""
    end: int | None = None
    """Exclusive; null for a derived value."""
    rule: str
    """Id of the rule that read or derived it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One article's reading of one meeting: exactly one entry in `sources`."""

    id: HashId
    """Lines that share it are the same meeting told elsewhere; the converse is
    not promised."""
    name: str
    """Shortest full form that the text gives, repaired, Simplified."""
    name_key: str
    """The name without place, modality and the words 工作, 会议, 召开."""
    classification: Classification
    subjects: Annotated[tuple[Subject, ...], Meta(max_length=3)] = ()
    session: Session | None = None
    start_date: EdtfDate | None = None
    """First day; null when the page proves none."""
    end_date: EdtfDate | None = None
    """Last day of a meeting of several days."""
    start_time: Clock | None = None
    """As printed, China Standard Time."""
    time_of_day: TimeOfDay | None = None
    date_earliest: EdtfDate | None = None
    """Earliest day proved when `start_date` is not."""
    date_latest: EdtfDate | None = None
    """Latest day proved when `start_date` is not."""
    date_basis: DateBasis | None = None
    modality: Modality | None = None
    organization: Organization
    co_organizers: tuple[Organization, ...] = ()
    location: Location | None = None
    branch_locations: tuple[Location, ...] = ()
    participants: tuple[Participant, ...] = ()
    """In order of first mention."""
    lists: tuple[NameList, ...] = ()
    groups: tuple[Group, ...] = ()
    attendance: Attendance | None = None
    mentions: tuple[Mention, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    motions: tuple[Motion, ...] = ()
    speeches: tuple[Speech, ...] = ()
    formulae: tuple[Formula, ...] = ()
    responds_to: tuple[Response, ...] = ()
    relations: tuple[Relation, ...] = ()
    passages: Passages
    sources: Annotated[tuple[Source, ...], Meta(min_length=1, max_length=1)]
    evidence: tuple[Evidence, ...] = ()
    issues: tuple[Issue, ...] = ()
    """What the reader was unsure of; the same rows stand in the issue log."""
    extractor_version: str
