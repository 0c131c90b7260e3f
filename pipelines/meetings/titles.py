"""Titles: an office noun and the words to its left that belong to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.lexicon.lexicon import lexicon
from pipelines.records.terms import PostRole, Qualifier

if TYPE_CHECKING:
    from pipelines.meetings.marks import Mark

HARD = re.compile(r"[，。；：！？、（）《》“”‘’【】\[\]\n \u3000▒〓�/—…·<>=\"#|]")
# What an office noun may be the beginning of without being an office itself:
# 委员会, 常委会 (but 常委会见), 主席团, 书记处, 组长单位, 市长热线.
_NOT_OFFICE_AFTER = re.compile(
    r"(?<=居民)(?:区|委|小组)|会(?!见|同|晤)|制|馆(?!长)|台(?!长)|团(?!长|队|成员)|处(?!长)|单位|办公|办(?=主任|副主任)|助理|级|层|室|"
    r"第[一二三四五六七八九十\d]{1,3}次|组(?!长|织)|科员|热线|信箱|质量奖|负责制|责任制|专题会|例会|接待日|学院|岗位|职责|"
    r"票人|咨询(?:中心|委)|联络[办处室中]|工作委|工作室|之家|资格|联席|党组|碰头会|座谈会|会议|大会(?!发言)|述职|培训|论坛"
)
_NOMINEE = re.compile(r"(?:候选人|人选|提名人选)(?!的|大会|名单)")
# Words after which a title begins, inside a run without marks. Each is a verb, a
# preposition or a time that cannot open the name of a body.
_SOFT = re.compile(
    r"(?<!自|理)由|受(?!贿|理|众|灾|益|援|邀)|在[\u4e00-\u9fff]{1,6}?(?:与|会见了?|接见了?)|在(?!职|线|校|家)|的|(?<!但|于|还)是|被|有(?!关|限|色|机)|请(?!示)|"
    r"向(?![阳巴])|(?<=[见了待])以(?=[\u4e00-\u9fff]{2,})|任命|免去|选举(?!指导|督导|工作|委员)|补选|推选|提名|推荐|委托|代表(?!大会|团|会|处|联络|资格)|"
    r"陪同|特邀|邀请|会见了?|接见了?|看望|慰问|听取|了(?!解)|传达|宣布|(?:主持)?召开|任(?=中|省|市|县|区)|(?<![A-Za-zα-ω])[a-z](?=[\u4e00-\u9fff]{2})|"
    r"以及|(?<=政府|委会)与|[和与及](?=[市县省区州盟旗镇乡]|党|政|人大|纪|各|副|常)|"
    r"\d日(?:上午|下午|晚上|晚|中午|凌晨)?|当天|当日|昨天|昨日|今天|[上下]午|晚上|"
    r"会上|大会上|会议上|随后|会前|会后|之前|此前|最后|期间|其间|同时|"
    r"(?:讲话|精神|指示|要求|批示)(?:以及|[和与及])|调研时|检查时|讲话中|陪同下|率领|带领|接受|按照|根据|围绕|(?:贯彻)?落实(?=[省市县区州盟旗])|贯彻(?=[省市县区州盟旗])|学习(?=[省市县区州盟旗])|关于|其中|包括|因为|作为|"
    r"新任(?!职)|现任|任免|(?:转|调|升|改|兼|出|担|就|接|继|曾|历|拟|留)任|强调|指出|要求|表示|以来|国务院总理(?=.)|带队"
)
_CONNECTOR = re.compile(
    r"(?:以及|兼任|并兼|暨|和(?!田|政县|静县|硕县|布克|龙市|林格|平区|顺县)|[与及兼]|[该本我][省市县区州盟旗](?=[省市县区州盟旗](?:委|人大|政府|政协|长))|[该本我](?=[省市县区州盟旗镇乡村街校院]))+"
)
_FORMER = re.compile(r"(?:原|前|时任)(?=.)")
# The head of a list's label: 市领导, 在家的县级领导同志, 党政班子成员.
LABEL_HEAD = re.compile(
    r"(?:(?:(?<=[省市县区州盟旗镇乡级位大套家委府团司校院厅局道要关他社部站矿厂军队班组])|(?<=[工总协学商妇]会))"
    r"(?:领导(?:同志|班子成员)?|班子成员)"
    r"|(?<![\u4e00-\u9fff])老(?:同志|领导)(?=[\u4e00-\u9fff]{2,4}[、，]))"
    r"(?!小组|干部|机关|集体|体制|机制|班子|责任|组|人(?=[，。、的员])|科学|职务|必须|作用)"
)
_ACTING = re.compile(r"主持[^，。；、\n]{1,12}工作的$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title at a place; `label` is what stands between the offsets."""

    label: str
    office: str
    role: PostRole | None
    """Null for the label of a list (市领导), which is no office."""
    qualifier: Qualifier | None
    start: int
    end: int


