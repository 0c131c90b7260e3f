"""Who is named, with which titles; invented people."""

from __future__ import annotations

import pytest

from pipelines.meetings.marks import scan
from pipelines.meetings.names import read_name, split_run
from pipelines.meetings.people import find_people
from pipelines.meetings.prose import read_prose

CASES = [
    # many titles on one name
    ("省委常委、市委书记、市指挥部总指挥邢大河在会上要求", {"邢大河": ["省委常委", "市委书记", "市指挥部总指挥"]}),
    # no mark between two titles, none between title and name
    ("县委常委统战部长李小明出席。", {"李小明": ["县委常委", "统战部长"]}),
    ("省领导韦百川会见客人。", {"韦百川": ["省领导"]}),
    # title after the name
    ("卢明远副市长强调，要抓好落实。", {"卢明远": ["副市长"]}),
    # one title for a list, not for a head
    ("副市长王一川、李二河、张三山出席。", {"王一川": ["副市长"], "李二河": ["副市长"], "张三山": ["副市长"]}),
    ("县长王一川、李二河参加。", {"王一川": ["县长"], "李二河": []}),
    # an office that is part of a body's name is no title of its own
    ("市安委会副组长单位负责人参加。", {}),
    ("市发展和改革委员会主任石万里汇报。", {"石万里": ["市发展和改革委员会主任"]}),
    # names without marks between them, with spaces, with dots
    ("市领导袁华杨浩出席。", {"袁华": ["市领导"], "杨浩": ["市领导"]}),
    ("会议由阿不都热合曼·买买提主持。", {"阿不都热合曼·买买提": []}),
    ("旗委书记达布希拉图主持会议。", {"达布希拉图": ["旗委书记"]}),
    # names that are words, or whose first character is a common verb
    ("县领导高峰、关键、要振江、江山在主席台就座。", {"高峰": ["县领导"], "关键": ["县领导"], "要振江": ["县领导"], "江山": ["县领导"]}),
    # names that touch a verb
    ("市长李强调研防汛工作。", {"李强": ["市长"]}),
    ("市长何雄作具体部署。", {"何雄": ["市长"]}),
    # parallel clauses vouch for bare names
    ("张三丰通报情况，李四光传达并安排，王五一讲话，赵六国主持。", {"张三丰": [], "李四光": [], "王五一": [], "赵六国": []}),
    # qualifiers and remarks
    ("主持学校党委工作的副书记周自强讲话。", {"周自强": ["主持学校党委工作的副书记"]}),
    ("代市长（市长候选人）宣德贵主持会议。", {"宣德贵": ["代市长", "市长候选人"]}),
    # verbs and things that follow a title or stand where a name may
    ("副市长与水库所长翦大勇交流，与校长方文涛座谈。", {"翦大勇": ["水库所长"], "方文涛": ["校长"]}),
    # a day behind the name, and the next title, without a mark
    ("省长王建国28日上午主持召开会议。", {"王建国": ["省长"]}),
    ("副省长田海波3月1日在白河会见客人。", {"田海波": ["副省长"]}),
    ("市长田海波市人大常委会主任车迎春市政协主席张言信市委副书记冉垒市委常委姚正海出席。",
     {"田海波": ["市长"], "车迎春": ["市人大常委会主任"], "张言信": ["市政协主席"], "冉垒": ["市委副书记"], "姚正海": ["市委常委"]}),
    ("管委会主任江北区委书记姚正海出席。", {"姚正海": ["管委会主任", "江北区委书记"]}),
    # names of other tongues: behind an office, with a dot, and without a title
    ("党组书记马国梁、检察长叶尔肯·哈比主持。", {"马国梁": ["党组书记"], "叶尔肯·哈比": ["检察长"]}),
    ("宝音德力格尔受县人大常委会委托，作了工作报告。", {"宝音德力格尔": []}),
    ("自治州人大常委会副主任傲登高娃率执法检查组来市检查。", {"傲登高娃": ["自治州人大常委会副主任"]}),
    ("副旗长韩志军和布和朝鲁参加。", {"韩志军": ["副旗长"], "布和朝鲁": ["副旗长"]}),
    ("旗委书记额尔敦宝音及旗委在家领导出席，副旗长那仁其其格参加。", {"额尔敦宝音": ["旗委书记"], "那仁其其格": ["副旗长"]}),
    ("州政协副主席李素萍、茹仙古丽·依明和秘书长加·道尔吉出席。",
     {"李素萍": ["州政协副主席"], "茹仙古丽·依明": ["州政协副主席"], "加·道尔吉": ["秘书长"]}),
    # a bare list that opens with a rare surname; one of two with 等 and an office behind
    ("令嘉毅、左沛兴、佟晓波参加会议。", {"令嘉毅": [], "左沛兴": [], "佟晓波": []}),
    ("綦传信、左向阳等在家的市委常委，市人大常委会主任鹿茂林出席会议。", {"綦传信": [], "左向阳": [], "鹿茂林": ["市人大常委会主任"]}),
    ("闻小亨主持会议。", {"闻小亨": []}),
    # brackets in a firm's name; who is received somewhere
    ("宏皖（集团）有限公司董事长米春雷，浦江交通（集团）股份有限公司董事长戈国安，徽阳（安徽）新能源有限公司董事长胡树海发言。",
     {"米春雷": ["宏皖（集团）有限公司董事长"], "戈国安": ["浦江交通（集团）股份有限公司董事长"], "胡树海": ["徽阳（安徽）新能源有限公司董事长"]}),
    ("省长荣海平在汉与远润集团董事长茅一苇一行座谈。", {"荣海平": ["省长"], "茅一苇": ["远润集团董事长"]}),
    ("毕怀民同志和诸葛敏同志也先后发言。", {"毕怀民": [], "诸葛敏": []}),
    ("钱若兰司长、花建平副部长作讲话。", {"钱若兰": ["司长"], "花建平": ["副部长"]}),
    ("森林公安分局邝广海局长传达命令。", {"邝广海": ["局长"]}),
    ("大会主席团常务主席穆景山、桂兴邦就座。", {"穆景山": ["大会主席团常务主席"], "桂兴邦": ["大会主席团常务主席"]}),
    # two sides: the office is one's
    ("副省长卢云泽与柳青松分别代表双方签署协议。", {"卢云泽": ["副省长"], "柳青松": []}),
    # members and representatives
    ("省委第四巡视组成员王维川到会指导。", {"王维川": ["省委第四巡视组成员"]}),
    ("省委组织部换届选举指导组组长邱明春出席会议。", {"邱明春": ["省委组织部换届选举指导组组长"]}),
    ("群众团体代表丁世英致辞。", {"丁世英": ["群众团体代表"]}),
    # negatives
    ("书记调整时，中组部部长亲赴当地宣布。", {}),
    ("县委书记更换戎装。", {}),
    ("听取了县政府有关领导辞职的报告。", {}),
    ("主持召开市级领导招商引资情况汇报会。", {}),
    ("甘肃工作组组长来到现场。", {}),
    ("决定任命李明为县长，免去王强同志县长职务。", {}),
    ("出席大会的妇女代表大会应到代表200名。", {}),
    ("向州、县领导献花，并向大会献辞。", {}),
    ("分管领导、安监局长参加。", {}),
    ("黎塘镇作汇报。", {}),
    ("重点关注无主管楼院。各级主管要科学防控，各部门主要负责人要靠前指挥。", {}),
    ("纳税评估科科长要小强通报。", {"要小强": ["纳税评估科科长"]}),
    ("要及时清理居民垃圾和医废垃圾。", {}),
    ("应到代表236名，实到代表221名。", {}),
    ("市长强调，要抓好落实。", {}),
    ("方案要求，各地要抓好落实。", {}),
    ("县委书记要负总责。", {}),
    ("各乡镇党委书记、各部门主要负责人参加会议。", {}),
    ("县领导肖妮，廖 ...", {"肖妮": ["县领导"]}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "people"), CASES, ids=[case[0][:12] for case in CASES]
)
def test_people_and_titles(text: str, people: dict[str, list[str]]) -> None:
    prose = read_prose(text)
    found: dict[str, list[str]] = {}
    for mention in find_people(prose, scan(prose.flat)).mentions:
        labels = found.setdefault(mention.name, [])
        labels += [t.label for t in mention.titles if t.label not in labels]
    assert found == people


NAMES = [
    ("李雪荣围绕落实", "李雪荣"),
    ("李强调研时", "李强"),
    ("李强强调", "李强"),
    ("王和平出席", "王和平"),
    ("欧阳修远出席", "欧阳修远"),
    ("王  伟、", "王伟"),
    ("主持召开", None),
    ("负责人参加", None),
    ("廖 ...", None),
    ("王女士", None),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_name_ends_where_its_slot_does(text: str, name: str | None) -> None:
    found = read_name(text, 0)
    assert (found.text if found else None) == name


def test_a_run_of_names_is_cut_only_one_way() -> None:
    assert split_run("袁华杨浩") == ("袁华", "杨浩")
    assert split_run("袁华杨浩王小明") == ("袁华", "杨浩", "王小明")
    assert split_run("落实工作") == ()
