"""Drafts, people and speeches put together to Meeting records."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from pipelines.meetings.agenda import (
    read_agenda,
    read_appointments,
    read_attendance,
    read_motions,
)
from pipelines.meetings.classify import classify, read_subjects
from pipelines.meetings.conveners import organization_class
from pipelines.meetings.evidence import Ledger
from pipelines.meetings.groups import Collective, find_groups
from pipelines.meetings.keys import is_generic, name_key
from pipelines.meetings.participants import read_mentions, read_seats
from pipelines.meetings.passages import read_passages
from pipelines.meetings.places import NOWHERE, Place, resolve
from pipelines.meetings.sessions import read_session
from pipelines.meetings.speeches import read_formulae, read_speeches
from pipelines.meetings.upstream import read_responses
from pipelines.meetings.venues import (
    branch_rooms,
    main_room,
    modality_of,
    modality_of_name,
)
from pipelines.records.issue import Issue, Stage
from pipelines.records.meeting import (
    Group,
    Location,
    Meeting,
    Organization,
    Passages,
    Source,
)
from pipelines.records.terms import (
    Classification,
    DateBasis,
    OrganizationClass,
    PostRole,
    RelationKind,
    Role,
)
from pipelines.version import EXTRACTOR_VERSION

if TYPE_CHECKING:
    from pipelines.meetings.drafts import Draft, Event
    from pipelines.meetings.participants import Seat
    from pipelines.meetings.reading import PageReading
    from pipelines.meetings.roles import Act
    from pipelines.meetings.times import When
    from pipelines.records.article import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One draft with the sentences and acts that belong to it."""

    draft: Draft
    indices: tuple[int, ...]
    acts: tuple[Act, ...]


def assemble(page: PageReading, told: Told, day: When | None) -> Meeting:
    """The record of one meeting. `day`: its date, where the page proves one."""
    prose, article = page.prose, page.article
    sentences = tuple(prose.sentences[index] for index in told.indices)
    ledger = Ledger()
    event = best_event(told.draft)
    name = event.name
    ledger.add("/name", event.start, event.end, _rule(event))
    seats = read_seats(prose, told.acts, page.posts, page.rosters)
    present = frozenset(seat.participant.name for seat in seats)
    ledger.add_seats(seats)
    organization, others = _organizations(page, told, event, seats)
    passages = read_passages(prose, told.indices)
    kind = _class(event, name, organization)
    if kind is Classification.WORK and _announces(prose.text, passages):
        kind = Classification.PERSONNEL
    groups = _groups(page, told)
    speeches = read_speeches(prose, page.openings, page.rows, sentences)
    responses = read_responses(
        page.namings, frozenset(told.indices), page.own_names, page.setting
    )
    motions = read_motions(prose, sentences)
    lead = sentences[0].index if sentences else None
    agenda = read_agenda(prose, sentences, lead)
    mentions = read_mentions(told.acts, present, page.posts)
    appointments = read_appointments(prose, sentences, page.people.names())
    attendance = read_attendance(prose, sentences)
    modality = _modality(page, event, told, ledger)
    room = main_room(prose, sentences) if event.visit is None else None
    location = _location(page, event, room, ledger)
    branches = branch_rooms(prose, sentences)
    session = read_session(name)
    issues = _issues(page, kind, event, organization, name)
    for index, group in enumerate(groups):
        ledger.add(f"/groups/{index}/name", group.start, group.end, "group")
    for index, (_, span) in enumerate(responses):
        ledger.add(f"/responds_to/{index}/name", *span, "upstream")
    for index, (_, span) in enumerate(mentions):
        ledger.add(f"/mentions/{index}/name", *span, "mention")
    for index, (_, span) in enumerate(motions):
        ledger.add(f"/motions/{index}/text", *span, "motion")
    for index, (_, span) in enumerate(agenda):
        ledger.add(f"/agenda/{index}/description", *span, "agenda")
    for index, (_, span) in enumerate(appointments):
        ledger.add(f"/appointments/{index}/name", *span, "appointment")
    for index, branch in enumerate(branches):
        ledger.add(
            f"/branch_locations/{index}/name", branch.start, branch.end, "branch_site"
        )
    if attendance:
        ledger.add("/attendance", *attendance[1], "attendance")
    dates = _dates(day, told, page, ledger)
    ledger.derive("/classification", "head_noun")
    return Meeting(
        id=_id(article, name, organization, dates[0], session, event),
        name=name,
        name_key=name_key(name),
        classification=kind or Classification.OTHER,
        subjects=read_subjects(name, page.marks, passages.spans, _lead(passages.spans)),
        session=session,
        start_date=dates[0],
        end_date=dates[1],
        start_time=day.clock if day else None,
        time_of_day=day.time_of_day if day else None,
        date_earliest=dates[2],
        date_latest=dates[3],
        date_basis=dates[4],
        modality=modality,
        organization=organization,
        co_organizers=others,
        location=location,
        branch_locations=tuple(
            Location(
                name=branch.name, area_id=resolve(branch.name, page.setting).area_id
            )
            for branch in branches
        ),
        participants=tuple(seat.participant for seat in seats),
        lists=tuple(
            roster.record
            for roster in page.rosters
            if any(m.name in present for m in roster.mentions)
            and any(
                span.start <= roster.record.span.start < span.end
                for span in passages.spans
            )
        ),
        groups=tuple(Group(name=name, roles=roles) for name, roles in _merged(groups)),
        attendance=attendance[0] if attendance else None,
        mentions=tuple(row for row, _ in mentions),
        appointments=tuple(row for row, _ in appointments),
        agenda=tuple(row for row, _ in agenda),
        motions=tuple(row for row, _ in motions),
        speeches=speeches,
        formulae=read_formulae(page.marks, speeches, passages.spans),
        responds_to=tuple(row for row, _ in responses),
        passages=passages,
        sources=(_source(article),),
        evidence=ledger.rows(),
        issues=issues,
        extractor_version=EXTRACTOR_VERSION,
    )


