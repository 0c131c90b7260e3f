"""What reports say in passing: of whom, of when, and of meetings without a name."""

from __future__ import annotations

import pytest

from pipelines.records.terms import Classification, Role
from tests.made import meetings

AREA = "410326"  # 河南省洛阳市汝阳县
HELD = "1月3日，县委召开工作会议。"

WHO = [
    # a group between two people of one list
    ("副县长李二河，县资源局、县住建局有关领导，河口镇镇长王一川出席会议。", {"李二河", "王一川"}),
    # names that no shape would tell, alone between an office and a mark
    ("县长李二河，开发区管委会主任孙镇，副县长王一川参加会议。", {"李二河", "孙镇", "王一川"}),
    ("县长李二河，副主任翟或、王一川出席会议。", {"李二河", "翟或", "王一川"}),
    ("县长李二河，副主任万某，副县长王一川出席会议。", {"李二河", "王一川"}),
    # 率 and 以 begin what was done
    ("副县长童军率检查组参加会议。", {"童军"}),
    ("研究员李二河以“城乡产业”为主题作了讲解。", {"李二河"}),
    # where a list of people goes over to bodies
    ("副县长李二河，花山镇、县水利局等单位负责同志参加会议。", {"李二河"}),
    ("县领导李二河、 王一川、张 山列席会议。", {"李二河", "王一川", "张山"}),
    ("大会执行主席李二河在主席台执行主席席就座。", {"李二河"}),
    ("会议由河口镇党委雒一川主持。", {"雒一川"}),
    # 和 joins two offices
    ("各社区党总支书记和选派书记参加会议，李二河主持会议。", {"李二河"}),
    ("各乡镇农机站长参加会议，李二河主持会议。", {"李二河"}),
    # what was done begins behind the name
    ("副县长李二作强调讲话，王一川主持会议。", {"李二", "王一川"}),
    # no name: half of one, the end of a thing done, of a bureau, of who is given something
    ("生金凤副书记作了讲话，王一川主持会议。", {"王一川"}),
    ("与会人员积极建言献策，王一川主持会议。", {"王一川"}),
    ("区教育局长王一川主持会议。", {"王一川"}),
    ("王一川主持会议，并向客人赠送纪念品。", {"王一川"}),
    # who sends a paper, and who opens a class
    ("县委书记李二河作书面讲话，王一川主持会议。", {"王一川"}),
    ("县委书记李二河主持学习会并讲话。", {"李二河"}),
    ("部分县（市）区教育局长和学校负责人进行研讨，王一川主持会议。", {"王一川"}),
    # who answers, who belongs to no party, whom a body sends
    ("副县长李二河，宣传部部长章政玉回答有关提问，王一川主持会议。", {"李二河", "章政玉", "王一川"}),
    ("省工商联副主席李二河，无党派人士胡美玲先后发言，王一川主持会议。", {"李二河", "胡美玲", "王一川"}),
    ("模范医师代表单文娟作交流发言，王一川主持会议。", {"单文娟", "王一川"}),
    # a written speech is no attendance
    ("副书记李二河发表书面讲话，王一川主持会议。李二河副书记在书面讲话中指出，形势好。", {"王一川"}),
    # lists of those who chair and sit in front
    ("大会执行主席是：李二河、王一川。", {"李二河", "王一川"}),
    ("李二河、王一川及主席团其他成员，在主席台就座。", {"李二河", "王一川"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), WHO, ids=[row[0][:20] for row in WHO])
def test_who_was_there(text: str, names: set[str]) -> None:
    (meeting,) = meetings(HELD + text, area=AREA)
    assert {each.name for each in meeting.participants} == names


ROLES = [
    # a subject of its own, though nobody's name is read in it
    ("会议由李二河主持，分管教育的某某在会上作报告。", {Role.CHAIR}),
    ("副县长李二河传达会议精神，董事长就近期工作作出部署。", {Role.PRESENTER}),
]


@pytest.mark.parametrize(("text", "roles"), ROLES, ids=["chair", "presenter"])
def test_what_one_did(text: str, roles: set[Role]) -> None:
    (meeting,) = meetings(HELD + text, area=AREA)
    assert [set(each.roles) for each in meeting.participants] == [roles]


def test_a_clause_that_names_one_of_several_meetings() -> None:
    found = meetings(
        "1月3日，县政府召开党组会议、常务会议和学习会，党组会议由书记李二河主持，"
        "常务会议由县长王一川主持。",
        area=AREA,
    )
    chairs = [
        [each.name for each in meeting.participants if Role.CHAIR in each.roles]
        for meeting in found
    ]
    assert chairs[:2] == [["李二河"], ["王一川"]]


ELSEWHERE = [
    # what happened at the meeting that is only cited
    "会议传达第二次援建工作会议精神，王一川主持会议。第二次援建工作会议5月底在北京举行，副省长李二河作了讲话。",
    # a speech that is talked about
    "王一川主持会议。各组报告了讨论县委书记李二河在开幕会上的讲话的情况。",
]


@pytest.mark.parametrize("text", ELSEWHERE, ids=["cited", "talked about"])
def test_who_spoke_elsewhere(text: str) -> None:
    (meeting,) = meetings(HELD + text, area=AREA)
    assert [each.name for each in meeting.participants] == ["王一川"]


def test_who_leads_an_inspection_is_no_guest_of_it() -> None:
    (visit,) = meetings(
        "1月3日，市委书记李二河率考察团赴汝阳县考察。县委书记王一川陪同考察。"
        "王一川对李二河一行的到来表示热烈欢迎。",
        area=AREA,
    )
    roles = {each.name: set(each.roles) for each in visit.participants}
    assert Role.LEAD in roles["李二河"]
    assert Role.GUEST not in roles["李二河"]


def test_a_short_name_is_no_part_of_another_word() -> None:
    """主席会议 would be told by 主席 alone."""
    found = meetings(
        "1月3日，县政协召开主席会议、党组会议和学习会，党组会议由县政协主席李二河主持，"
        "主席会议由副主席王一川主持。",
        area=AREA,
    )
    chairs = [
        [each.name for each in meeting.participants if Role.CHAIR in each.roles]
        for meeting in found
    ]
    assert chairs[:2] == [["王一川"], ["李二河"]]


NO_GROUP = [
    "王一川副县长出席会议并讲话。",
    "决定李二河、王一川为大会副秘书长。",
    "外国专家田中彰（Akira TANAKA）等领导参加会议。",
    "首先代表县政协党组汇报，王一川主持会议。",
    "客人此行主要是拜会县领导，并商定组织考察团到县里考察。",
    "各单位要明确一名班子成员参加，王一川主持会议。",
]


@pytest.mark.parametrize("text", NO_GROUP)
def test_no_group(text: str) -> None:
    (meeting,) = meetings(HELD + text, area=AREA)
    assert meeting.groups == ()


SPOKE_NOT = [
    "贯彻落实市委书记李二河关于防火的指示要求，王一川主持会议。",
    "王一川主持会议，对各位代表到会建言表示感谢。",
]


@pytest.mark.parametrize("text", SPOKE_NOT, ids=[row[:12] for row in SPOKE_NOT])
def test_who_did_not_speak(text: str) -> None:
    (meeting,) = meetings(HELD + text, area=AREA)
    assert [each.name for each in meeting.participants] == ["王一川"]


DAYS = [
    # the day with which the report opens, where nothing else is dated
    ("1月3日，某考察团来我县参观。考察团在县政府召开了恳谈会，王一川主持。", ["2021-01-03"]),
    ("1月3日，全市工作会议结束后，各县行动起来。我县召开推进会，王一川主持。", [None]),
    # a forum of the visit's day
    ("1月3日上午，副市长李二河到河口镇调研。在下午召开的调研座谈会上，王一川作了汇报。", ["2021-01-03", "2021-01-03"]),
    # 讯 dates the report, not the meeting
    ("某某日报1月4日讯：2021年全县廉政会议3日上午在县里召开，王一川主持。", ["2021-01-03"]),
    ("某某网1月4日消息：2021年全县廉政会议3日上午在县里召开，王一川主持。", ["2021-01-03"]),
    # 近日 behind the day of the dateline
    ("某某网1月4日讯 近日，我县召开2021年廉政会议，王一川主持。", [None]),
    # what a meeting decides to hold is not held yet
    ("1月3日，县人大常委会召开会议，王一川主持。会议决定县人民代表大会3月下旬召开。", ["2021-01-03"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "days"), DAYS, ids=[row[0][:20] for row in DAYS])
def test_on_which_day(text: str, days: list[str | None]) -> None:
    found = [each.start_date for each in meetings(text, area=AREA)]
    assert found == days


NAMELESS = [
    # told by nothing but who chaired
    ("1月3日，副县长李二河代表县委任命张三山同志任县医院院长。会议由王一川主持。", "会议"),
    ("1月3日，甲公司与汝阳县签订合作协议，王一川主持签约仪式。", "甲公司与汝阳县合作协议签约仪式"),
    ("1月3日，汝阳县与甲公司相约合作。王一川主持签约仪式。", "签约仪式"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), NAMELESS, ids=[row[1] for row in NAMELESS])
def test_a_meeting_that_is_never_named(text: str, name: str) -> None:
    (meeting,) = meetings(text, area=AREA)
    assert (meeting.name, meeting.start_date) == (name, "2021-01-03")
    chairs = [p.name for p in meeting.participants if Role.CHAIR in p.roles]
    assert chairs == ["王一川"]


NONE = [
    "1月3日，各镇动员起来。为确保大会顺利召开，纪检组进驻代表驻地。",
    "1月3日，各单位按《大会议事规则》举行会议的时候，由主席团主持。",
    # the paper of a notice
    "关于召开全县造林大会的通知\n现将会议有关事宜通知如下：会议定于1月3日召开，会期半天。会议由常务副县长王一川主持。\n联系人：李二河\n抄送：县委办公室",
]


@pytest.mark.parametrize("text", NONE, ids=[row[:16] for row in NONE])
def test_no_meeting(text: str) -> None:
    assert meetings(text, area=AREA) == ()


LED = "1月3日，县委书记王一川带领县领导李二河、张三山等一行来县医院看望慰问医务人员。"


def test_who_is_led_leads_nobody() -> None:
    (visit,) = meetings(LED, area=AREA)
    leads = [p.name for p in visit.participants if Role.LEAD in p.roles]
    assert leads == ["王一川"]
    assert [p.name for p in visit.participants] == ["王一川", "李二河", "张三山"]


GROUPS = [
    ("县综治中心组织派出所、司法所、信访办等部门召开联席会议。", "派出所、司法所、信访办等部门"),
    ("副县长王一川率县水利、农委等部门有关负责人到河口镇调研。", "县水利、农委等部门有关负责人"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "group"), GROUPS, ids=[row[1][:8] for row in GROUPS])
def test_who_was_taken_along(text: str, group: str) -> None:
    (meeting,) = meetings("1月3日，" + text, area=AREA)
    assert group in [each.name for each in meeting.groups]


CLASSES = [
    ("县法院召开专题会议", Classification.WORK),
    ("县政府召开专题会议", Classification.EXECUTIVE),
    ("全县防汛专题会议召开", Classification.WORK),
    ("全县干部进修班开学典礼举行", Classification.STUDY),
]


@pytest.mark.parametrize(("told", "kind"), CLASSES, ids=[row[0] for row in CLASSES])
def test_of_which_kind(told: str, kind: Classification) -> None:
    (meeting,) = meetings(f"1月3日，{told}，王一川主持会议。", area=AREA)
    assert meeting.classification is kind


CONVENERS = [
    ("市中院召开全市法院推进会", "市中院"),
    ("县委第二巡察组进驻县档案馆召开动员会", "县委第二巡察组"),
    ("按照市委组织部的通知要求，县直工委召开全体会议", "县直工委"),
    ("县法院邀请离退休老干部召开座谈会", "县法院"),
    ("学院中心组于明德楼三楼召开学习会", "学院中心组"),
]


@pytest.mark.parametrize(("told", "body"), CONVENERS, ids=[row[1] for row in CONVENERS])
def test_who_convened(told: str, body: str) -> None:
    (meeting,) = meetings(f"1月3日，{told}，王一川主持会议。", area=AREA)
    assert meeting.organization.name == body


NAMES = [
    ("县政协九届六次常委会召开", ["县政协九届六次常委会"]),
    # begun with its quotation, whole
    ("“投资通途、赢在江海”——2021产业合作说明会举行", ["“投资通途、赢在江海”——2021产业合作说明会"]),
    ("以“商聚三江”为主题的五地商会合作峰会举行", ["五地商会合作峰会"]),
    ("县委常委会召开会议", ["县委常委会会议"]),
    # the CPPCC by its full name, and told again by its short one
    ("中国人民政治协商会议汝阳县第十五届委员会第三次会议开幕。县政协十五届三次会议由李二河致辞",
     ["中国人民政治协商会议汝阳县第十五届委员会第三次会议"]),
    # two sittings of one session are the session
    ("县十二届人大常委会第二十二次会议举行。当天举行两次全体会议",
     ["县十二届人大常委会第二十二次会议"]),
    # a word for the meetings before it
    ("下午依次举行了代表团团长会议、预备会议等会议", ["代表团团长会议", "预备会议"]),
    # cited, and only then told
    ("县委召开常委会议，传达第二次援疆会议精神。第二次援疆会议5月底在北京举行",
     ["县委常委会议"]),
    ("县政协召开座谈会，明确了年底召开主席联席会", ["县政协座谈会"]),
    ("县法院召开庭审作风整顿活动动员大会，要求准时开庭、规范庭审", ["县法院庭审作风整顿活动动员大会"]),
    ("县法院全体干警参加了市中院组织召开的通报会", ["通报会"]),
]  # fmt: skip


@pytest.mark.parametrize(("told", "names"), NAMES, ids=[row[0][:14] for row in NAMES])
def test_what_is_told(told: str, names: list[str]) -> None:
    found = meetings(f"1月3日，{told}。王一川主持会议。", area=AREA)
    assert [each.name for each in found] == names


def test_the_chair_of_two_meetings_at_once() -> None:
    found = meetings(
        "1月3日，县政府召开党组会议和第3次常务会议。县长王一川主持会议。", area=AREA
    )
    assert [p.name for each in found for p in each.participants] == ["王一川"] * 2


def test_a_congress_is_told_on_beside_its_sittings() -> None:
    congress, _, party_group = meetings(
        "1月3日，汝阳县第十八届人民代表大会第六次会议开幕。县人大常委会主任王一川主持召开预备会议。"
        "县委副书记李二河主持召开分党组书记会议。\n上午9时，大会在国歌声中开始。大会由张三山主持，"
        "县长赵四海向大会作政府工作报告。",
        area=AREA,
    )
    assert [p.name for p in congress.participants] == ["张三山", "赵四海"]
    assert [p.name for p in party_group.participants] == ["李二河"]


WELCOMED = [
    "县委书记王一川会见市地震局局长李二河一行。王一川对李二河率队到汝阳检查指导工作表示欢迎。",
    "县委书记王一川会见市地震局局长李二河一行。王一川热烈欢迎李二河参加活动。",
]


@pytest.mark.parametrize("text", WELCOMED, ids=["thanked", "invited"])
def test_who_is_welcomed_is_a_guest(text: str) -> None:
    (reception,) = meetings("1月3日，" + text, area=AREA)
    assert {p.name: sorted(p.roles) for p in reception.participants}["李二河"] == [
        Role.GUEST
    ]


def test_a_clause_of_the_same_build_vouches_for_a_name() -> None:
    (meeting,) = meetings(
        HELD
        + "县长王一川宣读文件，席永宽介绍新任职干部情况。县检察院李小燕代表干警作表态发言。",
        area=AREA,
    )
    assert [p.name for p in meeting.participants] == ["王一川", "席永宽", "李小燕"]


def test_what_was_reported_on_and_agreed_to() -> None:
    (meeting,) = meetings(
        "1月3日，县政协召开主席会议。会议听取王一川关于养老服务视察方案的汇报。"
        "会议原则同意上述方案。",
        area=AREA,
    )
    assert [each.text for each in meeting.motions] == ["养老服务视察方案"]
