"""Class and subjects of a meeting, by closed lists."""

from __future__ import annotations

import re
from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING

from pipelines.lexicon.lexicon import lexicon
from pipelines.meetings.keys import own_words
from pipelines.records.terms import Classification, OrganizationClass, Subject

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipelines.meetings.events import Event
    from pipelines.meetings.marks import Marks
    from pipelines.meetings.page import PageReading
    from pipelines.records.meeting import Organization, Passages

# Words in a name that outrank its head noun, first match wins.
_OVER_HEAD: tuple[tuple[re.Pattern[str], Classification], ...] = (
    (re.compile(r"民主生活会|组织生活会|警示教育|廉政|述职|述责|述廉|述效|约谈|(?:巡视|巡察|督察|督查)[^，]{0,36}(?:反馈|动员|汇报)(?!问题)"), Classification.OVERSIGHT),
    (re.compile(r"宣布(?:任免|任职|干部)|任免|任职"), Classification.PERSONNEL),
    (re.compile(r"人大常委会(?!党组)[^，]{0,16}(?:次|会议)|人大常委会主任会议|人民代表大会常务委员会|(?:人大|政协)[^，]{0,12}(?:主任|主席)会议|政协[^，]{0,24}常(?:务)?委(?:会|员会)"),
     Classification.CONGRESS_STANDING),
    (re.compile(r"中心(?:学习)?组(?!织)|读书班|宣讲|党课|(?:培训|进修|研修|轮训|示范)班|开班"), Classification.STUDY),
    (re.compile(r"党组(?:会|（|\(|扩大)"), Classification.PARTY_GROUP),
    (re.compile(r"人民代表大会|人代会|党代会|代表大会(?!常务)|人大(?!常)[^，]{0,6}[一二三四五六七八九十百\d]次(?:全体)?会议|政协[^，]{0,16}届[^，]{0,8}次(?:全体)?会议|政协全会|主席团[^，]{0,12}会议|代表团[^，]{0,8}(?:全体)?会议|中国共产党[^，]{2,16}第[^，]{1,4}次代表"),
     Classification.CONGRESS),
    (re.compile(r"表彰"), Classification.CEREMONY),
    (re.compile(r"(?:新闻|情况)(?:发布|通气)会"), Classification.PRESS),
)  # fmt: skip
# Words that decide where the head noun leaves it open (会议, 全体会议, 工作会议).
_UNDER_HEAD: tuple[tuple[re.Pattern[str], Classification], ...] = (
    (re.compile(r"(?:(?<!纪律检查)领导小组)|指挥部|专班|联席会议|总河(?:（湖）)?长|河湖长|河长制|林长制|安委会|(?:改革|审计|财经|依法治.|外事|编制|规划|国家安全|网络安全|安全生产|应急|爱国卫生|双拥|禁毒|食安)[^，]{0,6}委(?:员会)?|深改委|国安委|编委会|爱卫会|防指|协调机制"), Classification.LEADING_GROUP),
    (re.compile(r"(?:纪律检查委员会|纪委|[省市县区州盟旗]委|政府)[^，]{0,12}(?:全体|全会)|届[^，]{0,6}[次中]全会"), Classification.PLENARY),
    (re.compile(r"议军|党管武装"), Classification.STANDING_COMMITTEE),
    (re.compile(r"常委(?:会|（|\(|扩大)|地委[^，]{0,24}会|党工委(?:会|（|会议)|党委(?:会|（|扩大|班子)|工委会"), Classification.STANDING_COMMITTEE),
    (re.compile(r"常务会|办公会|[市县区州]长碰头会|书记专题会|政府专题会|党政联席"), Classification.EXECUTIVE),
    (re.compile(r"全体|全委会|全会"), Classification.PLENARY),
    (re.compile(r"会商|调度|研判"), Classification.DISPATCH),
)  # fmt: skip
_OPEN_HEADS = frozenset({Classification.PLENARY, Classification.WORK, None})
# 全体会议 and the bare forms take the organ's class; 工作会议 keeps its own.
_BY_ORGAN: Mapping[OrganizationClass, Classification] = MappingProxyType(
    {
        OrganizationClass.LEADING_GROUP: Classification.LEADING_GROUP,
        OrganizationClass.GOVERNMENT: Classification.WORK,
        OrganizationClass.DISCIPLINE: Classification.WORK,
    }
)
_SPECIFIC_WORK = re.compile(
    r"工作会(?!商)|部署|动员|推进|现场会|总结|协调|领导干部|干部大会|攻坚|交办|督办|对接|誓师"
)


