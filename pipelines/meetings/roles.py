"""What people did, by the verbs around the run they stand in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.meetings.prose import REACH
from pipelines.records.terms import Role

if TYPE_CHECKING:
    from pipelines.meetings.runs import Run

# Said of a body or of one person: what follows is content.
SAYING = re.compile(
    r"(?<![的按])(?:强调|指出|表示|认为|希望|提出|说|谈到|"
    # 贯彻市委部署要求，…: a noun.
    r"(?<!明确|作了|几点|[二三四五六]点|[二三四五六]项)(?<!部署|工作|目标|任务|指示|精神|有关|相关|统一|总体|具体|文件|通知|上级|规定)要求)"
    r"(?=[，：]|要|全|各|“|$|▒)|"
    r"(?:强调|指出|表示|认为)"
)
# Verbs of inspecting; 检查组, 检查发现, 对照检查 are no visits.
_INSPECTS = (
    r"(?:(?<!对照)(?<!自我)检查|调研|督导|督查|督战|视察|慰问|考察|指导(?!员|下|思想|意见|性|委|小组)|巡查|暗访|看望|走访|察看|查看|观摩|巡河|踏查|督办)"
    r"(?!组|团|发现|结果|反馈|材料|报告|人员|员|站|评估|单位|问题|提纲|通报|的)"
)
# Each pattern is searched behind the run, up to a verb of saying. Objects that look
# like acts (听取汇报, 学习重要讲话) are taken out first.
_OBJECTS = re.compile(
    r"由[^，。；]{2,30}?主持|对[^，。；]{1,10}列席|[，；][^，。；]{2,40}?派(?:员|出)[^，。；]{0,24}|"
    r"(?:听取|(?<!聆)听)(?:了|取了)?[^。；，]{0,60}?(?:汇报|报告|通报|介绍|说明|发言|意见|传达|建议|讲解)|"
    r"(?:学习(?![会班])|贯彻|传达学习|传达贯彻|落实|领会|观看|收听收看|收看)[^。；，]{0,60}?(?:讲话|报告|精神|指示|批示|部署|会议)|"
    r"(?:研究部署|(?<!^)安排部署|分析研判|动员部署)(?=[^，。；])|主持人|主持工作|出席率|重要讲话精神|讲话精神|"
    r"(?:针对|对)[^，。；]{0,30}?述职|出席[^，。；]{2,24}?代表(?:候选人|名单|人选)|参加(?:工作|劳动|(?:学习|培训)(?![。；，会班]|$))|汇报材料|通报文件|介绍信|情况汇报(?=后)|汇报后|"
    r"(?:汇报|通报|报告|交流|介绍|述职|讲评|点评|表态|发言|宣讲|部署|安排|动员|总结|辅导|解读)(?:会议?|动员会|工作会议?|环节|提纲)|"
    r"(?:动员|总结|部署|述职)大会"
)
_ROLE_PATTERNS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (
        Role.CHAIR,
        re.compile(r"主持(?!人|词|工作|[^，。；]{1,10}工作的)|召集(?!人)(?:召开)?"),
    ),
    (
        Role.SPEAKER,
        re.compile(
            r"(?<!的)讲话|(?<!工)(?:作|作了|作出|做|做了|发表|进行了?)[^，。；]{0,16}?(?:讲话|发言|强调|部署|安排|要求|动员|点评|讲评|总结|表态|承诺|提示|致辞|演讲|宣讲(?!报告)|交流(?!会)|研讨(?!会))|"
            r"表态(?=。|，|；|：|$)|(?:表态|交流|典型|视频|书面|先后|分别|大会)发言|发言|(?:积极|踊跃)?建言献策|畅所欲言|踊跃发言|致(?:[^，。；]{0,6})?[辞词]|致欢迎|致开幕|致闭幕|"
            r"(?:进行|进行了)[^，。；]{0,10}?(?:部署|安排|动员|点评|总结|宣讲|辅导|提醒|督促|讲评)|(?:讲评|点评)了|"
            r"提出(?:了)?[^，。；]{0,16}?(?:要求|意见|希望|建议)|(?:讲授?|上|作)(?:了)?[^，。；]{0,14}?党课|畅?谈了|(?:阐述|阐明|分享)了|发了言|发表(?:了)?[^，。；]{0,6}意见|表决心|交流体会|交流经验|答记者问|回答(?:了)?[^，。；]{0,10}?提问|交流了[^，。；]{0,8}(?:体会|经验)|分享了|(?:进行|开展)(?:了)?[^，。；]{0,8}约谈|讲(?:了)?[^，。；]{0,6}意见|授课|宣讲|"
            r"^安排部署了|(?<!研究)(?<!动员)(?<!会议)(?:安排|部署|布置)(?:了|当前|下一?步|近期|[^，。；]{0,20}?工作|$)|"
            r"(?:并|传达并|通报并)(?:安排|部署|总结|点评)|(?:点评|总结|辅导)(?=。|，|；|$)"
        ),
    ),
    (
        Role.PRESENTER,
        re.compile(
            r"(?:汇报|通报|[传转]达)(?!的)|反馈(?=了|[^，。；]{0,24}?(?:情况|意见|问题|结果))|介绍(?=了|，|：|[^，。；]{0,24}?(?:情况|经验|做法|工作|背景|机构|名单|来宾|嘉宾|成果|项目))|宣读|"
            r"(?:作|做|开展|进行)(?:了)?[^，。；]{0,24}?(?:讲座|培训(?=[。；，]|$)|主题发布|讲解|授课|主讲|专题辅导)|解读了|宣布(?!开工|开幕|闭幕|启动|开赛|奠基|开馆|开园|大会|会议|开始|[^，。；]{2,40}?(?:开工|开幕|闭幕|启动|奠基|开园|开馆)(?:[，。；]|$))|述[职责]|主讲|领学|解读|"
            r"(?<!工)(?:作|作了)(?:题为)?《(?![^》]{1,60}》的?(?:主旨|重要|动员|总结)?(?:讲话|发言|致辞|演讲))|(?<!工)(?:作|作了|做|做了|所作)[^，。；]{0,40}?(?:报告|说明|介绍|汇报|通报|解读|分析|预报)|报告(?:了)?[^，。；]{0,20}?(?:情况|工作)|"
            r"(?:就|对)[^，。；]{1,40}?(?:作|做)[^，。；]{0,6}?说明|进行(?:了)?(?:情况)?说明"
        ),
    ),
    (
        Role.ATTENDEE,
        re.compile(
            r"出席|参加|聆听|^带队(?=[，。；]|$)|参会(?!人员|代表|同志|领导|的)|宣布(?:开工|开幕|闭幕|启动|开赛|奠基|开馆|开园)|到会(?!建言|人员|代表|的)|与会(?!人员|代表|同志|领导|者|的)|在座(?!的)|陪同|见证|一同(?:调研|检查|参加)|随同|就[座坐]|一同(?:会见|走访|慰问|看望|参加|调研|检查|察看|督查|督导|视察|考察|观摩)|一起参加"
        ),
    ),
    (Role.OBSERVER, re.compile(r"列席")),
    (
        Role.LEAD,
        re.compile(
            r"(?<!一同)(?<!陪同)(?:到(?!会|场|位)|(?:带领|率领)(?=[^。；]{20,140}?(?:负责人|负责同志|领导|干部|人员|成员)，)[^。；]{0,100}?，|带领|率领|来(?=[我本该][市县区镇乡村旗州校院]|[\u4e00-\u9fff]{2,10}?[县市区镇乡村旗州校院])|赴|深入|来到|前往|前来|走进|在|先后|实地|率队|带队|率|一行)[^。；]{0,60}?"
            rf"(?:{_INSPECTS})|"
            r"^(?:同志|等|一行)*对[^。；，]{1,30}?(?:开展|进行)了?[^。；，]{0,6}?(?:巡河|巡查|调研|督导|督查|视察)|"
            rf"(?:就|围绕)[^。；，]{{1,40}}?(?:开展|进行)?(?:专题|实地|现场)?(?:调研|督导|督查|检查)(?=。|，|时|活动|并|$)|"
            rf"^(?:等|一行)?(?:还|又|也)?(?:实地|专题|带队|深入|现场|先后|随机|亲切|突击)?(?:{_INSPECTS})"
        ),
    ),
)
_SPEAKS = re.compile(
    r"强调|指出|呼吁|建议(?=[，：])|(?<!指示|批示|部署|通知|工作|有关|相关)要求(?=[，：]|要|全|各|大家|与会|有关|相关|县|市|镇|乡|广大|参会|班子|干部|党员|[^，。；]{2,14}?(?:要(?!求|点)|必须|务必))|表示(?!(?:崇高|由衷|深切|沉痛)?(?:的)?(?:敬意|哀悼|哀思|悼念))|认为|希望(?=[，：]|全|各|大家|[^，。；]{2,24}?(?:加强|深化|能够|进一步|抓住|继续|抢抓))|说(?=[，：很])|提出(?=[，：])"
)
# 主持召开会议，研究部署…: what follows is the meeting's doing, not the chair's.
_MEETING_DOES = re.compile(r"主持召开[^，。；]*[，；]")
_BEFORE = re.compile(
    r"(?P<verb>出席|参加|参会|与会|列席|主持|陪同|见证|参与|就座|就坐)[^，。；]{0,40}?"
    r"(?:的(?:还)?有：?|(?<=人员)(?:还)?有：?|的是|还有：?|：|包括|(?<=[议会动式])的(?=$)|的(?:市|县|区|省|州)?领导(?:同志)?(?:有|：|还有)?)[ \u3000]*$"
)
_BEFORE_ROLES = {
    "出席": Role.ATTENDEE,
    "参加": Role.ATTENDEE,
    "参与": Role.ATTENDEE,
    "参会": Role.ATTENDEE,
    "与会": Role.ATTENDEE,
    "陪同": Role.ATTENDEE,
    "见证": Role.ATTENDEE,
    "就座": Role.ATTENDEE,
    "就坐": Role.ATTENDEE,
    "列席": Role.OBSERVER,
    "主持": Role.CHAIR,
}
_PRESIDES = re.compile(r"执行主席(?:是|为)：?[ \u3000]*$")
_HOST = re.compile(r"主持(?:人|会议)?(?:是|为|：)[ \u3000]*$")
_HEARD = re.compile(r"(?P<verb>听取|听|审议)(?:了)?(?:和|并)?(?:审议)?(?:了)?$")
_HEARD_ALSO = re.compile(r"听取[^。；]*[，、]$")
_MADE = re.compile(
    r"(?:受[^，。]{1,16}委托)?(?:所作|作|所做|代表[^，。]{1,12}?所?[作做])的"
)
_HEARD_AFTER = re.compile(
    r"[^。；]{0,60}?(?:汇报|报告|说明|介绍|通报|意见|讲解|述职)|所?作的《"
)
# 会见了前来参加博览会的日本石卷市副市长A和…会长|B: all that the clause goes on to name.
_RECEIVED = re.compile(
    r"(?:会见|接见|会晤)了?(?![后时前中结期活厅室的])[^，。；：]{0,60}$"
)
_GREETED = re.compile(r"(?:欢迎|感谢|对|向)(?:来[^，。；]{0,20}?的)?$")
_PARTY_OF = re.compile(r"(?:等)?一行")
# 对A率队来检查工作表示欢迎, 欢迎A、B参加活动: told of what they are thanked for.
_WELCOMED = re.compile(
    r"[^。；]{0,40}?(?:表示(?:热烈|衷心|诚挚)?(?:的)?(?:欢迎|感谢)|的到来)|(?:等)?(?:参加|出席|来到|莅临)"
)
_WITH = re.compile(r"(?:与|同|和)(?:来[^，。；]{0,20}?的)?$")
_TALKS = re.compile(
    r"(?:一行)?[^，。；]{0,12}?(?:举行|进行|开展)?[^，。；]{0,6}?(?:会谈|座谈|会见|交流|商谈|洽谈)"
)
# 今天下午在东山宾馆会见了…; 与…一行举行会谈.
RECEIVES = re.compile(
    r"(?:等)?(?:领导)?(?:今天|昨天|昨日|今日|[上下]午|晚上?|\d{1,2}日|，)*(?:分别|亲切|先后)?(?:在(?!会见|会谈)[^，。；]{0,24}?)?"
    r"(?:(?:会见|接见|会晤)(?!$|。|，|[时后前](?!来)|中(?=，|介绍|表示|说|指|强)|活动|厅)|(?:与|同)[^，。；]{2,40}?(?:一行[^，。；]{0,14}?(?:会谈|座谈|会见|商谈|洽谈)|等?(?:会谈|商谈|洽谈)(?=并|，|。|$)))"
)


def roles_of(flat: str, run: Run, sentence_start: int) -> dict[Role, tuple[int, int]]:
    """Roles of a run, each with the span of the words that give it.

    What a run did is told behind it (A、B出席会议) or in front (出席会议的有A、B).
    """
    before = flat[max(sentence_start, run.before[1] - REACH) : run.before[1]]
    found = _roles_in_front(flat, run, before)
    if found is not None:
        return found
    if _WHOSE.match(flat, *run.after):
        return {}
    roles = role_matches(flat, *run.after)
    if RECEIVES.match(flat, run.after[0]):
        roles[Role.LEAD] = (run.after[0], run.after[0] + 2)
    if Role.LEAD in roles:
        roles.setdefault(Role.ATTENDEE, roles[Role.LEAD])
    if _LED.search(before):
        roles.pop(Role.LEAD, None)
    return roles


# 县委书记A带领|县领导B、C等一行来我院慰问: who is led leads nobody.
_LED = re.compile(r"(?:带领|率领|率)[ \u3000]*$")


# 检察长张军所作的报告用数据说话: the report, not the man, does something.
_WHOSE = re.compile(r"(?:同志)?所[作做]的")


def _roles_in_front(
    flat: str, run: Run, before: str
) -> dict[Role, tuple[int, int]] | None:
    """Roles that the words in front of the run decide, or null."""
    here = (run.before[1], run.before[1])
    # 会见了前来参加博览会的…: not who attended what.
    if _RECEIVED.search(before):
        return {Role.GUEST: here}
    listed = _BEFORE.search(before)
    if listed:
        at = run.before[1] - len(before) + listed.start("verb")
        return {_BEFORE_ROLES[listed["verb"]]: (at, at + 2)}
    if _PRESIDES.search(before):
        return {Role.ATTENDEE: (run.before[1] - 4, run.before[1])}
    if _HOST.search(before):
        return {Role.CHAIR: (run.before[1] - 4, run.before[1])}
    heard = _HEARD.search(before)
    if heard and _HEARD_AFTER.match(flat, *run.after):
        at = run.before[1] - len(before)
        return {Role.PRESENTER: (at + heard.start("verb"), at + heard.end("verb"))}
    if _HEARD_ALSO.search(before) and _MADE.match(flat, *run.after):
        return {Role.PRESENTER: (run.after[0], run.after[0] + 2)}
    if _GREETED.search(before) and _PARTY_OF.match(flat, *run.after):
        return {Role.GUEST: here}
    if _GREETED.search(before) and _WELCOMED.match(flat, *run.after):
        return {}
    if _WITH.search(before) and _TALKS.match(flat, *run.after) and run.before[0] > 0:
        return {Role.GUEST: here}
    return None


# ，列席会议的|代县长: what the next person did.
_OF_NEXT = re.compile(
    r"[，；、](?:应邀)?(?:列席|出席|参加|主持)[^，。；]{0,10}的[ \u3000]*$"
)


def role_matches(flat: str, start: int, end: int) -> dict[Role, tuple[int, int]]:
    saying = _SPEAKS.search(flat, start, end)
    stop = saying.start() if saying else end
    told = _OF_NEXT.sub(lambda m: "▒" * len(m[0]), flat[start:stop])
    told = _OBJECTS.sub(lambda m: "▒" * len(m[0]), told)
    told = _until_new_subject(told)
    does = _MEETING_DOES.search(told)
    if does:
        told = told[: does.end()] + _own_doing(told[does.end() :])
    roles: dict[Role, tuple[int, int]] = {}
    for role, pattern in _ROLE_PATTERNS:
        match = pattern.search(told)
        if match:
            roles[role] = (start + match.start(), start + match.end())
    if saying:
        roles[Role.SPEAKER] = saying.span()
    branch = _AT_BRANCH.search(flat, start, stop)
    if branch and Role.ATTENDEE not in roles:
        roles[Role.ATTENDEE] = branch.span()
    return roles


# 在我县分会场收听收看了会议: who sat at a branch attended there.
_AT_BRANCH = re.compile(
    r"在[^，。；]{0,20}?(?:会场|会议室|收看点)(?:[^，。；]{0,6}?)(?:收听收看|收看收听|收看|收听)"
)


# ，各镇负责人列席会议; ，厚坡镇作表态发言: a clause with a subject of its own.
_NEW_SUBJECT = re.compile(
    r"[，；](?!并|就|对|围绕|分别|在(?!家)|以|为|还|也|从|向|一同|陪同|参加|出席|传达|代表|听取|作|做)[^，。；]{2,60}?"
    r"(?:(?:负责人|负责同志|全体同志|干部职工|[法检警]官|调研员|单位|部门|人员|代表|成员|领导|委员|常委|主任|书记|局长|镇|乡|街道|局|区|县|办|所|队|企业|班子|干部|干警|民警|官兵|职工|员工|教师|正职|副职|层|全体党员|师生|群众|专家|长|等|[\d一二三四五六七八九十百千][余多]?[人名位])"
    r"(?:等)?(?:应邀|分别|也|在[^，。；]{1,16}|以[^，。；]{1,16}形式|通过[^，。；]{1,12})?(?:参加|出席|列席|汇报|参会|收听|收看|(?:作|做)[^，。；]{0,8}发言|进行了?[^，。；]{0,4}(?:研讨|讨论|交流)|(?:进行了?)?[^，。；]{0,4}述[职德责])|(?:就|围绕)[^，。；]{2,20}?发(?:了)?言)"
    # ，董事长就某事作部署; ，分管教育的某某作报告; ，县水利局局长某某汇报
    r"|[，；][^，。；]{0,8}?(?:书记|[省市县区州院校局厅镇乡董]事?长|主任|总经理|总裁)(?:就|对|围绕|强调|指出|要求)"
    r"|[，；](?:主管|分管|主抓)[^，。；]{2,40}?(?:在会上|就|对|作|做|进行|介绍|汇报|传达|宣读)"
    r"|[，；][^，。；]{0,24}?(?:书记|[县市区镇乡局部院校处科队站所组]长|主任|主席|经理|委员)"
    r"[\u4e00-\u9fff]{2,3}(?:同志)?(?:在会上|作了?[^为出]|做了?[^出]|宣读|传达|通报|汇报|介绍)"
)


_PREDICATE = re.compile(
    r"[主支]持|讲|强调|指出|要求|作|出席|参加|列席|汇报|通报|传达|介绍|宣|发言|部署|安排|到|赴|在(?!家|[\u4e00-\u9fff]{1,2}的)|对|就|进行|表示|提出"
)


def _until_new_subject(told: str) -> str:
    new = _NEW_SUBJECT.search(told)
    if new is None or not _PREDICATE.search(told[: new.start()]):
        return told  # A，市直单位负责人参加: one list of people and groups
    return told[: new.start()]


def _own_doing(rest: str) -> str:
    """Only clauses that go on about the person: 并讲话, not 研究部署…."""
    kept = re.search(r"并(?:讲话|作|就|对|宣布|传达)[^，。；]*", rest)
    if kept is None:
        return ""
    return "▒" * kept.start() + kept[0]
