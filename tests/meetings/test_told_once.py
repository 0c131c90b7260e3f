"""What a report says once and means again: houses of deputies, guests, removals."""

from __future__ import annotations

import pytest

from tests.made import meetings

OPENING = "1月3日，县政协召开常委会会议。"

POSTS = [
    ("县政协主席王一川主持会议，副主席李国强、秘书长赵明远出席。", "李国强", ("cppcc_deputy", "政协卢氏县委员会")),
    ("县政协主席王一川主持会议，县水利局党组书记、局长李国强汇报。", "李国强", ("department_head", "县水利局")),
    ("县政协主席王一川主持会议，县监委主任李国强出席。", "李国强", ("discipline_head", "卢氏县监委")),
    ("县政协主席王一川主持会议，县人民法院院长李国强列席。", "李国强", ("court_president", "县人民法院")),
    ("县政协主席王一川主持会议，县人民医院院长李国强列席。", "李国强", ("other", "县人民医院")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "expected"), POSTS)
def test_the_house_of_an_office(
    text: str, name: str, expected: tuple[str, str]
) -> None:
    (meeting,) = meetings(OPENING + text, area="411224")
    posts = [
        p for each in meeting.participants if each.name == name for p in each.posts
    ]
    assert (str(posts[-1].role), posts[-1].organization) == expected


REMOVALS = [
    ("会议决定免去李国强的县水利局局长职务。", [("李国强", "县水利局局长")]),
    ("会议决定免去李国强同志的县水利局局长职务。", [("李国强", "县水利局局长")]),
    ("会议决定免去李国强副县长职务。", [("李国强", "副县长")]),
    ("会议决定免去李国强同志县水利局局长职务。", [("李国强", "县水利局局长")]),
    ("会议决定免去职务。", []),
]


@pytest.mark.parametrize(("text", "expected"), REMOVALS)
def test_removals(text: str, expected: list[tuple[str, str]]) -> None:
    opening = "1月3日，卢氏县人大常委会召开第二十次会议，县人大常委会主任王一川主持。"
    (meeting,) = meetings(opening + text, area="411224")
    found = [(each.name, each.post) for each in meeting.appointments]
    assert found == expected
    assert "职务" not in {each.name for each in meeting.mentions}


def test_a_guest_is_welcomed_and_leads_nothing() -> None:
    (meeting,) = meetings(
        "1月3日，县长王一川在县宾馆会见了华源集团董事长李国强一行。王一川对李国强一行来我县"
        "考察表示欢迎。",
        area="411224",
    )
    roles = {each.name: {str(r) for r in each.roles} for each in meeting.participants}
    assert "lead" in roles["王一川"]
    assert roles["李国强"] == {"guest"}
    assert meeting.location is not None
    assert meeting.location.name == "县宾馆"


NONE = [
    "日前，某县召开一个环保工作会议。市委书记王一川曾在全市作风建设大会上强调，要少开会。",
    "【短评】日前，市委书记王一川在全市作风建设大会上讲话只用了18分钟，赢得一片掌声。",
    (
        "上半年，全市生产总值同比增长5.2%，增速比上年同期高0.3个百分点。其中第一产业增长3.1%，"
        "第二产业同比增长6.2%，固定资产投资完成120亿元，同比增长8.1%。社会消费品零售总额88亿元，"
        "同比增长4.2%。7月20日，市委、市政府召开上半年经济形势分析会。出口额12亿元，环比增长2.1%。"
    ),
]


@pytest.mark.parametrize("text", NONE)
def test_comments_and_bulletins_tell_no_meeting(text: str) -> None:
    assert not meetings(text, area="411200")


def test_who_opens_the_works_is_there() -> None:
    (meeting,) = meetings(
        "1月3日，卢氏县重点项目集中开工仪式举行，县长王一川主持，县委书记李国强宣布开工。",
        area="411224",
    )
    roles = {each.name: [str(r) for r in each.roles] for each in meeting.participants}
    assert roles == {"王一川": ["chair"], "李国强": ["attendee"]}


PEOPLE = [
    ("县长阿依古丽·阿布都拉、副县长李国强参加会议。", {"阿依古丽·阿布都拉", "李国强"}),
    ("县长李国强及部分老同志参加座谈。", {"李国强"}),
    ("县水利局局长李国强安排部署了防汛工作。", {"李国强"}),
    ("广大委员要深入一线。县长李国强出席。", {"李国强"}),
]


@pytest.mark.parametrize(("text", "expected"), PEOPLE)
def test_who_took_part(text: str, expected: set[str]) -> None:
    opening = "1月3日，卢氏县召开防汛工作会议，县委书记王一川主持。"
    (meeting,) = meetings(opening + text, area="411224")
    assert {each.name for each in meeting.participants} == {"王一川", *expected}
    assert not meeting.mentions


BODIES = [
    ("1月3日，卢氏县防指召开紧急会商会，县长王一川主持。", "leading_group"),
    ("1月3日，县委书记王一川主持召开县委财经委员会第三次会议。", "leading_group"),
    ("1月3日，卢氏县人大常委会第二十四次会议闭会。县人大常委会主任王一川主持。", "congress"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), BODIES)
def test_whose_meeting_it_was(text: str, kind: str) -> None:
    (meeting,) = meetings(text, area="411224")
    assert str(meeting.organization.classification) == kind


def test_a_tour_of_supervision_is_an_inspection() -> None:
    (meeting,) = meetings(
        "1月3日，县委书记王一川深入杜关镇督查脱贫攻坚工作，副县长李国强一同督查。",
        area="411224",
    )
    roles = {each.name: {str(r) for r in each.roles} for each in meeting.participants}
    assert str(meeting.classification) == "inspection"
    assert "lead" in roles["王一川"]
    assert "attendee" in roles["李国强"]


def test_people_are_counted_in_hundreds_too() -> None:
    (meeting,) = meetings(
        "1月3日，政协卢氏县第十届委员会第三次会议开幕，县政协主席王一川主持。应到委员二百一十九人，"
        "实到二百人，符合规定。",
        area="411224",
    )
    assert meeting.attendance is not None
    assert (meeting.attendance.expected, meeting.attendance.present) == (219, 200)
