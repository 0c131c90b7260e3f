"""One telling of an own meeting or of a visit, with what stands around it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipelines.meetings.day_headings import day_above, day_of_opening
from pipelines.meetings.detect import find_namings
from pipelines.meetings.forms import form_time, minutes_name
from pipelines.meetings.look import Standing
from pipelines.meetings.marks import scan
from pipelines.meetings.naming import Naming
from pipelines.meetings.people import find_people
from pipelines.meetings.places import NOWHERE, Place, resolve
from pipelines.meetings.prose import read_prose
from pipelines.meetings.visits import Visit
from pipelines.meetings.when import When
from pipelines.records.terms import Classification, RelationKind, ResponseRelation, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.meetings.acts import Act
    from pipelines.meetings.page import PageReading
    from pipelines.meetings.prose import Prose


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
    def rule(self) -> str:
        """Id of the rule that read it."""
        if self.visit is not None:
            return self.visit.rule
        return self.naming.rule if self.naming else "named"

    @property
    def classification(self) -> Classification | None:
        if self.visit is not None:
            return self.visit.classification
        return self.naming.classification if self.naming else None


_BEFORE = re.compile(
    r"[\s●★◆■※]*(?:[\u4e00-\u9fff]{0,4}会前|会议前|之前|此前|会议开始前|会议召开前|在此之前|在[^，。；\n]{2,40}?(?:召开|举行|开始)之?前，)"
)
_AFTER = re.compile(
    r"[\s●★◆■※]*(?:[\u4e00-\u9fff]{0,4}会后|[\u4e00-\u9fff]{2,8}会议后，|[\u4e00-\u9fff]{0,6}会议(?:结束|闭幕)后|闭幕后|随后|之后|随即|散会(?:之)?后|会议后|紧接着|接着)"
)
_PRINCIPAL = frozenset({Role.CHAIR, Role.SPEAKER, Role.LEAD})


def of_naming(page: PageReading, naming: Naming) -> Event:
    """The event that an own naming tells."""
    prose = page.prose
    place = resolve(naming.name, page.setting)
    if naming.conveners:
        # 湖北省公安厅召开全省…会议, on a page of another province.
        body = resolve(naming.conveners[0].name, page.setting)
        if place is NOWHERE or (body.area_id and body.level is place.level):
            place = body
    return Event(
        name=naming.name,
        start=naming.start,
        end=naming.end,
        sentence=naming.sentence,
        naming=naming,
        visit=None,
        place=place,
        when=date_of(
            prose,
            naming.sentence,
            naming.start,
            naming.end,
            page.dates,
            until=naming.verb_start,
        ),
        order=_order(prose, naming.sentence, naming.start),
        principals=_principals(page.acts, naming.sentence),
        told=naming.told,
    )


_BARE = re.compile(r"(?:会议|大会|座谈会|全会|仪式|培训|活动)")


def of_title(page: PageReading) -> Iterator[Event]:
    """What the headline says was held, where the text only goes on about 会议."""
    title = page.article.title or ""
    bare = _BARE.search(page.prose.flat)
    if bare is None or not any(act.roles for act in page.acts):
        return
    prose = read_prose(title)
    marks = scan(prose.flat)
    namings = find_namings(prose, marks, find_people(prose, marks), ())
    for naming in namings:
        if naming.standing is Standing.OWN:
            told = replace(
                naming, start=0, end=0, sentence=0, verb_start=0, rule="headline"
            )
            opening = page.prose.sentences[0]
            event = of_naming(page, told)
            yield replace(event, when=_first_date(page, opening.start), told=True)
            return


def of_form(page: PageReading) -> Iterator[Event]:
    """The meeting of minutes in form layout, whose facts stand a line each."""
    time = form_time(page.prose.flat)
    title = page.article.title or ""
    named = minutes_name(page.prose.text) or minutes_name(title)
    if time is None or named is None:
        return
    name, start, end = named
    is_spelled = page.prose.text[start:end] == name
    sentence = page.prose.sentence_at(time)
    naming = Naming(
        name=re.sub(r"\s", "", name),
        start=start if is_spelled else time,
        end=end if is_spelled else time,
        head="会议",
        classification=None,
        standing=Standing.OWN,
        sentence=sentence.index,
        verb_start=time,
        told=True,
        rule="form",
    )
    inside = [
        when for when in page.dates if sentence.start <= when.start < sentence.end
    ]
    yield replace(of_naming(page, naming), when=inside[0] if inside else None)


def of_watched(page: PageReading) -> Iterator[Event]:
    """Where only the branch of an upstream meeting is told, that is the meeting."""
    for naming in page.namings:
        if naming.relation is ResponseRelation.WATCHED:
            yield replace(of_naming(page, naming), told=True)
            return


def of_chair(page: PageReading) -> Iterator[Event]:
    """A meeting that is never named: …任命A任院长。会议由B主持."""
    chaired = {act.sentence for act in page.acts if Role.CHAIR in act.roles}
    for naming in page.namings:
        if naming.rule == "anaphor" and naming.sentence in chaired:
            when = _first_date(page, page.prose.sentences[0].start)
            if when is not None and "X" not in (when.date or "X"):
                yield replace(of_naming(page, naming), when=when, told=True)
            return


def _first_date(page: PageReading, start: int) -> When | None:
    """The first date of the report's first 120 characters."""
    rows = [when for when in page.dates if start <= when.start < start + 120]
    return rows[0] if rows else None


