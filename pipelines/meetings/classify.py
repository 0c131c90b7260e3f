"""Class and subjects of a meeting, by closed lists."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from pipelines.lexicon.lexicon import lexicon
from pipelines.records.terms import Classification, OrganizationClass, Subject

if TYPE_CHECKING:
    from pipelines.meetings.marks import Marks
    from pipelines.records.span import Span

# Words in a name that outrank its head noun, first match wins (DESIGN section 3).
_BY_NAME: tuple[tuple[re.Pattern[str], Classification], ...] = (
    (re.compile(r"民主生活会|组织生活会|警示教育|廉政|述职|约谈|巡视|巡察|督察反馈|督查反馈"), Classification.OVERSIGHT),
    (re.compile(r"宣布(?:任免|任职|干部)|任免|任职"), Classification.PERSONNEL),
    (re.compile(r"人大常委会(?!党组)[^，]{0,16}(?:次|会议)|人大常委会主任会议|(?:人大|政协)[^，]{0,12}(?:主任|主席)会议|政协[^，]{0,14}常委(?:会|会议|员会)|人民代表大会常务委员会"),
     Classification.CONGRESS_STANDING),
    (re.compile(r"党组(?:理论|\S{0,4}中心组)|中心组|读书班|宣讲|党课|报告会|培训|开班|集体学习|专题学习|学习会"), Classification.STUDY),
    (re.compile(r"党组"), Classification.PARTY_GROUP),
    (re.compile(r"人民代表大会|人代会|党代会|党代表大会|代表大会|政协[^，]{0,16}届[^，]{0,6}次(?:全体)?会议|政协全会|团代会|妇代会"),
     Classification.CONGRESS),
    (re.compile(r"发布会|吹风会|通气会"), Classification.PRESS),
    (re.compile(r"(?:签约|启动|揭牌|开工|奠基|竣工|授牌|捐赠|通车|开幕|闭幕|颁奖|投产|挂牌|宣誓)仪式|表彰|纪念大会|团拜会|推介会|茶话会"), Classification.CEREMONY),
    (re.compile(r"座谈|研讨|论坛|听证|论证|征求意见|协商会|议政会|恳谈"), Classification.FORUM),
    (re.compile(r"领导小组|指挥部|专班|联席会议|总河长|河长制|安委会|(?:改革|审计|委员会).{0,6}全体会议|委员会(?:第|会议|全体)|深改委|国安委|编委会|爱卫会|消委会|防指"), Classification.LEADING_GROUP),
    (re.compile(r"常委(?:会|（|\(|扩大)|常委会|党工委(?:会|（|会议)|党委(?:会|（|扩大|班子)|议军|工委会"), Classification.STANDING_COMMITTEE),
    (re.compile(r"常务会|办公会|书记专题会|政府专题会|党政联席"), Classification.EXECUTIVE),
    (re.compile(r"全委会|全会|全体（?扩大|届[^，]{0,4}次全体|全体会议"), Classification.PLENARY),
    (re.compile(r"调度|研判|会商|例会|形势分析|点评会|碰头会|讲评"), Classification.DISPATCH),
    (re.compile(r"工作|部署|动员|推进|现场会|总结|协调|领导干部|干部大会|攻坚|交办|督办|视频会|电视|电话|紧急"), Classification.WORK),
)  # fmt: skip
_BY_ORGAN: dict[OrganizationClass, Classification] = {
    OrganizationClass.LEADING_GROUP: Classification.LEADING_GROUP,
    OrganizationClass.GOVERNMENT: Classification.WORK,
    OrganizationClass.DISCIPLINE: Classification.WORK,
}


def classify(
    name: str, head: Classification | None, organ: OrganizationClass | None
) -> Classification | None:
    """The class that the name, its head noun or the organ decides; null for none.

    专题会议 of a body other than party or government is no executive meeting.
    """
    for pattern, kind in _BY_NAME:
        if pattern.search(name):
            return kind
    if head is not None:
        return head
    return _BY_ORGAN.get(organ, Classification.WORK) if organ else None


def read_subjects(
    name: str, marks: Marks, spans: tuple[Span, ...], lead: tuple[int, int]
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
