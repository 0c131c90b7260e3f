"""Everything that is read of a page once, before its meetings are told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from pipelines.meetings.assemble import Told, assemble, best_event, shifted
from pipelines.meetings.detect import Naming, Standing, find_namings
from pipelines.meetings.drafts import Draft, Event, draft_meetings
from pipelines.meetings.marks import Marks, scan
from pipelines.meetings.participants import Roster, page_posts, read_rosters
from pipelines.meetings.passages import assign_sentences, owner_of
from pipelines.meetings.people import People, find_people
from pipelines.meetings.places import Setting, read_setting
from pipelines.meetings.prose import Prose, read_prose
from pipelines.meetings.roles import Act, read_acts
from pipelines.meetings.screen import has_no_meeting
from pipelines.meetings.speeches import Opening, Row, find_openings, find_rows
from pipelines.meetings.times import When, find_dates
from pipelines.meetings.visits import find_visits
from pipelines.records.meeting import Meeting, Relation
from pipelines.records.terms import Classification, DateBasis, RelationKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipelines.records.article import Article
    from pipelines.records.meeting import Post


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReading:
    """One article's text with its words, people, dates and places marked."""

    article: Article
    prose: Prose
    marks: Marks
    people: People
    acts: tuple[Act, ...]
    dates: tuple[When, ...]
    setting: Setting
    namings: tuple[Naming, ...]
    posts: Mapping[str, tuple[tuple[Post, tuple[int, int]], ...]]
    rosters: tuple[Roster, ...]
    openings: tuple[Opening, ...]
    rows: tuple[Row, ...]
    published: date | None
    own_names: frozenset[str]
    main_date: str | None


def read_meetings(article: Article, area: str | None) -> tuple[Meeting, ...]:
    """The meetings that an article tells; none from fiction, notices, rules.

    `area`: the site's GB/T 2260 code, `CN` or null.
    """
    published = _day(article.published_at)
    prose = read_prose(article.text, frozenset(span.start for span in article.headings))
    if has_no_meeting(prose, article.title or "", published) is not None:
        return ()
    page, drafts = _read_page(article, prose, area, published)
    if published is None and not page.dates:
        return ()  # no day anywhere: nothing that a report would leave out
    return _meetings(page, drafts)


def _day(published_at: str | None) -> date | None:
    return date.fromisoformat(published_at[:10]) if published_at else None


def _read_page(
    article: Article, prose: Prose, area: str | None, published: date | None
) -> tuple[PageReading, tuple[Draft, ...]]:
    marks = scan(prose.flat)
    people = _without_bylines(find_people(prose, marks), article, prose)
    acts = read_acts(prose, people)
    dates = find_dates(prose.flat, published)
    setting = read_setting(
        article.title or "",
        article.text,
        article.publisher or "",
        area,
        published.year if published else None,
    )
    namings = find_namings(prose, marks, people, dates)
    visits = tuple(find_visits(prose, acts, dates))
    drafts = draft_meetings(prose, namings, visits, acts, dates, setting, published)
    own = frozenset(event.name for draft in drafts for event in draft.events)
    page = PageReading(
        article=article,
        prose=prose,
        marks=marks,
        people=people,
        acts=acts,
        dates=dates,
        setting=setting,
        namings=namings,
        posts=page_posts(people, setting),
        rosters=read_rosters(prose, acts),
        openings=find_openings(prose, acts),
        rows=find_rows(prose),
        published=published,
        own_names=own,
        main_date=_main_date(drafts),
    )
    return page, drafts


def _main_date(drafts: tuple[Draft, ...]) -> str | None:
    days = [day.date for draft in drafts if (day := _own_day(draft)) and day.date]
    return days[0] if days else None


def _without_bylines(people: People, article: Article, prose: Prose) -> People:
    """Without reporters and editors, who were not there as participants."""
    names = {*article.reporters, *article.editors, *article.reviewers}
    return People(
        mentions=tuple(
            mention
            for mention in people.mentions
            if mention.titles
            or (
                mention.name not in names
                and "记者" not in prose.flat[max(0, mention.start - 4) : mention.start]
            )
        )
    )


