"""One page explained to a person: from its bytes to its records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.clean import clean
from pipelines.decode import decode
from pipelines.meetings import read
from pipelines.records.document import Documents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.records.article import Article
    from pipelines.records.document import Document
    from pipelines.records.issue import Issue
    from pipelines.records.meeting import Meeting
    from pipelines.records.page import Pages
    from pipelines.records.people import Participant

SHOWN = 60
"""Characters of the article's first and last words that are shown."""


def explain(pages: Pages) -> str:
    """Encoding and its evidence, repairs, article, meetings and issues, as lines."""
    documents = Documents(
        pages=pages, documents=tuple(decode(page) for page in pages.pages)
    )
    result = read(clean(documents))
    lines = [f"site       {pages.site.name} ({pages.site.title})"]
    for document in documents.documents:
        lines += _document(document)
    lines += _article(result.article) if result.article else ["article    none"]
    for meeting in result.meetings:
        lines += _meeting(meeting, result.article)
    lines += ["", f"meetings   {len(result.meetings)}"]
    lines += [_issue(issue) for issue in result.issues] or ["issues     none"]
    return "\n".join(lines)


def _document(document: Document) -> Iterator[str]:
    yield f"page       {document.page.url}"
    yield f"bytes      {len(document.page.body)}  {document.page.archive.digest}"
    yield f"encoding   {document.encoding}"
    for row in document.evidence:
        yield f"           {row.source}: {row.label} — {row.verdict}"
    for edit in document.edits[:5]:
        yield f"           {edit.kind}: {edit.before!r} → {edit.after!r}"


def _article(article: Article) -> Iterator[str]:
    yield f"family     {article.family}, script {article.script}"
    for name in (
        "title",
        "original_title",
        "published_at",
        "published_raw",
        "publisher",
        "canonical_url",
    ):
        yield f"{name:<14} {getattr(article, name) or '—'}"
    for name in ("reporters", "editors", "reviewers", "section"):
        yield f"{name:<14} {'、'.join(getattr(article, name)) or '—'}"
    text = article.text.replace("\n", " ¶ ")
    yield f"text           {len(article.text)} characters"
    yield f"               {text[:SHOWN]} … {text[-SHOWN:]}"
    for repair in article.repairs:
        change = f"{repair.before!r} → {repair.after!r}"
        yield f"repaired       {repair.count} × {repair.kind}, first {change}"


def _meeting(meeting: Meeting, article: Article | None) -> Iterator[str]:
    yield ""
    yield f"meeting        {meeting.name}"
    body = meeting.organization
    when = " ".join(filter(None, (meeting.start_date, meeting.time_of_day)))
    yield f"  when         {when or '—'}  ({meeting.date_basis or 'not proved'})"
    yield f"  class        {meeting.classification}, {', '.join(meeting.subjects) or '—'}"
    where = " ".join(filter(None, (body.level, body.area_id, body.area_name)))
    yield f"  convener     {body.name or '—'}  {where or 'no division'}"
    if meeting.location:
        yield f"  place        {meeting.location.name}"
    for participant in meeting.participants:
        yield f"  {_person(participant)}"
    for group in meeting.groups:
        yield f"  group        {group.name}  [{', '.join(group.roles)}]"
    for response in meeting.responds_to:
        yield f"  answers      {response.name}  [{response.relation}]"
    for mention in meeting.mentions:
        yield f"  mentioned    {mention.name}  [{mention.context}]"
    demands = sum(
        demand.depth == 1 for speech in meeting.speeches for demand in speech.demands
    )
    yield f"  speeches     {len(meeting.speeches)}, demands {demands}"
    yield from _evidence(meeting, article)


def _person(participant: Participant) -> str:
    posts = "/".join(post.label for post in participant.posts)
    label = posts or participant.list or "no title"
    return f"person       {participant.name}  [{', '.join(participant.roles)}]  {label}"


def _evidence(meeting: Meeting, article: Article | None) -> Iterator[str]:
    for row in meeting.evidence:
        if article is None or row.start is None or row.end is None:
            words = "derived"
        else:
            words = repr(article.text[row.start : row.end])
        yield f"    {row.field:<34} {row.rule:<18} {words}"


def _issue(issue: Issue) -> str:
    place = f" at {issue.start}–{issue.end}" if issue.start is not None else ""
    return f"issue      {issue.stage}/{issue.code}: {issue.value}{place}"
