"""`-o` and `-O`: every meeting read in the run, one a line, in Scrapy's own feeds.

The item is a Result, which holds any number of meetings; an Issue holds none. A feed
has the meetings of pages that the archive knew before, too: it tells this run.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any

import msgspec
from scrapy.exporters import BaseItemExporter, CsvItemExporter, XmlItemExporter

from crawler.columns import COLUMNS, meeting_row
from pipelines.archive.lines import encode_line
from pipelines.records.result import Result

if TYPE_CHECKING:
    from pipelines.records.meeting import Meeting


def meetings_of(item: Any) -> tuple[Meeting, ...]:
    return item.meetings if isinstance(item, Result) else ()


class JsonLinesMeetingExporter(BaseItemExporter):
    """The archive's own lines, byte for byte, unless FEED_EXPORT_FIELDS picks some.

    Always UTF-8 (RFC 8259), whatever FEED_EXPORT_ENCODING says.
    """

    def __init__(self, file: IO[bytes], **options: Any) -> None:
        super().__init__(dont_fail=True, **options)
        self.file = file

    def export_item(self, item: Any) -> None:
        for meeting in meetings_of(item):
            self.file.write(self.line(meeting))

    def line(self, meeting: Meeting) -> bytes:
        if not self.fields_to_export:
            return encode_line(meeting)
        return encode_line(dict(self.get_serialized_fields(_builtins(meeting))))


class JsonMeetingExporter(JsonLinesMeetingExporter):
    """The same lines as one JSON array."""

    separator = b""

    def start_exporting(self) -> None:
        self.file.write(b"[\n")

    def export_item(self, item: Any) -> None:
        for meeting in meetings_of(item):
            self.file.write(self.separator + self.line(meeting).removesuffix(b"\n"))
            self.separator = b",\n"

    def finish_exporting(self) -> None:
        self.file.write(b"\n]\n")


class CsvMeetingExporter(CsvItemExporter):
    """A table for people: flat columns, cells that no spreadsheet computes.

    Plain UTF-8, as every reader of feeds expects; a byte order mark would become part
    of the first column's name in most of them.
    """

    def __init__(self, file: IO[bytes], **options: Any) -> None:
        # `-o` appends: a second row of names in the middle would be no data.
        options.setdefault("include_headers_line", not _has_content(file))
        super().__init__(file, **options)  # type: ignore[arg-type]
        self.fields_to_export = self.fields_to_export or list(COLUMNS)

    def start_exporting(self) -> None:
        # Also where the run met no meeting: an empty table has its columns.
        self._headers_not_written = False
        self._write_headers_and_set_fields_to_export({})

    def export_item(self, item: Any) -> None:
        for meeting in meetings_of(item):
            super().export_item(meeting_row(meeting))


class XmlMeetingExporter(XmlItemExporter):
    """The whole record, an `item` element a meeting."""

    def export_item(self, item: Any) -> None:
        for meeting in meetings_of(item):
            super().export_item(_builtins(meeting))


def _builtins(meeting: Meeting) -> dict[str, Any]:
    record: dict[str, Any] = msgspec.to_builtins(meeting)
    return record


def _has_content(file: IO[bytes]) -> bool:
    return file.seekable() and file.tell() > 0
