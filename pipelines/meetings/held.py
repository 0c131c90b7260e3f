"""Whether a named meeting is told as held: by a verb in front of it or behind."""

from __future__ import annotations

import re

from pipelines.meetings.look import Look, Standing, Verdict
from pipelines.records.terms import ResponseRelation

_HELD = re.compile(r"召开|举行|举办|开展|召集|主持|^组织$")
INSIDE = re.compile(r"(?<![现正存])在|(?<![由关对])于|赴|到")
# 要, 将 and 应 before the verb; 应急, 主要, 以视频形式 and 通过视频 are no plans.
_PLANNED = re.compile(
    r"(?:(?<![主重需])要(?!闻|求|素|点|事)|将(?!军)|拟|(?<!相|响|对|供)应(?!急|对|邀|到|用|届|县|城)|必须|须|定期|适时|"
    r"每[年月周季]|决定|提议|建议|经常|坚持|准备|计划|尽快|需(?!求|要)|预计|即将|定于|(?<!邀)请(?!假|示)|筹备|取消|推迟|暂停|"
    r"不再|负责(?!人|同志)|安排(?:在|于)|减少|严禁|未(?!来))[^，。]{0,10}$|(?:决定|定于|拟于|将于)[^，。]{0,40}$|通过(?:组织)?$|(?:不|没有|从未)$|(?<![预规制])[订定](?=[^，。]{0,10}\d+[月日])[^，。]{0,12}$|(?:研究|讨论|商议|筹备|关于)了?$|(?:明确|商定|确定|约定)了?[^，。]{0,8}$"
)
HELD_AFTER = re.compile(
    r"(?:（[^（）\n]{0,20}）)?[^，。；：\n]{0,46}?(?:召开|举行|举办|开幕(?!式|会|大会)|闭幕(?!式|会|大会)|闭会|启幕|落幕|开班(?!式|仪式|典礼)|开讲(?!仪式)|收官|(?:准时|正式|如期)开始|拉开帷幕|落下帷幕|圆满结束)"
    r"(?!以来|之际|在即|期间|之?后|[之以]?前|的|时间|日期|地点|方式|(?:基本|有关)?情况|一次|通知)"
)
_SOON_HELD = re.compile(
    r"[^，。；：\n]{0,30}[，][^，。；：\n]{0,30}?(?:召开|举行|开幕|闭幕|胜利闭幕|圆满闭幕|结束)(?=。|，)|"
    r"[^，。；：\n]{0,12}圆满完成[^，。；\n]{2,16}，(?:于)?[^。；\n]{0,40}?(?:闭幕|结束)(?=。|，)"
)
ON_ACT = re.compile(
    r"(?:（[^（）\n]{0,20}）)?(?:上|期间|中|现场)(?!的)[^。；]{0,60}?(?:强调|指出|讲话|要求|发言|作|表示|说|致辞|通报|宣布|介绍|汇报|听取|签署|交流|选举|当选|产生|通过|表决|审议)"
)
_PURPOSE = re.compile("主要是|此行|将|拟|计划|邀请")
_WENT_TO = re.compile(
    r"(?:参加|出席|列席)(?:了)?[^，。；]{2,20}?(?:组织|主持)?(?:召开|举办|举行)的"
)
_QUOTED_ONE = re.compile(r"[”》]，[^。；\n]{2,40}?(?:主持|出席|参加)(?:了)?会")
_THIS = re.compile(r"[\s　]*(?:这|此)是")


def held_of(look: Look) -> Verdict | None:
    """在随后召开的座谈会上: told; 1月召开的全会: only meant."""
    if not look.verb or not look.flat.startswith("的", look.verb_end):
        return None
    acts = ON_ACT.match(look.flat, look.end) and not look.content
    if _THIS.match(look.before) or (
        not look.content and _QUOTED_ONE.match(look.flat, look.end)
    ):
        return look.own("held")  # 这是该局召开的…会; 召开的“…恳谈会”，某某主持会议
    went = _WENT_TO.search(look.before)
    if went and not look.content and not _PURPOSE.search(look.before):
        return look.own("attended")  # 参加了市中院组织召开的…会议
    return look.own("spoken_at") if acts else look.other("meant")


