"""Shapes of reports, each with what is told by it and what only looks like it."""

from __future__ import annotations

import pytest

from pipelines.records.terms import Role
from tests.made import meetings

AREA = "410326"  # 河南省洛阳市汝阳县

NAMES = [
    # ordinals, groups, journeys and kinds of meetings are nobody
    ("1月3日，县委书记第六次专题会议召开，王一川主持会议。", {"王一川"}),
    ("1月3日，县委召开会议，县长王一川向人大代表、政协委员及街道代表介绍情况。", {"王一川"}),
    ("1月3日，县委召开会议，各中心校校长线上参会，王一川主持会议。", {"王一川"}),
    ("1月3日，县委书记王一川主持召开县委常委议军会。", {"王一川"}),
    ("1月3日，县委书记王一川主持召开会议，检察长李二河及相关部门负责人列席。", {"王一川", "李二河"}),
    # what follows a name is no part of it
    ("1月3日，县委召开会议，县委书记韩钧在讲话中指出，要抓实。", {"韩钧"}),
    ("1月3日，县委召开会议，县长铁守仁利用半天时间听取汇报并讲话。", {"铁守仁"}),
    ("1月3日，县长艾尼·买买提出席全县工作会议并讲话。", {"艾尼·买买提"}),
    # lists whose last name or first name looks like none
    ("1月3日，全县工作会议召开，副县长王一川、李二河、延生财参加会议。", {"王一川", "李二河", "延生财"}),
    ("1月3日，全县工作会议召开，县领导艾力·吐尔逊、王一川、亚森·吐尔逊出席会议。", {"艾力·吐尔逊", "王一川", "亚森·吐尔逊"}),
    ("1月3日，全县工作会议召开。县领导王一川、李二河以及我县领导张三山参加。", {"王一川", "李二河", "张三山"}),
    ("1月3日，县委召开会议，董事长王坚和及总经理李二河参加会议。", {"王坚和", "李二河"}),
    ("1月3日，县里召开座谈会，政委王一川少将、政治部主任李二河少将出席座谈会。", {"王一川", "李二河"}),
    ("1月3日，全县工作会议召开，县领导应南飞、要振江出席会议。", {"应南飞", "要振江"}),
    ("1月3日，县委召开会议，县领导班子分别作了发言，王一川主持会议。", {"王一川"}),
    # a rank behind the name
    ("1月3日，全县双拥座谈会召开，某部政委王一川少将出席座谈会。", {"王一川"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), NAMES, ids=[row[0][5:24] for row in NAMES])
def test_who_is_named(text: str, names: set[str]) -> None:
    (meeting,) = meetings(text, area=AREA)
    assert {each.name for each in meeting.participants} == names


POSTS = [
    # offices that several hold are everyone's in the list; one that one holds is not
    ("县委常委、副县长王一川、李二河出席会议。", {"王一川": ["县委常委", "副县长"], "李二河": ["县委常委", "副县长"]}),
    ("县委副书记、县长王一川、李二河出席会议。", {"王一川": ["县委副书记", "县长"], "李二河": []}),
    ("县级河（湖）长王一川、李二河出席会议。", {"王一川": ["县级河（湖）长"], "李二河": ["县级河（湖）长"]}),
    # an office of many before a person is not his
    ("县局各位副主任，城关分局局长王一川出席会议。", {"王一川": ["城关分局局长"]}),
    # a body without an office shares the next one's
    ("县委统战部副部长、县工商联、县总商会党委书记王一川出席会议。", {"王一川": ["县委统战部副部长", "县总商会党委书记"]}),
    # brackets and quotation marks inside a body's name
    ("河口实业（集团）有限公司董事长王一川出席会议。", {"王一川": ["河口实业（集团）有限公司董事长"]}),
    ("医院“三甲”复审工作领导小组组长王一川出席会议。", {"王一川": ["医院“三甲”复审工作领导小组组长"]}),
    # a later mention repeats the office without its body
    ("河口镇党委书记王一川出席会议。王一川书记作了发言。", {"王一川": ["河口镇党委书记"]}),
    ("大会主席团常务（执行）主席王一川出席会议。", {"王一川": ["大会主席团常务（执行）主席"]}),
    # what was left of markup is no part of an office
    ('<font color="#010101">镇党委书记王一川出席会议。', {"王一川": ["镇党委书记"]}),
    # a name between body and office
    ("县招商考察团王一川主任一行出席会议。", {"王一川": ["主任"]}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "posts"), POSTS, ids=[row[0][:18] for row in POSTS])
def test_posts(text: str, posts: dict[str, list[str]]) -> None:
    (meeting,) = meetings(f"1月3日，全县工作会议召开。{text}", area=AREA)
    found = {p.name: [post.label for post in p.posts] for p in meeting.participants}
    assert found == posts


TOLD = [
    # the long form of a known noun, and 扩大
    ("1月3日，县医院负责人调整宣布会议在县城举行。", ["县医院负责人调整宣布会议"]),
    ("1月3日，县委召开常委（扩大）会，王一川主持。", ["县委常委（扩大）会"]),
    # what a session holds, its sittings, its ceremonies
    ("1月3日，县政协十届六次会议集中协商议政会议召开。", ["县政协十届六次会议集中协商议政会议"]),
    ("1月3日，县十五届人大常委会第九次会议召开。县人大常委会主任王一川主持第一次全体会议。", ["县十五届人大常委会第九次会议"]),
    ("1月3日，县十五届人大常委会第九次会议召开。会议通过了人事任免，举行了宪法宣誓仪式。", ["县十五届人大常委会第九次会议"]),
    # named at the head of a sentence
    ("1月3日，县委书记王一川到河口镇调研。座谈会上，王一川强调，要抓实。", ["王一川到河口镇调研", "座谈会"]),
    # done by a verb
    ("1月3日，省委第二巡视组组长王一川向汝阳县委书记李二河反馈了巡视情况。", ["省委第二巡视组向汝阳县反馈巡视情况"]),
    ("1月3日，县委组织反馈会，王一川主持会议。", ["会议"]),
    ("1月3日，县里组织反馈会，王一川主持会议。", ["反馈会"]),
    # one noun in two provinces
    ("1月3日，山西省公安厅召开全省公安机关推进会，王一川主持。\n1月3日，湖北省公安厅召开全省公安机关推进会，李二河主持。", ["全省公安机关推进会", "全省公安机关推进会"]),
    ("1月3日，汝阳县第七届人民代表大会第四次会议主席团举行第三次会议。", ["汝阳县第七届人民代表大会第四次会议主席团第三次会议"]),
    # the day stands in front of where somebody asked
    ("“何时能热？”1月3日上午，县十六届人大常委会第十四次会议联组会议上，王一川率先发问。", ["县十六届人大常委会第十四次会议联组会议"]),
    # what is preached about is part of the name
    ("1月3日，学习贯彻党的二十届三中全会精神县委宣讲团报告会在县城举行。", ["学习贯彻党的二十届三中全会精神县委宣讲团报告会"]),
    # talks, told by a verb
    ("1月3日，县长王一川与河口食品公司总经理李二河一行座谈交流。", ["王一川与河口食品公司总经理李二河一行座谈交流"]),
    ("1月3日，县长王一川会见河口食品公司董事长李二河一行。\n李二河在会见中介绍了公司情况。", ["王一川会见河口食品公司董事长李二河一行"]),
    # another verb holds what is conveyed
    ("1月3日，县纪委全会召开。王一川主持第一次全体会议并传达中央纪委三次全会和省纪委二次全会精神。", ["县纪委全会"]),
    # who is met sits there, not the visitors
    ("1月2日下午和3日上午，县长王一川来到宾馆看望出席县政协九届一次会议、县十七届人大一次会议的全体委员、代表。",
     ["王一川来到宾馆看望出席县政协九届一次会议、县十七届人大一次会议的全体委员、代表"]),
    ("1月3日，县消费季启动式举行。", ["县消费季启动式"]),
    # a life in short below the report does not make it history
    ("1月3日，县委召开领导干部大会，王一川主持。\n王一川简历\n王一川，男，汉族，1968年5月生，1990年7月参加工作，1992年入党。", ["县委领导干部大会"]),
    # a journal's dateline is no part of the name
    ("河口日报讯（记者 张三山）县十五届人大三次会议1月3日开幕。", ["县十五届人大三次会议"]),
    # two nouns side by side, a dateline in front, what is only around it
    ("1月3日，县里举办专题党课报告会。", ["专题党课报告会"]),
    ("【快讯】河口新闻客户端汝阳1月3日讯（记者 张三山）县禁毒委员会全体会议召开。", ["县禁毒委员会全体会议"]),
    ("1月3日，在县科协年会在河口举办期间，院士专家座谈会召开。", ["院士专家座谈会"]),
    ("1月3日，县十五届人大三次会议开幕，表决通过了大会选举办法。", ["县十五届人大三次会议"]),
    ("1月3日，县长王一川在会议中心与河口集团副总经理邓杰商谈并见证签约。", ["王一川在会议中心与河口集团副总经理邓杰商谈并见证签约"]),
    ("1月3日，县里召开工作会商会，王一川主持。", ["工作会商会"]),
    ("1月3日，为期两天的县十五届人大三次会议开幕。", ["县十五届人大三次会议"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), TOLD, ids=[row[0][5:24] for row in TOLD])
def test_what_is_told(text: str, names: list[str]) -> None:
    assert [each.name for each in meetings(text, area=AREA)] == names


NOT_TOLD = [
    "1月3日，县政协委员抵达，参加明天开幕的县政协十届六次会议。",
    "1月3日，委员们还将列席县十五届人大三次会议。",
    "1月3日，县委机关干部说，中心负责组织召开每月防汛会商会议。",
    "1月3日，今年以来，全县累计召开“屋场会”5200余场，县领导带头参加。",
    "1月3日，老书记遗体送别活动在县殡仪馆举行，县长王一川主持。",
    "1月3日，会议决定，邀请媒体代表列席县政府常务会议。",
    "1月3日，县十四届人大三次会议开幕在即，代表们已经报到。",
    "1月3日，遵照遗愿，不举行遗体告别仪式，不召开追悼会。",
    "1月3日病逝。在任期间主持召开全县首届工作座谈会。",
    "1月3日，记者一天之内连着参加了四场会议。",
    "第一阶段：3日晚上举行论坛开幕式，县长王一川将致辞。",
    "王一川，1990年7月参加工作，主持召开过全县橡胶产业座谈会。1月3日任职。",
    "1月3日，这是在关键时刻召开的一次重要会议。",
    "问：会议何时召开？1月3日。\n答：1月3日召开全县工作会议。\n问：谁主持？\n答：王一川主持。",
]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_only_looks_told(text: str) -> None:
    assert meetings(text, area=AREA) == ()


ROLES = [
    # what is told of the next person
    ("大会执行主席王一川、李二河，列席会议的代县长张三山在主席台就座。", {"王一川": "attendee", "李二河": "attendee", "张三山": "observer"}),
    ("主持会议的县政协副主席王一川宣布会议开始。", {"王一川": "chair"}),
    ("县检察长王一川所作的报告用数据说话。县长李二河主持会议。", {"李二河": "chair"}),
    # the meeting's own noun is no deed
    ("县委书记王一川主持召开项目汇报会。", {"王一川": "chair"}),
    ("副县长王一川分别结合汇报的情况讲话。县长李二河主持会议。", {"王一川": "speaker", "李二河": "chair"}),
    # other words for the same deeds
    ("县长王一川转达上级会议精神。", {"王一川": "presenter"}),
    ("王教授受邀，县委党校教授王一川作了专题讲座。", {"王一川": "presenter"}),
    ("副组长王一川反馈巡察情况。", {"王一川": "presenter"}),
    ("县领导王一川、李二河聆听报告会。", {"王一川": "attendee", "李二河": "attendee"}),
    ("县长王一川在我县分会场收听收看了会议。", {"王一川": "attendee"}),
    ("县工会主席王一川致贺词。", {"王一川": "speaker"}),
    ("县委书记王一川在批示中指出，要抓实。县长李二河讲话。", {"李二河": "speaker"}),
    ("县委书记王一川对会议作出批示。县长李二河讲话。", {"李二河": "speaker"}),
    ("县长王一川作讲评。", {"王一川": "speaker"}),
    ("县长王一川主持会议，县委组织部、县纪委派员到会督导。", {"王一川": "chair"}),
    ("院长王一川对检察长列席表示欢迎。委员李二河发表意见。", {"王一川": "speaker", "李二河": "speaker"}),
    ("检委会专职委员、二级高级检察官王一川及各部门负责人列席。", {"王一川": "observer"}),
    ("县委书记王一川参加，李二河作汇报。", {"王一川": "attendee", "李二河": "presenter"}),
    ("会议听取了县长王一川作的《甲报告》、县财政局局长李二河作的《乙报告》。", {"王一川": "presenter", "李二河": "presenter"}),
    ("县长王一川要求常委班子成员要沉下去。", {"王一川": "speaker"}),
    ("县政协主席王一川主持会议，主席会成员和各常委出席会议。", {"王一川": "chair"}),
    ("县长王一川主持会议。李二河及县级有关部门负责同志列席会议。", {"王一川": "chair", "李二河": "observer"}),
    ("王一川为新任命人员颁发任命书并讲话。", {"王一川": "speaker"}),
    # who came along
    ("1月3日，县长王一川在副县长李二河等同志的陪同下，走访慰问了困难户。", {"王一川": "attendee", "李二河": "attendee"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "roles"), ROLES, ids=[row[0][:18] for row in ROLES])
def test_roles(text: str, roles: dict[str, str]) -> None:
    told = meetings(f"1月3日，全县工作会议召开。{text}", area=AREA)
    found = {
        each.name: "+".join(role for role in each.roles if role is not Role.LEAD)
        for meeting in told
        for each in meeting.participants
    }
    assert found == roles


TENURES = [
    (
        "宣读县委决定：王一川同志任县卫健委主任，不再担任县医院院长职务；李二河同志任县医院院长。",
        [("王一川", "appointed", "县卫健委主任"), ("王一川", "removed", "县医院院长"), ("李二河", "appointed", "县医院院长")],
    ),
    ("王一川任县委副书记，并提名为县长候选人。", [("王一川", "appointed", "县委副书记"), ("王一川", "nominated", "县长")]),
    ("会议选举王一川为会长，李二河、张三山为副会长。", [("王一川", "elected", "会长"), ("李二河", "elected", "副会长"), ("张三山", "elected", "副会长")]),
    ("会议选举王大为为会长。", [("王大为", "elected", "会长")]),
    ("免去王一川同志的县委书记、常委、委员职务。", [("王一川", "removed", "县委书记、常委、委员")]),
    ("会议接受王一川、李二河辞去县政协委员。", [("王一川", "resigned", "县政协委员"), ("李二河", "resigned", "县政协委员")]),
    ("会议增补王一川、李二河为执委。", [("王一川", "elected", "执委"), ("李二河", "elected", "执委")]),
    ("沙·其木德当选为主席，宝音德力格尔当选为副主席。", [("沙·其木德", "elected", "主席"), ("宝音德力格尔", "elected", "副主席")]),
    ("会议聘请释延轼为名誉会长。", [("释延轼", "appointed", "名誉会长")]),
    ("会议推选县委书记王一川为团长；县委副书记李二河，县委常委张三山为副团长。", [("王一川", "elected", "团长"), ("李二河", "elected", "副团长"), ("张三山", "elected", "副团长")]),
    ("免去阮景和同志的县委书记职务。", [("阮景和", "removed", "县委书记")]),
    ("县长李二河宣布王一川任县卫健委主任。", [("王一川", "appointed", "县卫健委主任")]),
    ("任命诸葛敏同志为我校校长，免去毕怀民同志校长的职务。", [("诸葛敏", "appointed", "我校校长"), ("毕怀民", "removed", "校长")]),
    ("县长李二河宣读完任免决定以后离开。", []),
    ("提名布和巴雅尔同志为县法院院长候选人。", [("布和巴雅尔", "nominated", "县法院院长")]),
    ("王一川兼任县委书记。", [("王一川", "appointed", "县委书记")]),
    ("王一川主任汇报，成员单位不再担任责任。", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "tenures"), TENURES, ids=[r[0][:18] for r in TENURES])
def test_tenures(text: str, tenures: list[tuple[str, str, str]]) -> None:
    (meeting,) = meetings(f"1月3日，全县工作会议召开。{text}", area=AREA)
    found = [(a.name, str(a.action), a.post) for a in meeting.appointments]
    assert found == tenures


MOTIONS = [
    ("会议审议通过了县纪委常委会工作报告和全会决议。", ["县纪委常委会工作报告", "全会决议"]),
    ("会议表决通过了《甲条例》、新修订的《乙条例》。", ["《甲条例》", "《乙条例》"]),
    ("会议通过了《甲办法》、关于修路的请示、《乙办法》。", ["《甲办法》", "关于修路的请示", "《乙办法》"]),
    ("会议原则同意了县财政局提交的《甲方案》。", ["《甲方案》"]),
    ("会议研究并原则通过县民政局《关于调整标准的请示》。", ["《关于调整标准的请示》"]),
    ("大会审议通过了王一川同志代表理事会所作的《工作报告》。", ["《工作报告》"]),
    ("大会以举手表决的方式通过了大会议程。", ["大会议程"]),
    ("会议通过了各项决议。", []),
    ("会议审议通过了这个报告。", []),
    ("会议建议县人大常委会下次会议议程为：审查批准《甲条例》。", []),
    ("会议要求，通过视频方式报送工作报告。", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "passed"), MOTIONS, ids=[r[0][:16] for r in MOTIONS])
def test_motions(text: str, passed: list[str]) -> None:
    (meeting,) = meetings(f"1月3日，全县工作会议召开。{text}", area=AREA)
    assert [motion.text for motion in meeting.motions] == passed


GROUPS = [
    (
        "全县中小学（幼儿园）校长（园长）、书记（副书记），局机关全体干部参加会议。",
        ["全县中小学（幼儿园）校长（园长）、书记（副书记）", "局机关全体干部"],
    ),
    ("各县（市、区）有关部门负责人在当地分会场以视频形式参加会议。", ["各县（市、区）有关部门负责人"]),
    ("校级班子成员、全体中层干部参加会议。", ["校级班子成员", "全体中层干部"]),
    ("各乡镇党委书记、镇长参加会议。", ["各乡镇党委书记、镇长"]),
    ("县委办、政府办、公安局等部门单位负责同志参加会议。", ["县委办、政府办、公安局等部门单位负责同志"]),
    ("县委常委，县人大常委会、县政府、县政协有关领导参加会议。", ["县委常委", "县人大常委会、县政府、县政协有关领导"]),
    ("县四大班子主要领导、各常委、各副县长参加会议。", ["县四大班子主要领导", "各常委", "各副县长"]),
    ("出席会议的县纪委委员34人，列席210人。", ["县纪委委员34人"]),
    ("县直各部门负责人，县委巡察组组长李二河等列席会议。", ["县直各部门负责人"]),
    ("县委书记王一川及县委、县政府在家领导出席会议。", ["县委、县政府在家领导"]),
    ("省委组织部换届选举督导组到会指导。", ["省委组织部换届选举督导组"]),
    ("县长李二河代表县四套班子作表态发言。", []),
    ("全县现有代表541名，参加选举。", []),
    ("县长李二河连线各乡镇，听取汇报。局党委委员、各乡镇党政正职参加会议。", ["局党委委员", "各乡镇党政正职"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "groups"), GROUPS, ids=[r[0][:16] for r in GROUPS])
def test_groups(text: str, groups: list[str]) -> None:
    (meeting,) = meetings(f"1月3日，全县工作会议召开。{text}", area=AREA)
    assert [group.name for group in meeting.groups] == groups


ANSWERS = [
    (
        "会议传达学习王一川同志对防汛工作的重要批示。",
        ["王一川同志对防汛工作的重要批示"],
    ),
    (
        "会议讨论《政府工作报告（讨论稿）》，学习《河口条例》《沙洲条例》。",
        ["河口条例", "沙洲条例"],
    ),
    ("会议通过关于召开县政协十届二次会议的决定。", []),
    ("会议围绕县政协十届二次会议以来的工作修改了报告。", []),
    ("王一川强调，要认真学习贯彻省委全会精神。", []),
]


@pytest.mark.parametrize(("text", "names"), ANSWERS, ids=[r[0][:16] for r in ANSWERS])
def test_what_it_answers_to(text: str, names: list[str]) -> None:
    (meeting,) = meetings(f"1月3日，全县工作会议召开。{text}", area=AREA)
    assert [each.name for each in meeting.responds_to] == names
