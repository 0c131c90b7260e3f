"""Bytes to records: everything between a received page and its meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.clean import clean
from pipelines.decode import decode
from pipelines.meetings import read
from pipelines.records.document import Documents
from pipelines.records.page import Pages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.records.page import Page
    from pipelines.records.result import Result
    from pipelines.sites import Site

__all__ = ["extract"]


def extract(pages: Sequence[Page], site: Site) -> Result:
    """Article, meetings and issues of the pages of one article: the whole way.

    Pure: the same pages and site give the same Result. Raises ValueError for no pages.
    """
    if not pages:
        raise ValueError("extract() needs at least one page")
    group = Pages(site=site, pages=tuple(pages))
    documents = tuple(decode(page) for page in group.pages)
    return read(clean(Documents(pages=group, documents=documents)))
