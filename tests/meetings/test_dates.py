"""Days against the publication date, never the clock."""

from __future__ import annotations

from datetime import date

import pytest

import pipelines
from pipelines.meetings.times import find_dates
from tests.made import meetings, site, text_page

PUBLISHED = date(2021, 1, 4)

CASES = [
    ("1月3日下午，", "2021-01-03", "afternoon"),
    ("3日，省", "2021-01-03", None),
    ("9日，省", "2020-12-09", None),
    ("12月30日", "2020-12-30", None),
    ("昨日上午", "2021-01-03", "morning"),
    ("昨天（1月3日）上午", "2021-01-03", "morning"),
    ("今晚，", "2021-01-04", "evening"),
    ("2021年元月3日", "2021-01-03", None),
    ("二〇二一年一月三日", "2021-01-03", None),
    ("民国101年8月28日", "2012-08-28", None),
    ("2017.10.03", "2017-10-03", None),
    ("03.10.2017", "2017-10-03", None),
    ("1月3日晚", "2021-01-03", "evening"),
]
NONE = ["第3日", "为期3日", "2月30日", "3日游", "7·04事故"]


@pytest.mark.parametrize(("text", "day", "period"), CASES)
def test_dates(text: str, day: str, period: str | None) -> None:
    (when,) = find_dates(text, PUBLISHED)
    assert when.date == day
    assert when.time_of_day == period


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_date(text: str) -> None:
    assert not find_dates(text, PUBLISHED)


LOST = ["3?0日下午，市", "?月26日，市", "3月?日，市", "1?2日，市", "3月2\ufffd日，市"]


@pytest.mark.parametrize("text", LOST)
def test_a_day_that_lost_a_digit_is_no_other_day(text: str) -> None:
    (when,) = find_dates(text, PUBLISHED)
    assert when.date is None
    assert (when.time_of_day == "afternoon") == ("下午" in text)


def test_a_question_in_front_of_a_day_leaves_it_whole() -> None:
    (when,) = find_dates("怎么办?3日下午，", PUBLISHED)
    assert when.date == "2021-01-03"


def test_several_days() -> None:
    (when,) = find_dates("12月26—27日", PUBLISHED)
    assert (when.date, when.end_date) == ("2020-12-26", "2020-12-27")


def test_without_a_publication_date_the_year_is_open() -> None:
    (when,) = find_dates("3月12日晚", None)
    assert (when.date, when.basis) == ("XXXX-03-12", "stated")


MEETINGS = [
    ("近日，全市信访工作会议召开，市长王一川主持。", None),
    ("1月3日，县安委会召开2021年第一次全体会议，县长王一川主持。", "2021-01-03"),
    ("?月3日上午，县安委会召开全体会议，县长王一川主持。", None),
    (
        "在1月2日收看全省视频会议后，1月3日，全市信访工作会议召开，市长王一川主持。",
        "2021-01-03",
    ),
    # the heading of a round-up names the visit, the paragraph below dates it
    (
        "王一川督导信访工作\n1月3日上午，市长王一川到接待中心接待来访群众。",
        "2021-01-03",
    ),
]


@pytest.mark.parametrize(("text", "day"), MEETINGS)
def test_the_meetings_own_day(text: str, day: str | None) -> None:
    (meeting,) = meetings(text, area="370200")
    assert meeting.start_date == day
    assert meeting.date_latest == (None if day else "2021-01-04")


def test_before_and_after() -> None:
    first, before, after = meetings(
        "1月3日，全市信访工作会议召开，市长王一川主持。"
        "会前，王一川主持召开市信访工作领导小组会议。"
        "会后，王一川主持召开市政府常务会议。",
        area="370200",
    )
    assert (before.start_date, before.date_latest) == (None, "2021-01-03")
    assert after.start_date == "2021-01-03"
    assert [r.kind for r in before.relations] == ["before"]
    assert before.relations[0].meeting == first.id


def test_the_year_that_a_meeting_looks_back_on_is_not_its_own() -> None:
    page = text_page("2月5日，县医院党委召开2020年度民主生活会，王一川主持。\n")
    (meeting,) = pipelines.extract([page], site()).meetings
    assert meeting.start_date == "XXXX-02-05"
