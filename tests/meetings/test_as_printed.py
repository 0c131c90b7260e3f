"""How reports are really worded, each with what was once read out of it."""

from __future__ import annotations

import pytest

from pipelines.records.terms import Role
from tests.made import meetings

AREA = "410326"  # 河南省洛阳市汝阳县

NAMED = [
    # who sat enlarged, and a sitting that only a verb tells
    ("1月3日，县政协党组理论学习中心组（扩大）举行2021年第一次集体学习。", "县政协党组理论学习中心组2021年第一次集体学习"),
    ("1月3日，县政协党组理论中心组在机关会议室进行集中学习。", "县政协党组理论中心组集中学习"),
    # one name with two heads, or with another meeting's name in it
    ("1月3日，县政府召开2021年招商联席会议工作总结会。", "县政府2021年招商联席会议工作总结会"),
    ("1月3日，县第十八届人民代表大会第五次会议代表中的中共党员会议召开。", "县第十八届人民代表大会第五次会议代表中的中共党员会议"),
    ("1月3日，学习贯彻习近平总书记考察中原重要讲话精神县委宣讲团报告会举行。", "学习贯彻习近平总书记考察中原重要讲话精神县委宣讲团报告会"),
    # what a ceremony was held for
    ("1月3日，由河口公司承建的汝河新区开发项目举行开工仪式。", "汝河新区开发项目开工仪式"),
    ("1月3日，河口公司举行开工仪式。", "河口公司开工仪式"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), NAMED, ids=[row[1][-14:] for row in NAMED])
def test_what_it_is_called(text: str, name: str) -> None:
    (meeting,) = meetings(text + "王一川主持会议。", area=AREA)
    assert meeting.name == name


NOBODY = [
    "县政协党员副主席和区、县（市）党政主要负责人列席会议。",
    "会议通过了县纪委委员候选人预备人选名单。",
    "会议宣布了巡察组组长授权任职及任务分工的决定。",
    "会上，少先队代表向市、县领导献花。",
    "为加强代表委员联络工作，会议听取意见。",
    "会议宣读了委员会委员聘任文件。",
    "县委书记特别是优秀县委书记要带头落实。",
    "各居民区党组织书记、清涧居民区分别作交流发言。",
    "会议听取单位负责人改革工作述职。",
    "项目负责人厉总作了发言。",
    "300多名人大代表汇聚一堂。",
    "会上，各乡镇党委书记履行党建工作专项述职。",
    "会上对李二河同志的情况作了介绍。",
    "受县委书记李二河委托，会议开到中午。",
    "因李二河同志在省里参加培训，会议推迟半小时。",
    "镇党委书记李二河因在县里参加会议未出席，会前作了交代。",
    "学习贯彻习近平总书记重要讲话精神县委宣讲团成员作了准备。",
    "\n党委委员作对照检查发言\n",
]


@pytest.mark.parametrize("text", NOBODY, ids=[row[:16] for row in NOBODY])
def test_who_was_not_there(text: str) -> None:
    (meeting,) = meetings(
        "1月3日，县委召开工作会议，县长王一川主持会议。" + text, area=AREA
    )
    assert {person.name for person in meeting.participants} == {"王一川"}


