"""What people did, clause by clause; invented people."""

from __future__ import annotations

import pytest

from tests.made import meetings

LEAD = "1月3日，全市安全生产工作会议召开。"

CASES = [
    ("会议由副市长王一川主持。", {"王一川": "chair"}),
    ("主持会议的是副市长王一川。", {"王一川": "chair"}),
    ("市长王一川主持会议并讲话。", {"王一川": "chair speaker"}),
    ("市长王一川讲话，副市长李二河主持会议。", {"王一川": "speaker", "李二河": "chair"}),
    ("市应急局局长张三山通报情况，市长王一川作安排部署。", {"张三山": "presenter", "王一川": "speaker"}),
    ("会议听取了市应急局局长张三山的汇报。", {"张三山": "presenter"}),
    ("出席会议的有市领导王一川、李二河。", {"王一川": "attendee", "李二河": "attendee"}),
    ("副市长王一川、李二河到会。", {"王一川": "attendee", "李二河": "attendee"}),
    ("市政协副主席王一川列席会议。", {"王一川": "observer"}),
    ("市长王一川出席会议并讲话。他强调，要抓好落实。", {"王一川": "speaker attendee"}),
    ("市人大常委会主任王一川受市人大常委会委托，向大会作工作报告。", {"王一川": "presenter"}),
    # not there
    ("受市长王一川委托，副市长李二河主持会议。", {"李二河": "chair"}),
    ("副市长李二河代表市长王一川讲话。", {"李二河": "speaker"}),
    ("市长王一川因公请假。副市长李二河主持会议。", {"李二河": "chair"}),
    ("会议传达学习了省长王一川在全省会议上的讲话精神。副市长李二河主持。", {"李二河": "chair"}),
    ("会议决定任命王一川为市应急局局长。副市长李二河主持会议。", {"李二河": "chair"}),
    ("会议指出，省委书记王一川提出了明确要求。副市长李二河主持会议。", {"李二河": "chair"}),
    ("会议由市委常委会主持。", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "roles"), CASES, ids=[case[0][:14] for case in CASES])
def test_roles(text: str, roles: dict[str, str]) -> None:
    (meeting,) = meetings(LEAD + text, area="370200")
    found = {p.name: " ".join(p.roles) for p in meeting.participants}
    assert found == roles


def test_people_who_are_only_named_say_why() -> None:
    (meeting,) = meetings(
        LEAD + "受市长王一川委托，副市长李二河主持会议。市委书记张三山因公请假。",
        area="370200",
    )
    assert {m.name: str(m.context) for m in meeting.mentions} == {
        "王一川": "represented",
        "张三山": "absent",
    }


SEVERAL = [
    # the city's own meeting behind the province's
    (
        "1月3日，省政府召开安全生产电视电话会议。会后，青岛市立即召开全市安全生产工作会议。市长王一川，副市长李二河出席会议。",
        [{}, {"王一川": "attendee", "李二河": "attendee"}],
    ),
    (
        (
            "1月3日，县第十七届人民代表大会第二次会议开幕。出席县政协十届三次会议的委员列席会议。"
            "县长王一川代表县人民政府向大会作《政府工作报告》。"
        ),
        [{"王一川": "presenter"}],
    ),
    (
        "1月3日，市长王一川到河口镇调研，并主持召开座谈会。",
        [{"王一川": "attendee lead"}, {"王一川": "chair"}],
    ),
    (
        "1月3日，市长王一川主持召开市政府党组会议、市政府常务会议。",
        [{"王一川": "chair"}, {"王一川": "chair"}],
    ),
    (
        (
            "1月3日，市政府召开常务会议，市长王一川主持。1月4日，市委召开常委会会议，"
            "市委书记李二河主持。"
        ),
        [{"王一川": "chair"}, {"李二河": "chair"}],
    ),
]


@pytest.mark.parametrize(("text", "roles"), SEVERAL, ids=[c[0][:18] for c in SEVERAL])
def test_each_meeting_has_its_own_roles(text: str, roles: list[dict[str, str]]) -> None:
    found = [
        {p.name: " ".join(p.roles) for p in meeting.participants}
        for meeting in meetings(text, area="370200")
    ]
    assert found == roles


def test_sites_that_are_shared_out_are_nobodys() -> None:
    (meeting,) = meetings(
        LEAD + "市领导王一川、李二河分别在主会场和机关分会场出席会议。"
        "副市长张三山在主会场讲话。",
        area="370200",
    )
    assert {p.name: p.location for p in meeting.participants} == {
        "王一川": None,
        "李二河": None,
        "张三山": "主会场",
    }
