"""WARC and WACZ files as a source of Pages."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from fastwarc.warc import WarcRecordType

from pipelines.archive.addresses import printable_name
from pipelines.archive.found import Found
from pipelines.archive.http import HttpError
from pipelines.archive.warc_pages import (
    CutOff,
    NoPage,
    is_article,
    page_in,
    site_of_page,
    unreadable,
)
from pipelines.archive.warc_reading import WarcError, in_stream, records
from pipelines.archive.warc_record import Damage, Record
from pipelines.records.issue import Issue, Stage
from pipelines.sites import UNDECLARED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path
    from typing import BinaryIO

    from pipelines.records.page import Page
    from pipelines.sites import Site

KINDS = int(WarcRecordType.response) | int(WarcRecordType.resource)
KINDS |= int(WarcRecordType.revisit)
WARC_ENDINGS = (".warc", ".warc.gz", ".warc.zst")
WACZ_ENDING = ".wacz"


def is_warc(name: str) -> bool:
    """Whether a file of this name holds WARC records, or is a bundle of such."""
    return name.lower().endswith((*WARC_ENDINGS, WACZ_ENDING))


def warc_pages(
    file: Path, name: str, sites: Mapping[str, Site], named: Site | None
) -> Iterator[Found]:
    """Every page of a WARC or WACZ file; `name` is what places in it are called by.

    What is damaged, cut off or broken is an Issue, and the rest goes on. Records of
    other things than pages are passed over.
    """
    reader = _Reader(file, printable_name(name), sites, named)
    if file.name.lower().endswith(WACZ_ENDING):
        with file.open("rb") as content:
            yield from reader.bundle(content)
    else:
        yield from reader.found(records(file, KINDS), reader.name)


def stream_pages(
    content: BinaryIO, name: str, file: Path, sites: Mapping[str, Site]
) -> Iterator[Found]:
    """As `warc_pages`, from an open stream; a WACZ must be one that can be sought."""
    reader = _Reader(file, name, sites, None)
    if name.endswith(WACZ_ENDING):
        yield from reader.bundle(content)
        return
    yield from reader.found(reader.guarded(in_stream(content, KINDS)), name)


def place_name(file: Path, name: str) -> str:
    """What records call a file: inside an archive its path there, else `name`."""
    parts = file.resolve().parts
    return "/".join(parts[-3:]) if parts[-3:-2] == ("warc",) else name


def _is_kept(name: str) -> bool:
    """Whether a bundle's member is one of its WARCs (WACZ 1.1.1, directory layout)."""
    return name.startswith("archive/") and name.lower().endswith(WARC_ENDINGS)


class _Reader:
    """Reads one file for the pages in it."""

    def __init__(
        self, file: Path, name: str, sites: Mapping[str, Site], named: Site | None
    ) -> None:
        self.file, self.sites, self.named = file, sites, named
        self.name = place_name(file, name)
        # Pages of one article stand in the files of one run.
        stem = file.name.split(".")[0].rsplit("-", 1)[0]
        self._together = file.with_name(stem or file.name)

    def bundle(self, packed: BinaryIO) -> Iterator[Found]:
        """The WARCs inside a WACZ, in order of name."""
        try:
            with zipfile.ZipFile(packed) as bundle:
                names = [name for name in sorted(bundle.namelist()) if _is_kept(name)]
                if not names:
                    yield self._issue("empty_source", ": no WARC in its archive/")
                for name in names:
                    with bundle.open(name) as content:
                        read = self.guarded(in_stream(content, KINDS))  # type: ignore[arg-type]
                        yield from self.found(read, f"{self.name}/{name}")
        except (zipfile.BadZipFile, OSError, EOFError) as error:
            yield self._issue("unreadable_file", f": {error}")

    def guarded(self, read: Iterable[Record | Damage]) -> Iterator[Record | Damage]:
        """A stream has no second look: what breaks it off is its last damage."""
        last = 0
        try:
            for each in read:
                last = each.offset
                yield each
        except (OSError, ValueError) as error:
            yield Damage(offset=last, reason=str(error))

    def found(self, read: Iterable[Record | Damage], name: str) -> Iterator[Found]:
        any_record = False
        for each in read:
            any_record = True
            if isinstance(each, Damage):
                place = f"{name[len(self.name) :]} at {each.offset}: {each.reason}"
                yield self._issue("damaged_record", place)
            elif each.kind == "revisit":
                continue
            else:
                yield from self._page(each, name)
        if not any_record:
            yield self._issue("empty_source", ": no record of a page in it")

    def _page(self, record: Record, name: str) -> Iterator[Found]:
        site = site_of_page(record.url, self.sites, self.named)
        # Whoever saved a file chose it; of what a crawl received, articles are read.
        if record.kind != "resource" and not is_article(record.url, site):
            return
        try:
            page = page_in(record, name)
        except NoPage:
            return
        except (CutOff, HttpError, WarcError) as error:
            place = f"{name} at {record.offset}"
            issue = unreadable(record.url, site, place, error)
            yield self._found(site, issue)
        else:
            yield self._found(site, page)

    def _issue(self, code: str, value: str) -> Found:
        site = self.named or UNDECLARED
        issue = Issue(
            stage=Stage.SOURCE,
            code=code,
            value=f"{self.name}{value}"[:200],
            site=site.name,
        )
        return self._found(site, issue)

    def _found(self, site: Site, content: Page | Issue) -> Found:
        return Found(folder=self._together, site=site, content=content, streams=True)