THERE = [
    ("参会人员有县领导李二河、张三山和县直单位负责人。", {"李二河", "张三山"}),
    ("副县长李二河，张三山，回东升，赵四海，各乡镇负责人参加会议。", {"李二河", "张三山", "回东升", "赵四海"}),
    ("县工作专班李二河、张三山等同志到会指导。", {"李二河", "张三山"}),
    ("李二河、张三山等在家的县委常委，县政协主席赵四海出席会议。", {"李二河", "张三山", "赵四海"}),
    ("秘书长那立军出席会议。", {"那立军"}),
    ("旗领导白音都楞、李二河参加会议。", {"白音都楞", "李二河"}),
    ("副总裁严静作一季度安全工作总结。", {"严静"}),
    ("和田军分区政委李二河出席会议。", {"李二河"}),
    ("督导组副组长靳天会同志出席会议。", {"靳天会"}),
    ("村党支部书记吉克日则作交流发言，村主任沙马伍且作表态发言。", {"吉克日则", "沙马伍且"}),
    ("村主任马海龙则作表态发言，副县长李二河上台作了讲话。", {"马海龙", "李二河"}),
    ("项目代表、河口公司总经理李二河，开工项目代表、汝河公司董事长张三山先后致辞。", {"李二河", "张三山"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), THERE, ids=[row[0][:16] for row in THERE])
def test_who_was_there(text: str, names: set[str]) -> None:
    (meeting,) = meetings(
        "1月3日，县委召开工作会议，县长王一川主持会议。" + text, area=AREA
    )
    assert {person.name for person in meeting.participants} == {"王一川", *names}


def test_what_was_done_before_and_in_the_meeting() -> None:
    main, before = meetings(
        "1月3日，县安全生产工作会议召开。\n此前，王一川主持召开县安委会会议。\n"
        "县直各单位主要负责人参加会议。\n会上，副县长李二河作了讲话。",
        area=AREA,
    )
    assert [group.name for group in main.groups] == ["县直各单位主要负责人"]
    assert [person.name for person in main.participants] == ["李二河"]
    assert [person.name for person in before.participants] == ["王一川"]


def test_what_was_said_in_the_meeting_that_a_visit_led_to() -> None:
    visit, meeting = meetings(
        "1月3日，市委常委李二河带领有关部门来汝阳县督查重点项目。"
        "随后，在县行政中心召开了重点项目协调会。会上，李二河要求，要抓实。",
        area=AREA,
    )
    spoke = [Role.SPEAKER in each.participants[0].roles for each in (visit, meeting)]
    assert spoke == [False, True]


def test_several_speeches_of_one_man_are_told_apart() -> None:
    (meeting,) = meetings(
        "1月3日，县委常委会召开会议，传达学习习近平总书记在中央政治局第三十七次集体学习时、"
        "在中央全面深化改革委员会第二十四次会议上的重要讲话精神。王一川主持会议。",
        area=AREA,
    )
    assert [each.name for each in meeting.responds_to] == [
        "中央政治局第三十七次集体学习",
        "中央全面深化改革委员会第二十四次会议",
    ]
    assert meeting.location is None


def test_receptions_of_one_morning_are_told_apart() -> None:
    page = (
        "1月3日上午，市长李二河会见了前来参加博览会的日本石川市副市长山下一郎和石川商工会议所会长"
        "田中次郎。\n1月3日上午，市长李二河会见了喀麦隆商业部长恩戈·埃索一行。"
    )
    first, second = meetings(page, area="410300")
    guests = [
        [each.name for each in reception.participants if Role.GUEST in each.roles]
        for reception in (first, second)
    ]
    assert guests == [["山下一郎", "田中次郎"], ["恩戈·埃索"]]


def test_who_went_away_after_a_reception_received_nobody() -> None:
    assert not meetings("1月3日上午，市长李二河会见后，回到办公室。", area=AREA)


def test_papers_that_are_only_listed_are_passed_each() -> None:
    (meeting,) = meetings(
        "1月3日，县政协十届常委会第三次会议召开，王一川主持会议。会议审议通过县政协十届二次会议议程"
        "（草案）和日程（草案），秘书长名单（草案），委员分组办法；决定有关事项。",
        area=AREA,
    )
    texts = [each.text for each in meeting.motions]
    assert texts[-2:] == ["秘书长名单（草案）", "委员分组办法"]
    # What is made ready for a meeting is no answer to it.
    assert not meeting.responds_to


def test_two_regions_that_work_together_are_nobody() -> None:
    (meeting,) = meetings(
        "1月3日，市政府召开工作会议，市长王一川主持会议。温州与普拉托在纺织、皮革方面合作起步早。",
        area="330300",
    )
    assert [person.name for person in meeting.participants] == ["王一川"]
    assert not meeting.mentions


def test_a_region_whose_name_begins_with_and() -> None:
    (meeting,) = meetings(
        "1月3日，市信访工作会议召开，王一川主持会议。会上，和平区、河东区和市教委等单位作了发言。",
        area="120000",
    )
    assert meeting.groups[0].name == "和平区、河东区和市教委等单位"


def test_what_a_notice_requires_is_no_speech() -> None:
    (meeting,) = meetings(
        "1月3日，县委召开学习会，张三山主持会议，县委副书记王一川出席会议。\n"
        "最后，根据县委宣传部统一要求，王一川书记对学习提出两点要求：一是抓实；二是抓细。",
        area=AREA,
    )
    assert [speech.creator for speech in meeting.speeches] == ["王一川"]


TENURES = [
    ("李二河同志因年龄原因不再担任县医院院长。", [("李二河", "removed", "县医院院长")]),
    ("李二河同志不再兼任县委书记职务。", [("李二河", "removed", "县委书记")]),
    ("李二河同志（女）全票当选为河口镇人民政府镇长。", [("李二河", "elected", "河口镇人民政府镇长")]),
    ("会议通过了关于李二河、张三山两位同志辞去县人大常委会委员的辞呈。",
     [("李二河", "resigned", "县人大常委会委员"), ("张三山", "resigned", "县人大常委会委员")]),
    ("会议以无记名投票方式选举李二河任河口镇人民政府镇长，张三山任河口镇人大副主席。",
     [("李二河", "elected", "河口镇人民政府镇长"), ("张三山", "elected", "河口镇人大副主席")]),
    ("会上宣读了关于李二河同志任县人武部党委第一书记的任职通知。", [("李二河", "appointed", "县人武部党委第一书记")]),
]  # fmt: skip


def test_no_post_is_what_somebody_did_in_one() -> None:
    (meeting,) = meetings(
        "1月3日，县委召开会议，王一川主持会议。李二河担任县委书记以来，抓得很紧。",
        area=AREA,
    )
    assert meeting.appointments == ()


@pytest.mark.parametrize(
    ("text", "expected"), TENURES, ids=[row[0][:16] for row in TENURES]
)
def test_tenures(text: str, expected: list[tuple[str, str, str]]) -> None:
    (meeting,) = meetings(
        "1月3日，县十六届人大常委会第三次会议召开，王一川主持会议。" + text, area=AREA
    )
    rows = [(each.name, str(each.action), each.post) for each in meeting.appointments]
    assert rows == expected


def test_a_ministry_is_national_where_no_region_is_named() -> None:
    (meeting,) = meetings(
        "1月3日，王一川部长主持召开2020年第11次部务（扩大）会议。", area="CN"
    )
    assert str(meeting.organization.level) == "national"
    assert meeting.session is not None
    assert meeting.session.number == 11


def test_a_text_that_is_passed_by_reference() -> None:
    (meeting,) = meetings(
        "1月3日，王一川主持召开县政府第3次常务会议。会议听取了关于《垃圾分类方案（送审稿）》的汇报。"
        "会议原则同意该方案。会议听取《甲报告》和《乙报告》。会议一致通过了以上报告。",
        area=AREA,
    )
    assert [(each.text, str(each.result)) for each in meeting.motions] == [
        ("《垃圾分类方案（送审稿）》", "passed_in_principle"),
        ("《甲报告》", "passed"),
        ("《乙报告》", "passed"),
    ]


TOURS = [
    ("1月3日，县人大主任李二河同志在县水务局局长张三山等同志的陪同下对汝河开展巡河工作。", ["李二河", "张三山"]),
    ("1月3日，县长李二河按照河长职责，在县水务局局长张三山的陪同下，到汝河开展巡河工作。", ["李二河", "张三山"]),
    ("1月3日（星期日），防汛不休息。县长李二河一早来到汝河，查看险段，看望干部。", ["李二河"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), TOURS, ids=["by", "with", "opening"])
def test_tours(text: str, names: list[str]) -> None:
    (tour,) = meetings(text, area=AREA, title="李二河巡河")
    assert str(tour.classification) == "inspection"
    assert [person.name for person in tour.participants] == names
    assert tour.start_date == "2021-01-03"


def test_a_long_row_of_offices_that_went_along() -> None:
    offices = "、".join(f"县{name}局" for name in ("水利", "农业", "林业", "住建", "交通运输", "生态环境", "应急管理", "文化旅游", "市场监管", "自然资源"))  # fmt: skip
    (tour,) = meetings(
        f"1月3日上午，县级河长、副县长李二河带领{offices}等部门主要领导，对我县汝河源头段开展巡河调研。",
        area=AREA,
    )
    assert [person.name for person in tour.participants] == ["李二河"]


def test_a_visit_is_called_by_its_opening_and_is_followed_by_a_talk() -> None:
    visit, talk = meetings(
        "1月3日，市政协副主席李二河一行就我县返乡创业情况进行了视察。李二河书记重点调研了园区。\n"
        "座谈会在县宾馆三楼会议室举行，县政协主席王一川主持会议。\n会上，副县长张三山作了介绍。",
        area=AREA,
    )
    assert visit.name == "李二河一行就我县返乡创业情况进行了视察"
    assert [person.name for person in visit.participants] == ["李二河"]
    assert (talk.name, str(talk.classification)) == ("座谈会", "forum")
    assert [person.name for person in talk.participants] == ["王一川", "张三山"]


def test_what_was_looked_at_after_a_ceremony() -> None:
    ceremony, visit = meetings(
        "1月3日，汝河新区开发协议签字仪式在县会展中心举行。副市长李二河出席签字仪式。\n"
        "签字仪式后，李二河一行考察了汝河产业园。",
        area=AREA,
    )
    assert str(ceremony.classification) == "ceremony"
    assert str(visit.classification) == "inspection"


def test_where_a_firm_is_at_home_is_not_where_it_was_received() -> None:
    (reception,) = meetings(
        "1月3日，市长王一川会见了中河（海口）生态设计研究院有限公司董事长张三山一行。",
        area="460000",
    )
    assert reception.organization.area_name is None


def test_a_meeting_that_is_decided_on_is_not_held() -> None:
    (meeting,) = meetings(
        "1月3日，县十八届人大常委会召开第二十次主任会议，王一川主持会议。会议研究了县十八届人大"
        "常委会第十五次会议相关事宜，决定该次会议于1月下旬召开。",
        area=AREA,
    )
    assert meeting.name == "县十八届人大常委会第二十次主任会议"


def test_papers_are_not_inspected() -> None:
    (meeting,) = meetings(
        "1月3日，县医院党委召开学习会，王一川主持。随后，李二河对学习计划、笔记等情况进行了细致检查。",
        area=AREA,
    )
    assert str(meeting.classification) != "inspection"


PARTIES = [
    ("1月3日，省安委会第三督导组到我县督导安全生产工作。副县长李二河陪同。", "省安委会第三督导组到我县督导安全生产工作", "provincial"),
    ("1月3日，县人大常委会组织部分人大代表视察水污染防治工作。副县长李二河陪同。", "县人大常委会组织部分人大代表视察水污染防治工作", "county"),
    ("1月3日，省第三督查组来到汝阳，通过听取汇报的方式，对我县黑土地保护工作进行督查。副县长李二河陪同。", "省第三督查组来到汝阳，通过听取汇报的方式，对我县黑土地保护工作进行督查", "provincial"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name", "level"), PARTIES, ids=["came", "called", "by hearing"]
)
def test_a_party_that_is_named_only_together(text: str, name: str, level: str) -> None:
    (tour,) = meetings(text, area=AREA)
    assert (tour.name, str(tour.organization.level)) == (name, level)
    assert [person.name for person in tour.participants] == ["李二河"]


def test_what_those_who_had_met_went_to_see() -> None:
    meeting, tour = meetings(
        "1月3日，县政协召开主席会议，李二河主持会议。会后，与会人员统一乘车到河口镇视察果园改造工作。",
        area=AREA,
    )
    assert (tour.name, tour.start_date, tour.participants) == (
        "与会人员统一乘车到河口镇视察果园改造工作",
        "2021-01-03",
        (),
    )
    assert [each.name for each in meeting.participants] == ["李二河"]


@pytest.mark.parametrize(
    "tail",
    ["会后，与会人员表示要抓好视察整改。", "会后，与会人员进行了分组讨论。"],
)
def test_what_those_who_had_met_said_is_no_tour(tail: str) -> None:
    (meeting,) = meetings(
        "1月3日，县政协召开主席会议，李二河主持会议。" + tail, area=AREA
    )
    assert str(meeting.classification) != "inspection"


@pytest.mark.parametrize("day", ["1月3日", "近日"])
def test_a_party_and_the_forum_that_it_sat_in(day: str) -> None:
    tour, forum = meetings(
        f"{day}，白河县老同志考察团来到汝阳县考察交流。县长李二河陪同考察。在随后召开的座谈会上，"
        "副县长王一川介绍了情况。",
        area=AREA,
    )
    assert (str(tour.classification), forum.name) == ("inspection", "座谈会")
    assert [each.name for each in tour.groups] == ["白河县老同志考察团"]
    assert [each.name for each in tour.participants] == ["李二河"]
    assert [each.name for each in forum.participants] == ["王一川"]


@pytest.mark.parametrize(
    "text",
    [
        "1月3日，县里要求，各单位迎接省督导组到我县督导安全生产工作。",
        "省督导组将于1月8日到我县督导安全生产工作，请各单位做好准备。",
        "去年以来，省督导组到我县督导安全生产工作，问题已全部整改。",
    ],
)
def test_a_party_that_is_expected_tells_nothing(text: str) -> None:
    assert not meetings(text, area=AREA)
