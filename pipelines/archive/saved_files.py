"""A folder of saved files, read one by one: each a Page, or an Issue in its place."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec

from pipelines.archive.addresses import canonical_address, file_address, printable_name
from pipelines.archive.found import Found
from pipelines.archive.mhtml import MHTML_ENDING, MhtmlError, read_mhtml
from pipelines.archive.notes import NOTES_FILE, Note, Notes, read_notes
from pipelines.archive.warc_source import is_warc, warc_pages
from pipelines.records.issue import Issue, Stage
from pipelines.records.page import ArchivePlace, MediaType, Page
from pipelines.sites import UNDECLARED, Site, site_of_host

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MEDIA_TYPES: Mapping[str, MediaType] = {
    ".txt": MediaType.TEXT,
    ".html": MediaType.HTML,
    ".htm": MediaType.HTML,
    ".shtml": MediaType.HTML,  # server-side includes, already resolved when saved
}
# Stand beside saved pages by design; neither pages nor strangers.
COMPANIONS = frozenset({"site.yml", NOTES_FILE})
# As DOWNLOAD_MAXSIZE: no article is larger, and a page is read whole.
MAX_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class _Folder:
    """One folder of a source."""

    root: Path
    """The source that it belongs to; names are relative to it."""
    site: Site | None
    """The declared site that it, or a folder around it, is named for."""
    sites: Mapping[str, Site]
    notes: Notes

    def name(self, file: Path) -> str:
        return file.relative_to(self.root).as_posix()

    def issue(self, file: Path, code: str, value: str) -> Found:
        """What is wrong with one file; `value` follows its name."""
        name = self.name(file)
        site = self.site or UNDECLARED
        issue = Issue(
            stage=Stage.SOURCE,
            code=code,
            value=f"{printable_name(name)}{value}"[:200],
            url=file_address(name),
            site=site.name,
        )
        return Found(folder=file.parent, site=site, content=issue)


def is_page(name: str) -> bool:
    """Whether a file of this name is read as a page."""
    return Path(name).suffix.lower() in {*MEDIA_TYPES, MHTML_ENDING}


def is_source(name: str) -> bool:
    """Whether a file of this name holds a page or many."""
    return is_page(name) or is_warc(name)


def saved_files(path: Path, sites: Mapping[str, Site]) -> Iterator[Found]:
    """Every file of a folder, or the one file, in order of name.

    What is no page or cannot be read is an Issue; companions are passed over.
    """
    if not path.is_dir():
        folder, faults = _opened(path.parent, path.parent, sites)
        yield from faults
        yield from _content(folder, path)
        return
    closed: list[OSError] = []
    for place, names, files in os.walk(path, onerror=closed.append):
        names[:] = sorted(name for name in names if not name.startswith("."))
        folder, faults = _opened(path, Path(place), sites)
        yield from faults
        yield from _links_outside(folder, [Path(place, name) for name in names])
        for name in sorted(files):
            yield from _in_folder(folder, Path(place, name))
    folder, _ = _opened(path, path, sites)
    for error in closed:
        shut = Path(str(error.filename))
        yield folder.issue(shut, "unreadable_folder", f": {error.strerror}")


def _opened(
    root: Path, path: Path, sites: Mapping[str, Site]
) -> tuple[_Folder, list[Found]]:
    """The folder with its notes, and what is wrong with them."""
    site = _named_site(root, path, sites)
    bare = _Folder(root=root, site=site, sites=sites, notes=Notes(by_file={}))
    file = path / NOTES_FILE
    try:
        notes = read_notes(path, sites)
    except OSError as error:
        fault = bare.issue(file, "unreadable_file", f": {error.strerror}")
        return bare, [fault]
    faults = [bare.issue(file, "bad_pages_line", f":{fault}") for fault in notes.faults]
    return replace(bare, notes=notes), faults


def _named_site(root: Path, path: Path, sites: Mapping[str, Site]) -> Site | None:
    """The site whose name the nearest folder bears, up to the source itself."""
    source = root.resolve()
    # `<site>/pages` given as the source: the folder around it has the name.
    around = (source.parent.name,) if source.name == "pages" else ()
    names = (*around, source.name, *path.relative_to(root).parts)
    return next((sites[name] for name in reversed(names) if name in sites), None)


def _links_outside(folder: _Folder, places: Iterable[Path]) -> Iterator[Found]:
    # A link to a folder inside needs no following: its files are met where they are.
    for place in places:
        if _leaves(folder.root, place):
            yield folder.issue(place, "link_outside", ": leads out of the source")


def _leaves(root: Path, place: Path) -> bool:
    if not place.is_symlink():
        return False
    return not Path(os.path.realpath(place)).is_relative_to(os.path.realpath(root))


def _in_folder(folder: _Folder, file: Path) -> Iterator[Found]:
    if file.name.startswith(".") or file.name in COMPANIONS:
        return
    if file.name in folder.notes.held:
        return  # its bad line has an Issue
    if _leaves(folder.root, file):
        yield folder.issue(file, "link_outside", ": leads out of the source")
    elif not is_source(file.name):
        yield folder.issue(file, "unknown_file_kind", "")
    else:
        yield from _content(folder, file)


def _content(folder: _Folder, file: Path) -> Iterator[Found]:
    if is_warc(file.name):
        try:
            yield from warc_pages(file, folder.name(file), folder.sites, folder.site)
        except OSError as error:
            yield folder.issue(file, "unreadable_file", f": {error.strerror or error}")
    else:
        yield _read(folder, file)


def _read(folder: _Folder, file: Path) -> Found:
    try:
        facts = file.stat()
        if not stat.S_ISREG(facts.st_mode):
            return folder.issue(file, "unknown_file_kind", ": not a regular file")
        if facts.st_size > MAX_BYTES:
            return folder.issue(file, "too_large", f": {facts.st_size} bytes")
        body = file.read_bytes()
    except OSError as error:
        return folder.issue(file, "unreadable_file", f": {error.strerror}")
    return _page(folder, file, body)


def _page(folder: _Folder, file: Path, body: bytes) -> Found:
    name = folder.name(file)
    note = folder.notes.by_file.get(file.name, Note(file=file.name))
    digest = f"sha256:{hashlib.sha256(body).hexdigest()}"
    if file.suffix.lower() == MHTML_ENDING:
        try:
            saved = read_mhtml(body)
        except MhtmlError as error:
            return folder.issue(file, "unreadable_file", f": {error}")
        body = saved.body
        note = msgspec.structs.replace(
            note, url=note.url or saved.url, charset=note.charset or saved.charset
        )
    media_type = MEDIA_TYPES.get(file.suffix.lower(), MediaType.HTML)
    canonical = canonical_address(body) if media_type is MediaType.HTML else None
    url = note.url or canonical or file_address(name)
    page = Page(
        url=url,
        body=body,
        media_type=media_type,
        archive=ArchivePlace(
            file=printable_name(name),
            digest=digest,
        ),
        charset=note.charset,
        retrieved_at=note.retrieved_at,
    )
    site = _site(folder, note, url)
    return Found(folder=file.parent, site=site, content=page)


def _site(folder: _Folder, note: Note, url: str) -> Site:
    if note.site is not None:
        return folder.sites[note.site]
    host = urlsplit(url).netloc
    declared = folder.site or site_of_host(folder.sites.values(), host)
    return declared or UNDECLARED
