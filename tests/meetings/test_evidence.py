"""Every value of a record has a row of evidence; invented people."""

from __future__ import annotations

from dataclasses import fields

import pytest

from pipelines.meetings.derived import OF_THE_RECORD, RULES, derived_rows
from pipelines.records.meeting import Meeting
from tests.made import meetings

TEXTS = [
    (
        "1月3日上午，市委召开全市安全生产工作会议。市长王一川主持会议并讲话。"
        "王一川强调，一要抓好落实。二要压实责任。市领导李二河、张三山参加。"
    ),
    "1月3日，市长王一川到河口镇调研，并主持召开座谈会。",
]


@pytest.mark.parametrize("text", TEXTS, ids=["work", "visit"])
def test_no_value_is_left_without_a_row(text: str) -> None:
    for meeting in meetings(text, area="370200"):
        assert not list(derived_rows(meeting))
        pointers = [row.field for row in meeting.evidence]
        assert len(set(pointers)) == len(pointers)
        assert {"/organization/level", "/classification"} <= set(pointers)


def test_a_convener_is_shown_where_it_stands() -> None:
    (meeting,) = meetings(TEXTS[0], area="370200")
    (row,) = [r for r in meeting.evidence if r.field == "/organization/name"]
    assert (row.start, row.rule) == (TEXTS[0].index("市委"), "convener")


def test_every_field_of_a_meeting_has_a_rule_or_is_of_the_record() -> None:
    assert {each.name for each in fields(Meeting)} == OF_THE_RECORD | set(RULES)
