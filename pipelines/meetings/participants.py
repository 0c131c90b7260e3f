"""Participants of one meeting, and people who are only mentioned."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pipelines.meetings.inheritance import inherited
from pipelines.meetings.mention import Mention
from pipelines.meetings.posts import read_post
from pipelines.meetings.venues import person_site
from pipelines.records.people import Mention as MentionRecord
from pipelines.records.people import NameList, Participant, Post
from pipelines.records.span import Span
from pipelines.records.terms import Classification, ListScope, MentionContext, Role

if TYPE_CHECKING:
    from pipelines.meetings.acts import Act
    from pipelines.meetings.people import People
    from pipelines.meetings.prose import Prose
    from pipelines.meetings.setting import Setting
    from pipelines.meetings.titles import Title


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A participant with the spans that prove each of its values."""

    participant: Participant
    name_span: tuple[int, int]
    post_spans: tuple[tuple[int, int], ...]
    role_spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """A list of names on the page: its record and the mentions in it."""

    record: NameList
    label_span: tuple[int, int] | None
    mentions: tuple[Mention, ...]
    orders: Mapping[str, int]
    """The place of each name in `mentions`, from 1; of its first mention."""


@dataclass(slots=True, kw_only=True)
class _Person:
    """What has been gathered of one person while reading."""

    first: Mention
    roles: dict[Role, tuple[int, int]] = field(default_factory=dict)
    site: str | None = None


_ROLE_ORDER = tuple(Role)


def page_posts(
    people: People, setting: Setting
) -> Mapping[str, tuple[tuple[Post, tuple[int, int]], ...]]:
    """Posts of each person over the whole page, each with its first span."""
    rows: dict[str, dict[str, tuple[Post, tuple[int, int]]]] = {}
    earlier: list[tuple[Title, Post]] = []
    for mention in people.mentions:
        for title in mention.titles:
            post = read_post(title, setting)
            if post is not None:
                post = inherited(title, post, earlier)
                earlier.append((title, post))
                span = (title.start, title.end)
                rows.setdefault(mention.name, {}).setdefault(post.label, (post, span))
    return {name: _fullest(posts) for name, posts in rows.items()}


SHORT = 3
"""Characters of an office that a later mention repeats without its body."""


def _fullest(
    posts: Mapping[str, tuple[Post, tuple[int, int]]],
) -> tuple[tuple[Post, tuple[int, int]], ...]:
    """Without 书记 of 翟新河书记 beside 镇党委书记, which is the same office."""
    return tuple(
        row
        for label, row in posts.items()
        if len(label) > SHORT
        or not any(other != label and other.endswith(label) for other in posts)
    )


def read_seats(
    prose: Prose,
    acts: tuple[Act, ...],
    posts: Mapping[str, tuple[tuple[Post, tuple[int, int]], ...]],
    rosters: tuple[Roster, ...],
    kind: Classification | None,
) -> tuple[Seat, ...]:
    """Everyone who acts in the sentences of one meeting, by first mention."""
    gathered: dict[str, _Person] = {}
    for act in acts:
        if not _fitting(act, kind) or act.context is not None:
            continue
        person = gathered.setdefault(act.mention.name, _Person(first=act.mention))
        if person.first.rule in _UNSPELLED:
            person.first = _spelled(prose, act.mention)
        for role, span in _fitting(act, kind):
            person.roles.setdefault(role, span)
        end = min(act.verb_end + 4, len(prose.flat))
        room = person_site(prose, act.mention.end, max(end, act.mention.end))
        person.site = person.site or (room.name if room else None)
    for person in gathered.values():
        _without_welcome(person, kind)
    return tuple(
        _seat(name, person, posts.get(name, ()), rosters)
        for name, person in gathered.items()
    )


_VISITS = frozenset({Classification.INSPECTION, Classification.RECEPTION})


def _fitting(
    act: Act, kind: Classification | None
) -> list[tuple[Role, tuple[int, int]]]:
    """The roles that fit the kind of event: nobody leads a meeting by inspecting."""
    leads = Role.LEAD in act.roles and kind not in _VISITS
    lead = act.span(Role.LEAD) if leads else None
    return [row for row in act.role_spans if row[1] != lead]


def _without_welcome(person: _Person, kind: Classification | None) -> None:
    """Who leads an inspection is no guest of it, though the hosts welcome him."""
    if kind is Classification.INSPECTION and Role.LEAD in person.roles:
        person.roles.pop(Role.GUEST, None)


# Rules of mentions that do not spell the name: 他, 李市长, 小兰同志.
_UNSPELLED = frozenset({"pronoun", "surname_and_title", "given_name"})


