"""Bytes to records: everything between a received page and its meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING

# Under other names: `clean` and `decode` here would hide the packages of that name.
from pipelines.clean import clean as to_reading
from pipelines.decode import decode as to_document
from pipelines.meetings import read as to_result
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
    documents = tuple(to_document(page) for page in group.pages)
    return to_result(to_reading(Documents(pages=group, documents=documents)))
