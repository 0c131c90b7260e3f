"""Drafts, people and content put together to Meeting records."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.meetings.acts import Act
from pipelines.meetings.circumstances import (
    convener_evidence,
    date_evidence,
    read_locations,
    read_modality,
)
from pipelines.meetings.classify import class_of, read_subjects
from pipelines.meetings.content import Content, read_content
from pipelines.meetings.dating import Dating
from pipelines.meetings.draft import Draft
from pipelines.meetings.drafts import best_event
from pipelines.meetings.evidence import Ledger
from pipelines.meetings.identity import meeting_id
from pipelines.meetings.keys import name_key
from pipelines.meetings.organizations import NO_LEVEL, read_organizations
from pipelines.meetings.participants import Seat, read_seats
from pipelines.meetings.passages import read_passages
from pipelines.meetings.sessions import read_session
from pipelines.records.issue import Issue, Stage
from pipelines.records.meeting import (
    Location,
    Meeting,
    Organization,
    Passages,
    Session,
    Source,
)
from pipelines.records.terms import Classification, Modality
from pipelines.version import EXTRACTOR_VERSION

if TYPE_CHECKING:
    from pipelines.meetings.events import Event
    from pipelines.meetings.page import PageReading
    from pipelines.records.article import Article
    from pipelines.records.people import NameList


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One draft with the sentences, the acts and the day that belong to it."""

    draft: Draft
    indices: tuple[int, ...]
    acts: tuple[Act, ...]
    dating: Dating
    own_names: frozenset[str]
    """Names of all own meetings of the page."""


def assemble(page: PageReading, told: Told) -> Meeting:
    """The record of one meeting."""
    ledger = Ledger()
    event = best_event(told.draft)
    if event.name == re.sub(r"\s", "", page.prose.text[event.start : event.end]):
        ledger.add("/name", event.start, event.end, event.rule)
    else:
        ledger.derive("/name", "composed")
    seats = read_seats(
        page.prose, told.acts, page.posts, page.rosters, event.classification
    )
    ledger.add_seats(seats)
    present = frozenset(seat.participant.name for seat in seats)
    organization, others = read_organizations(told.draft, event, seats, page.setting)
    convener_evidence(page, told, organization, ledger)
    passages = read_passages(page.prose, told.indices)
    kind = class_of(page, event, organization, passages)
    ledger.derive("/classification", "head_noun")
    content = read_content(
        page, told.indices, told.acts, present, passages, own_names=told.own_names
    )
    modality = read_modality(page, event, told, ledger)
    location, branches = read_locations(page, event, told, ledger)
    date_evidence(told.dating, ledger)
    ledger.extend(content.evidence())
    core = _Core(
        organization=organization,
        others=others,
        kind=kind,
        modality=modality,
        location=location,
        branches=branches,
        passages=passages,
    )
    return _record(page, told, event, seats, content, ledger=ledger, core=core)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Core:
    """Values of the record that are read one by one."""

    organization: Organization
    others: tuple[Organization, ...]
    kind: Classification | None
    modality: Modality | None
    location: Location | None
    branches: tuple[Location, ...]
    passages: Passages


def _session_of(draft: Draft, event: Event) -> Session | None:
    """As the meeting's name says, else one of another telling: 县委常委会会议召开, 主持召开
    十四届县委第51次常委会会议."""
    if event.visit is not None:
        return None  # 看望出席…一次会议的代表: what a visit's name holds is not its own
    rows = (read_session(e.name) for e in draft.events if e.told and e.visit is None)
    numbered = (row for row in rows if row and row.number)
    return read_session(event.name) or next(numbered, None)


def _record(
    page: PageReading,
    told: Told,
    event: Event,
    seats: tuple[Seat, ...],
    content: Content,
    *,
    ledger: Ledger,
    core: _Core,
) -> Meeting:
    dating = told.dating
    session = _session_of(told.draft, event)
    when = dating.when
    return Meeting(
        id=meeting_id(page.article, event, core.organization, dating.start, session),
        name=event.name,
        name_key=name_key(event.name),
        classification=core.kind or Classification.OTHER,
        subjects=read_subjects(event.name, page.marks, _lead(core.passages)),
        session=session,
        start_date=dating.start,
        end_date=dating.end,
        start_time=when.clock if when else None,
        time_of_day=when.time_of_day if when else None,
        date_latest=dating.latest,
        date_basis=dating.basis,
        modality=core.modality,
        organization=core.organization,
        co_organizers=core.others,
        location=core.location,
        branch_locations=core.branches,
        participants=tuple(seat.participant for seat in seats),
        lists=_lists(page, seats, core.passages),
        groups=content.merged_groups(),
        attendance=content.attendance[0] if content.attendance else None,
        mentions=tuple(row for row, _ in content.mentions),
        appointments=tuple(row for row, _ in content.appointments),
        agenda=tuple(row for row, _ in content.agenda),
        motions=tuple(row for row, _ in content.motions),
        speeches=content.speeches,
        formulae=content.formulae,
        responds_to=tuple(row for row, _ in content.responses),
        passages=core.passages,
        sources=(_source(page.article),),
        evidence=ledger.rows(),
        issues=_issues(page, event, core.kind, core.organization),
        extractor_version=EXTRACTOR_VERSION,
    )


def _lists(
    page: PageReading, seats: tuple[Seat, ...], passages: Passages
) -> tuple[NameList, ...]:
    present = {seat.participant.name for seat in seats}
    return tuple(
        roster.record
        for roster in page.rosters
        if any(mention.name in present for mention in roster.mentions)
        and any(s.start <= roster.record.span.start < s.end for s in passages.spans)
    )


def _lead(passages: Passages) -> tuple[int, int]:
    """The opening of the passages, where the subjects of a meeting stand."""
    if not passages.spans:
        return 0, 0
    first = passages.spans[0]
    return first.start, min(first.end, first.start + 200)


def _issues(
    page: PageReading,
    event: Event,
    kind: Classification | None,
    organization: Organization,
) -> tuple[Issue, ...]:
    codes = []
    if kind is None:
        codes.append("unknown_meeting_kind")
    if organization.area_id is None and organization.classification not in NO_LEVEL:
        codes.append("unresolved_area")
    return tuple(
        Issue(
            stage=Stage.MEETINGS,
            code=code,
            value=event.name[:200],
            url=page.article.url,
            site=page.article.site,
            start=event.start,
            end=event.end,
        )
        for code in codes
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
