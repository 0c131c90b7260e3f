"""The id of a meeting: rather split than collapse."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from pipelines.meetings.keys import is_generic, name_key

if TYPE_CHECKING:
    from pipelines.meetings.events import Event
    from pipelines.records.article import Article
    from pipelines.records.meeting import Organization, Session


def meeting_id(
    article: Article,
    event: Event,
    organization: Organization,
    start_date: str | None,
    session: Session | None,
) -> str:
    """Hash of area or body, level, day, name key and session (16 hex digits).

    Where the day is not whole, area and body are both unknown, the name is generic
    or the event is a visit, the article's id joins in.
    """
    body = organization.area_id or organization.name
    parts: list[object] = [body, organization.level, start_date, name_key(event.name)]
    if session is not None:
        parts += [session.term, session.number, session.year, session.enlarged]
    vague = start_date is None or "X" in start_date or body is None
    if vague or is_generic(event.name) or event.visit is not None:
        parts += [article.id, event.start]
    return sha256(repr(parts).encode()).hexdigest()[:16]
