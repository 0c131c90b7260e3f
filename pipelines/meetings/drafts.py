"""The meetings of a page: tellings of the same one brought together."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from pipelines.meetings.events import (
    Event,
    of_chair,
    of_form,
    of_naming,
    of_title,
    of_visit,
    of_watched,
)
from pipelines.meetings.keys import is_generic, likeness, name_key
from pipelines.meetings.look import Standing
from pipelines.meetings.places import NOWHERE
from pipelines.records.terms import Classification, RelationKind

if TYPE_CHECKING:
    from pipelines.meetings.page import PageReading
    from pipelines.meetings.visits import Visit

SIMILAR = 0.6
"""Share of a shorter name's character pairs at which two names are one meeting."""


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


def draft_meetings(page: PageReading, visits: tuple[Visit, ...]) -> tuple[Draft, ...]:
    """The page's meetings, in the order in which they are first told."""
    own = [naming for naming in page.namings if naming.standing is Standing.OWN]
    events = [of_naming(page, naming) for naming in own]
    events = [event for event in events if not _is_ahead(event, page.published)]
    events = _without_background(events)
    held = {event.sentence: event for event in reversed(events)}
    events += [
        of_visit(page, visit)
        for visit in visits
        if _stands_apart(visit, held.get(visit.sentence))
    ]
    events += of_form(page)
    if not events:
        events = list(of_title(page)) or list(of_watched(page)) or list(of_chair(page))
    drafts: list[Draft] = []
    for event in sorted(events, key=lambda each: each.start):
        _place_event(drafts, event)
    return tuple(_without_echoes(drafts))


def _without_background(events: list[Event]) -> list[Event]:
    """Without a national congress that a county's report begins with.

    Where nobody of the page acts in its sentence, and the page tells another meeting.
    """
    near = [event for event in events if not _CONGRESS.search(event.name)]
    if not near:
        return events
    kept = {event.start for event in near}
    return [event for event in events if event.start in kept or event.principals]


# What no region's people sit in on their own behalf.
_CONGRESS = re.compile(
    r"^(?:党的|中共中央|中央)|中国共产党第.{1,4}次全国代表大会|全国人大|全国人民代表大会|"
    r"全国政协[^，]{0,4}届|届[^，]{0,2}中全会"
)


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


def _place_event(drafts: list[Draft], event: Event) -> None:
    """Add the event to the draft it tells again, or open a new one."""
    for index in range(len(drafts) - 1, -1, -1):
        if _same(drafts[index], event):
            if _is_sitting_of(drafts[index], event) and _is_dated(drafts[index]):
                event = replace(event, when=None)  # the session's days are its own
            rows = (*drafts[index].events, event)
            drafts[index] = replace(drafts[index], events=rows)
            return
    drafts.append(Draft(events=(event,)))


def _is_dated(draft: Draft) -> bool:
    return any(each.when and each.when.date for each in draft.events)


# 主持第一次全体会议, 闭幕会: a sitting of the session that the page tells.
_SITTING = re.compile(
    r"(?:第[一二三四五六七八九十\d]{1,3}次)?(?:全体会议|大会)|(?:大会|会议)?[开闭]幕(?:会议?|大会|式)"
)
_SESSIONS = frozenset(
    {
        Classification.CONGRESS,
        Classification.CONGRESS_STANDING,
        Classification.PLENARY,
    }
)


def _is_sitting_of(draft: Draft, event: Event) -> bool:
    kinds = {each.classification for each in draft.events[:TELLINGS]}
    is_session = bool(kinds & _SESSIONS) or "届" in draft.first.name
    return is_session and _SITTING.fullmatch(event.name) is not None


# 会见…，双方举行工作会谈。…出席座谈会: what hosts and guests did is the reception.
_TALKS = re.compile(r"(?:工作)?会谈")
_TALKS_AGAIN = re.compile(r"座谈会?")


def _is_talk_of(draft: Draft, event: Event) -> bool:
    receives = draft.first.classification is Classification.RECEPTION
    near = any(abs(event.sentence - each.sentence) <= 2 for each in draft.events)
    if not receives or event.visit or event.order or not near:
        return False
    talked = any(_TALKS.fullmatch(each.name) for each in draft.events)
    form = _TALKS_AGAIN if talked else _TALKS
    return form.fullmatch(event.name) is not None


TELLINGS = 24
"""Tellings of one meeting that a further one is compared with: no report has more."""


