"""Of several meetings in one sentence, whose an act is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.records.terms import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.meetings.acts import Act
    from pipelines.meetings.events import Event
    from pipelines.meetings.prose import Prose


TRIP = re.compile(
    r"(?:陪同|参加|一同|随同)(?:上述|有关)?(?:调研|检查|督导|慰问|走访|视察|考察|活动|观摩|会见)|(?:分别)?陪同。"
)


def by_owner(
    act: Act, candidates: list[tuple[int, Event]], prose: Prose
) -> Iterator[tuple[int, Act]]:
    """The act and its owner; two where one meeting is led and another chaired.

    X到某镇调研，并主持召开座谈会: the visit is led, the forum chaired.
    """
    owner = owner_of(act, candidates, prose)
    chairs = act.span(Role.CHAIR)
    other = owner_of(replace(act, verb_start=chairs[0]), candidates, prose)
    if other == owner or len(act.roles) == 1 or Role.CHAIR not in act.roles:
        yield owner, act
        return
    rows = act.role_spans
    rest = tuple(row for row in rows if row[0] is not Role.CHAIR)
    chair = ((Role.CHAIR, chairs),)
    yield owner, replace(act, role_spans=rest)
    yield (
        other,
        replace(act, role_spans=chair, verb_start=chairs[0], verb_end=chairs[1]),
    )


def owner_of(act: Act, candidates: list[tuple[int, Event]], prose: Prose) -> int:
    """Of several meetings in one sentence, the one that an act belongs to.

    The first naming behind the verb in its clause (主持召开X), else the last one in
    front of it.
    """
    clause_end = next(
        (
            end
            for start, end in prose.sentences[act.sentence].clauses
            if start <= act.verb_start < end
        ),
        act.verb_end,
    )
    trips = [(i, e) for i, e in candidates if e.visit is not None]
    if trips and TRIP.match(prose.flat, act.verb_start):
        return trips[-1][0]  # …调研，并召开了座谈会，A、B陪同调研
    inside = [(i, e) for i, e in candidates if e.start <= act.verb_start <= e.end]
    if inside:
        return inside[0][0]
    behind = [(i, e) for i, e in candidates if act.verb_start <= e.start < clause_end]
    if behind:
        return behind[0][0]
    front = [(i, e) for i, e in candidates if e.start < max(act.verb_start, 1)]
    return (front[-1] if front else candidates[0])[0]


SHORTEST = 3
"""Characters by which a meeting is told from others of its sentence."""


def sharing(
    act: Act, owner: int, here: list[tuple[int, Event]], prose: Prose
) -> list[int]:
    """The meetings that an act of `owner`'s is told of.

    Those that share its verb (主持召开党组会议和常务会议), unless the act's clause names some
    of them alone (党组会议由A主持，常务会议由B主持).
    """
    verbs = {
        event.naming.verb_start for n, event in here if n == owner and event.naming
    }
    together = [
        (n, event)
        for n, event in here
        if event.naming and event.naming.verb_start in verbs
    ]
    start = _clause_start(act, prose)
    clause = prose.flat[start : act.mention.start]
    named = [
        n
        for n, event in together
        if event.end < start and _called(event, prose) in clause
    ]
    return list(dict.fromkeys(named or [owner, *(n for n, _ in together)]))


def _clause_start(act: Act, prose: Prose) -> int:
    clauses = prose.sentences[act.sentence].clauses
    at = act.mention.chain_start
    return next((start for start, end in clauses if start <= at < end), at)


def _called(event: Event, prose: Prose) -> str:
    """How a later clause calls a meeting: 党政联席 for the 党政联席会议; 大会 as it is,
    which would be no more than a syllable."""
    name = prose.flat[event.start : event.end]
    short = name.removesuffix("会议").removesuffix("会")
    return short if len(short) >= SHORTEST else name
