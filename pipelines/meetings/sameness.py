"""Whether two tellings are of one meeting: by name, day, place and people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.meetings.draft import Draft
from pipelines.meetings.keys import is_generic, likeness, name_key
from pipelines.meetings.places import NOWHERE
from pipelines.meetings.sessions import read_session
from pipelines.records.terms import Classification

if TYPE_CHECKING:
    from pipelines.meetings.events import Event


SIMILAR = 0.6
"""Share of a shorter name's character pairs at which two names are one meeting."""
# 主持第一次全体会议, 闭幕会: a sitting of the session that the page tells.
_SITTING = re.compile(
    r"(?:第[一二三四五六七八九十\d]{1,3}次|[两三四五六]次)?(?:全体会议|大会)|(?:大会|会议)?[开闭]幕(?:会议?|大会|式)"
)
_SESSIONS = frozenset(
    {
        Classification.CONGRESS,
        Classification.CONGRESS_STANDING,
        Classification.PLENARY,
    }
)


def is_sitting_of(draft: Draft, event: Event) -> bool:
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


def same(draft: Draft, event: Event) -> bool:
    draft = Draft(events=draft.events[:TELLINGS])
    if is_sitting_of(draft, event) or _is_talk_of(draft, event):
        return True
    if any(_conflict(other, event) for other in draft.events):
        return False
    if event.visit or draft.first.visit:
        return _same_visit(draft, event) or _both_inspect(draft.first, event)
    keys = [name_key(each.name) for each in draft.events]
    if event.order and not any(each.name == event.name for each in draft.events):
        return False
    if any(_same_session(each, event) for each in draft.events):
        return True
    key = name_key(event.name)
    if is_generic(event.name) and event.place is NOWHERE:
        follows = event.order is None or event.order is draft.order
        return follows and _kind_fits(draft, event)
    if max(likeness(key, each) for each in keys) >= SIMILAR:
        return True
    if not key and _same_day(draft, event):
        return True
    return _same_people(draft, event)


_HOUSES = re.compile("人大|人民代表大会|政协|政治协商会议")


def _same_session(one: Event, other: Event) -> bool:
    """中国人民政治协商会议某区第十五届委员会第三次会议, 区政协十五届三次会议: by numbers."""
    if not (_HOUSES.search(one.name) and _HOUSES.search(other.name)):
        return False
    a, b = read_session(one.name), read_session(other.name)
    if a is None or b is None or None in (a.term, a.number):
        return False
    cppcc = ["政协" in each.name or "政治协商" in each.name for each in (one, other)]
    sittings = ["主席团" in each.name or "常" in each.name for each in (one, other)]
    alike = cppcc[0] == cppcc[1] and sittings[0] == sittings[1]
    return alike and (a.term, a.number) == (b.term, b.number)


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
