"""The article without chrome."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from pipelines.records.document import RepairKind
from pipelines.records.issue import Issue
from pipelines.records.page import ArchivePlace, Pages
from pipelines.records.span import Span

HashId = Annotated[str, Meta(pattern="^[0-9a-f]{16}$")]
"""The first 64 bits of a SHA-256, in hexadecimal."""
Digest = Annotated[str, Meta(pattern="^sha256:[0-9a-f]{64}$")]
Timestamp = Annotated[
    str, Meta(pattern=r"^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?\+08:00)?$")
]
"""ISO 8601 as precise as printed: a date, or a time to the minute or second."""


class Script(StrEnum):
    """Script the article was published in (ISO 15924)."""

    HANS = "Hans"
    HANT = "Hant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """All repairs of one kind in one article."""

    kind: RepairKind
    count: int
    """How often on the page."""
    span: Span | None
    """The first one in `text`; null when none of them lies in the body."""
    before: str
    """What stood at the first one, with a little context."""
    after: str
    """What stands there now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article of a site: a version is (`id`, `content_hash`)."""

    id: HashId
    """Hash of the canonical URL."""
    url: str
    """Address it was read from."""
    canonical_url: str | None = None
    """What the page itself calls its address."""
    site: str
    """Name of the declared site."""
    kicker: str | None = None
    """引题, the line above the headline."""
    title: str | None = None
    """主题, in Simplified characters; null when no title was found."""
    subtitle: str | None = None
    """副题, the line below the headline."""
    original_title: str | None = None
    """原标题, where an editor kept the headline he replaced."""
    published_at: Timestamp | None = None
    """As precise as printed, China Standard Time; null when not said."""
    modified_at: Timestamp | None = None
    """最后更新."""
    published_raw: str | None = None
    """The printed form that `published_at` was read from."""
    publisher: str | None = None
    """来源, as printed."""
    reporters: tuple[str, ...] = ()
    """记者, 通讯员, 作者."""
    editors: tuple[str, ...] = ()
    """编辑, 责任编辑."""
    reviewers: tuple[str, ...] = ()
    """审核, 终审, 校对."""
    section: tuple[str, ...] = ()
    """Breadcrumb, outermost first."""
    script: Script
    """Script it was published in."""
    text: str
    """Simplified, repaired; paragraphs joined by a line feed."""
    text_as_published: str
    """Repaired, unconverted; same length as `text`, so offsets hold in both."""
    headings: tuple[Span, ...] = ()
    """Section headings inside `text`."""
    captions: tuple[str, ...] = ()
    """Captions of pictures; not part of `text`."""
    repairs: tuple[Repair, ...] = ()
    """What was put right, a row a kind."""
    family: str
    """Reader that found the article (`discuz`, `generic`, `text`)."""
    content_hash: Digest
    """Of `text`."""
    retrieved_at: str | None = None
    """ISO 8601; null when not known, never a file's time."""
    archive: tuple[ArchivePlace, ...]
    """Where the bytes are, one a Page of the article."""
    meetings: tuple[HashId, ...] = ()
    """Ids of the meetings it tells."""
    extractor_version: str
    """Version of Huiyi that read it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What cleaning returns: the Article, or null with the Issues that say why."""

    pages: Pages
    article: Article | None
    issues: tuple[Issue, ...] = ()