def best_event(draft: Draft) -> Event:
    """The telling with the shortest full name: told, with its place, early."""
    rows = [event for event in draft.events if event.told] or list(draft.events)
    if draft.first.visit is not None:
        headings = [event for event in draft.events if not event.told]
        return min([*headings, *rows], key=lambda event: len(event.name))
    return min(rows, key=_fullness)


def _fullness(event: Event) -> tuple[int, int, int]:
    explicit = re.match(r"[^，]{2,8}?[省市县区州盟旗镇乡](?=..)", event.name)
    level = 0 if explicit and event.place.area_id else 1
    if event.place is NOWHERE or is_generic(event.name):
        level = 2
    return level, 0 if event.when else 1, event.start


def _rule(event: Event) -> str:
    if event.visit is not None:
        return event.visit.rule
    return event.naming.rule if event.naming else "named"


# ---- who convened ----------------------------------------------------------------

_BODY = re.compile(
    r"^(?P<body>[^，。]{0,24}?(?:领导小组|指挥部|联防联控机制|专班|安委会|防指|深改委|审计委|委员会|人大常委会|人大|政协|纪委监委|纪委|监委|"
    r"法院|检察院|政法委|组织部|宣传部|统战部|公司|集团|银行|大学|学院|中学|小学|学校|医院|[省市县区州盟旗镇乡街道工]党?委(?!员)|"
    r"党委|政府|国务院|局|厅|办公室))"
)


def _organizations(
    page: PageReading, told: Told, event: Event, seats: tuple[Seat, ...]
) -> tuple[Organization, tuple[Organization, ...]]:
    conveners = next(
        (
            e.naming.conveners
            for e in told.draft.events
            if e.naming and e.naming.conveners
        ),
        (),
    )
    place = _place(page, event, told, seats)
    rows = [
        _organization(page, convener.name, place)
        for convener in conveners
        if organization_class(convener.name) is not None
    ]
    if rows:
        return rows[0], tuple(rows[1:])
    body = _BODY.match(event.name) if event.visit is None else None
    kind = organization_class(event.name) if body else None
    name = body["body"] if body and kind else None
    if name:
        return _organization(page, name, place), ()
    return (
        Organization(
            name=None,
            classification=_chair_organ(seats),
            level=place.level,
            area_id=place.area_id,
            area_name=place.area_name,
        ),
        (),
    )


_NO_LEVEL = frozenset(
    {
        OrganizationClass.ENTERPRISE,
        OrganizationClass.SCHOOL,
        OrganizationClass.HOSPITAL,
    }
)


