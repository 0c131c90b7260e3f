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
from pipelines.records.span import Span
from pipelines.records.terms import (
    AgendaClass,
    AppointmentAction,
    Classification,
    DateBasis,
    Level,
    ListScope,
    MentionContext,
    Modality,
    MotionResult,
    OrganizationClass,
    PostRole,
    Qualifier,
    RelationKind,
    ResponseKind,
    ResponseRelation,
    Role,
    Subject,
    TimeOfDay,
)

EdtfDate = Annotated[str, Meta(pattern=r"^(\d{4}|XXXX)(-(\d\d|XX)(-(\d\d|XX))?)?$")]
"""One date in EDTF (ISO 8601-2): `2021-01-03`, `XXXX-03-12`."""
AreaId = Annotated[str, Meta(pattern=r"^(\d{6}|CN)$")]
"""GB/T 2260 code that was valid on the day, or `CN`."""
Clock = Annotated[str, Meta(pattern=r"^\d\d:\d\d$")]


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