_MEANWHILE = re.compile(
    r"[\s\u3000]*(?:会上|随后(?=[^。]{0,8}宣誓)|大会上|会议上|闭幕会上|会议期间|会议现场)"
)
_MEETING = re.compile(r"会议|大会|全会|会上")
_SEVERAL = re.compile(
    r"了?(?:[几多数两三四五六七八九十\d]+)[次场](?!常委|常务|主任|主席|党组|全体)"
)
# 召开党组会议、主席会议: bodies that sat one after the other, no examples.
_ORGANS = re.compile("党组|主席|主任|常务|常委|党委")
# 晚上举行论坛开幕式，市委书记某某将致辞.
_IS_TO = re.compile(
    r"，[^。；，\n]{0,24}?(?<![少中上大])将(?:致辞|出席|主持|参加|发表|作主旨)"
)


def held(look: Look) -> Verdict | None:
    if not _HELD.search(look.verb):
        return None
    front = look.before[: len(look.before) - (look.start - look.verb_start)]
    if look.content or _PLANNED.search(front):
        return look.other("planned")
    is_part = _MEANWHILE.match(look.before) or _MEETING.match(look.opening)
    if is_part and look.flat.startswith("仪式", look.end - 2):
        return look.other("part")  # 会上举行了宪法宣誓仪式; 会议通过了…，举行了…
    if _SEVERAL.match(look.flat, look.verb_end):
        return look.other("counted")
    if _IS_TO.match(look.flat, look.end):
        return look.other("planned")
    if look.flat.startswith("的时候", look.end):
        return look.other("meant")  # 人民代表大会举行会议的时候，选举主席团
    if look.flat.startswith("过", look.verb_end):
        return look.other("meant")  # 主持召开过…会: once, by somebody's life
    listed = look.flat.startswith(("、", "等"), look.end)
    if look.bare and listed and not _ORGANS.search(look.flat, look.start, look.end):
        return look.other("meant")  # 通过召开会议、现场检查等形式
    if look.bare and not re.search(r"[召举展组]", look.verb):
        if _ATTENDED_ONE.match(look.flat, look.start):
            return look.own("chaired")  # A主持开工仪式: of which there is one
        return look.other("anaphor")  # A主持会议
    return look.own("held")


_LECTURES = re.compile(
    r"(?:讲授?|上|作)(?:了)?(?:一[堂次场])?(?:题为[^，。]{1,40}的)?$"
)
_ACTED = re.compile(r"(?:选举|补选|审议|听取|通过|表决|决定任命)(?!的)")
_OBJECT = re.compile("提请|讨论|即将|关于|研究|准备|筹备|拟")
_ORDINAL = re.compile(r"届|第[一二三四五六七八九十百\d]{1,4}次")


def acted(look: Look) -> Verdict | None:
    """6月28日，某市委第一次全体会议选举…: a numbered meeting that did something."""
    name = look.flat[look.start : look.end]
    is_told = _ORDINAL.search(name) and re.search(r"日|今天|昨天", look.opening)
    if look.content or not is_told or look.before.strip() or _OBJECT.search(name):
        return None
    return look.own("acted") if _ACTED.match(look.flat, look.end) else None


def lectured(look: Look) -> Verdict | None:
    """为党员干部上专题党课."""
    lesson = look.flat.startswith("党课", look.end - 2)
    if not lesson or not _LECTURES.search(look.before):
        return None
    return look.other("planned") if look.content else look.own("held")


# 进行|集体约谈: the verb holds a noun that is itself a verb.
CARRIED_OUT = re.compile(r"进行(?:了)?$")


def carried_out(look: Look) -> Verdict | None:
    """对三家单位进行集体约谈."""
    verb = CARRIED_OUT.search(look.before)
    if look.content or verb is None:
        return None
    start = look.start - len(look.before) + verb.start()
    return Verdict(standing=Standing.OWN, rule="held", verb_start=start)


_NOT_YET = re.compile(
    r"(?:将|即将|拟|准备|计划)(?:应邀|依次|分别)?$|明[日天]|下周|下月|不日"
)
_INVITED = re.compile(r"\s*邀请[^，。；]{2,16}$")
# 看望|出席政协…一次会议、…的代表: who is met sits there, not the visitor.
_GREETS = re.compile("(?:看望|慰问|走访|会见|接见)了?$")
_AT_SITE = re.compile("[主分]会场的?会议$")
_THIS_ONE = re.compile("此次|本次|这次|该次")


