"""Participants that are named only together: 市直有关部门和单位, 各乡镇党委书记."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from pipelines.meetings.parties import PARTY, PARTY_FIRST
from pipelines.meetings.runs import goes_on
from pipelines.records.terms import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.meetings.people import People
    from pipelines.meetings.prose import Prose, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Collective:
    """A group as printed, half-open offsets, with its role."""

    name: str
    start: int
    end: int
    role: Role
    sentence: int


_HEAD = re.compile(
    r"(?:负责人|负责同志|负责人员|同志|人员|单位|部门|代表|干部|成员|委员|常委|书记|主任|局长|站长|校长|镇长|乡长|领导|班子|"
    r"正副职|正职|副职|志愿者|两委|机构|企业|专家|学者|职工|党员|学员|群众|记者|师生|家长|家属|区县|县区|县（[市、区]*）|县市区|开发区|乡镇|街道|村|学校|商会|主播|"
    r"中层|经理层|组长|市民|嘉宾|企业家|委办局|联络员|网格员|委员会|办公室|党委|党组|分局|中心|公司|大队|支队|主席|（主任）|局|"
    r"\d[余多]?[人名]|科室|股室|处室|秘书长|检察长|院长|政委|理事|会员|队员|(?:督导|指导|工作|考察|巡[视察]|督查|检查)组|民警|干警|官兵|员工|教职工|骨干|支书|客商|教师|医生|市县|执委|召集人|文书|会计|主管|律师|法官|检察官|居民|村民|业主|工作队|专班|代表团|访问团|参访团|考察团|调研组|督察组|考评组|验收组|员|长)”?(?:（[^（）]{1,10}）)?等?$"
)
_VERB = re.compile(
    r"(?:[共约近计总]{0,2}[\d一二三四五六七八九十百千]+[余多]?[人名])?(?:先后|分别|一同|共同|同步|以[^，。；]{1,12}形式|通过[^，。；]{1,14}?(?:形式|方式|视频)?|"
    r"(?:就|围绕|对|结合)[^，。；]{1,24}?|集中|一并|全程|应邀|全部|也|还)*"
    r"(?:在(?:审议|研究|讨论)[^，。；]{1,16}时|在[^，。；]{1,24}?(?:会场|分会场|主会场|会议室|收看点|现场))?(?:分别|同步|集中|应邀|以[^，。；]{1,12}(?:形式|方式)|通过[^，。；]{0,12}(?:形式|方式|视频))*"
    r"(?P<verb>参加|出席|聆听|列席(?!成员|人员|代表)|随同|陪同|参会|与会|到会|收听收看|收看|观看|"
    r"(?:作|做)(?:了)?[^，。；]{0,12}(?:汇报|发言|报告)|汇报|发言|表态发言|旁听)(?!率)"
)
_BEFORE = re.compile(
    r"(?P<verb>参加|出席|列席|就[座坐])[^，。；]{0,20}?(?:的还有|的有|还有|人员(?:为|有|包括|：)|"
    r"(?<=[议会])的(?=[^，。；]{2,16}?\d{1,4}[余多]?[人名](?=[，。；])))"
)
# 率州水利、农委等部门有关负责人到…; 组织派出所、司法所等部门召开…: who was taken along.
_TAKEN = re.compile(
    r"(?P<verb>率领?|带领|组织(?![部者])|召集)(?P<group>[^，。；：！？\n]{3,50}?"
    rf"(?:负责人|负责同志|人员|干部|成员|部门|单位|代表|专家|企业家|站所|科室|{PARTY}|专班))"
    r"(?=到|赴|深入|前往|先后|一行|对|来|召开|举行|开展|，(?:到|赴|深入|前往|先后|对|来))"
)
# 省第三督查组来到黑河, 龙岩市党政考察团一行到南平考察: the party that came.
_ARRIVES = re.compile(
    rf"{PARTY_FIRST}(?:来到|抵达|莅临|来(?=[^自])|赴|到(?!会))(?=[^，。；：\n]{{2,24}})"
)
_ROLES = {
    "参加": Role.ATTENDEE,
    "出席": Role.ATTENDEE,
    "参会": Role.ATTENDEE,
    "聆听": Role.ATTENDEE,
    "随同": Role.ATTENDEE,
    "陪同": Role.ATTENDEE,
    "与会": Role.ATTENDEE,
    "就座": Role.ATTENDEE,
    "就坐": Role.ATTENDEE,
    "到会": Role.ATTENDEE,
    "收听收看": Role.ATTENDEE,
    "收看": Role.ATTENDEE,
    "观看": Role.ATTENDEE,
    "列席": Role.OBSERVER,
    "旁听": Role.OBSERVER,
}
_MARK = re.compile(r"[，。；：！？\n]")
_COLLECTIVE = re.compile(
    r"全[省市县区州旗镇乡校院系国]|[省市县区镇]属|辖区|驻|各|有关|相关|全体|部分|主要|分管|成员单位|单位|部门|负责|代表|人员|班子|干部|直属|直机关|成员|专家|等|政协常委|[省市县区州盟旗地纪党]委(?:常委|委员)|执委|[局厅委院校]属|(?:人大|政协|政府|[局委院部办校]|常委会、[^，。]{2,16})领导$|支部|^党委委员|正职|中层|经理层|法院院长|检察院检察长|来自|在家|在职|联系|[省市县区州盟旗镇]级|老同志|副(?:书记|[省市县区州旗镇乡]长|秘书长|主任|主席)$|“[^“”]{2,8}[长员]”?$|(?:督导|指导|工作|考察|巡[视察]|督[查察]|检查|调研|考评|验收)组$|(?:考察|访问|参访|党政代表)团$|专班$"
)
_OPENING = re.compile(
    r"^(?:(?:会议|大会|座谈会)(?:还|也|特别|特|专门)?邀请了?|以及|及|和(?!平[区县镇乡]|[县田顺硕静龙政]|林格尔|布克赛尔)|与|等|[、\s]|代表(?=[^团表大])|会上|随后|同时|期间|会议期间|其他|还有|等在家)+"
)


def find_groups(
    prose: Prose, people: People, sentence: Sentence
) -> Iterator[Collective]:
    """Groups in front of a verb of attending, or behind 参加会议的还有."""
    flat = prose.flat
    floor = sentence.start
    for match in _VERB.finditer(flat, sentence.start, sentence.end):
        start = _subject_start(prose, people, max(floor, sentence.start), match.start())
        role = _ROLES.get(match["verb"], Role.PRESENTER)
        if "发言" in match["verb"]:
            role = Role.SPEAKER
        yield from _split(prose, people, (start, match.start()), role, sentence)
        for gap in _gaps(prose, people, floor, match.start()):
            yield from _split(prose, people, gap, role, sentence)
        front = _before_people(prose, people, max(floor, sentence.start), match.start())
        if front is not None:
            yield from _split(prose, people, front, role, sentence)
        floor = match.end()
    for match in _TAKEN.finditer(flat, sentence.start, sentence.end):
        if not people.between(*match.span("group")):
            yield from _split(
                prose, people, match.span("group"), Role.ATTENDEE, sentence
            )
    for match in _ARRIVES.finditer(flat, sentence.start, sentence.end):
        if re.fullmatch(PARTY, match["who"]):
            continue  # 考察组来到…: named before
        yield from _split(prose, people, match.span("who"), Role.ATTENDEE, sentence)
    for match in _BEFORE.finditer(flat, sentence.start, sentence.end):
        mark = re.search(r"[。；！？\n]", flat[match.end() :])
        end = match.end() + mark.start() if mark else sentence.end
        role = _ROLES[match["verb"]]
        yield from _split(prose, people, (match.end(), end), role, sentence)


def _subject_start(prose: Prose, people: People, floor: int, end: int) -> int:
    """Where the subject of the verb begins.

    Over marks to the left as long as each part is a group of its own; behind the last
    person, who is no part of a group.
    """
    flat = prose.flat
    persons = people.between(floor, end)
    if persons:
        floor = persons[-1].end
    marks = [m.end() for m in _MARK.finditer(flat, floor, end)]
    start = end
    for left in reversed([floor, *marks]):
        part = flat[left:start].rstrip("，；、 ")
        if start != end and not (_HEAD.search(part) and not _PREDICATE.search(part)):
            break
        start = left
    return start


def _gaps(
    prose: Prose, people: People, floor: int, verb: int
) -> Iterator[tuple[int, int]]:
    """Between the people of the list in front of the verb: A，有关部门负责人，B出席."""
    rows = people.between(floor, verb)
    for one, other in reversed(list(pairwise(rows))):
        between = (one.end, other.chain_start)
        if not goes_on(prose.flat, *between):
            return
        yield between


_LINK = re.compile(r"等?(?:人|同志)?|[、，和及 \u3000]+")


def _before_people(
    prose: Prose, people: People, floor: int, verb: int
) -> tuple[int, int] | None:
    """Groups in front of the people of one subject: 有关领导，组长于得水等|列席."""
    flat = prose.flat
    end = verb
    for mention in reversed(people.between(floor, verb)):
        if not _LINK.fullmatch(flat, mention.end, end):
            break
        end = mention.chain_start
    if end == verb or flat[end - 1 : end] not in ("，", "、", "；"):
        return None
    end -= 1
    start = _subject_start(prose, people, floor, end)
    return (start, end) if start < end else None


_PREDICATE = re.compile(
    r"参加|出席|列席(?!成员|人员|代表)|主持|强调|指出|要求|讲话|通报|汇报|召开|听取|审议|传达|研究(?![院所室会生员]|中心)|部署|介绍|连线|视频调度"
)


def _split(
    prose: Prose,
    people: People,
    span: tuple[int, int],
    role: Role,
    sentence: Sentence,
) -> Iterator[Collective]:
    """The groups of a subject, what stands behind the last person in it."""
    start, end = span
    for mention in people.between(start, end):
        start = mention.end
    words = prose.flat[start:end]
    if words.startswith("代表") and _is_person_before(people, start):
        return  # A|代表市四套班子|发言
    for at, name in _members(words):
        if _PREDICATE.search(name) or _NOBODY.search(name):
            continue
        if _OFFICE.fullmatch(name) and _is_person_before(people, start + at):
            continue
        opening = _OPENING.match(name)
        skip = opening.end() if opening else 0
        clean = name[skip:].rstrip("等 ")
        if 3 <= len(clean) <= 60 and _HEAD.search(name) and _COLLECTIVE.search(clean):
            begin = start + at + skip
            yield Collective(
                name=re.sub(r"\s", "", prose.text[begin : begin + len(clean)]),
                start=begin,
                end=begin + len(clean),
                role=role,
                sentence=sentence.index,
            )


# 现有代表541名: how many there are, not who came; 会议的…: the rest of another phrase.
_NOBODY = re.compile(
    "现有|实有|应到|撰写|决定|推选|选举(?![督工委])|^认真|^(?:会议|大会|全会)?的|^员|^同志代表[^，、]{0,12}和"
    "|^组织|^率|^并|要明确|^首先|^客人|^同志作为|^邀请|（[A-Za-z .·]{4,}）"
)
# 王厚明|副市长出席: the office of the person in front.
_OFFICE = re.compile(r"副?(?:书记|[省市县区州旗镇乡局院校]长|主任|主席|检察长|秘书长)")


def _is_person_before(people: People, at: int) -> bool:
    return any(mention.end == at for mention in people.between(at - 10, at))


def _members(words: str) -> list[tuple[int, str]]:
    """Cut at marks where every part is a group of its own; else keep it whole."""
    whole: list[tuple[int, str]] = []
    at = 0
    for clause in re.split(r"[，；]", words):
        whole += [(at + start, part) for start, part in _parts(clause)]
        at += len(clause) + 1
    return whole


# 各县（市、区）: the comma inside brackets parts nothing.
_SERIAL = re.compile(r"、(?![^（）]{0,12}）)")
# 负责同志|和|部分…代表: two groups; 区长 alone leans on the part before it.
_AND = re.compile(
    r"(?<=[人志员表部记任长委])(?:和|及|以及)(?=部分|各|有关|相关|全[体院校局]|新闻媒体|[省市县区镇]直|机关|驻|[\d一二三四五六七八九十百]+[余多]?[位名])"
)


def _parts(clause: str) -> list[tuple[int, str]]:
    cut = _AND.search(clause)
    if cut:
        rest = [(cut.end() + at, part) for at, part in _parts(clause[cut.end() :])]
        return [*_parts(clause[: cut.start()]), *rest]
    groups: list[tuple[int, str]] = []
    at = 0
    for part in _SERIAL.split(clause):
        # 镇长 leans on 各乡镇党委书记, and 公安局 on what ends the row of bodies.
        if groups and not (_person_like(groups[-1][1]) and _stands_alone(part)):
            start, before = groups[-1]
            groups[-1] = (start, f"{before}、{part}")
        else:
            groups.append((at, part))
        at += len(part) + 1
    if groups and not _person_like(groups[-1][1]) and len(groups) > 1:
        return [(0, clause)]  # the row ends in what names nobody: it is one whole
    return groups


_OWN_WORDS = re.compile(
    r"各|全体|有关|相关|部分|党委|支部|中层|班子|骨干|[省市县区镇乡村校院局厅]直|机关|部门|单位|成员|代表|社区|乡镇|街道|企业|分管|主要|辖区|驻"
)


def _stands_alone(part: str) -> bool:
    """Whether a part of a row names people without the part before it."""
    is_whole = len(part) > 3 or (len(part) > 2 and part.startswith("各"))
    return is_whole and _person_like(part) and _OWN_WORDS.search(part) is not None


_PERSON_LIKE = re.compile(
    r"(?:负责人|负责同志|人员|代表|书记|主任|局长|站长|校长|镇长|乡长|干部|成员|委员|常委|专家|同志|组长|领导班子|领导|班子成员|职工|党员|员|职|层|师生|群众|长)”?(?:（[^（）]{1,10}）)?等?$"
)


def _person_like(part: str) -> bool:
    return _PERSON_LIKE.search(part.strip()) is not None
