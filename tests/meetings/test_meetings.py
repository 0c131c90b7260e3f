"""Which meetings a page tells, and under which name and class."""

from __future__ import annotations

import pytest

from tests.made import meetings, read

CASES = [
    # the name composed with its convener
    ("1月3日，市委召开常委会会议，市委书记王一川主持。", [("市委常委会会议", "standing_committee")]),
    ("1月3日，县安委会召开2021年第一次全体会议。", [("县安委会2021年第一次全体会议", "leading_group")]),
    # two meetings in a sentence; 暨 makes one
    ("1月3日，县长王一川主持召开县政府党组会议和第9次常务会议。", [("县政府党组会议", "party_group"), ("县政府第9次常务会议", "executive")]),
    ("1月3日，全市信访工作会议暨平安建设推进会召开。", [("全市信访工作会议暨平安建设推进会", "work")]),
    # the follow-up is the meeting, what was watched is upstream
    ("1月3日，在收听收看全国防汛工作电视电话会议后，省政府立即召开会议。", [("省政府会议", "work")]),
    # one after another: one record each
    ("1月3日，山东省和青岛市接连召开新闻发布会。", [("山东省新闻发布会", "press"), ("青岛市新闻发布会", "press")]),
    # numbered bodies
    ("1月3日，曲阜市第十八届人大常委会第十三次会议召开。", [("曲阜市第十八届人大常委会第十三次会议", "congress_standing")]),
    ("1月3日，怀安县第十六届人民代表大会第二次会议开幕。", [("怀安县第十六届人民代表大会第二次会议", "congress")]),
    # the head noun decides, not the convener
    ("1月3日，市防汛抗旱指挥部召开防汛会商调度视频会议。", [("市防汛抗旱指挥部防汛会商调度视频会议", "dispatch")]),
    ("1月3日，全市警示教育大会召开。", [("全市警示教育大会", "oversight")]),
    # inspection and reception
    ("1月3日，县委书记王一川深入河口镇调研防汛工作。", [("王一川深入河口镇调研防汛工作", "inspection")]),
    ("1月3日，市长王一川在市政府会见了客商代表李二河一行。", [("王一川在市政府会见了客商代表李二河一行", "reception")]),
    # an unknown kind is kept as printed
    ("1月3日，河口中学召开家长会，校长王一川参加会议。", [("河口中学家长会", "other")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), CASES, ids=[case[0][5:18] for case in CASES])
def test_meetings_told(text: str, told: list[tuple[str, str]]) -> None:
    found = [(m.name, str(m.classification)) for m in meetings(text, area="370200")]
    assert found == told


NONE = [
    # planned, demanded, counted, meant
    ("各级要定期召开调度会，市长王一川说。1月3日发布。", "我市部署近期重点工作"),
    ("定于1月8日召开全市信访工作会议，请各单位准时参加。", "关于召开全市信访工作会议的通知"),
    ("2020年，全年召开区政府常务会议14次。", "政府信息公开工作年度报告"),
    # fiction
    ("第三章\n县委书记王一川冷笑一声，心里想：这会开不下去了。\n“同志们，今天的常委会就开到这里。”他说道。\n李二河点点头，脸色铁青。1月3日", "官场风云 第三章"),
    # rules that cite a meeting
    ("第一条 为规范管理，制定本办法。\n第二条 本办法经市政府第3次常务会议通过。\n第三条 自1月3日起施行。", "管理办法"),
    # a writer's own view
    ("近日，我听了全市工作会议的报告，我很受启发。我认为，我要努力。", "学习体会"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title"), NONE, ids=[case[1] for case in NONE])
def test_pages_without_a_meeting(text: str, title: str) -> None:
    assert meetings(text, title=title, area="370200") == ()


def test_an_unknown_kind_raises_an_issue() -> None:
    (meeting,) = meetings("1月3日，河口中学召开家长会。", area="370200")
    assert "unknown_meeting_kind" in [issue.code for issue in meeting.issues]


def test_lead_and_sections_are_one_record() -> None:
    (meeting,) = meetings(
        "1月3日，全市信访工作会议召开，市长王一川主持会议。\n"
        "全市信访工作会议召开\n"
        "1月3日下午，全市信访工作会议召开。副市长李二河汇报。",
        area="370200",
    )
    assert [p.name for p in meeting.participants] == ["王一川", "李二河"]


DEMANDS = [
    ("王一川强调，一要抓安全；二要抓稳定；三要抓落实。", 3),
    ("王一川强调，一是抓安全，二是抓稳定。", 2),
    ("王一川强调，第一，抓安全。第二，抓稳定。", 2),
    ("王一川强调：\n一、抓安全。\n1.查隐患。\n2.补短板。\n二、抓稳定。", 2),
    ("王一川强调，要牢记三个“需要”。", 0),
]


@pytest.mark.parametrize(("text", "count"), DEMANDS)
def test_demands(text: str, count: int) -> None:
    (meeting,) = meetings(
        "1月3日，全市信访工作会议召开，市长王一川主持。" + text, area="370200"
    )
    found = [d for s in meeting.speeches for d in s.demands if d.depth == 1]
    assert len(found) == count


# The words of each speech: what somebody else did is none of them.
WORDS = [
    ("市长王一川出席会议并讲话，副市长李二河主持会议，市领导张三山参加会议。", []),
    ("市长王一川讲话，副市长李二河作出部署。会议研究了其他事项。", []),
    ("市长王一川讲话。他强调，要抓实。副市长李二河主持会议。", ["要抓实。"]),
    ("市长王一川强调，要抓实，副市长李二河主持会议。", ["要抓实，"]),
    ("市长王一川就下一步工作作了部署：一要快，二要好。", ["一要快，二要好。"]),
    ("市长王一川讲话。一要快，二要好。", ["一要快，二要好。"]),
    ("会议要求\n一要快，二要好。", ["一要快，二要好。"]),
    ("市长王一川强调，要抓实。会议结束后，县委书记李二河主持座谈。", ["要抓实。"]),
    ("\n市长王一川强调要抓实\n3日上午，大家参加了活动。", ["要抓实"]),
]


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_what_was_said(text: str, words: list[str]) -> None:
    body = "1月3日，全市信访工作会议召开。" + text
    result = read(body, area="370200")
    assert result.article is not None
    (meeting,) = result.meetings
    spans = [speech.span for speech in meeting.speeches]
    assert [result.article.text[each.start : each.end] for each in spans] == words


OFFICES = [
    ("市北区委书记王一川", "370203", "中共市北区委"),
    ("市北区区长王一川", "370203", "市北区人民政府"),
    ("市教育局二级巡视员王一川", "370200", "市教育局"),
    # A district that the page does not name is not the site's county.
    ("区委书记王一川", "410326", "区委"),
    ("县委书记王一川", "410326", "中共汝阳县委"),
]


@pytest.mark.parametrize(("who", "area", "organization"), OFFICES)
def test_offices(who: str, area: str, organization: str | None) -> None:
    (meeting,) = meetings(f"1月3日，全市工作会议召开。{who}出席会议。", area=area)
    ((post,),) = [each.posts for each in meeting.participants]
    assert post.organization == organization


PLACES = [
    (
        "1月3日，全市信访工作会议召开。",
        "370200",
        ("prefectural", "370200", "山东省青岛市"),
    ),
    ("1月3日，省政府召开会议。", "370200", ("provincial", "370000", "山东省")),
    (
        "1月3日，上栗县信访工作会议召开。",
        "360300",
        ("county", "360322", "江西省萍乡市上栗县"),
    ),
    ("1月3日，全县信访工作会议召开。", None, ("county", None, None)),
]


@pytest.mark.parametrize(("text", "area", "place"), PLACES)
def test_places(text: str, area: str | None, place: tuple[str, ...]) -> None:
    (meeting,) = meetings(text, area=area)
    body = meeting.organization
    assert (body.level, body.area_id, body.area_name) == place


def test_an_unsettled_place_raises_an_issue() -> None:
    (meeting,) = meetings("1月3日，全县信访工作会议召开。")
    assert "unresolved_area" in [issue.code for issue in meeting.issues]


def test_ids_are_split_rather_than_collapsed() -> None:
    text = "1月3日，全市信访工作会议召开。"
    (one,) = meetings(text, area="370200")
    (same,) = meetings(text + "市长王一川主持。", area="370200")
    (elsewhere,) = meetings(text, area="370100")
    (vague,) = meetings("1月3日，会议召开，市长王一川主持召开座谈会。", area="370200")
    assert one.id == same.id
    assert len({one.id, elsewhere.id, vague.id}) == 3