def attended(look: Look) -> Verdict | None:
    if not look.verb:
        return None
    front = look.before[: len(look.before) - (look.start - look.verb_start)]
    named = look.flat[look.verb_end : look.end]
    if _SEVERAL.match(look.flat, look.verb_end):
        return look.other("counted")  # 一天连着参加了四场会议
    if look.flat.startswith(("后", "之后"), look.end) and look.verb != "主持":
        # 参加完全省…会议后，县里召开续会: what it followed.
        return look.upstream("attended_before", ResponseRelation.WATCHED)
    if _AT_SITE.search(named):
        return look.other("site")  # 出席主会场会议: where one sat
    if _THIS_ONE.match(named):
        return look.other("anaphor")
    if look.verb == "列席" and _INVITED.match(front):
        return look.other("planned")  # 会议决定，邀请媒体列席常务会议
    if _NOT_YET.search(front[-8:]) or re.match(r"明[日天]|即将|将于", named):
        return look.other("planned")
    if look.bare and not look.content and _ATTENDED_ONE.match(look.flat, look.start):
        return look.own("attended")
    if look.flat.startswith("的", look.end) or _GREETS.search(front):
        return look.other("attributive")  # 出席政协会议的委员列席会议
    own = not look.content and not look.bare
    return look.own("attended") if own else look.other("attended_bare")


# 会议决定，…第五次会议于10月下旬召开: what was decided is to come.
_DECIDED = re.compile("(?:^|[，。])(?:会议)?(?:还)?(?:研究)?(?:决定|确定)[，：]?$")
_SOME_DAY = re.compile(r"于|[上中下]旬|\d月|近期|适时")
# 为确保大会顺利召开: what is done for it.
_FOR_IT = re.compile("(?:为了?|确保|保障|保证|护航)$")
# 在科协年会在莆举办期间，座谈会召开: when the other one was held.
_DURING = re.compile(r"[^，。；\n]{0,16}?(?:举办|举行|召开)期间")


def held_after(look: Look) -> Verdict | None:
    held = HELD_AFTER.match(look.flat, look.end)
    if held is None and not look.bare:
        held = _SOON_HELD.match(look.flat, look.end)
    if held is None:
        return None
    if _another_meeting(look.flat, held.end()):
        return look.other("convenes")
    if _DURING.match(look.flat, look.end):
        return look.other("during")
    verb_start = held.end() - 2
    if look.content or _PLANNED.search(look.flat[look.end : verb_start]):
        return None
    if _FOR_IT.search(look.before):
        return look.other("planned")
    decided = _DECIDED.search(look.opening) or _DECIDED.search(look.before)
    if decided and _SOME_DAY.search(look.flat, look.end, verb_start):
        return look.other("planned")
    if _THIS_ONE.search(look.flat, look.start, look.end):
        return look.other("anaphor")  # 决定该次会议于9月上旬召开
    if look.bare and not INSIDE.search(look.before) and not _at_a_place(look):
        return look.other("anaphor")
    return Verdict(standing=Standing.OWN, rule="held_after", verb_start=verb_start)


def _at_a_place(look: Look) -> bool:
    """座谈会在县宾馆三楼举行，: a kind of meeting that is told with its room."""
    opens = not look.before.strip() and look.flat.startswith("在", look.end)
    return opens and AT_ONE.search(look.flat, look.start, look.end) is not None


_ATTENDED_ONE = re.compile(
    r"(?:座谈会|汇报会|研讨会|推进会|调度会|发布会|见面会|对接会|约谈会|现场会|培训会|动员会|[签启揭开]\w仪式)(?=[。；\n]|$)"
)
# 座谈会上，…: a meeting of a kind, which nothing else on the page needs to name.
AT_ONE = re.compile(
    r"座谈会|汇报会|研讨会|推进会|调度会|协商会|发布会|见面会|对接会|约谈会|现场会|培训会|动员会|仪式$|论坛"
)


def _another_meeting(flat: str, end: int) -> bool:
    """县人大四次会议召开|秘书长会议: what was called is the second."""
    return (
        re.match(
            r"了?[^，。；：！？\n]{0,30}?(?:会议|会)(?=[，。；、]|的时候|$)",
            flat[end : end + 34],
        )
        is not None
    )