def _meetings(page: PageReading, drafts: tuple[Draft, ...]) -> tuple[Meeting, ...]:
    indices = assign_sentences(page.prose, drafts)
    acts = _acts_by_draft(page, drafts, indices)
    days = _days(page, drafts)
    meetings = tuple(
        assemble(page, Told(draft=draft, indices=rows, acts=own), day)
        for draft, rows, own, day in zip(drafts, indices, acts, days, strict=True)
    )
    return tuple(_related(meetings, drafts))


def _acts_by_draft(
    page: PageReading, drafts: tuple[Draft, ...], indices: tuple[tuple[int, ...], ...]
) -> list[tuple[Act, ...]]:
    by_sentence: dict[int, list[int]] = {}
    for draft, rows in enumerate(indices):
        for row in rows:
            by_sentence.setdefault(row, []).append(draft)
    owned: list[list[Act]] = [[] for _ in drafts]
    for act in page.acts:
        candidates = by_sentence.get(act.sentence, [])
        if len(candidates) == 1:
            owned[candidates[0]].append(act)
        elif candidates:
            here = _events_in(drafts, candidates, act.sentence)
            owner = owner_of(act, here, page.prose) if here else candidates[0]
            owned[owner].append(act)
    return [tuple(rows) for rows in owned]


def _events_in(
    drafts: tuple[Draft, ...], candidates: list[int], sentence: int
) -> list[tuple[int, Event]]:
    rows = [
        (index, event)
        for index in candidates
        for event in drafts[index].events
        if event.sentence == sentence
    ]
    return sorted(rows, key=lambda row: row[1].start)


def _own_day(draft: Draft) -> When | None:
    """The day that the draft's own sentences give, the fullest first."""
    rows = [event.when for event in draft.events if event.when]
    rows = [when for when in rows if when.date is not None] or rows
    return min(rows, key=lambda when: (when.date or "").count("X"), default=None)


def _days(page: PageReading, drafts: tuple[Draft, ...]) -> list[When | None]:
    """Each draft's day; 同日 and 随后 lean on the meeting before."""
    days: list[When | None] = []
    for draft in drafts:
        day = _own_day(draft)
        before = next((d for d in reversed(days) if d and d.date), None)
        if day is not None and day.date is None and day.shift is not None:
            day = _leaning(page, day, before)
        elif day is not None and day.date is not None:
            day = _with_year(day, best_event(draft).name)
        elif day is None and draft.order is RelationKind.AFTER and before:
            day = When(
                start=draft.first.start,
                end=draft.first.start,
                date=before.date,
                basis=DateBasis.RELATIVE,
            )
        days.append(day)
    return days


def _with_year(day: When, name: str) -> When:
    """The year of 2021年第一次全体会议, where the page gives none."""
    year = re.match(r"[^，]{0,20}?((?:19|20)\d\d)年", name)
    if day.date is None or not day.date.startswith("XXXX") or year is None:
        return day
    return replace(day, date=year[1] + day.date[4:], basis=DateBasis.NAME)


def _leaning(page: PageReading, day: When, before: When | None) -> When:
    earlier = [w for w in page.dates if w.end <= day.start and w.date]
    base = before or (earlier[-1] if earlier else None)
    if base is None or base.date is None or day.shift is None:
        return day
    return When(
        start=day.start,
        end=day.end,
        date=shifted(base.date, day.shift),
        basis=DateBasis.RELATIVE,
        time_of_day=day.time_of_day,
        clock=day.clock,
    )


def _related(meetings: tuple[Meeting, ...], drafts: tuple[Draft, ...]) -> list[Meeting]:
    """Meetings with their ties: 会前 and 会后 to the one before them on the page."""
    rows = []
    for index, (meeting, draft) in enumerate(zip(meetings, drafts, strict=True)):
        kind = draft.order
        if kind is None and _same_trip(meetings, index):
            kind = RelationKind.SAME_TRIP
        if kind is None or (index == 0 and len(meetings) == 1):
            rows.append(meeting)
            continue
        other = meetings[0] if index else meetings[1]
        tie = Relation(kind=kind, meeting=other.id)
        rows.append(replace(meeting, relations=(tie,)))
    return rows


def _same_trip(meetings: tuple[Meeting, ...], index: int) -> bool:
    if index == 0:
        return False
    first, this = meetings[0], meetings[index]
    kinds = {first.classification, this.classification}
    return (
        Classification.INSPECTION in kinds
        and len(kinds) > 1
        and first.start_date == this.start_date
    )


__all__ = ["PageReading", "Standing", "best_event", "read_meetings"]
