"""People who are only named: cited, appointed, absent, represented, honoured."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.records.terms import MentionContext

if TYPE_CHECKING:
    from pipelines.meetings.mention import Mention
    from pipelines.meetings.runs import Run

_CITED_BEFORE = re.compile(
    r"(?:传达|转达|通报了?|学习|贯彻|落实|遵照|按照|根据|践行|领会|牢记|围绕|宣讲|宣读|转发|以)[^，。；]{0,14}$"
)
CITED_AFTER = re.compile(
    r"(?:同志|总书记|总理|主席|书记|省长|市长)?(?:在[^。；，]{0,40})?(?:关于|有关|对|的|等|作出|所作|提出)?"
    r"[^，。；]{0,36}?(?:重要)?(?:讲话|指示|批示|论述|思想|精神|回信|贺信|要求|部署|文章)"
)
_CITED_STRONG = re.compile(
    r"(?:总书记|总理|主席|同志|书记|省长|市长|副总理|部长)?[^，。；]{0,30}?(?:重要)?(?:指示|批示|论述|回信|贺信|思想)"
)
# 麦家驹同志会上关于河长制工作的讲话精神: whose words are studied, whatever stands before.
_SPIRIT_AFTER = re.compile(
    r"(?:同志|总书记|书记)?(?:在|会上|关于|对|的|近期|最近|有关|重要)[^，。；]{0,40}?(?:讲话|报告|指示|批示|指示批示)精神"
)
# 祝明宗在开幕会上的讲话: a speech that others talk about.
_SPEECH_OF = re.compile(
    r"(?:同志)?在[^，。；]{1,20}[会上时中]的(?:重要)?(?:讲话|报告|发言|致辞)"
)
# 莫永昌在批示中指出: he wrote, and was not there.
_WROTE = re.compile(
    r"(?:同志|[\u4e00-\u9fff]{0,3}?(?:书记|[省市县区州局]长|主任|主席))?(?:在(?:有关)?批示中|(?:专门|亲自)?作(?:出|了|出了)?(?:重要|专门|书面)?批示|"
    r"(?:专门)?(?:发表|作|提供)(?:了)?书面(?:讲话|致辞|致词)|在书面(?:讲话|致辞|致词)中|"
    r"(?:就|对)[^，。；]{1,30}?作(?:出|了|出了)?(?:重要|专门)?批示|批示(?:指出|强调|要求))"
)
_APPOINTED_BEFORE = re.compile(
    r"(?:任命|任命了|决定任命|免去|免去了|接受|选举|选举产生|补选|补选了|选出|提名|提请任命|推选|推荐|决定|"
    r"同意|罢免|撤销)(?:了)?$|(?:任命|免去|选举|补选|提名)[^，。；]{0,6}$"
)
_APPOINTED_AFTER = re.compile(
    r"(?:同志)?(?:（[^（）]{0,12}）)?(?:为(?!团长|组长|首|领队|代表|[^，。；]{2,20}?(?:颁|授|讲|作|上|揭|送))|任|不再担任|辞去|当选|的[^，。；]{0,20}职务|兼任|拟任|提名为)"
)
_SUBJECT_BEFORE = re.compile(r"(?:追授|授予|表彰|向|以)$")
_SUBJECT_AFTER = re.compile(
    r"(?:同志)?(?:等)?(?:先进事迹|学习|为榜样|为代表|“|荣誉|的先进)"
)
# 对王一川同志的情况作了介绍.
_WHOSE_AFFAIRS = re.compile(r"(?:同志)?(?:的)?(?:基本)?(?:情况|简历|工作|成绩|评价)")
# 安如高同志遗体送别活动: whom the others came for.
_DEAD_AFTER = re.compile(r"(?:同志)?的?(?:遗体|追悼|灵堂|骨灰|治丧|遗像|亲属|家属)")
# 专程来到居民金权|家中: where they went.
_AT_HOME = re.compile(r"(?:同志)?家(?:中|里|(?=[，。；、]))")
_REPRESENTED = re.compile(r"(?:受|受到)$")
_REPRESENTED_AFTER = re.compile(r"(?:同志|[\u4e00-\u9fff]{2,6}?)?(?:的)?(?:书面)?委托")
_ABSENT_AFTER = re.compile(
    r"(?:同志)?因[^，。；]{0,14}?(?:未能|未克|不克|请假|没有|缺席|无法|未(?:出席|参加|到会))|请假|缺席|未能(?:出席|参加)|"
    r"因(?:公|事|病)(?:请假|缺席|外出|未)"
)
_ABSENT_BEFORE = re.compile(r"(?:请假|缺席)(?:人员|的有|：)[^。；]{0,4}$")
# 因贺明同志在省里参加培训，…受委托主持: why somebody else chaired.
_AWAY_BEFORE = re.compile(r"(?:^|[，。；：])因$")
_AWAY_AFTER = re.compile(r"(?:同志)?(?:在|外出|出差|赴|到|参加|另有|公务)")


def _is_verb(flat: str, run: Run) -> bool:
    """A代表B: behind a person, not the noun of 企业代表B."""
    return run.before[1] - run.before[0] == 2 and run.before[0] > 0


def context_of(flat: str, run: Run) -> MentionContext | None:
    """Why the people of a run are only named; null for people who act."""
    before = flat[max(run.before[0], run.before[1] - 30) : run.before[1]]
    after = (run.after[0], run.after[1])
    if _REPRESENTED.search(before) and _REPRESENTED_AFTER.match(flat, *after):
        return MentionContext.REPRESENTED
    if flat.endswith("代表", 0, run.before[1]) and _is_verb(flat, run):
        return MentionContext.REPRESENTED
    if _ABSENT_AFTER.match(flat, *after) or _ABSENT_BEFORE.search(before):
        return MentionContext.ABSENT
    if _AWAY_BEFORE.search(before) and _AWAY_AFTER.match(flat, *after):
        return MentionContext.ABSENT
    if _APPOINTED_BEFORE.search(before) or _APPOINTED_AFTER.match(flat, *after):
        return MentionContext.APPOINTEE
    if _DEAD_AFTER.match(flat, *after) or _AT_HOME.match(flat, *after):
        return MentionContext.SUBJECT
    if _SUBJECT_BEFORE.search(before) and _SUBJECT_AFTER.match(flat, *after):
        return MentionContext.SUBJECT
    if before.endswith(("对", "就")) and _WHOSE_AFFAIRS.match(flat, *after):
        return MentionContext.SUBJECT
    if _SPEECH_OF.match(flat, *after):
        return MentionContext.SUBJECT
    if _SPIRIT_AFTER.match(flat, *after) or _WROTE.match(flat, *after):
        return MentionContext.INSTRUCTION
    if _CITED_BEFORE.search(before) and CITED_AFTER.match(flat, *after):
        return MentionContext.INSTRUCTION
    if _CITED_STRONG.match(flat, *after) and _is_national(run.mentions[-1]):
        return MentionContext.INSTRUCTION
    return None


_NATIONAL = re.compile(
    r"总书记|国家主席|国务院|中央|全国人大|全国政协|委员长|^总理$|^副总理$"
)


def _is_national(mention: Mention) -> bool:
    return mention.name == "习近平" or any(
        _NATIONAL.search(title.label) for title in mention.titles
    )
