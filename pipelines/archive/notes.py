"""`pages.jsonl`: what a saver noted beside the saved files, read strictly."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

NOTES_FILE = "pages.jsonl"


class Note(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One line: what is known of one file of the same folder."""

    file: str
    """Name of the file."""
    url: str | None = None
    """Absolute address it was saved from."""
    retrieved_at: str | None = None
    """ISO 8601 with offset."""
    charset: str | None = None
    """Encoding the saver knows it has."""
    site: str | None = None
    """Name of a declared site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """The notes of one folder, and what could not be read of them."""

    by_file: Mapping[str, Note]
    faults: tuple[str, ...] = ()
    """A message a bad line, its number first."""
    held: frozenset[str] = frozenset()
    """Files of bad lines: read without what the line says, each would be the page of
    another address or site, and stand in the archive for ever."""


def read_notes(folder: Path, sites: Iterable[str]) -> Notes:
    """The notes of `folder`; empty where it has none. OSError where unreadable."""
    file = folder / NOTES_FILE
    if not file.exists():
        return Notes(by_file={})
    declared = frozenset(sites)
    notes: dict[str, Note] = {}
    faults: list[str] = []
    held: set[str] = set()
    for number, line in enumerate(file.read_bytes().splitlines(), start=1):
        try:
            note = msgspec.json.decode(line, type=Note)
            _check(note, folder, declared, notes)
        except (ValueError, UnicodeDecodeError) as error:
            named = _named_in(line)
            faults.append(": ".join((str(number), *named, str(error))))
            held |= named
        else:
            notes[note.file] = note
    held -= notes.keys()
    return Notes(by_file=notes, faults=tuple(faults), held=frozenset(held))


class _Named(msgspec.Struct, frozen=True):
    """What a line that is otherwise unusable still tells."""

    file: str


def _named_in(line: bytes) -> set[str]:
    try:
        return {msgspec.json.decode(line, type=_Named).file}
    except (ValueError, UnicodeDecodeError):
        return set()


def _check(
    note: Note, folder: Path, declared: frozenset[str], seen: Mapping[str, Note]
) -> None:
    if note.file != note.file.split("/")[-1] or not (folder / note.file).is_file():
        raise ValueError(f"no file {note.file!r} in this folder")
    if note.file in seen:
        raise ValueError("has a line already")
    if note.url is not None and not _is_absolute(note.url):
        raise ValueError(f"url {note.url!r} is not absolute http or https")
    if note.retrieved_at is not None and not _has_offset(note.retrieved_at):
        raise ValueError(f"retrieved_at {note.retrieved_at!r} has no offset")
    if note.charset is not None and not _is_known(note.charset):
        raise ValueError(f"charset {note.charset!r} is unknown")
    if note.site is not None and note.site not in declared:
        raise ValueError(f"site {note.site!r} is not declared")


def _is_absolute(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def _is_known(charset: str) -> bool:
    try:
        codecs.lookup(charset)
    except LookupError:
        return False
    return True


def _has_offset(time: str) -> bool:
    return datetime.fromisoformat(time).tzinfo is not None
