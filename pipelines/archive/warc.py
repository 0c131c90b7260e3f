"""Captures as WARC 1.1 records (ISO 28500:2017), one gzip member a record."""

from __future__ import annotations

import hashlib
import io
import zlib
from typing import TYPE_CHECKING

from warcio.recordbuilder import RecordBuilder
from warcio.statusandheaders import StatusAndHeaders
from warcio.utils import Digester
from warcio.warcwriter import WARCWriter

from pipelines.version import EXTRACTOR_VERSION

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

    from pipelines.archive.http import Message
    from pipelines.records.capture import Capture
    from pipelines.records.page import Page

WARC_1_1 = "1.1"
GZIP = 31
"""zlib's window for a gzip member of its own."""
LEVEL = 4
"""A page compresses to within a twentieth of level 9 in a third of its time."""
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"


class WireHead(StatusAndHeaders):  # type: ignore[misc]
    """A head written as it came: warcio would quote what is not ASCII in it."""

    def __init__(self, head: bytes) -> None:
        super().__init__("", [])
        self.headers_buff = head

    def __bool__(self) -> bool:
        return True

    def compute_headers_buffer(self, header_filter: object = None) -> None:
        """Leave the bytes as they are."""


def payload_digest(payload: bytes) -> str:
    """`sha256:` and the hash of a payload as received, chunks and codings kept."""
    return f"sha256:{hashlib.sha256(payload).hexdigest()}"


def warcinfo_member(name: str, run: str) -> bytes:
    """The record that opens a WARC file and says what wrote it."""
    facts = {
        "software": f"huiyi/{EXTRACTOR_VERSION}",
        "format": "WARC File Format 1.1",
        "isPartOf": run,
    }
    return _member([_builder().create_warcinfo_record(name, facts)])


def response_members(capture: Capture, message: Message) -> bytes:
    """The response's record, then the request's, each a gzip member.

    `message` is the response, taken apart.
    """
    builder = _builder()
    facts = {**_facts(capture), "WARC-Payload-Digest": _sha1(message.payload)}
    if capture.truncated is not None:
        facts["WARC-Truncated"] = str(capture.truncated)
    response = builder.create_warc_record(
        capture.url,
        "response",
        payload=io.BytesIO(message.payload),
        length=len(message.payload),
        warc_headers_dict=facts,
        http_headers=WireHead(message.head),
    )
    return _member([response]) + _request(builder, capture, response)


def revisit_members(
    capture: Capture, message: Message, *, url: str, captured_at: str, payload: bytes
) -> bytes:
    """A record that leads to an earlier response with the payload `payload`.

    `url` and `captured_at` are the earlier capture's. A 304 has no payload itself.
    """
    builder = _builder()
    record = builder.create_revisit_record(
        capture.url,
        _sha1(payload),
        url,
        captured_at,
        http_headers=WireHead(message.head),
        warc_headers_dict=_facts(capture),
    )
    if message.status == 304:
        record.rec_headers.replace_header("WARC-Profile", NOT_MODIFIED)
    return _member([record]) + _request(builder, capture, record)


RETRIEVED = "Huiyi-Retrieved-At"
UNKNOWN = "unknown"


def resource_member(page: Page, kept_at: str) -> bytes:
    """The record of a saved file's page, which no server sent.

    `kept_at`: now, as WARC-Date gives it. When the file was retrieved stands in a
    field of its own, `unknown` where nobody noted it.
    """
    kind = str(page.media_type)
    record = _builder().create_warc_record(
        page.url,
        "resource",
        payload=io.BytesIO(page.body),
        length=len(page.body),
        warc_content_type=f"{kind}; charset={page.charset}" if page.charset else kind,
        warc_headers_dict={
            "WARC-Date": kept_at,
            RETRIEVED: page.retrieved_at or UNKNOWN,
        },
    )
    return _member([record])


def _request(builder: RecordBuilder, capture: Capture, of: ArcWarcRecord) -> bytes:
    if not capture.request:
        return b""
    head, mark, body = capture.request.partition(b"\r\n\r\n")
    record = builder.create_warc_record(
        capture.url,
        "request",
        payload=io.BytesIO(body),
        length=len(body),
        warc_headers_dict={
            "WARC-Date": capture.captured_at,
            "WARC-Concurrent-To": of.rec_headers.get_header("WARC-Record-ID"),
        },
        http_headers=WireHead(head + mark),
    )
    return _member([record])


def _facts(capture: Capture) -> dict[str, str]:
    facts = {"WARC-Date": capture.captured_at}
    if capture.ip_address:
        facts["WARC-IP-Address"] = capture.ip_address
    return facts


def _builder() -> RecordBuilder:
    return RecordBuilder(warc_version=WARC_1_1)


def _sha1(payload: bytes) -> str:
    digester = Digester("sha1")
    digester.update(payload)
    return str(digester)


def _member(records: list[ArcWarcRecord]) -> bytes:
    plain = io.BytesIO()
    writer = WARCWriter(plain, gzip=False, warc_version=WARC_1_1)
    for record in records:
        writer.write_record(record)
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, GZIP)
    return packer.compress(plain.getvalue()) + packer.flush()