def _organization(page: PageReading, name: str, around: Place) -> Organization:
    kind = organization_class(name)
    place = resolve(name, page.setting)
    if place.level is None:
        place = around
    return Organization(
        name=re.sub(r"^我(?=[省市县区州镇乡])", "", name),
        classification=kind,
        level=None if kind in _NO_LEVEL else place.level,
        area_id=place.area_id,
        area_name=place.area_name,
    )


_PRINCIPAL_ROLES = (Role.CHAIR, Role.LEAD, Role.SPEAKER, Role.ATTENDEE)


def _place(
    page: PageReading, event: Event, told: Told, seats: tuple[Seat, ...]
) -> Place:
    """Of the name, of any other telling, else of the first principal's office."""
    for each in (event, *told.draft.events):
        if each.place.level is not None:
            return each.place
    for role in _PRINCIPAL_ROLES:
        for seat in seats:
            if role in seat.participant.roles:
                place = _office_place(page, seat)
                if place is not None:
                    return place
    return NOWHERE


def _office_place(page: PageReading, seat: Seat) -> Place | None:
    posts = seat.participant.posts
    if any(post.role in (PostRole.ENTERPRISE, PostRole.SCHOOL) for post in posts):
        return NOWHERE
    # The last office named is the one that is exercised: 省委常委、市委书记.
    for post in reversed(posts):
        place = resolve(re.sub(r"^(?:原|代|常务|副)+", "", post.label), page.setting)
        if place.level is not None:
            return place
    label = seat.participant.list
    place = resolve(label, page.setting) if label else NOWHERE
    return place if place.level is not None else None


_ORGAN_OF_ROLE: dict[PostRole, OrganizationClass] = {
    PostRole.PARTY_SECRETARY: OrganizationClass.PARTY_COMMITTEE,
    PostRole.DEPUTY_PARTY_SECRETARY: OrganizationClass.PARTY_COMMITTEE,
    PostRole.STANDING_MEMBER: OrganizationClass.PARTY_COMMITTEE,
    PostRole.GOVERNMENT_HEAD: OrganizationClass.GOVERNMENT,
    PostRole.GOVERNMENT_DEPUTY: OrganizationClass.GOVERNMENT,
    PostRole.CONGRESS_CHAIR: OrganizationClass.CONGRESS,
    PostRole.CONGRESS_DEPUTY: OrganizationClass.CONGRESS,
    PostRole.CPPCC_CHAIR: OrganizationClass.CPPCC,
    PostRole.CPPCC_DEPUTY: OrganizationClass.CPPCC,
    PostRole.DISCIPLINE_HEAD: OrganizationClass.DISCIPLINE,
    PostRole.ENTERPRISE: OrganizationClass.ENTERPRISE,
    PostRole.SCHOOL: OrganizationClass.SCHOOL,
}


def _chair_organ(seats: tuple[Seat, ...]) -> OrganizationClass | None:
    for seat in seats:
        if Role.CHAIR in seat.participant.roles:
            for post in seat.participant.posts:
                if (
                    post.role is PostRole.PARTY_SECRETARY
                    or len(seat.participant.posts) == 1
                ):
                    return _ORGAN_OF_ROLE.get(post.role)
            organs = [_ORGAN_OF_ROLE.get(p.role) for p in seat.participant.posts]
            return next((organ for organ in reversed(organs) if organ), None)
    return None


_ANNOUNCES = re.compile(
    r"(?:宣布|宣读)[^。\n]{0,50}(?:任免|任职|职务(?:调整|任免|变动)|主要领导[^。]{0,8}调整)[^。\n]{0,14}决定|"
    r"宣布[^。\n]{0,20}决定：[^。\n]{2,10}(?:同志)?任"
)


def _announces(text: str, passages: Passages) -> bool:
    """Whether the meeting was held to announce who takes or leaves an office."""
    return any(
        _ANNOUNCES.search(text, span.start, span.end) for span in passages.spans[:1]
    )


def _class(
    event: Event, name: str, organization: Organization
) -> Classification | None:
    if event.visit is not None:
        return event.visit.classification
    return classify(name, event.classification, organization.classification)


# ---- when ------------------------------------------------------------------------


