"""Made records: invented people, the least that each record needs."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from pipelines.records.article import Article, Script
from pipelines.records.issue import Issue, Stage
from pipelines.records.meeting import Meeting, Organization, Passages, Source
from pipelines.records.page import ArchivePlace, MediaType, Page, Pages
from pipelines.records.people import Participant, Post
from pipelines.records.result import Result
from pipelines.records.terms import Classification, PostRole, Role
from pipelines.sites import Site
from pipelines.version import EXTRACTOR_VERSION

SITE = Site(name="linhe", title="临河日报", area="150800")


def digest(content: bytes) -> str:
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def made_page(
    body: str | bytes = "临河召开会议", url: str = "http://linhe.example/1"
) -> Page:
    content = body.encode() if isinstance(body, str) else body
    return Page(
        url=url,
        body=content,
        media_type=MediaType.TEXT,
        archive=ArchivePlace(file="1.txt", digest=digest(content)),
    )


def made_pages(*pages: Page, site: Site = SITE) -> Pages:
    return Pages(site=site, pages=pages or (made_page(),))


def made_article(pages: Pages, **changes: Any) -> Article:
    page = pages.pages[0]
    text = page.body.decode("utf-8", "replace")
    article = Article(
        id=hashlib.sha256(page.url.encode()).hexdigest()[:16],
        url=page.url,
        site=pages.site.name,
        title="临河召开会议",
        script=Script.HANS,
        text=text,
        text_as_published=text,
        family="text",
        content_hash=digest(text.encode()),
        archive=tuple(each.archive for each in pages.pages),
        extractor_version=EXTRACTOR_VERSION,
    )
    return replace(article, **changes)


def made_meeting(article: Article, **changes: Any) -> Meeting:
    meeting = Meeting(
        id=article.id,
        name="临河安全生产工作会议",
        name_key="安全生产",
        classification=Classification.WORK,
        organization=Organization(name="临河区政府"),
        participants=(
            Participant(
                name="刘大明",
                roles=(Role.CHAIR, Role.SPEAKER),
                posts=(Post(label="副区长", role=PostRole.GOVERNMENT_DEPUTY),),
            ),
            Participant(name="王小芳", roles=(Role.ATTENDEE,)),
        ),
        passages=Passages(spans=(), characters=0),
        sources=(
            Source(
                url=article.url,
                site=article.site,
                article_id=article.id,
                title=article.title,
                content_hash=article.content_hash,
                archive=article.archive,
            ),
        ),
        extractor_version=EXTRACTOR_VERSION,
    )
    return replace(meeting, **changes)


def made_issue(code: str = "unknown_title", **changes: Any) -> Issue:
    issue = Issue(stage=Stage.MEETINGS, code=code, value="总调度", site=SITE.name)
    return replace(issue, **changes)


def made_result(
    number: int = 1, *, meetings: int = 1, issues: int = 1, is_look: bool = False
) -> Result:
    """A whole Result; another number is another page."""
    page = made_page(f"第{number}篇\n临河召开会议。", f"http://linhe.example/{number}")
    pages = replace(made_pages(page), is_look=is_look)
    article = made_article(pages)
    return Result(
        pages=pages,
        article=article,
        meetings=tuple(made_meeting(article) for _ in range(meetings)),
        issues=tuple(made_issue(url=page.url) for _ in range(issues)),
    )
