"""When a site may be crawled, and an article is to be looked at again."""

from __future__ import annotations

from datetime import datetime, timedelta

REVISITS = (timedelta(days=1), timedelta(days=7), timedelta(days=30))
"""After its first look: when an article is looked at again."""


def is_within(hours: str | None, now: datetime) -> bool:
    """Whether `now` is inside `22:00-06:00`, which may pass midnight."""
    if hours is None:
        return True
    begin, end = hours.split("-")
    time = f"{now:%H:%M}"
    return begin <= time < end if begin <= end else time >= begin or time < end


def is_due(first: str, last: str, now: datetime) -> bool:
    """Whether a look is due that has not been taken: 1, 7 and 30 days after the first."""
    began, ended = datetime.fromisoformat(first), datetime.fromisoformat(last)
    return any(began + after <= now and ended < began + after for after in REVISITS)
