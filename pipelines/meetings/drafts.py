"""The meetings of a page: tellings of the same one brought together."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from pipelines.meetings.draft import Draft
from pipelines.meetings.events import (
    Event,
    of_chair,
    of_form,
    of_naming,
    of_title,
    of_visit,
    of_watched,
)
from pipelines.meetings.keys import is_generic
from pipelines.meetings.look import Standing
from pipelines.meetings.places import NOWHERE
from pipelines.meetings.sameness import is_sitting_of, same
from pipelines.records.terms import Classification

if TYPE_CHECKING:
    from pipelines.meetings.page import PageReading
    from pipelines.meetings.visits import Visit


def draft_meetings(page: PageReading, visits: tuple[Visit, ...]) -> tuple[Draft, ...]:
    """The page's meetings, in the order in which they are first told."""
    own = [naming for naming in page.namings if naming.standing is Standing.OWN]
    events = [of_naming(page, naming) for naming in own]
    events = [event for event in events if not _is_ahead(event, page.published)]
    events = _without_cited(_without_background(events), page)
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


def _without_cited(events: list[Event], page: PageReading) -> list[Event]:
    """Without meetings that an earlier sentence of another meeting cites by name: …传达
    第二次援疆会议精神。第二次援疆会议5月底在北京举行."""
    cited = _cited(page)
    first = min((event.start for event in events), default=0)
    return [
        event
        for event in events
        if event.start == first or cited.get(event.name, event.start) >= event.start
    ]


def _cited(page: PageReading) -> dict[str, int]:
    """Where each upstream meeting is first cited."""
    cited: dict[str, int] = {}
    for naming in page.namings:
        if naming.standing is Standing.UPSTREAM:
            cited.setdefault(naming.name, naming.start)
    return cited


def elsewhere(page: PageReading, drafts: tuple[Draft, ...]) -> frozenset[int]:
    """Sentences that tell what happened at a meeting that the page only cites."""
    cited = _cited(page)
    told = {event.sentence for draft in drafts for event in draft.events}
    return frozenset(
        naming.sentence
        for naming in page.namings
        if naming.standing is Standing.OWN
        and naming.sentence not in told
        and cited.get(naming.name, naming.start) < naming.start
    )


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
        if same(drafts[index], event):
            if is_sitting_of(drafts[index], event) and _is_dated(drafts[index]):
                event = replace(event, when=None)  # the session's days are its own
            rows = (*drafts[index].events, event)
            drafts[index] = replace(drafts[index], events=rows)
            return
    drafts.append(Draft(events=(event,)))


def _is_dated(draft: Draft) -> bool:
    return any(each.when and each.when.date for each in draft.events)


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