def of_visit(page: PageReading, visit: Visit) -> Event:
    """The event that a visit is."""
    prose = page.prose
    return Event(
        name=visit.name,
        start=visit.start,
        end=visit.end,
        sentence=visit.sentence,
        naming=None,
        visit=visit,
        place=NOWHERE if visit.leads else resolve(visit.name, page.setting),
        when=date_of(prose, visit.sentence, visit.start, visit.end, page.dates),
        order=_order(prose, visit.sentence, visit.start),
        principals=_principals(page.acts, visit.sentence) | visit.leads,
        told=not prose.sentences[visit.sentence].heading,
    )


WRITTEN = re.compile(
    r"(?:讯|电|消息|报道)|[\u4e00-\u9fff]{2,4}(?:讯|电|消息)(?=[ \u3000（(：:])"
)
"""Behind a day on which a report was written: 5月22日讯, 5月22日保定电（…）."""


_RECENTLY = re.compile("(?:近日|日前|近期)，?")


def date_of(
    prose: Prose,
    index: int,
    start: int,
    end: int,
    dates: tuple[When, ...],
    *,
    until: int = 0,
) -> When | None:
    """The date nearest in front of a naming in its sentence, else the next behind: in
    its clause, or in front of the verb at `until` (…，11月16日上午在…闭幕)."""
    sentence = prose.sentences[index]
    inside = [w for w in dates if sentence.start <= w.start < sentence.end]
    told = [w for w in inside if not WRITTEN.match(prose.flat, w.end)]
    # 3月17日讯：…会议16日上午召开; 3月17日讯：近日，… was held on a day nobody tells.
    if (
        inside
        and not told
        and _RECENTLY.search(prose.flat, sentence.start, max(start, until))
    ):
        return None
    inside = told or inside
    front = [w for w in inside if w.start < start]
    clause_end = next((e for s, e in sentence.clauses if s <= start < e), end)
    behind = [w for w in inside if end <= w.start < max(clause_end, until)]
    within = [w for w in inside if start <= w.start < end]
    rows = front[-1:] or behind[:1] or within[:1]
    near = rows[0] if rows else day_above(prose, dates, index)
    return near or day_of_opening(prose, dates, index)


# 会前大家观摩了…，紧接着到会议室召开会议: the clause goes on to the meeting itself.
_THEN = re.compile(r"[\s\u3000]*(?:紧接着|随后|接着|然后|之后)")


def _order(prose: Prose, index: int, at: int) -> RelationKind | None:
    start = prose.sentences[index].start
    clause = prose.clause_start(at)
    if _BEFORE.match(prose.flat, start):
        goes_on = clause > start and _THEN.match(prose.flat, clause)
        return None if goes_on else RelationKind.BEFORE
    return RelationKind.AFTER if _AFTER.match(prose.flat, start) else None


def _principals(acts: tuple[Act, ...], sentence: int) -> frozenset[str]:
    return frozenset(
        act.mention.name
        for act in acts
        if act.sentence == sentence and act.roles & _PRINCIPAL
    )
