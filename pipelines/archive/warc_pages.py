"""Pages out of WARC records: live captures and other makers' files alike."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pipelines.archive.http import HttpError, entity_of, parse_response
from pipelines.archive.stored import capture_of, place_of
from pipelines.archive.warc import RETRIEVED, UNKNOWN, payload_digest
from pipelines.archive.warc_reading import WarcError
from pipelines.records.issue import Issue, Stage
from pipelines.records.page import ArchivePlace, MediaType, Page
from pipelines.sites import UNDECLARED, Site, site_of_host

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pipelines.archive.http import Message
    from pipelines.archive.warc_record import Record
    from pipelines.records.capture import Capture, Kept

CHARSET = re.compile(r"charset=[\"']?([\w.:-]+)", re.IGNORECASE)
HTML_TYPES = frozenset({b"text/html", b"application/xhtml+xml", b""})


class NoPage(Exception):
    """A record that holds no article's page: understood, and passed over."""


class CutOff(Exception):
    """A capture whose maker says that the transfer broke off (`WARC-Truncated`)."""


def page_of(kept: Kept) -> Page:
    """The Page that a capture holds.

    Raises NoPage for another status or kind of content, HttpError for a body that
    cannot be unpacked.
    """
    message = parse_response(kept.capture.response)
    return _page(message, kept.capture, lambda: kept.original)


def _page(
    message: Message, capture: Capture, place: Callable[[], ArchivePlace]
) -> Page:
    """`place` is asked for last: what is no page needs none."""
    if message.status != 200:
        raise NoPage(f"status {message.status}")
    return Page(
        url=capture.url,
        body=entity_of(message),
        media_type=media_type_of(message),
        archive=place(),
        headers=message.headers,
        retrieved_at=retrieved(capture.captured_at),
    )


def media_type_of(message: Message) -> MediaType:
    """Raises NoPage for what is neither HTML nor plain text."""
    named = message.field(b"Content-Type").split(b";")[0].strip().lower()
    if named in HTML_TYPES:
        return MediaType.HTML
    if named == b"text/plain":
        return MediaType.TEXT
    raise NoPage(f"content type {named.decode('latin-1')}")


def retrieved(warc_date: str) -> str:
    """WARC-Date as records give times: with an offset, to the second."""
    return re.sub(r"(\.\d+)?Z$", "", warc_date) + "+00:00"


def page_in(record: Record, file: str) -> Page:
    """The Page of a `response` or `resource` record of any maker.

    `file` is where the record stands. Raises NoPage, CutOff, HttpError, WarcError.
    """
    if record.kind == "resource":
        return _resource(record, file)
    capture = capture_of(record)
    try:
        message = parse_response(record.block)
    except HttpError as error:
        raise WarcError(f"{file}: at {record.offset}: {error}") from error
    if capture.truncated is not None:
        raise CutOff(str(capture.truncated))
    return _page(message, capture, lambda: place_of(record, message, file))


def _resource(record: Record, file: str) -> Page:
    named, _, rest = record.fields.get("content-type", "").partition(";")
    kind, charset = named.strip().lower(), CHARSET.search(rest)
    if kind not in {"text/html", "text/plain"}:
        raise NoPage(f"content type {kind}")
    return Page(
        url=record.url,
        body=record.block,
        media_type=MediaType(kind),
        archive=ArchivePlace(
            file=file, offset=record.offset, digest=payload_digest(record.block)
        ),
        charset=charset[1] if charset else None,
        retrieved_at=_retrieved_at(record),
    )


def _retrieved_at(record: Record) -> str | None:
    """When a saved file was retrieved: as noted, else the record's own date."""
    noted = record.fields.get(RETRIEVED.lower())
    if noted is None:
        return retrieved(record.date)
    return None if noted == UNKNOWN else noted


def site_of_page(url: str, sites: Mapping[str, Site], named: Site | None) -> Site:
    """The site that declares the address's host, else the one `named` by a folder."""
    return site_of_host(sites.values(), urlsplit(url).netloc) or named or UNDECLARED


def is_article(url: str, site: Site) -> bool:
    """Whether a site's declaration counts an address among its articles' pages.

    Every address may be one where the site declares no pattern.
    """
    return site.article is None or re.search(site.article, url) is not None


def unreadable(record_url: str, site: Site, place: str, error: Exception) -> Issue:
    """The Issue of a record that holds a page which cannot be read.

    One that was written as cut off is whole for what it is, and no damage.
    """
    code = "truncated_record" if isinstance(error, CutOff) else "unreadable_record"
    return Issue(
        stage=Stage.SOURCE,
        code=code,
        value=f"{place}: {error}"[:200],
        url=record_url or None,
        site=site.name,
    )
