"""On which day a meeting was: its own words, then those of the meeting before it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from pipelines.meetings.drafts import best_event
from pipelines.meetings.events import WRITTEN
from pipelines.meetings.when import When
from pipelines.records.terms import DateBasis, RelationKind

if TYPE_CHECKING:
    from pipelines.meetings.draft import Draft
    from pipelines.meetings.prose import Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """What a page proves of a meeting's day; fields as in the Meeting record."""

    when: When | None
    start: str | None = None
    end: str | None = None
    latest: str | None = None
    basis: DateBasis | None = None


def date_drafts(
    drafts: tuple[Draft, ...],
    prose: Prose,
    dates: tuple[When, ...],
    published: date | None,
) -> tuple[Dating, ...]:
    """One Dating for each draft; 同日 and 随后 lean on the meeting before."""
    days: list[When | None] = []
    taken = {event.sentence for draft in drafts for event in draft.events}
    for draft in drafts:
        before = next((day for day in reversed(days) if day and day.date), None)
        before = before or _told_before(draft, prose, dates)
        goes_on = _goes_on(draft, prose)
        day = _day(draft, dates, before, goes_on=goes_on)
        day = day or _day_below(draft, prose, dates, taken)
        days.append(day)
    if not any(day and day.date for day in days):
        days = [
            day or _of_the_opening(draft, prose, dates, published)
            for draft, day in zip(drafts, days, strict=True)
        ]
    main = next((day.date for day in days if day and day.date), None)
    rows = zip(drafts, days, strict=True)
    return tuple(_dating(draft, day, main, published) for draft, day in rows)


OPENING = 24
"""Characters in front of the day with which a report opens: its dateline."""
NEAR = 4
"""Sentences behind the opening in which it still tells what happened that day."""


def _of_the_opening(
    draft: Draft, prose: Prose, dates: tuple[When, ...], published: date | None
) -> When | None:
    """5月18日，某考察团来我市。…召开了恳谈会: the only day of a page that tells one
    thing, in the words with which its report opens."""
    first = next((each for each in prose.sentences if not each.heading), None)
    if first is None or draft.order or not draft.first.sentence - first.index <= NEAR:
        return None
    opens = (w for w in dates if first.start <= w.start <= first.start + OPENING)
    day = next(
        (
            when
            for when in opens
            if when.date
            and (published is None or "X" not in when.date)
            # 4月20日讯: when it was written.
            and not WRITTEN.match(prose.flat, when.end)
        ),
        None,
    )
    if day is None or _CALLED.search(prose.flat, day.end, first.end):
        return None
    return replace(day, basis=DateBasis.RELATIVE)


# 1月3日，全省…会议后，…: the day of what called for the meeting.
_CALLED = re.compile("会议?(?:结束|召开)?之?后|精神|要求")
# 察看了窗口，并召开座谈会: one clause more of what was told of that day.
_ALSO = re.compile(
    r"(?:并|还|随后|接着|之后)(?:主持|组织)?$|在(?:随后|当天|当日|[上下]午|当晚)$"
)


_AFTER_A_VISIT = frozenset({"座谈会", "汇报会", "交流座谈会", "专题座谈会"})


def _goes_on(draft: Draft, prose: Prose) -> bool:
    """Whether the meeting is told as a further act of the day before it."""
    naming = draft.first.naming
    if naming is None:
        return False
    if naming.rule == "spoken_at" and naming.name in _AFTER_A_VISIT:
        return True  # …到某镇调研。座谈会上，…
    return (
        _ALSO.search(prose.flat[max(0, naming.verb_start - 6) : naming.verb_start])
        is not None
    )


_SINCE = ("从", "自", "至", "到", "截至")


def _told_before(draft: Draft, prose: Prose, dates: tuple[When, ...]) -> When | None:
    """The last date in front of a draft: of a meeting that is not this page's own."""
    if draft.order is not RelationKind.AFTER:
        return None
    earlier = (when for when in reversed(dates) if when.end <= draft.first.start)
    # 春运从21日开始: no day of a meeting.
    return next(
        (
            when
            for when in earlier
            if when.date and not prose.flat.endswith(_SINCE, 0, when.start)
        ),
        None,
    )


def _day(
    draft: Draft, dates: tuple[When, ...], before: When | None, *, goes_on: bool
) -> When | None:
    day = own_day(draft)
    follows = draft.order is RelationKind.AFTER or goes_on
    if day is None and follows and before is not None:
        start = draft.first.start
        return When(start=start, end=start, date=before.date, basis=DateBasis.RELATIVE)
    if day is None:
        return None
    return _with_year(_leaning(day, dates, before), best_event(draft).name)


def _day_below(
    draft: Draft, prose: Prose, dates: tuple[When, ...], taken: set[int]
) -> When | None:
    """The day that opens the paragraph below a heading that names the meeting."""
    for event in draft.events:
        heading = prose.sentences[event.sentence]
        below = prose.sentences[event.sentence + 1 : event.sentence + 2]
        if prose.flat[heading.start : heading.end].rstrip().endswith(_STOPS):
            continue
        if not below or below[0].index in taken:
            continue  # the paragraph tells another meeting
        if below[0].paragraph == heading.paragraph + 1:
            start = below[0].start
            near = (d for d in dates if start <= d.start <= start + 4 and d.date)
            return next(near, None)
    return None


_STOPS = ("。", "！", "；", "，", "：")


def own_day(draft: Draft) -> When | None:
    """The day that the draft's own sentences give, the fullest first."""
    rows = [event.when for event in draft.events if event.when]
    dated = [when for when in rows if when.date is not None]
    return min(
        dated or rows,
        key=lambda when: ((when.date or "").count("X"), when.time_of_day is None),
        default=None,
    )


def _leaning(day: When, dates: tuple[When, ...], before: When | None) -> When:
    """同日, 次日: counted from the meeting before, else from the last date."""
    if day.date is not None or day.shift is None:
        return day
    earlier = [when for when in dates if when.end <= day.start and when.date]
    base = before or (earlier[-1] if earlier else None)
    if base is None or base.date is None:
        return day
    return replace(day, date=_shifted(base.date, day.shift), shift=None)


def _shifted(day: str, days: int) -> str:
    """EDTF date `days` after `day`; unchanged where a part is X."""
    if "X" in day:
        return day
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def _with_year(day: When, name: str) -> When:
    """The year of 2021年第一次全体会议, where the page gives none; not that of
    2020年度民主生活会, which looks back."""
    year = re.match(r"[^，]{0,20}?((?:19|20)\d\d)年(?!度)", name)
    if day.date is None or not day.date.startswith("XXXX") or year is None:
        return day
    return replace(day, date=year[1] + day.date[4:], basis=DateBasis.NAME)


def _dating(
    draft: Draft, day: When | None, main: str | None, published: date | None
) -> Dating:
    if day is not None and day.date is not None:
        return Dating(when=day, start=day.date, end=day.end_date, basis=day.basis)
    if draft.order is RelationKind.BEFORE and main is not None:
        return Dating(when=day, latest=main)
    return Dating(when=day, latest=published.isoformat() if published else None)