_BRACKETS = str.maketrans("()", "（）")
_IN_FULL = "中国人民政治协商会议", "政协"


def classify(
    name: str, head: Classification | None, organ: OrganizationClass | None
) -> Classification | None:
    """The class that the name, its head noun or the organ decides; null for none."""
    name = own_words(name.translate(_BRACKETS)).replace(*_IN_FULL)
    first = re.split(r"暨|及(?!时)|套开", name)[0]
    kind = _over_head(first) or _over_head(name)
    if kind is not None:
        return kind
    if head not in _OPEN_HEADS or (
        head is Classification.WORK and _SPECIFIC_WORK.search(name)
    ):
        return None if head is Classification.OTHER else head
    for pattern, kind in _UNDER_HEAD:
        if pattern.search(name):
            return kind
    if head is not None:
        return head
    return _BY_ORGAN.get(organ, Classification.WORK) if organ else Classification.WORK


def _over_head(words: str) -> Classification | None:
    return next((kind for pattern, kind in _OVER_HEAD if pattern.search(words)), None)


def read_subjects(
    name: str, marks: Marks, lead: tuple[int, int]
) -> tuple[Subject, ...]:
    """At most three subjects: the name's words first, then the lead's."""
    known = lexicon().subjects
    votes: Counter[Subject] = Counter()
    for word, subject in known.items():
        if word in name:
            votes[subject] += 10 * len(word)
    if not votes:
        for mark in marks.subjects:
            if lead[0] <= mark.start < lead[1]:
                votes[known[mark.word]] += len(mark.word)
        votes = Counter({s: n for s, n in votes.items() if n > 3})
    return tuple(subject for subject, _ in votes.most_common(3))


_ANNOUNCES = re.compile(
    r"(?:宣布|宣读)[^。\n]{0,50}(?:任免|任职|职务(?:调整|任免|变动)|"
    r"主要领导[^。]{0,8}调整)[^。\n]{0,14}(?:决定|命令)|"
    r"宣[布读](?:了)?[^。\n]{0,20}决定[^，。\n]{0,8}。[^，。\n]{0,8}决定：|(?:宣布|任命)[\u4e00-\u9fff·]{2,8}?(?:同志)?任[^。\n]{2,20}(?:书记|长|主任|主席|经理|院长)|"
    r"宣[布读](?:了)?[^。\n]{0,20}决定(?:：|，)[^。\n]{0,8}?[^。\n]{2,10}?(?:同志)?(?:任|不再担任|免去)"
)


def class_of(
    page: PageReading, event: Event, organization: Organization, passages: Passages
) -> Classification | None:
    """By the visit, the name and the convener; `personnel` where a post is announced."""
    if event.visit is not None:
        return event.visit.classification
    kind = classify(event.name, event.classification, organization.classification)
    houses = (OrganizationClass.CPPCC, OrganizationClass.CONGRESS)
    if (
        kind is Classification.STANDING_COMMITTEE
        and organization.classification in houses
    ):
        return Classification.CONGRESS_STANDING  # 政协主席主持召开十七届十次常委会议
    if kind is Classification.EXECUTIVE and _TOPIC.search(event.name):
        # 法院召开专题会议, 全市防汛专题会议: none of 书记专题会, 政府专题会.
        decides = organization.classification in _EXECUTIVES
        return kind if decides else Classification.WORK
    if kind is Classification.WORK and _announces(page.prose.flat, passages):
        return Classification.PERSONNEL
    if event.naming is not None and event.naming.rule == "anaphor":
        return _over_head(page.article.title or "")  # never named
    return kind


_TOPIC = re.compile("(?<!书记)(?<!长)(?<!政府)专题会议?$")
_EXECUTIVES = frozenset(
    {OrganizationClass.PARTY_COMMITTEE, OrganizationClass.GOVERNMENT}
)


def _announces(text: str, passages: Passages) -> bool:
    """Whether the meeting was held to announce who takes or leaves an office."""
    return any(
        _ANNOUNCES.search(text, span.start, span.end) for span in passages.spans[:1]
    )