def _same(draft: Draft, event: Event) -> bool:
    draft = Draft(events=draft.events[:TELLINGS])
    if _is_sitting_of(draft, event) or _is_talk_of(draft, event):
        return True
    if any(_conflict(other, event) for other in draft.events):
        return False
    if event.visit or draft.first.visit:
        return _same_visit(draft, event) or _both_inspect(draft.first, event)
    keys = [name_key(each.name) for each in draft.events]
    if event.order and not any(each.name == event.name for each in draft.events):
        return False
    key = name_key(event.name)
    if is_generic(event.name) and event.place is NOWHERE:
        return event.order is None and _kind_fits(draft, event)
    if max(likeness(key, each) for each in keys) >= SIMILAR:
        return True
    if not key and _same_day(draft, event):
        return True
    return _same_people(draft, event)


def _kind_fits(draft: Draft, event: Event) -> bool:
    """Whether a mere 座谈会 can be the draft's meeting, said shortly."""
    open_kinds = (None, Classification.WORK)
    kinds = {each.classification for each in draft.events}
    return event.classification in open_kinds or event.classification in kinds


def _conflict(one: Event, other: Event) -> bool:
    """Facts that no single meeting can have both of."""
    a, b = one.when, other.when
    if a and b and a.date and b.date and _days_differ(a.date, b.date):
        return True
    if a and b and a.time_of_day and b.time_of_day and a.time_of_day != b.time_of_day:
        return True
    if (one.visit is None) != (other.visit is None) and not _both_inspect(one, other):
        return True
    p, q = one.place, other.place
    if p.level and q.level and p.level != q.level:
        return True
    if p.area_id and q.area_id and p.area_id != q.area_id:
        return True
    return _numbers_differ(one.name, other.name) or _classes_differ(one, other)


def _both_inspect(one: Event, other: Event) -> bool:
    """现场观摩活动 and 率队观摩: an inspection with a name of its own, told again."""
    kinds = {one.classification, other.classification}
    return kinds == {Classification.INSPECTION} and not (one.visit and other.visit)


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
    if any(_receive_others(each, event) for each in draft.events):
        return False
    leads = {name for each in draft.events if each.visit for name in each.visit.leads}
    kinds = {each.classification for each in draft.events}
    return bool(
        event.visit and event.visit.leads & leads and event.classification in kinds
    )


def _receive_others(one: Event, other: Event) -> bool:
    """昨天上午会见了A一行。…昨天上午会见了B一行: each told with a day of its own."""
    if {one.classification, other.classification} != {Classification.RECEPTION}:
        return False
    if not (one.told and other.told and one.when and other.when):
        return False
    alike = likeness(name_key(one.name), name_key(other.name))
    return one.when.start != other.when.start and alike < SIMILAR


def _same_day(draft: Draft, event: Event) -> bool:
    days = {each.when.date for each in draft.events if each.when}
    return event.when is not None and event.when.date in days


def _same_people(draft: Draft, event: Event) -> bool:
    """Same day, same principals, same level: one meeting under two names."""
    people = {name for each in draft.events for name in each.principals}
    levels = {each.place.level for each in draft.events}
    undated = event.when is None and not event.told
    return bool(
        people & event.principals
        and (_same_day(draft, event) or undated)
        and event.place.level in levels
    )


def _without_echoes(drafts: list[Draft]) -> list[Draft]:
    """Less what was only named (在…上强调) beside meetings that are told."""
    told = [d for d in drafts if any(event.told for event in d.events)]
    weak = [
        d
        for d in drafts
        if d not in told
        and (d.first.visit or d.first.when or all(other.first.visit for other in told))
    ]
    return [d for d in drafts if d in told or d in weak] if told else drafts


def best_event(draft: Draft) -> Event:
    """The telling with the shortest full name: told, with its place, early."""
    rows = [event for event in draft.events if event.told] or list(draft.events)
    if draft.first.visit is not None:
        rows = [event for event in rows if event.visit is not None] or rows
        headings = [event for event in draft.events if not event.told]
        # The opening tells the whole visit, what follows its parts.
        return min([*headings, *rows[:1]], key=lambda event: len(event.name))
    return min(rows, key=_fullness)


def _fullness(event: Event) -> tuple[int, int, int]:
    explicit = re.match(r"[^，]{2,8}?[省市县区州盟旗镇乡](?=..)", event.name)
    level = 0 if explicit and event.place.area_id else 1
    if event.place is NOWHERE or is_generic(event.name):
        level = 2
    return level, 0 if event.when else 1, event.start
