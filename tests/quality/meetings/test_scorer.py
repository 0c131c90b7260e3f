"""The scorer: what it counts as right, wrong and missed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pipelines.records.meeting import (
    Location,
    Meeting,
    Organization,
    Passages,
    Session,
    Source,
)
from pipelines.records.people import Appointment, Group, Participant, Post
from pipelines.records.proceedings import Demand, Motion, Response, Speech
from pipelines.records.span import Span
from pipelines.records.terms import (
    AppointmentAction,
    Classification,
    MotionResult,
    PostRole,
    ResponseKind,
    ResponseRelation,
    Role,
)
from tests.quality.meetings.corpus import gold_lines
from tests.quality.meetings.facts import ROLES, Expected
from tests.quality.meetings.scorer import Score, Tally, compare, score_page, total

if TYPE_CHECKING:
    from tests.quality.meetings.facts import Gold

ID = "0" * 16
DIGEST = f"sha256:{'0' * 64}"
NOWHERE = Span(start=0, end=0)


def perfect(gold: Gold) -> Meeting:
    """The record of a reader who says exactly what the gold says."""
    return Meeting(
        id=ID,
        name=gold["name"],
        name_key=gold["name"],
        classification=gold["classification"],
        session=Session(**gold["session"]) if gold["session"] else None,
        start_date=gold["date"],
        end_date=gold["end_date"],
        time_of_day=gold["period"],
        modality=gold["modality"],
        organization=Organization(
            name=gold["organization"],
            level=gold["level"],
            area_name=gold["jurisdiction"],
        ),
        location=Location(name=gold["venue"]) if gold["venue"] else None,
        participants=tuple(person(gold, name) for name in gold["titles"]),
        groups=tuple(Group(name=each, roles=()) for each in gold["groups"]),
        appointments=tuple(
            Appointment(name=row["name"], action=row["action"], post=row["post"])
            for row in gold["appointments"]
        ),
        motions=tuple(
            Motion(text=each, result=MotionResult.PASSED)
            for each in gold["agenda_passed"]
        ),
        speeches=(speech(gold["directives"]),),
        responds_to=tuple(map(response, gold["conveys"])),
        passages=Passages(spans=(), characters=0),
        sources=(source(),),
        extractor_version="test",
    )


def person(gold: Gold, name: str) -> Participant:
    roles = tuple(role for key, role in ROLES.items() if name in gold[key])
    posts = tuple(Post(label=t, role=PostRole.OTHER) for t in gold["titles"][name])
    return Participant(name=name, roles=roles, posts=posts)


def speech(demands: int) -> Speech:
    rows = [
        Demand(order=order, depth=1, heading="", span=NOWHERE)
        for order in range(1, demands + 1)
    ]
    nested = Demand(order=1, depth=2, heading="", span=NOWHERE)
    return Speech(
        attribution_text="强调", position=1, span=NOWHERE, demands=(*rows, nested)
    )


def response(name: str) -> Response:
    return Response(
        name=name,
        name_key=name,
        kind=ResponseKind.MEETING,
        relation=ResponseRelation.CONVEYED,
    )


def source() -> Source:
    return Source(
        url="file:000.txt", site="test", article_id=ID, content_hash=DIGEST, archive=()
    )


def page(file: str) -> Gold:
    return next(line for line in gold_lines() if line["file"] == file)


def test_the_gold_read_back_is_all_right_and_nothing_else() -> None:
    scores = [
        score_page(line, [perfect(meeting) for meeting in line["meetings"]])
        for line in gold_lines()
    ]
    score = total(scores)
    assert score.misses == ()
    assert score.pooled.f1 == 1
    assert score.of("meetings").right > 90
    assert score.of("titles").right > 500


def test_nothing_read_is_everything_missed() -> None:
    score = score_page(page("001.txt"), [])
    assert score.of("meetings") == Tally(0, 0, 1)
    assert score.of("attendees") == Tally(0, 0, 6)
    assert score.pooled.right == 0
    assert score.pooled.recall == 0


def test_a_record_too_many_is_wrong_with_all_it_says() -> None:
    line = page("001.txt")
    right = perfect(line["meetings"][0])
    other = replace(right, name="别的会议", start_date="2001-01-01", participants=())
    score = score_page(line, [right, other])
    assert score.of("meetings") == Tally(1, 1, 0)
    assert score.of("date") == Tally(1, 1, 0)


def test_a_record_from_a_page_without_a_meeting() -> None:
    line = page("011.txt")
    record = perfect(page("001.txt")["meetings"][0])
    assert score_page(line, [record]).of("no_meeting") == Tally(0, 1, 0)
    assert score_page(line, []).of("no_meeting") == Tally(1, 0, 0)


def test_a_person_only_mentioned_is_a_violation() -> None:
    line = page("001.txt")
    right = perfect(line["meetings"][0])
    reporter = Participant(name="韩佳宁", roles=(Role.ATTENDEE,))
    wrong = replace(right, participants=(*right.participants, reporter))
    assert score_page(line, [wrong]).of("not_participants") == Tally(2, 1, 0)


def test_meetings_of_one_page_find_their_own_records_in_any_order() -> None:
    line = page("035.txt")
    records = [perfect(meeting) for meeting in line["meetings"]]
    assert score_page(line, records[::-1]).misses == ()


def test_a_wrong_kind_is_one_wrong_and_one_missed() -> None:
    line = page("001.txt")
    right = perfect(line["meetings"][0])
    wrong = replace(right, classification=Classification.WORK)
    assert score_page(line, [wrong]).of("classification") == Tally(0, 1, 1)


def test_an_appointment_must_name_the_act() -> None:
    line = page("007.txt")
    right = perfect(line["meetings"][0])
    first = replace(right.appointments[0], action=AppointmentAction.REMOVED)
    wrong = replace(right, appointments=(first, *right.appointments[1:]))
    assert score_page(line, [wrong]).of("appointments") == Tally(2, 1, 1)


@pytest.mark.parametrize(
    ("row", "required", "accepted", "values", "counts"),
    [
        ("name", [("市委常委会会议",)], [], ["市委常委会 会议"], (1, 0, 0)),
        ("name", [("市委常委会会议",)], [], ["常委会会议"], (0, 1, 1)),
        ("name_loose", [("市委常委会会议",)], [], ["常委会会议"], (1, 0, 0)),
        ("name", [("甲会", "乙会")], [], ["乙会"], (1, 0, 0)),
        ("conveys", [("全国会议",)], [], ["全国会议精神"], (1, 0, 0)),
        ("conveys", [("甲会议",), ("乙会议",)], [], ["乙会议"], (1, 0, 1)),
        # One group told in two pieces is no second group.
        ("groups", [("县直部门和各乡镇",)], [], ["县直部门", "各乡镇"], (1, 0, 0)),
        ("groups", [("县直部门",)], ["各乡镇"], ["各乡镇"], (0, 0, 1)),
        ("attendees", [("买买提·艾山",)], [], ["买买提•艾山"], (1, 0, 0)),
        ("attendees", [("王一",)], ["李二"], ["王一", "李二", "赵三"], (1, 1, 0)),
        ("titles", [("王一|原副市长",)], [], ["王一|副市长"], (1, 0, 0)),
        ("titles", [("王一|代市长",)], [], ["王一|市长"], (1, 0, 0)),
        ("titles", [("王一|人大代表",)], [], ["王一|代表"], (0, 1, 1)),
        ("titles", [("王一|市长",)], [], ["李二|市长"], (0, 1, 1)),
        ("directives", [("5",)], [], ["4"], (0, 1, 1)),
        ("venue", [("县委三楼会议室",)], [], ["县委三楼会议室"], (1, 0, 0)),
        ("date", [], ["2020-01-01"], ["2020-01-01"], (0, 0, 0)),
        ("date", [], [], ["2020-01-01"], (0, 1, 0)),
    ],
)
def test_compare(
    row: str,
    required: list[tuple[str, ...]],
    accepted: list[str],
    values: list[str],
    counts: tuple[int, int, int],
) -> None:
    want = Expected(required=tuple(required), accepted=tuple(accepted))
    right, wrong, missed = compare(row, want, values)
    assert (right, len(wrong), len(missed)) == counts


def test_a_visit_is_described_and_a_meeting_is_named() -> None:
    visit = ("李明检查防汛工作",)
    told = ["李明在县城检查了防汛工作"]
    described = Expected(required=(visit,), described=True)
    assert compare("name", described, told) == (1, [], [])
    assert compare("name", described, ["王二会见客人"])[0] == 0
    assert compare("name", Expected(required=(visit,)), told)[0] == 0


def test_the_convener_and_the_place_may_stand_before_the_name() -> None:
    line = page("034.txt")
    for before, right in (("桂林市", 1), ("桂林市物价局", 1), ("南宁市", 0)):
        name = f"{before}城区居民生活用水价格调整听证会"
        record = replace(perfect(line["meetings"][0]), name=name)
        assert score_page(line, [record]).of("name").right == right


def test_not_said_is_right_where_the_gold_allows_it() -> None:
    want = Expected(required=(("2020-01-01",),), may_miss=True)
    assert compare("date", want, []) == (0, [], [])
    assert compare("date", want, ["2020-01-02"]) == (0, ["2020-01-02"], ["2020-01-01"])


def test_scores_add_up() -> None:
    one = Score(tallies={"date": Tally(1, 0, 1)})
    other = Score(tallies={"date": Tally(1, 2, 0), "meetings": Tally(1, 0, 0)})
    assert (one + other).of("date") == Tally(2, 2, 1)
    assert (one + other).pooled == Tally(2, 2, 1)
    assert Tally(2, 2, 1).f1 == pytest.approx(4 / 7)
