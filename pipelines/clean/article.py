"""Documents → Article: the whole way of cleaning."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from pipelines.clean.blocked import BLOCK_PAGE, SHORT, block_mark
from pipelines.clean.body import Body, find_body
from pipelines.clean.facts import facts
from pipelines.clean.headings import headings
from pipelines.clean.identity import article_id, canonical_url, content_hash
from pipelines.clean.mending import Laid, marks, one_a_kind, removals, repairs, stamped
from pipelines.clean.metadata import NONE
from pipelines.clean.outline import of_text
from pipelines.clean.reader import read
from pipelines.clean.sections import section
from pipelines.clean.sheet import Sheet, sheet
from pipelines.clean.spam import MARK, overwriting
from pipelines.clean.subtitles import kicker_of, subtitle_of
from pipelines.clean.titles import Title, title_of
from pipelines.decode.script import script_of
from pipelines.families.base import NOTHING
from pipelines.families.registry import declared
from pipelines.records.article import Article, Reading, Repair, Script
from pipelines.records.document import RepairKind
from pipelines.records.issue import Issue, Stage
from pipelines.records.page import MediaType
from pipelines.sites import Select, Site
from pipelines.version import EXTRACTOR_VERSION

if TYPE_CHECKING:
    from pipelines.records.document import Document, Documents


MAX_MARKS = 250_000
"""Of tags, and of attributes: a tree costs some 200 bytes a node. The largest real pages
have a tenth of this, and millions would take the memory of every other page."""
MAX_LENGTH = 6_000_000
"""Characters of markup."""


def clean(documents: Documents, *, families: bool = True) -> Reading:
    """The Article of one or several Documents; null with an Issue when none is there.

    Without `families` every page is read by its prose and labels alone: what that is
    worth is measured beside the full reading.
    """
    pages = documents.pages
    issues = tuple(issue for each in documents.documents for issue in each.issues)
    for each in documents.documents:
        if (mark := block_mark(each.text)) is not None:
            return _blocked(documents, mark)
    if (excess := _excess(documents)) is not None:
        bomb = _issue(documents, "too_large", excess)
        return Reading(pages=pages, article=None, issues=(*issues, bomb))
    read_pages = [_read(each, pages.site, families) for each in documents.documents]
    if _is_little(read_pages):
        for each in documents.documents:
            if (mark := block_mark(each.text, in_doubt=True)) is not None:
                return _blocked(documents, mark)
    if not any(each.body.parts for each in read_pages):
        nothing = _issue(documents, "no_text", "no running text was found")
        return Reading(pages=pages, article=None, issues=(*issues, nothing))
    article = _article(documents, read_pages)
    doubts = _doubts(documents, article)
    if any(doubt.code == "date_after_retrieval" for doubt in doubts):
        article = replace(
            article, published_at=None, modified_at=None, published_raw=None
        )
    return Reading(pages=pages, article=article, issues=(*issues, *doubts))


def _blocked(documents: Documents, mark: str) -> Reading:
    issues = [issue for each in documents.documents for issue in each.issues]
    blocked = _issue(documents, BLOCK_PAGE, mark)
    return Reading(pages=documents.pages, article=None, issues=(*issues, blocked))


def _is_little(pages: list[_Page]) -> bool:
    """Whether the text is short enough to be a message and no article."""
    parts = (part for each in pages for part in each.body.parts)
    return sum(end - start for _, start, end in parts) <= SHORT


def _excess(documents: Documents) -> str | None:
    """What a page has too much of to be read; null for an ordinary one."""
    for each in documents.documents:
        if len(each.text) > MAX_LENGTH:
            return f"{len(each.text)} characters"
        if len(each.text) <= MAX_MARKS:
            continue  # it cannot have more marks than characters
        for mark in "<=":
            if (count := each.text.count(mark)) > MAX_MARKS:
                return f"{count} times {mark}"
    return None


class _Page(NamedTuple):
    """One address of the article, read."""

    sheet: Sheet
    title: Title
    body: Body
    overwritten: str | None
    """A phrase that stood in a name's place throughout and was marked."""