def _spelled(prose: Prose, mention: Mention) -> Mention:
    """The mention moved to the first place that spells the name."""
    at = prose.flat.find(mention.name)
    if mention.rule not in _UNSPELLED or at < 0:
        return mention
    return replace(mention, start=at, end=at + len(mention.name), rule="name_again")


def _seat(
    name: str,
    person: _Person,
    posts: tuple[tuple[Post, tuple[int, int]], ...],
    rosters: tuple[Roster, ...],
) -> Seat:
    label, order = _place_in_list(name, rosters)
    roles = tuple(role for role in _ROLE_ORDER if role in person.roles)
    return Seat(
        participant=Participant(
            name=name,
            roles=roles,
            posts=tuple(post for post, _ in posts),
            list=label,
            order=order,
            location=person.site,
        ),
        name_span=(person.first.start, person.first.end),
        post_spans=tuple(span for _, span in posts),
        role_spans=tuple(person.roles[role] for role in roles),
    )


def _place_in_list(
    name: str, rosters: tuple[Roster, ...]
) -> tuple[str | None, int | None]:
    for roster in rosters:
        order = roster.orders.get(name)
        if order is None:
            continue
        mention = roster.mentions[order - 1]
        own = next((t.label for t in mention.titles if t.role is None), None)
        trailing = roster.label_span is not None and not mention.titles
        return own or (roster.record.label if trailing else None), order
    return None, None


_GAP = re.compile(
    r"(?:（[^（）\n]{0,16}）)?[、，； \u3000]{1,2}(?:和|及|与|以及)?|(?:和|及|与|以及)"
)
_TRAILING = re.compile(
    r"(?P<open>等)?(?:[\d一二三四五六七八九十]{0,3}[名位])?(?P<label>(?:在家的?)?[^，。；：、\n等]{0,10}?(?:领导(?:同志)?|班子成员))"
    r"(?!小组|干部|机关)"
)
_STROKES = re.compile(r"姓氏笔[画划]")


def read_rosters(prose: Prose, acts: tuple[Act, ...]) -> tuple[Roster, ...]:
    """Lists of two names and more, in order of place."""
    rows: list[list[Act]] = []
    for act in acts:
        if act.mention.rule == "pronoun":
            continue
        last = rows[-1][-1].mention if rows else None
        if last and _GAP.fullmatch(prose.flat, last.end, act.mention.chain_start):
            rows[-1].append(act)
        else:
            rows.append([act])
    return tuple(
        _roster(prose, row)
        for row in rows
        if (len(row) > 1 or _labelled(row)) and not any(act.context for act in row)
    )


def _labelled(row: list[Act]) -> bool:
    return any(title.role is None for title in row[0].mention.titles)


def _roster(prose: Prose, row: list[Act]) -> Roster:
    mentions = tuple(act.mention for act in row)
    labels = [t for m in mentions for t in m.titles if t.role is None]
    end = mentions[-1].end
    trailing = _TRAILING.match(prose.flat, end)
    label, span = None, None
    if labels:
        label, span = labels[0].label, (labels[0].start, labels[0].end)
    elif trailing:
        label, span = trailing["label"], trailing.span("label")
    after = prose.flat[end : end + 12]
    roles = {role for act in row for role in act.roles}
    record = NameList(
        label=label,
        roles=tuple(role for role in _ROLE_ORDER if role in roles),
        scope=_scope(after, label or ""),
        sorted="strokes"
        if _STROKES.search(prose.flat, max(0, mentions[0].chain_start - 30), end + 30)
        else None,
        span=Span(start=mentions[0].chain_start, end=end),
    )
    # Written backwards, so that the first of two like names stays.
    orders = {m.name: n for n, m in reversed(list(enumerate(mentions, 1)))}
    return Roster(record=record, label_span=span, mentions=mentions, orders=orders)


def _scope(after: str, label: str) -> ListScope:
    if "在家" in label or "在家" in after[:6]:
        return ListScope.IN_TOWN
    return ListScope.OPEN if after.startswith("等") else ListScope.CLOSED


def read_mentions(
    acts: tuple[Act, ...],
    present: frozenset[str],
    posts: Mapping[str, tuple[tuple[Post, tuple[int, int]], ...]],
) -> tuple[tuple[MentionRecord, tuple[int, int]], ...]:
    """People who are named in the passages but took no part."""
    rows: dict[str, tuple[MentionRecord, tuple[int, int]]] = {}
    for act in acts:
        name = act.mention.name
        if name in present or name in rows:
            continue
        record = MentionRecord(
            name=name,
            posts=tuple(post for post, _ in posts.get(name, ())),
            context=act.context or MentionContext.SUBJECT,
        )
        if act.mention.rule not in _UNSPELLED:
            rows[name] = (record, (act.mention.start, act.mention.end))
    return tuple(rows.values())