def office_end(flat: str, mark: Mark) -> int | None:
    """Where the office at `mark` ends, with 候选人; null if it is no office."""
    if _NOT_OFFICE_AFTER.match(flat, mark.end):
        return None
    nominee = _NOMINEE.match(flat, mark.end)
    return nominee.end() if nominee else mark.end


def read_title(flat: str, mark: Mark, floor: int) -> Title | None:
    """The title that ends with `mark`, never reaching left of `floor`.

    Null where the office noun only begins another word (委员会, 组长单位).
    """
    end = office_end(flat, mark)
    if end is None:
        return None
    start = _label_start(flat, mark.start, floor)
    former = _FORMER.match(flat, start, mark.end)
    if former and former[0] == "时任":
        start = former.end()
    label = flat[start:end]
    role = post_role(mark.word, flat[start : mark.start])
    acting = _ACTING.search(flat, max(floor, start - 20), start)
    if acting:
        start, label = acting.start(), flat[acting.start() : end]
    return Title(
        label=label,
        office=mark.word,
        role=role,
        qualifier=_qualifier(label, mark.word, former is not None, end > mark.end),
        start=start,
        end=end,
    )


def read_label(flat: str, match: re.Match[str], floor: int) -> Title:
    """The label of a list whose head `match` found (市领导, 在家的县领导)."""
    start = _label_start(flat, match.start(), floor, keep=_IN_LABELS)
    label = flat[start : match.end()]
    return Title(
        label=label,
        office=match[0],
        role=None,
        qualifier=None,
        start=start,
        end=match.end(),
    )


# A label may itself hold words that open a title elsewhere: 在家的市领导.
_IN_LABELS = re.compile(r"在家的?|有关|其他")


def _label_start(
    flat: str, office_start: int, floor: int, keep: re.Pattern[str] | None = None
) -> int:
    start = max(floor, office_start - 40)
    for match in HARD.finditer(flat, start, office_start):
        start = match.end()
    kept = keep.search(flat, start, office_start) if keep else None
    stop = kept.start() if kept else office_start
    for match in _SOFT.finditer(flat, start, stop):
        start = match.end()
    quoted = (
        _QUOTED.search(flat, floor, start) if flat[start - 1 : start] == "”" else None
    )
    if quoted is not None:
        return _label_start(flat, quoted.start(), floor, keep)
    is_firm = flat.startswith(_FIRM_ENDS, start) or _OF_FIRM.search(
        flat, start, office_start
    )
    firm = _FIRM.search(flat, floor, start) if is_firm else None
    if firm is not None:
        return _label_start(flat, firm.start(), floor, keep)
    connector = _CONNECTOR.match(flat, start, office_start)
    return connector.end() if connector else start


