"""Standard input as a source: a WARC, a WACZ, an MHTML file or one page of HTML."""

from __future__ import annotations

import hashlib
import re
import shutil
import sys
import tempfile
from io import BufferedReader, FileIO
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.archive.addresses import canonical_address
from pipelines.archive.found import Found
from pipelines.archive.mhtml import MhtmlError, read_mhtml
from pipelines.archive.saved_files import MAX_BYTES
from pipelines.archive.warc_pages import site_of_page
from pipelines.archive.warc_source import stream_pages
from pipelines.records.issue import Issue, Stage
from pipelines.records.page import ArchivePlace, MediaType, Page
from pipelines.sites import UNDECLARED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import BinaryIO

    from pipelines.sites import Site

STDIN = Path("-")
"""Stands for standard input among sources."""
WARC_STARTS = (b"WARC", b"\x1f\x8b", b"\x28\xb5\x2f\xfd")
ZIP_START = b"PK\x03\x04"
# Chromium begins with From, others with the version.
MHTML_START = re.compile(
    rb"(?:From|MIME-Version|Subject|Date):[^\r\n<]*", re.IGNORECASE
)
SPOOL = 64 << 20
"""Bytes of a bundle that are held in memory; what is more goes to a file."""


class Told:
    """A stream that knows how far it was read; a pipe itself cannot say."""

    def __init__(self, content: BufferedReader) -> None:
        self._content, self._at = content, 0

    def read(self, size: int = -1) -> bytes:
        data = self._content.read(size)
        self._at += len(data)
        return data

    def tell(self) -> int:
        return self._at


def standard_input(sites: Mapping[str, Site]) -> Iterator[Found]:
    """What comes by standard input, told apart by its first bytes."""
    content = BufferedReader(FileIO(sys.stdin.fileno(), closefd=False), 1 << 20)
    start = content.peek(200)[:200]
    if start.startswith(WARC_STARTS):
        yield from _stream(Told(content), "stdin.warc", sites)  # type: ignore[arg-type]
    elif start.startswith(ZIP_START):
        # The list of a bundle's files stands at its end.
        with tempfile.SpooledTemporaryFile(SPOOL) as bundle:
            shutil.copyfileobj(content, bundle)
            yield from _stream(bundle, "stdin.wacz", sites)  # type: ignore[arg-type]
    else:
        body = content.read(MAX_BYTES + 1)
        yield _page(body, sites, is_mhtml=MHTML_START.match(start) is not None)


def _stream(content: BinaryIO, name: str, sites: Mapping[str, Site]) -> Iterator[Found]:
    return stream_pages(content, name, STDIN, sites)


def _page(received: bytes, sites: Mapping[str, Site], *, is_mhtml: bool) -> Found:
    name = "stdin.mhtml" if is_mhtml else "stdin.html"
    body, url, charset = received, None, None
    if is_mhtml:
        try:
            saved = read_mhtml(received)
        except MhtmlError as error:
            issue = Issue(
                stage=Stage.SOURCE,
                code="unreadable_file",
                value=f"{name}: {error}",
                site=UNDECLARED.name,
            )
            return Found(folder=STDIN, site=UNDECLARED, content=issue)
        body, url, charset = saved.body, saved.url, saved.charset
    url = url or canonical_address(body) or f"file:{name}"
    page = Page(
        url=url,
        body=body,
        media_type=MediaType.HTML,
        archive=ArchivePlace(
            file=name, digest=f"sha256:{hashlib.sha256(received).hexdigest()}"
        ),
        charset=charset,
    )
    return Found(folder=STDIN, site=site_of_page(url, sites, None), content=page)
