"""Articles and pages that tests make up; every name in them is invented."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

import pipelines
from pipelines.records.page import ArchivePlace, MediaType, Page
from pipelines.sites import UNDECLARED

if TYPE_CHECKING:
    from pipelines.records.meeting import Meeting
    from pipelines.records.result import Result
    from pipelines.sites import Site


def text_page(text: str, url: str = "file:made.txt") -> Page:
    """A saved text page."""
    body = text.encode()
    place = ArchivePlace(file="made.txt", digest=f"sha256:{sha256(body).hexdigest()}")
    return Page(url=url, body=body, media_type=MediaType.TEXT, archive=place)


def site(area: str | None = None) -> Site:
    return replace(UNDECLARED, name="made", area=area)


def read(
    body: str,
    *,
    title: str = "我市部署近期重点工作",
    date: str = "2021-01-04",
    area: str | None = None,
) -> Result:
    """The Result of a report with a headline and a line of facts."""
    page = text_page(f"{title}\n{date} 来源：某某日报\n{body}\n")
    return pipelines.extract([page], site(area))


def meetings(
    body: str,
    *,
    title: str = "我市部署近期重点工作",
    date: str = "2021-01-04",
    area: str | None = None,
) -> tuple[Meeting, ...]:
    return read(body, title=title, date=date, area=area).meetings