def _dates(
    day: When | None, told: Told, page: PageReading, ledger: Ledger
) -> tuple[str | None, str | None, str | None, str | None, DateBasis | None]:
    """Start, end, earliest, latest and basis."""
    if day is not None and day.date is not None:
        if day.end > day.start:
            ledger.add("/start_date", day.start, day.end, f"date_{day.basis}")
        else:
            ledger.derive("/start_date", f"date_{day.basis}")
        return day.date, day.end_date, None, None, day.basis
    latest = page.published
    if told.draft.order is RelationKind.BEFORE and page.main_date:
        return None, None, None, page.main_date, None
    return None, None, None, latest.isoformat() if latest else None, None


def shifted(day: str, days: int) -> str:
    """EDTF date `days` after `day`; unchanged where a part is X."""
    if "X" in day:
        return day
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


# ---- where and how -----------------------------------------------------------------


def _modality(page: PageReading, event: Event, told: Told, ledger: Ledger):  # type: ignore[no-untyped-def]
    if event.visit is not None:
        return None
    named = modality_of_name(event.name)
    sentences = tuple(page.prose.sentences[index] for index in told.indices)
    said = modality_of(page.prose, sentences)
    if named is not None:
        ledger.derive("/modality", "modality_of_name")
        return named
    if said is None:
        return None
    ledger.add("/modality", said[1], said[2], "modality_said")
    return said[0]


def _location(page: PageReading, event: Event, room, ledger: Ledger) -> Location | None:  # type: ignore[no-untyped-def]
    if event.visit is not None:
        if event.visit.location is None:
            return None
        start, end = event.visit.location
        name = re.sub(r"\s", "", page.prose.text[start:end])
        ledger.add("/location/name", start, end, "visited")
        return Location(name=name, area_id=resolve(name, page.setting).area_id)
    if room is None:
        return None
    ledger.add("/location/name", room.start, room.end, "room")
    return Location(name=room.name, area_id=resolve(room.name, page.setting).area_id)


# ---- the rest --------------------------------------------------------------------


def _groups(page: PageReading, told: Told) -> tuple[Collective, ...]:
    return tuple(
        group
        for index in told.indices
        for group in find_groups(page.prose, page.people, page.prose.sentences[index])
    )


def _merged(groups: tuple[Collective, ...]) -> list[tuple[str, tuple[Role, ...]]]:
    rows: dict[str, list[Role]] = {}
    for group in groups:
        roles = rows.setdefault(group.name, [])
        if group.role not in roles:
            roles.append(group.role)
    return [(name, tuple(roles)) for name, roles in rows.items()]


def _lead(spans) -> tuple[int, int]:  # type: ignore[no-untyped-def]
    return (
        (spans[0].start, min(spans[0].end, spans[0].start + 200)) if spans else (0, 0)
    )


def _issues(
    page: PageReading,
    kind: Classification | None,
    event: Event,
    organization: Organization,
    name: str,
) -> tuple[Issue, ...]:
    rows = []
    if kind is None:
        rows.append(("unknown_meeting_kind", name))
    needs_area = organization.classification not in _NO_LEVEL
    if organization.area_id is None and needs_area:
        rows.append(("unresolved_area", name))
    return tuple(
        Issue(
            stage=Stage.MEETINGS,
            code=code,
            value=value[:200],
            url=page.article.url,
            site=page.article.site,
            start=event.start,
            end=event.end,
        )
        for code, value in rows
    )


def _source(article: Article) -> Source:
    return Source(
        url=article.url,
        site=article.site,
        article_id=article.id,
        title=article.title,
        publisher=article.publisher,
        published_at=article.published_at,
        retrieved_at=article.retrieved_at,
        content_hash=article.content_hash,
        archive=article.archive,
    )


def _id(
    article: Article,
    name: str,
    organization: Organization,
    start_date: str | None,
    session: object,
    event: Event,
) -> str:
    """Hash as DESIGN section 3 says: rather split than collapse."""
    body = organization.area_id or organization.name
    parts = [body, organization.level, start_date, name_key(name), session]
    vague = start_date is None or "X" in start_date or body is None
    if vague or is_generic(name) or event.visit is not None:
        parts += [article.id, event.start if start_date is None else None]
    return sha256(repr(parts).encode()).hexdigest()[:16]
