"""From an article to its meetings: read the page once, then tell them apart."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from pipelines.meetings.acts import Act, read_acts
from pipelines.meetings.assemble import Told, assemble
from pipelines.meetings.chronicle import anchor
from pipelines.meetings.dating import date_drafts
from pipelines.meetings.demands import find_rows
from pipelines.meetings.derived import prove_all
from pipelines.meetings.detect import find_namings
from pipelines.meetings.drafts import draft_meetings, elsewhere
from pipelines.meetings.feedback import find_feedbacks
from pipelines.meetings.look import Standing
from pipelines.meetings.marks import Marks, scan
from pipelines.meetings.openings import find_openings
from pipelines.meetings.owners import by_owner, sharing
from pipelines.meetings.page import PageReading
from pipelines.meetings.participants import page_posts, read_rosters
from pipelines.meetings.parties import find_outings, find_parties, is_accompanied
from pipelines.meetings.passages import assign_sentences
from pipelines.meetings.people import People, find_people
from pipelines.meetings.prose import Prose, read_prose
from pipelines.meetings.relations import relate
from pipelines.meetings.screen import has_no_meeting
from pipelines.meetings.setting import read_setting
from pipelines.meetings.times import find_dates
from pipelines.meetings.visits import find_visits
from pipelines.records.terms import MentionContext

if TYPE_CHECKING:
    from pipelines.meetings.draft import Draft
    from pipelines.meetings.events import Event
    from pipelines.meetings.naming import Naming
    from pipelines.meetings.when import When
    from pipelines.records.article import Article
    from pipelines.records.meeting import Meeting


def read_meetings(article: Article, area: str | None) -> tuple[Meeting, ...]:
    """The meetings that an article tells; none from fiction, notices, rules.

    `area`: the site's GB/T 2260 code, `CN` or null.
    """
    published = _day(article.published_at)
    headings = frozenset(span.start for span in article.headings)
    prose = read_prose(article.text, headings)
    if has_no_meeting(prose, article.title or "", published) is not None:
        return ()
    page = read_page(article, prose, area, published)
    if published is None and not page.dates and not _is_recent(page):
        return ()  # no day anywhere: nothing that a report would leave out
    return _meetings(page, drafts_of(page))


# 近日，…: the only day that some reports give, on pages saved without theirs.
_RECENTLY = re.compile(r"近日|日前|连日来|今[天日]|昨[天日]|近期")
_LEAD = 200


def _is_recent(page: PageReading) -> bool:
    """Whether a report of a place that is on the map says that it was lately."""
    told = _RECENTLY.search(page.prose.text[:_LEAD]) is not None
    return told and page.setting.within is not None


def _day(published_at: str | None) -> date | None:
    return date.fromisoformat(published_at[:10]) if published_at else None


def read_page(
    article: Article, prose: Prose, area: str | None, published: date | None
) -> PageReading:
    """Words, people, dates and places of the whole page."""
    marks = scan(prose.flat)
    people = _without_bylines(find_people(prose, marks), article, prose)
    dates = find_dates(prose.flat, anchor(article.title or "", published))
    namings = _namings(prose, marks, people, dates)
    acts = _outside_names(read_acts(prose, people), namings)
    setting = read_setting(
        article.title or "",
        article.text,
        article.publisher or "",
        area,
        published.year if published else None,
    )
    return PageReading(
        article=article,
        published=published,
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
    )


def _outside_names(
    acts: tuple[Act, ...], namings: tuple[Naming, ...]
) -> tuple[Act, ...]:
    """学习贯彻习近平总书记…精神宣讲会在某区举行: whom a name holds does nothing."""
    inside = {
        at for n in namings for at in range(n.start, n.end - 1) if _THOUGHT in n.name
    }
    return tuple(
        replace(act, role_spans=(), context=MentionContext.INSTRUCTION)
        if act.mention.start in inside
        else act
        for act in acts
    )


_THOUGHT = "总书记"


def _namings(
    prose: Prose, marks: Marks, people: People, dates: tuple[When, ...]
) -> tuple[Naming, ...]:
    """Meetings by their nouns, and those that only a verb tells."""
    named = find_namings(prose, marks, people, dates)
    own = frozenset(n.sentence for n in named if n.standing is Standing.OWN)
    return (*named, *find_feedbacks(prose, own))


def drafts_of(page: PageReading) -> tuple[Draft, ...]:
    """The page's meetings, tellings of the same one brought together."""
    title = page.article.title or ""
    visits = (
        *find_visits(page.prose, page.acts, page.dates, title),
        *find_outings(page.prose),
    )
    drafts = draft_meetings(page, visits)
    parties = () if visits else tuple(find_parties(page.prose, page.dates))
    if drafts and not any(is_accompanied(page.prose, each) for each in parties):
        return drafts
    return draft_meetings(page, parties) if parties else drafts


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
    indices = assign_sentences(page.prose, drafts, elsewhere(page, drafts))
    acts = _acts_by_draft(page, drafts, indices)
    datings = date_drafts(drafts, page.prose, page.dates, page.published)
    own = frozenset(event.name for draft in drafts for event in draft.events)
    meetings = tuple(
        assemble(
            page,
            Told(draft=draft, indices=rows, acts=mine, dating=dating, own_names=own),
        )
        for draft, rows, mine, dating in zip(
            drafts, indices, acts, datings, strict=True
        )
    )
    return tuple(prove_all(each) for each in relate(_apart(meetings), drafts))


def _apart(meetings: tuple[Meeting, ...]) -> tuple[Meeting, ...]:
    """Ids told apart where two meetings of one page would share one."""
    ids = [meeting.id for meeting in meetings]
    if len(set(ids)) == len(ids):
        return meetings
    return tuple(
        replace(meeting, id=f"{int(meeting.id, 16) ^ ids[:at].count(meeting.id):016x}")
        for at, meeting in enumerate(meetings)
    )


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
            parts = (
                by_owner(act, here, page.prose)
                if here
                else [(each, act) for each in candidates]
            )
            for owner, part in parts:
                for index in sharing(part, owner, here, page.prose):
                    owned[index].append(part)
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
