"""Documents → Article: the whole way of cleaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.clean.body import Body, find_body
from pipelines.clean.facts import Facts, facts
from pipelines.clean.identity import article_id, content_hash
from pipelines.clean.mending import Laid, repairs
from pipelines.clean.metadata import NONE
from pipelines.clean.outline import of_text
from pipelines.clean.reader import read
from pipelines.clean.sheet import Sheet, sheet
from pipelines.clean.titles import title_of
from pipelines.decode.script import script_of
from pipelines.families.base import NOTHING
from pipelines.families.registry import declared
from pipelines.records.article import Article, Reading, Script
from pipelines.records.issue import Issue, Stage
from pipelines.records.page import MediaType
from pipelines.version import EXTRACTOR_VERSION

if TYPE_CHECKING:
    from pipelines.records.document import Document, Documents
    from pipelines.sites import Site


def clean(documents: Documents) -> Reading:
    """The Article of one or several Documents; null with an Issue when none is there."""
    pages = documents.pages
    issues = tuple(issue for each in documents.documents for issue in each.issues)
    sheets = [_sheet(each, pages.site) for each in documents.documents]
    titles = [title_of(each) for each in sheets]
    bodies = [
        find_body(each, title) for each, title in zip(sheets, titles, strict=True)
    ]
    if not any(body.parts for body in bodies):
        return Reading(pages=pages, article=None, issues=(*issues, _no_text(documents)))
    article = _article(documents, sheets, bodies, titles[0].text)
    return Reading(pages=pages, article=article, issues=issues)


def _sheet(document: Document, site: Site) -> Sheet:
    if document.page.media_type is MediaType.TEXT:
        return sheet(of_text(document.text), NONE, NOTHING, document.page.url)
    family, select = declared(site, document.page.retrieved_at)
    outline, stated, fields = read(document.text, family, select)
    return sheet(outline, stated, fields, document.page.url)


def _article(
    documents: Documents, sheets: list[Sheet], bodies: list[Body], title: str | None
) -> Article:
    page = documents.pages.pages[0]
    text, published, offsets = _texts(sheets, bodies)
    said: Facts = facts(sheets[0], bodies[0])
    # A page whose only date is that of its last change was published then, as far
    # as it says.
    stamp = said.published or said.modified
    canonical = sheets[0].metadata.canonical or None
    laid = [
        Laid(sheet, body.parts, offset)
        for sheet, body, offset in zip(sheets, bodies, offsets, strict=True)
    ]
    return Article(
        id=article_id(canonical or page.url),
        url=page.url,
        canonical_url=canonical,
        site=documents.pages.site.name,
        kicker=sheets[0].fields.kicker or None,
        title=title,
        subtitle=sheets[0].fields.subtitle or None,
        original_title=said.original_title,
        published_at=stamp.iso if stamp else None,
        modified_at=said.modified.iso if said.modified else None,
        published_raw=stamp.raw if stamp else None,
        publisher=said.publisher,
        reporters=said.credits.reporters,
        editors=said.credits.editors,
        reviewers=said.credits.reviewers,
        script=Script.HANS if text == published else script_of(published),
        text=text,
        text_as_published=published,
        captions=tuple(
            each.simplified[line]
            for each, body in zip(sheets, bodies, strict=True)
            for line in body.captions
        ),
        repairs=repairs(
            laid, [edit for each in documents.documents for edit in each.edits]
        ),
        family=sheets[0].outline.family,
        content_hash=content_hash(text),
        retrieved_at=page.retrieved_at,
        archive=tuple(each.archive for each in documents.pages.pages),
        extractor_version=EXTRACTOR_VERSION,
    )


def _texts(sheets: list[Sheet], bodies: list[Body]) -> tuple[str, str, list[int]]:
    """Text in Simplified, as published, and where each page's text begins in them."""
    simplified: list[str] = []
    published: list[str] = []
    offsets = []
    for each, body in zip(sheets, bodies, strict=True):
        offsets.append(sum(map(len, simplified)) + len(simplified))
        for line, start, end in body.parts:
            simplified.append(each.simplified[line][start:end])
            published.append(each.published[line][start:end])
    return "\n".join(simplified), "\n".join(published), offsets


def _no_text(documents: Documents) -> Issue:
    page = documents.pages.pages[0]
    return Issue(
        stage=Stage.CLEAN,
        code="no_text",
        value="no running text was found",
        url=page.url,
        site=documents.pages.site.name,
    )
