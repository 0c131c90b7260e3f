"""A meeting as one flat row, for people who read tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.records.terms import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pipelines.records.meeting import Meeting, Session

# The Chinese semicolon joins values: 、 and ， stand inside printed ones.
BETWEEN = "；"
# A spreadsheet takes a cell that starts so for a formula (OWASP, CSV injection; the
# full-width forms where the locale is Chinese or Japanese).
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def meeting_row(meeting: Meeting) -> dict[str, str]:
    """The meeting's columns in order; empty where the record says null or none."""
    return {name: harmless(cell(meeting)) for name, cell in COLUMNS.items()}


def harmless(cell: str) -> str:
    """A cell that a spreadsheet would compute gets a leading apostrophe."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell


def _joined(values: Iterable[str | None]) -> str:
    return BETWEEN.join(value for value in values if value)


def _session(session: Session | None) -> str:
    """`14届3次`, `2026年1次扩大`."""
    if session is None:
        return ""
    numbers = {"年": session.year, "届": session.term, "次": session.number}
    printed = [f"{number}{unit}" for unit, number in numbers.items() if number]
    return "".join([*printed, "扩大" if session.enlarged else ""])


def _with_role(role: Role) -> Callable[[Meeting], str]:
    def cell(meeting: Meeting) -> str:
        return _joined(each.name for each in meeting.participants if role in each.roles)

    return cell


def _posts(meeting: Meeting) -> str:
    """`刘明: 市委副书记/市长；王芳: 副市长`."""
    rows = {
        each.name: "/".join(post.label for post in each.posts)
        for each in meeting.participants
    }
    return _joined(f"{name}: {labels}" for name, labels in rows.items() if labels)


COLUMNS: Mapping[str, Callable[[Meeting], str]] = {
    "id": lambda meeting: meeting.id,
    "name": lambda meeting: meeting.name,
    "classification": lambda meeting: meeting.classification,
    "subjects": lambda meeting: _joined(meeting.subjects),
    "session": lambda meeting: _session(meeting.session),
    "start_date": lambda meeting: meeting.start_date or "",
    "end_date": lambda meeting: meeting.end_date or "",
    "time_of_day": lambda meeting: meeting.time_of_day or "",
    "modality": lambda meeting: meeting.modality or "",
    "organization": lambda meeting: meeting.organization.name or "",
    "level": lambda meeting: meeting.organization.level or "",
    "area_id": lambda meeting: meeting.organization.area_id or "",
    "area_name": lambda meeting: meeting.organization.area_name or "",
    "location": lambda meeting: meeting.location.name if meeting.location else "",
    "chairs": _with_role(Role.CHAIR),
    "speakers": _with_role(Role.SPEAKER),
    "presenters": _with_role(Role.PRESENTER),
    "attendees": _with_role(Role.ATTENDEE),
    "observers": _with_role(Role.OBSERVER),
    "lead": _with_role(Role.LEAD),
    "guests": _with_role(Role.GUEST),
    "posts": _posts,
    "groups": lambda meeting: _joined(group.name for group in meeting.groups),
    "responds_to": lambda meeting: _joined(each.name for each in meeting.responds_to),
    "article_title": lambda meeting: meeting.sources[0].title or "",
    "publisher": lambda meeting: meeting.sources[0].publisher or "",
    "published_at": lambda meeting: meeting.sources[0].published_at or "",
    "url": lambda meeting: meeting.sources[0].url,
    "site": lambda meeting: meeting.sources[0].site,
    "extractor_version": lambda meeting: meeting.extractor_version,
    "issues": lambda meeting: str(len(meeting.issues)),
}
