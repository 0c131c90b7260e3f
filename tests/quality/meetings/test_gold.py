"""The gold holds what it says: every value stands on its page, every set is closed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import opencc
import pytest

from pipelines.records.terms import (
    AppointmentAction,
    Classification,
    Level,
    Modality,
    TimeOfDay,
)
from tests.quality.meetings.corpus import HALVES, HERE, body_of, gold_lines
from tests.quality.meetings.facts import FIELDS, ROLES

if TYPE_CHECKING:
    from tests.quality.meetings.facts import Gold

GLOSS = re.compile(r"\([a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ]+\s?\)")
SIMPLIFY = opencc.OpenCC("t2s").convert
EDTF = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")
PHENOMENA = range(13, 35)
"""Numbers of the list of what real pages do, sections who to which pages have none."""
MEETING_KEYS = {*FIELDS, "name_alt"}
OPTIONAL_KEYS = {"date_alt", "titles_ok", "optional"} | {
    f"{key}_{kind}" for key in MEETING_KEYS for kind in ("alt", "ok")
}
LINES = gold_lines()
MEETINGS = [(line, meeting) for line in LINES for meeting in line["meetings"]]


def people(meeting: Gold) -> set[str]:
    return {name for role in ROLES for name in meeting[role]}


def simplified(line: Gold) -> tuple[str, str]:
    """The page without glosses and spaces, as published and in Simplified."""
    text = "".join(GLOSS.sub("", body_of(line).decode()).split())
    return text, SIMPLIFY(text)


def test_pages_and_lines_are_the_same_and_halves_are_odd_and_even() -> None:
    files = sorted(file.name for file in (HERE / "pages").iterdir())
    assert [line["file"] for line in LINES] == files
    for line in LINES:
        assert line["half"] == HALVES[int(line["file"][:3]) % 2 == 0]
    halves = [line["half"] for line in LINES]
    assert halves.count("open") == halves.count("held")


@pytest.mark.parametrize("half", HALVES)
def test_each_half_covers_every_phenomenon_and_kind(half: str) -> None:
    lines = [line for line in LINES if line["half"] == half]
    covered = {number for line in lines for number in line["phenomena"]}
    assert covered == set(PHENOMENA)
    kinds = {m["classification"] for line in lines for m in line["meetings"]}
    assert kinds == set(Classification)
    levels = {m["level"] for line in lines for m in line["meetings"]}
    assert levels == {*Level, None}
    assert sum(not line["meetings"] for line in lines) >= 10


@pytest.mark.parametrize(("line", "meeting"), MEETINGS)
def test_sets_are_closed(line: Gold, meeting: Gold) -> None:
    assert set(meeting) >= MEETING_KEYS
    assert set(meeting) <= MEETING_KEYS | OPTIONAL_KEYS
    assert meeting["classification"] in set(Classification)
    assert meeting["level"] in {*Level, None}
    assert meeting["period"] in {*TimeOfDay, None}
    assert meeting["modality"] in {*Modality, None}
    for date in (meeting["date"], meeting["end_date"]):
        assert date is None or EDTF.fullmatch(date)
    actions = {row["action"] for row in meeting["appointments"]}
    assert actions <= set(AppointmentAction)
    assert set(meeting["titles"]) == people(meeting)
    assert not people(meeting) & set(line["not_participants"])
    for role in ROLES:
        assert len(meeting[role]) == len(set(meeting[role]))
    assert set(meeting["lead"]) <= set(meeting["attendees"])


@pytest.mark.parametrize(("line", "meeting"), MEETINGS)
def test_every_value_stands_on_its_page(line: Gold, meeting: Gold) -> None:
    printed, text = simplified(line)
    values = people(meeting) | {t for ts in meeting["titles"].values() for t in ts}
    values |= {*meeting["groups"], *meeting["conveys"], *meeting["agenda_passed"]}
    values |= {row[key] for row in meeting["appointments"] for key in ("name", "post")}
    values |= {meeting["venue"] or "", meeting["organization"] or ""}
    missing = {v for v in map(squeezed, values) if not stands_in(v, printed, text)}
    assert not missing


def stands_in(value: str, printed: str, text: str) -> bool:
    """Is it printed so, or does the same converter make the same of it?

    The name 乾 stays 乾, and OpenCC makes 干 of it.
    """
    return value in printed or value in text or SIMPLIFY(value) in text


def squeezed(value: str) -> str:
    return "".join(value.split())


@pytest.mark.parametrize("line", LINES)
def test_people_only_mentioned_are_named(line: Gold) -> None:
    printed, text = simplified(line)
    for name in line["not_participants"]:
        assert stands_in(name, printed, text)
