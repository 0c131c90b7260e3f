"""Article to meeting records."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.meetings.reading import read_meetings
from pipelines.records.result import Result

if TYPE_CHECKING:
    from pipelines.records.article import Reading


def read(reading: Reading) -> Result:
    """The Result of a Reading: its article, its meetings, all issues of the way."""
    article = reading.article
    if article is None:
        return Result(pages=reading.pages, issues=reading.issues)
    meetings = read_meetings(article, reading.pages.site.area)
    article = replace(article, meetings=tuple(meeting.id for meeting in meetings))
    issues = tuple(issue for meeting in meetings for issue in meeting.issues)
    return Result(
        pages=reading.pages,
        article=article,
        meetings=meetings,
        issues=(*reading.issues, *issues),
    )
