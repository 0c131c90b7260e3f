"""The meetings of a page: namings of the same one brought together."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from pipelines.meetings.detect import Naming, Standing
from pipelines.meetings.keys import is_generic, likeness, name_key
from pipelines.meetings.places import NOWHERE, Place, resolve
from pipelines.records.terms import Classification, RelationKind, Role

if TYPE_CHECKING:
    from pipelines.meetings.places import Setting
    from pipelines.meetings.prose import Prose
    from pipelines.meetings.roles import Act
    from pipelines.meetings.times import When
    from pipelines.meetings.visits import Visit

SIMILAR = 0.6
"""Share of a shorter name's character pairs at which two names are one meeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One telling of an own meeting or visit, with what stands around it."""

    name: str
    start: int
    end: int
    sentence: int
    naming: Naming | None
    visit: Visit | None
    place: Place
    when: When | None
    order: RelationKind | None
    """`before` for 会前, 之前; `after` for 会后, 随后."""
    principals: frozenset[str]
    """Who chairs, speaks or leads in the same sentence."""
    told: bool

    @property
    def classification(self) -> Classification | None:
        if self.visit is not None:
            return self.visit.classification
        return self.naming.classification if self.naming else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """All tellings of one meeting."""

    events: tuple[Event, ...]

    @property
    def first(self) -> Event:
        return self.events[0]

    @property
    def order(self) -> RelationKind | None:
        return self.first.order


_BEFORE = re.compile(
    r"[\s●★◆■※]*(?:[\u4e00-\u9fff]{0,4}会前|会议前|之前|此前|会议开始前|会议召开前|在此之前)"
)
_AFTER = re.compile(
    r"[\s●★◆■※]*(?:[\u4e00-\u9fff]{0,4}会后|会议结束后|随后|之后|散会(?:之)?后|会议后|紧接着|接着)"
)
_PRINCIPAL = frozenset({Role.CHAIR, Role.SPEAKER, Role.LEAD})


def draft_meetings(
    prose: Prose,
    namings: tuple[Naming, ...],
    visits: tuple[Visit, ...],
    acts: tuple[Act, ...],
    dates: tuple[When, ...],
    setting: Setting,
    published: date | None,
) -> tuple[Draft, ...]:
    """The page's meetings, in the order in which they are first told."""
    events = [
        _of_naming(prose, naming, acts, dates, setting)
        for naming in namings
        if naming.standing is Standing.OWN
    ]
    events = [event for event in events if not _is_ahead(event, published)]
    held = {event.sentence: event for event in reversed(events)}
    events += [
        _of_visit(prose, visit, acts, dates, setting)
        for visit in visits
        if _stands_apart(visit, held.get(visit.sentence))
    ]
    drafts: list[Draft] = []
    for event in sorted(events, key=lambda each: each.start):
        _place_event(drafts, event)
    return tuple(_without_echoes(drafts))


def _is_ahead(event: Event, published: date | None) -> bool:
    """Whether the day lies after the publication: planned, whatever the verb says."""
    day = event.when.date if event.when else None
    if published is None or day is None or "X" in day:
        return False
    return day > (published + timedelta(days=1)).isoformat()


def _stands_apart(visit: Visit, held: Event | None) -> bool:
    """Beside a meeting in its sentence, a visit counts only when told first.

    调研…并召开座谈会: two records; 主持会议并到现场检查: one.
    """
    if held is None or visit.classification is Classification.RECEPTION:
        return True
    verb = held.naming.verb_start if held.naming else held.start
    return visit.end <= verb


def _of_naming(
    prose: Prose,
    naming: Naming,
    acts: tuple[Act, ...],
    dates: tuple[When, ...],
    setting: Setting,
) -> Event:
    place = resolve(naming.name, setting)
    if place is NOWHERE and naming.conveners:
        place = resolve(naming.conveners[0].name, setting)
    return Event(
        name=naming.name,
        start=naming.start,
        end=naming.end,
        sentence=naming.sentence,
        naming=naming,
        visit=None,
        place=place,
        when=date_of(prose, naming.sentence, naming.start, naming.end, dates),
        order=_order(prose, naming.sentence),
        principals=_principals(acts, naming.sentence),
        told=naming.told,
    )


def _of_visit(
    prose: Prose,
    visit: Visit,
    acts: tuple[Act, ...],
    dates: tuple[When, ...],
    setting: Setting,
) -> Event:
    return Event(
        name=visit.name,
        start=visit.start,
        end=visit.end,
        sentence=visit.sentence,
        naming=None,
        visit=visit,
        place=NOWHERE,
        when=date_of(prose, visit.sentence, visit.start, visit.end, dates),
        order=_order(prose, visit.sentence),
        principals=_principals(acts, visit.sentence) | visit.leads,
        told=not prose.sentences[visit.sentence].heading,
    )


