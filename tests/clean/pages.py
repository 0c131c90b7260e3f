"""Documents made from bytes or markup, for the tests of cleaning."""

from __future__ import annotations

import hashlib

from pipelines.decode.document import decode
from pipelines.records.document import Documents
from pipelines.records.page import ArchivePlace, MediaType, Page, Pages
from pipelines.sites import UNDECLARED, Site

URL = "http://www.example.cn/news/2021/0305/c12a3456.html"


def html_page(body: bytes | str, site: Site = UNDECLARED, url: str = URL) -> Documents:
    """One HTML page as the decoder hands it on."""
    return documents((url, body), site=site)


def text_page(body: bytes | str, site: Site = UNDECLARED) -> Documents:
    """One plain-text page as the decoder hands it on."""
    return documents(("file:page.txt", body), site=site, media_type=MediaType.TEXT)


def documents(
    *pages: tuple[str, bytes | str],
    site: Site = UNDECLARED,
    media_type: MediaType = MediaType.HTML,
) -> Documents:
    """Several pages of one article, each an address and its bytes."""
    made = tuple(_page(url, body, media_type) for url, body in pages)
    return Documents(
        pages=Pages(site=site, pages=made), documents=tuple(map(decode, made))
    )


def _page(url: str, body: bytes | str, media_type: MediaType) -> Page:
    data = body.encode() if isinstance(body, str) else body
    digest = "sha256:" + hashlib.sha256(data).hexdigest()
    return Page(
        url=url,
        body=data,
        media_type=media_type,
        archive=ArchivePlace(file="page", digest=digest),
    )
