"""Who called a meeting: the body in front of 召开, and the name it lends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pipelines.lexicon.lexicon import lexicon
from pipelines.meetings.adverbs import adverbs
from pipelines.records.terms import OrganizationClass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.meetings.people import People
    from pipelines.meetings.prose import Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Convener:
    """A body or a place that convenes, as printed."""

    name: str
    start: int
    end: int


@cache
def _adverb() -> re.Pattern[str]:
    """What stands between the convener and its verb: 市委|随即|召开."""
    return re.compile(
        rf"(?:{adverbs()}|持续|正式|"
        r"相继|均|[在于][^，。；]{1,24}|以[^，。；]{1,16}形式|采取[^，。；]{1,16}(?:形式|方式)|"
        r"通过[^，。；]{1,16}(?:形式|方式)?|(?:\d{1,2}月)?\d{1,2}日(?:上午|下午|晚上|晚|中午)?|联合|共同|组织|紧急|第一时间|主持|并|于|"
        r"(?:进驻|邀请)[^，。；]{2,20}|\s)+$"
    )


# 执委会, 村民大会: any body that is called a 会; a lone 会 is none.
_A_BODY = re.compile(r"[\u4e00-\u9fff]会$")
_SPLIT = re.compile(
    r"[、]|和(?!改革|信息|城乡|社会|旅游|草原|规划|计划|自然)|与|以及|联合|会同"
)


# 理论学习中心组（扩大）举行…: how it sat, which is no part of what it is called.
_ENLARGED = re.compile(r"（扩大）$")


def _is_body(name: str) -> bool:
    return name.endswith(lexicon().bodies) or _A_BODY.search(name) is not None


def find_conveners(
    prose: Prose, people: People, verb: int, name_start: int
) -> tuple[Convener, ...]:
    """Bodies in front of the verb at `verb`; none where people convene."""
    if verb >= name_start:
        return ()
    left = prose.clause_start(verb)
    if people.between(left, verb):
        return ()
    start, end = left, verb
    adverb = _adverb().search(prose.flat, start, end)
    if adverb:
        end = adverb.start()
    return tuple(_bodies(prose.flat, start, end))


_OPENING = re.compile(
    r"^(?:(?:\d{4}年)?(?:[\d一二三四五六七八九十元]{1,3}月)?[\d一二三四五六七八九十至—\-]{1,7}日(?:上午|下午|晚上|晚|中午)?|上午|下午|晚上|今天|昨天|今日|昨日|近日|日前|随后|"
    r"出席[^，。；]{2,24}?的|会前|会后|之前|此前|同日|当日|当天|当晚|其间|期间|同时|为此|按照[^，]{1,12}(?:部署|要求)|"
    r".{0,30}?(?:后|时|以来|之际)(?=[\u4e00-\u9fff])|\s|由|[●★▲■◆※]|新(?:选出|当选)的|本报讯|讯)+"
)


_CALLS = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})组织(?!部|委|法|工作|$)(?=[\u4e00-\u9fff、]{4})"
)


def _bodies(flat: str, start: int, end: int) -> Iterator[Convener]:
    words = flat[start:end]
    opening = _OPENING.match(words)
    at = start + (opening.end() if opening else 0)
    # 防指办|组织水务、农业农村等部门进行会商: whom it called did not call.
    called = _CALLS.search(flat, at, end)
    end = called.start() if called else end
    if re.search(r"(?:这|此)是", flat[at:end]):
        return
    for part in _parts(flat, at, end):
        name = _ENLARGED.sub("", flat[part[0] : part[1]].strip())
        if 1 < len(name) <= 30 and _is_body(name):
            yield Convener(name=name, start=part[0], end=part[0] + len(name))


def _parts(flat: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in _SPLIT.finditer(flat, start, end):
        if match.start() > at:
            yield at, match.start()
        at = match.end()
    if end > at:
        yield at, end


_OWN_BODY = re.compile(
    r"^(?:全|我|本|该)?(?:国|省|自治区|自治州|市|州|盟|县|区|旗|镇|乡|街道|村|社区|校|院|公司|集团)(?!级|域|块|情)|"
    r"^[^，。、]{2,10}?(?:省|市|县|区|州|盟|旗|镇|乡)(?:委|政府|人大|政协|第|召开|20|[\u4e00-\u9fff]{2,})|"
    r"^(?:中国共产党|中共|中央|国务院)"
)


# 政协十届二十三次常委会议|举行全体会议: a sitting of what meets.
_SITS = re.compile(r"次[^，。]{0,8}会议$")


def compose(name: str, conveners: tuple[Convener, ...]) -> str:
    """市委 + 常委会会议 → 市委常委会会议; a name that says its body stays as it is."""
    if not conveners or _OWN_BODY.match(name):
        return name
    if len(conveners) == 1 and _SITS.search(conveners[0].name) and name == "全体会议":
        return conveners[0].name
    ours = re.fullmatch(r"[我本][省市县区州盟旗镇乡校院司]", conveners[0].name)
    if (len(conveners) > 1 or ours) and len(name) > 4:
        return name  # several bodies name no meeting between them
    body = "、".join(convener.name for convener in conveners)
    body = re.sub(r"^我(?=[省市县区州旗镇乡])", "", body) if len(body) > 2 else body
    if name.startswith(body) or body.endswith(name):
        return name
    if name in ("会议", "扩大会议"):
        return body + name  # 市委常委会|会议
    overlap = next(
        (
            n
            for n in range(min(len(body), len(name)), 0, -1)
            # 局|局长办公会议: whose head meets is not the house's own ending.
            if body.endswith(name[:n]) and name[n : n + 1] != "长"
        ),
        0,
    )
    return body + name[overlap:]


# Class of a body by the words in its name, first match wins: the specific first.
_CLASSES: tuple[tuple[re.Pattern[str], OrganizationClass], ...] = (
    (re.compile(r"领导小组|指挥部|专班|联防联控机制|安委会|深改委|审计委|编委|防指|疫指|河长|林长|委员会办公室|新冠|"
                r"(?:改革|审计|治理|安全生产|国安|国家安全|网信|财经|依法治.|外事|教育|规划|编制|协调|保障|防汛|双拥|爱卫)(?:工作)?委员会|联席会议"),
     OrganizationClass.LEADING_GROUP),
    (re.compile(r"公司|集团|银行|煤矿|企业|[^区]厂$|供电局|农商行|联社"), OrganizationClass.ENTERPRISE),
    (re.compile(r"医院|卫生院|疾控|医疗集团|医共体"), OrganizationClass.HOSPITAL),
    (re.compile(r"大学|学院|中学|小学|学校|党校|幼儿园|[一二三四五六七八九十]中$"), OrganizationClass.SCHOOL),
    (re.compile(r"纪委|监委|纪检|监察委|纪律检查委员会"), OrganizationClass.DISCIPLINE),
    (re.compile(r"法院|(?:^|[省市州])[中高]院$"), OrganizationClass.COURT),
    (re.compile(r"检察院"), OrganizationClass.PROCURATORATE),
    (re.compile(r"人大|人民代表大会|主任会议|人代会"), OrganizationClass.CONGRESS),
    (re.compile(r"政协|政治协商会议|主席会议"), OrganizationClass.CPPCC),
    (re.compile(r"军分区|人武部|警备区|武警|部队|省军区|议军|党管武装|兵团军事"), OrganizationClass.MILITARY),
    (re.compile(r"总工会|妇联|共青团|团[省市县区州]委|工商联|科协|残联|文联|红十字会|侨联|商会|协会|联合会"),
     OrganizationClass.MASS_ORGANIZATION),
    (re.compile(r"开发区|高新区|经开区|新区管委|园区|管委会|示范区|保税区|度假区|党工委(?!.*街道)"),
     OrganizationClass.DEVELOPMENT_ZONE),
    (re.compile(r"政府|国务院|常务会|[市县区州省镇乡]长办公会"), OrganizationClass.GOVERNMENT),
    (re.compile(r"(?:组织|宣传|统战|政法|编办|老干|信访|党史|档案)[部委局办]|直属机关|机关工委"), OrganizationClass.DEPARTMENT),
    (re.compile(r"村$|村[党民两]|社区"), OrganizationClass.VILLAGE),
    (re.compile(r"(?:省|自治区|市|县|区|州|盟|旗|镇|乡|街道|工|地|师|中)(?:党)?委(?!员)|党委|党工委|中共|党中央|"
                r"党代会|党的|常委会|中央|街道"),
     OrganizationClass.PARTY_COMMITTEE),
    (re.compile(r"局|厅|办$|办公室|[^全]委$|[住建交通水利农业]部$|支队|总队|大队|中心|所$|站$|处$"), OrganizationClass.DEPARTMENT),
)  # fmt: skip


def organization_class(name: str) -> OrganizationClass | None:
    """Class of the body that `name` holds; null where it holds only a place."""
    for pattern, kind in _CLASSES:
        if pattern.search(name):
            return kind
    return None
