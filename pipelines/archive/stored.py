"""Captures out of the archive, revisits followed to their bodies."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.archive.http import HttpError, parse_response
from pipelines.archive.warc import payload_digest
from pipelines.archive.warc_reading import MissingOriginal, WarcError, read_at
from pipelines.records.capture import Capture, Kept, Truncation
from pipelines.records.page import ArchivePlace

if TYPE_CHECKING:
    from pathlib import Path

    from pipelines.archive.http import Message
    from pipelines.archive.warc_record import Record


def kept_at(root: Path, place: ArchivePlace) -> Kept:
    """The capture at a place of the archive at `root`.

    Raises WarcError for a damaged or exchanged record, MissingOriginal where the
    file is gone.
    """
    if place.offset is None:
        raise WarcError(f"{place.file}: a saved file is no capture")
    try:
        record = read_at(root / place.file, place.offset)
    except FileNotFoundError as error:
        raise MissingOriginal(f"{place.file} is gone from the archive") from error
    kept = kept_of(record, place.file)
    if kept.place.digest != place.digest:
        raise WarcError(f"{place.file}: another record stands at {place.offset}")
    return kept


def kept_of(record: Record, file: str) -> Kept:
    """A response record as the capture it keeps; WarcError where it is none.

    Of a `resource` record the capture that a server of the file would have sent.
    """
    if record.kind == "resource":
        return _of_file(record, file)
    try:
        message = parse_response(record.block)
    except HttpError as error:
        raise WarcError(f"{file}: at {record.offset}: {error}") from error
    place = place_of(record, message, file)
    return Kept(capture=capture_of(record), place=place, original=place)


def place_of(record: Record, message: Message, file: str) -> ArchivePlace:
    """Where the record's payload lies, with the digest of the bytes that are there."""
    digest = payload_digest(message.payload)
    return ArchivePlace(file=file, offset=record.offset, digest=digest)


def _of_file(record: Record, file: str) -> Kept:
    place = ArchivePlace(
        file=file, offset=record.offset, digest=payload_digest(record.block)
    )
    kind = record.fields.get("content-type", "").encode("latin-1", "replace")
    head = b"HTTP/1.1 200 OK\r\nContent-Type: " + kind + b"\r\n\r\n"
    capture = replace(capture_of(record), response=head + record.block)
    return Kept(capture=capture, place=place, original=place)


def capture_of(record: Record) -> Capture:
    """What a response record says of the attempt that it keeps."""
    truncated = record.fields.get("warc-truncated")
    known = truncated in set(Truncation)
    return Capture(
        url=record.url,
        captured_at=record.date,
        response=record.block,
        truncated=(
            Truncation(truncated)
            if known and truncated
            else Truncation.DISCONNECT
            if truncated
            else None
        ),
        ip_address=record.fields.get("warc-ip-address"),
    )
