from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from crawler.columns import COLUMNS, harmless, meeting_row
from crawler.exporters import (
    CsvMeetingExporter,
    JsonLinesMeetingExporter,
    JsonMeetingExporter,
    XmlMeetingExporter,
)
from pipelines.archive.lines import encode_line
from pipelines.records.meeting import Location, Organization, Session
from pipelines.records.people import Participant, Post
from pipelines.records.terms import Level, PostRole, Role, Subject
from tests.records.made import made_article, made_issue, made_meeting, made_result

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scrapy.exporters import BaseItemExporter

ITEMS = (made_result(1, meetings=2), made_issue(), made_result(2, meetings=0))
MEETINGS = ITEMS[0].meetings  # type: ignore[union-attr]


def exported(
    exporter: type[BaseItemExporter], items: Iterable[object] = ITEMS, **options: Any
) -> bytes:
    file = io.BytesIO()
    feed = exporter(file, **options)  # type: ignore[call-arg]
    feed.start_exporting()
    for item in items:
        feed.export_item(item)
    feed.finish_exporting()
    return file.getvalue()


def table(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(), newline="")))


def test_json_lines_are_the_archive_s_own() -> None:
    lines = b"".join(encode_line(meeting) for meeting in MEETINGS)
    assert exported(JsonLinesMeetingExporter) == lines


def test_json_is_an_array_of_the_same() -> None:
    records = [json.loads(encode_line(meeting)) for meeting in MEETINGS]
    assert json.loads(exported(JsonMeetingExporter)) == records
    assert json.loads(exported(JsonMeetingExporter, items=())) == []


@pytest.mark.parametrize("exporter", [JsonLinesMeetingExporter, JsonMeetingExporter])
def test_json_with_chosen_fields(exporter: type[BaseItemExporter]) -> None:
    content = exported(exporter, fields_to_export=["name", "id"])
    first = content.split(b"\n")[1 if exporter is JsonMeetingExporter else 0]
    record = json.loads(first.removesuffix(b","))
    assert record == {"name": MEETINGS[0].name, "id": MEETINGS[0].id}


def test_csv_has_a_row_a_meeting() -> None:
    header, *rows = table(exported(CsvMeetingExporter))
    assert header == list(COLUMNS)
    assert [row[0] for row in rows] == [meeting.id for meeting in MEETINGS]


def test_csv_without_a_meeting_has_its_columns() -> None:
    assert table(exported(CsvMeetingExporter, items=())) == [list(COLUMNS)]


def test_csv_with_chosen_columns() -> None:
    content = exported(CsvMeetingExporter, fields_to_export={"name": "会议"})
    assert table(content) == [["会议"], *([meeting.name] for meeting in MEETINGS)]


def test_csv_is_plain_utf_8_unless_asked_otherwise() -> None:
    assert exported(CsvMeetingExporter).startswith(b"id,")
    marked = exported(CsvMeetingExporter, encoding="utf-8-sig")
    assert marked.startswith("\ufeffid,".encode())


def test_appended_csv_stays_one_table() -> None:
    file = io.BytesIO()
    for _ in range(2):
        feed = CsvMeetingExporter(file, encoding="utf-8-sig")
        feed.start_exporting()
        feed.export_item(ITEMS[0])
        feed.finish_exporting()
    ids = [row[0] for row in table(file.getvalue())]
    assert ids == ["\ufeffid", *[meeting.id for meeting in MEETINGS] * 2]


def test_xml_has_an_element_a_meeting() -> None:
    root = ET.fromstring(exported(XmlMeetingExporter))
    assert [each.findtext("name") for each in root] == [x.name for x in MEETINGS]
    chair = root[0].findtext("participants/value/name")
    assert chair == MEETINGS[0].participants[0].name


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+86", "'+86"),
        ("-", "'-"),
        ("@市长", "'@市长"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("＝1", "'＝1"),
        ("2021-01-03", "2021-01-03"),
        ("a=1", "a=1"),
        ("'=1", "'=1"),
        ("", ""),
    ],
)
def test_harmless(cell: str, safe: str) -> None:
    assert harmless(cell) == safe


def test_every_column_of_a_full_meeting() -> None:
    article = made_article(made_result().pages, title="=标题")
    meeting = made_meeting(
        article,
        subjects=(Subject.WORK_SAFETY, Subject.HEALTH),
        session=Session(term=3, number=12, year=2021, enlarged=True),
        start_date="2021-01-03",
        organization=Organization(
            name="区政府", level=Level.COUNTY, area_id="150802", area_name="临河区"
        ),
        location=Location(name="区会议中心"),
        participants=(
            Participant(
                name="刘大明",
                roles=(Role.CHAIR, Role.SPEAKER),
                posts=tuple(
                    Post(label=label, role=PostRole.OTHER)
                    for label in ("常委", "副区长")
                ),
            ),
            Participant(name="王小芳", roles=(Role.CHAIR, Role.ATTENDEE)),
            Participant(name="赵铁", roles=(Role.LEAD,)),
        ),
        issues=(made_issue(), made_issue()),
    )
    row = meeting_row(meeting)
    filled = {name: cell for name, cell in row.items() if cell}
    assert filled == {
        "id": meeting.id,
        "name": "临河安全生产工作会议",
        "classification": "work",
        "subjects": "work_safety；health",
        "session": "2021年3届12次扩大",
        "start_date": "2021-01-03",
        "organization": "区政府",
        "level": "county",
        "area_id": "150802",
        "area_name": "临河区",
        "location": "区会议中心",
        "chairs": "刘大明；王小芳",
        "speakers": "刘大明",
        "attendees": "王小芳",
        "lead": "赵铁",
        "posts": "刘大明: 常委/副区长",
        "article_title": "'=标题",
        "url": article.url,
        "site": "linhe",
        "extractor_version": meeting.extractor_version,
        "issues": "2",
    }
    assert list(row) == list(COLUMNS)