def _read(document: Document, site: Site, families: bool) -> _Page:
    if document.page.media_type is MediaType.TEXT:
        made = sheet(of_text(document.text), NONE, NOTHING, document.page.url)
    else:
        family, select = declared(site, document.page.retrieved_at)
        found = (
            read(document.text, family, select)
            if families
            else read(document.text, None, Select())
        )
        made = sheet(
            found.outline,
            found.metadata,
            found.fields,
            document.page.url,
            document.text,
        )
    phrase = overwriting(made.simplified[line] for line in made.outline.body)
    if phrase is not None:
        made = made.without(phrase, MARK * len(phrase))
    title = title_of(made)
    return _Page(made, title, find_body(made, title), phrase)


def _article(documents: Documents, pages: list[_Page]) -> Article:
    first, page = pages[0], documents.pages.pages[0]
    text, published, laid = _texts(pages)
    said = facts(first.sheet, first.body)
    people = said.credits
    for each in pages[1:]:
        people = people + facts(each.sheet, each.body).credits
    # A page whose only date is that of its last change was published then, as far
    # as it says.
    stamp = said.published or said.modified
    canonical = canonical_url(first.sheet.metadata.canonical, page.url)
    return Article(
        id=article_id(canonical or page.url),
        url=page.url,
        canonical_url=canonical,
        site=documents.pages.site.name,
        kicker=first.sheet.fields.kicker or kicker_of(first.sheet, first.title),
        title=first.title.text,
        subtitle=first.sheet.fields.subtitle
        or subtitle_of(first.sheet, first.title, first.body.header.stop),
        original_title=said.original_title,
        published_at=stamp.iso if stamp else None,
        modified_at=said.modified.iso if said.modified else None,
        published_raw=stamp.raw if stamp else None,
        publisher=said.publisher,
        reporters=people.reporters,
        editors=people.editors,
        reviewers=people.reviewers,
        section=section(first.sheet, first.title, first.body.header),
        script=Script.HANS if text == published else script_of(published),
        text=text,
        text_as_published=published,
        headings=headings(laid),
        captions=tuple(
            each.sheet.simplified[line] for each in pages for line in each.body.captions
        ),
        repairs=_repairs(documents, pages, laid, text),
        family=first.sheet.outline.family,
        content_hash=content_hash(text),
        retrieved_at=page.retrieved_at,
        archive=tuple(each.archive for each in documents.pages.pages),
        extractor_version=EXTRACTOR_VERSION,
    )


def _repairs(
    documents: Documents, pages: list[_Page], laid: list[Laid], text: str
) -> tuple[Repair, ...]:
    whole = [edit for each in documents.documents for edit in each.edits]
    rows = [*repairs(laid, whole)]
    for each in pages:
        rows += removals(each.sheet, each.body.dropped, RepairKind.CHROME)
        rows += removals(each.sheet, each.body.spam, RepairKind.SPAM)
        rows += marks(text, each.overwritten)
        rows += stamped(text, each.sheet.outline.watermarks)
    return one_a_kind(rows)


def _doubts(documents: Documents, article: Article) -> tuple[Issue, ...]:
    """What cannot be right, or was not found, on a page that has text."""
    found = []
    if article.title is None:
        found.append(_issue(documents, "no_title", article.text[:60]))
    seen, said = article.retrieved_at, article.published_at
    if seen is not None and said is not None and said[:10] > _next_day(seen):
        found.append(_issue(documents, "date_after_retrieval", said))
    return tuple(found)


def _next_day(moment: str) -> str:
    """The day after: a page fetched in UTC's evening is already of China's tomorrow."""
    return (date.fromisoformat(moment[:10]) + timedelta(days=1)).isoformat()


def _texts(pages: list[_Page]) -> tuple[str, str, list[Laid]]:
    """Text in Simplified, as published, and where each page's part lies in them."""
    simplified: list[str] = []
    published: list[str] = []
    laid = []
    for each in pages:
        offset = sum(map(len, simplified)) + len(simplified)
        laid.append(Laid(each.sheet, each.body.parts, offset))
        for line, start, end in each.body.parts:
            simplified.append(each.sheet.simplified[line][start:end])
            published.append(each.sheet.published[line][start:end])
    return "\n".join(simplified), "\n".join(published), laid


def _issue(documents: Documents, code: str, value: str) -> Issue:
    page = documents.pages.pages[0]
    return Issue(
        stage=Stage.CLEAN,
        code=code,
        value=value,
        url=page.url,
        site=documents.pages.site.name,
    )
