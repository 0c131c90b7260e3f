"""What was said and done at one meeting, each row with the words it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from pipelines.meetings.agenda import read_agenda
from pipelines.meetings.appointments import read_appointments
from pipelines.meetings.attendance import read_attendance
from pipelines.meetings.citations import read_citations
from pipelines.meetings.groups import Collective, find_groups
from pipelines.meetings.motions import read_motions
from pipelines.meetings.participants import read_mentions
from pipelines.meetings.speeches import read_formulae, read_speeches
from pipelines.meetings.upstream import read_responses
from pipelines.records.meeting import Evidence
from pipelines.records.people import Appointment, Attendance, Group, Mention
from pipelines.records.proceedings import AgendaItem, Formula, Motion, Response, Speech

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.meetings.acts import Act
    from pipelines.meetings.page import PageReading
    from pipelines.records.meeting import Passages
    from pipelines.records.terms import Role

T = TypeVar("T")
Span = tuple[int, int]
Rows = tuple[tuple[T, Span], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Rows of the lists of a Meeting, each with its span."""

    groups: tuple[Collective, ...]
    attendance: tuple[Attendance, Span] | None
    mentions: Rows[Mention]
    appointments: Rows[Appointment]
    agenda: Rows[AgendaItem]
    motions: Rows[Motion]
    speeches: tuple[Speech, ...]
    formulae: tuple[Formula, ...]
    responses: Rows[Response]

    def evidence(self) -> Iterator[Evidence]:
        """A row for each value that stands at a span."""
        for index, group in enumerate(self._first_groups()):
            span = (group.start, group.end)
            yield _row(f"/groups/{index}/name", span, "group")
        for pointer, field, rows, rule in (
            ("mentions", "name", self.mentions, "mention"),
            ("appointments", "name", self.appointments, "appointment"),
            ("agenda", "description", self.agenda, "agenda"),
            ("motions", "text", self.motions, "motion"),
            ("responds_to", "name", self.responses, "upstream"),
        ):
            for index, (_, span) in enumerate(rows):
                yield _row(f"/{pointer}/{index}/{field}", span, rule)
        if self.attendance:
            yield _row("/attendance", self.attendance[1], "attendance")

    def _first_groups(self) -> tuple[Collective, ...]:
        rows = {group.name: group for group in reversed(self.groups)}
        return tuple(rows[name] for name in dict.fromkeys(g.name for g in self.groups))

    def merged_groups(self) -> tuple[Group, ...]:
        """One Group a name, with the roles of all its tellings."""
        roles: dict[str, list[Role]] = {}
        for group in self.groups:
            its = roles.setdefault(group.name, [])
            if group.role not in its:
                its.append(group.role)
        return tuple(Group(name=name, roles=tuple(its)) for name, its in roles.items())


def _responses(
    page: PageReading, indices: tuple[int, ...], own_names: frozenset[str]
) -> Rows[Response]:
    """Cited documents and speeches, and upstream meetings outside those speeches."""
    cited = list(read_citations(page.prose, page.sentences(indices)))
    meetings = [
        (row, span)
        for row, span in read_responses(
            page.namings, frozenset(indices), own_names, page.setting, page.prose.flat
        )
        if not any(start <= span[0] < end for _, (start, end) in cited)
    ]
    rows = {row.name: (row, span) for row, span in reversed([*meetings, *cited])}
    return tuple(sorted(rows.values(), key=lambda pair: pair[1]))


def _row(field: str, span: Span, rule: str) -> Evidence:
    return Evidence(field=field, start=span[0], end=span[1], rule=rule)


def read_content(
    page: PageReading,
    indices: tuple[int, ...],
    acts: tuple[Act, ...],
    present: frozenset[str],
    passages: Passages,
    *,
    own_names: frozenset[str],
) -> Content:
    """The content of the meeting that the sentences `indices` tell."""
    prose, sentences = page.prose, page.sentences(indices)
    speeches = read_speeches(prose, page.openings, page.rows, sentences)
    lead = indices[0] if indices else None
    return Content(
        groups=tuple(
            group
            for sentence in sentences
            for group in find_groups(prose, page.people, sentence)
        ),
        attendance=read_attendance(prose, sentences),
        mentions=read_mentions(acts, present, page.posts),
        appointments=read_appointments(prose, sentences, page.people.names()),
        agenda=read_agenda(prose, sentences, lead),
        motions=read_motions(prose, sentences),
        speeches=speeches,
        formulae=read_formulae(page.marks, speeches, passages.spans),
        responses=_responses(page, indices, own_names),
    )