def date_of(
    prose: Prose, index: int, start: int, end: int, dates: tuple[When, ...]
) -> When | None:
    """The date nearest in front of a naming in its sentence, else the next behind."""
    sentence = prose.sentences[index]
    inside = [w for w in dates if sentence.start <= w.start < sentence.end]
    front = [w for w in inside if w.start < start]
    clause_end = next((e for s, e in sentence.clauses if s <= start < e), end)
    behind = [w for w in inside if end <= w.start < clause_end]
    within = [w for w in inside if start <= w.start < end]
    rows = front[-1:] or behind[:1] or within[:1]
    return rows[0] if rows else None


def _order(prose: Prose, index: int) -> RelationKind | None:
    start = prose.sentences[index].start
    if _BEFORE.match(prose.flat, start):
        return RelationKind.BEFORE
    return RelationKind.AFTER if _AFTER.match(prose.flat, start) else None


def _principals(acts: tuple[Act, ...], sentence: int) -> frozenset[str]:
    return frozenset(
        act.mention.name
        for act in acts
        if act.sentence == sentence and act.roles & _PRINCIPAL
    )


def _place_event(drafts: list[Draft], event: Event) -> None:
    """Add the event to the draft it tells again, or open a new one."""
    for index in range(len(drafts) - 1, -1, -1):
        if _same(drafts[index], event):
            rows = (*drafts[index].events, event)
            drafts[index] = replace(drafts[index], events=rows)
            return
    drafts.append(Draft(events=(event,)))


def _same(draft: Draft, event: Event) -> bool:
    if any(_conflict(other, event) for other in draft.events):
        return False
    if event.visit or draft.first.visit:
        return _same_visit(draft, event)
    keys = [name_key(each.name) for each in draft.events]
    if event.order and not any(each.name == event.name for each in draft.events):
        return False
    key = name_key(event.name)
    if is_generic(event.name) and event.place is NOWHERE:
        return event.order is None
    if max(likeness(key, each) for each in keys) >= SIMILAR:
        return True
    if not key and _same_day(draft, event):
        return True
    return _same_people(draft, event)


def _conflict(one: Event, other: Event) -> bool:
    """Facts that no single meeting can have both of."""
    a, b = one.when, other.when
    if a and b and a.date and b.date and _days_differ(a.date, b.date):
        return True
    if a and b and a.time_of_day and b.time_of_day and a.time_of_day != b.time_of_day:
        return True
    if (one.visit is None) != (other.visit is None):
        return True
    p, q = one.place, other.place
    if p.level and q.level and p.level != q.level:
        return True
    if p.area_id and q.area_id and p.area_id != q.area_id:
        return True
    return _numbers_differ(one.name, other.name) or _classes_differ(one, other)


def _days_differ(one: str, other: str) -> bool:
    return any(a != b and "X" not in (a, b) for a, b in zip(one, other, strict=True))


_NUMBER = re.compile(r"第([一二三四五六七八九十百\d]+)次")


def _numbers_differ(one: str, other: str) -> bool:
    a, b = _NUMBER.search(one), _NUMBER.search(other)
    return bool(a and b and a[1] != b[1])


# Kinds that one meeting cannot be at the same time; the others blur in short names.
_STRICT = frozenset(
    {
        Classification.PARTY_GROUP,
        Classification.EXECUTIVE,
        Classification.STANDING_COMMITTEE,
        Classification.CONGRESS_STANDING,
        Classification.CONGRESS,
        Classification.PLENARY,
        Classification.PRESS,
        Classification.STUDY,
        Classification.LEADING_GROUP,
    }
)


def _classes_differ(one: Event, other: Event) -> bool:
    a, b = one.classification, other.classification
    return bool(a and b and a != b and (a in _STRICT or b in _STRICT))


def _same_visit(draft: Draft, event: Event) -> bool:
    leads = {name for each in draft.events if each.visit for name in each.visit.leads}
    kinds = {each.classification for each in draft.events}
    return bool(
        event.visit and event.visit.leads & leads and event.classification in kinds
    )


def _same_day(draft: Draft, event: Event) -> bool:
    days = {each.when.date for each in draft.events if each.when}
    return event.when is not None and event.when.date in days


def _same_people(draft: Draft, event: Event) -> bool:
    """Same day, same principals, same level: one meeting under two names."""
    people = {name for each in draft.events for name in each.principals}
    levels = {each.place.level for each in draft.events}
    return bool(
        people & event.principals
        and _same_day(draft, event)
        and event.place.level in levels
    )


def _without_echoes(drafts: list[Draft]) -> list[Draft]:
    """Less what was only named (在…上强调) beside meetings that are told."""
    told = [d for d in drafts if any(event.told for event in d.events)]
    weak = [
        d
        for d in drafts
        if d not in told and (d.first.visit or not told or d.first.when)
    ]
    return [d for d in drafts if d in told or d in weak] if told else drafts