# 医院“三甲”复审工作领导小组组长: a name in quotation marks inside a body's.
_QUOTED = re.compile(r"(?<=[\u4e00-\u9fff])“[^“”，。]{1,14}”$")
# 某某实业（集团）有限公司: brackets inside a firm's name.
_FIRM = re.compile(r"（[\u4e00-\u9fff]{1,6}）$")
_OF_FIRM = re.compile("有限公司|股份|公司$|集团$")
_FIRM_ENDS = (
    "有限",
    "股份",
    "控股",
    "集团",
    "投资",
    "党委",
    "党组",
    "“两委”",
    "街道",
    "镇",
    "主席",  # 大会主席团常务（执行）主席
)


def _qualifier(
    label: str, office: str, former: bool, nominee: bool
) -> Qualifier | None:
    if nominee:
        return Qualifier.NOMINEE
    if former:
        return Qualifier.FORMER
    if office.startswith("代") or "主持工作" in label:
        return Qualifier.ACTING
    return None


# Which words in front of an office noun change its class, first match wins.
_ROLE_BY_BODY: tuple[tuple[str, re.Pattern[str], PostRole], ...] = (
    ("书记", re.compile(r"纪委|纪检|纪工委"), PostRole.DISCIPLINE_HEAD),
    ("书记", re.compile(r"政法委|团[省市县区州]委|共青团|直属机关|机关工委"), PostRole.DEPARTMENT_HEAD),
    ("副书记", re.compile(r"纪委|政法委|团[省市县区州]委|共青团"), PostRole.DEPARTMENT_DEPUTY),
    ("主任", re.compile(r"人大"), PostRole.CONGRESS_CHAIR),
    ("副主任", re.compile(r"人大(?!.*[委室])|人大常委会"), PostRole.CONGRESS_DEPUTY),
    ("主任", re.compile(r"监委|监察委"), PostRole.DISCIPLINE_HEAD),
    ("主任", re.compile(r"街道"), PostRole.GOVERNMENT_HEAD),
    ("主席", re.compile(r"政协"), PostRole.CPPCC_CHAIR),
    ("副主席", re.compile(r"政协"), PostRole.CPPCC_DEPUTY),
    ("主席", re.compile(r"人大"), PostRole.CONGRESS_CHAIR),
    ("主席", re.compile(r"自治区$|自治区政府|^区$"), PostRole.GOVERNMENT_HEAD),
    ("副主席", re.compile(r"自治区$|自治区政府|自治区人民政府"), PostRole.GOVERNMENT_DEPUTY),
    ("院长", re.compile(r"法院|[中高]院"), PostRole.COURT_PRESIDENT),
    ("院长", re.compile(r"学院|大学|党校"), PostRole.SCHOOL),
    ("院长", re.compile(r"医院|研究|设计|科学|卫生|文化"), PostRole.OTHER),
)  # fmt: skip
_ENTERPRISE = re.compile(r"公司|集团|银行|[^区]厂|煤矿|企业|农商行|供电局")
_SCHOOL = re.compile(r"大学|学院|中学|小学|学校|幼儿园|党校")
# An office whose class is that of the house it is held in.
_HOUSE_OFFICES = frozenset({PostRole.PARTY_SECRETARY, PostRole.DEPUTY_PARTY_SECRETARY,
                            PostRole.STANDING_MEMBER, PostRole.DEPARTMENT_HEAD,
                            PostRole.DEPARTMENT_DEPUTY})  # fmt: skip


def post_role(office: str, body: str) -> PostRole:
    """Closed class of the office noun `office` in front of which `body` stands."""
    role = lexicon().offices[office]
    for ending, pattern, changed in _ROLE_BY_BODY:
        if office.endswith(ending) and pattern.search(body):
            deputy = ending.startswith("副") or not office.endswith("副" + ending)
            if deputy:
                return changed
    if role in _HOUSE_OFFICES and _ENTERPRISE.search(body):
        return PostRole.ENTERPRISE
    if role in _HOUSE_OFFICES and _SCHOOL.search(body):
        return PostRole.SCHOOL
    return role
