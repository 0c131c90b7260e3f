"""Pages that tell no meeting: fiction, notices, rules, templates, history.

Signals add up; each is a shape of its genre, none is a word of one page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.meetings.commentary import is_commentary
from pipelines.meetings.fiction import is_fiction

if TYPE_CHECKING:
    from datetime import date

    from pipelines.meetings.prose import Prose

MENTIONS_MEETING = re.compile(
    r"会|仪式|[工动约牌学园基发奖旗幕班]式|党课|论坛|调研|检查|视察|督导|督查|督战|督办|走访|看望|察看|踏查|观摩|慰问|考察|会见|座谈|培训|读书班|中心组|暗访|巡"
)

_NOTICE = re.compile(
    r"(?:关于|拟|决定)[^。\n]{0,30}(?:召开|举行|举办)[^。\n]{0,40}的?(?:通知|公告|预告|通告)|现将(?:会议)?(?:有关|相关|具体)(?:事项|事宜)|通知如下|"
    r"联系人[：:]|(?:^|\n)[\s　]*(?:主题词|抄送)[：:]|提前[\d一二三四五十]+分钟|"
    r"请(?:各|有关|准时|按时|提前)[^。]{0,30}(?:参加|出席|参会|到会)|会期|报到时间|特此(?:通知|公告)"
)
_RULE = re.compile(r"(?:^|\n)[\s　]*第[一二三四五六七八九十百]{1,4}条[\s　]")
# 为做好…，制定本方案。
_MADE = re.compile(
    r"(?:制定|制订)本(?:方案|办法|规定|细则|制度|规则|预案)|本(?:方案|办法|规定|细则|制度|预案)[^。\n]{0,16}(?:施行|实施|执行)。"
)
_TEMPLATE = re.compile(r"[XxＸ×]{1,4}(?:月|日|同志|市|县|局|书记|年)|[X×]{2,}|（?某某")
_SPEECH_TEXT = re.compile(
    r"^[\s　]*(?:尊敬的|各位|同志们|女士们|朋友们)[^。\n]{0,30}[：:！，]", re.MULTILINE
)


def has_no_meeting(prose: Prose, title: str, published: date | None) -> str | None:
    """Why the page cannot tell a meeting (`fiction`, `notice`, …), or null."""
    text = prose.text
    if not MENTIONS_MEETING.search(text):
        return "no_word_for_a_meeting"
    checks = (
        ("fiction", is_fiction(title, text)),
        ("notice", _is_notice(title, text)),
        ("rules", _is_rule(title, text)),
        ("template", len(_TEMPLATE.findall(text)) >= 3),
        ("speech", _is_speech(title, text)),
        ("history", _is_history(text, published)),
        ("commentary", is_commentary(title, text, told=bool(_TOLD.search(text)))),
        ("preview", _is_preview(title, text)),
        ("questions", len(_ASKED.findall(text)) >= 2),
        ("trial", _is_trial(text)),
        ("other_kind", _is_other_kind(title) or _is_other_kind(text[:20])),
        ("question", _QUESTION.search(title) is not None and not _TOLD.search(text)),
        ("duties", len(_DUTY.findall(text)) >= 3 and not _TOLD.search(text)),
        ("statistics", _is_statistics(title, text)),
        ("recollection", _RECOLLECTION.search(title) is not None),
        ("sport", len(set(_SPORT.findall(text))) >= SEVERAL),
        ("market", len(set(_MARKET.findall(text))) >= SEVERAL),
        ("chatter", len(set(_CHATTER.findall(text))) > 1),
    )
    return next((name for name, holds in checks if holds), None)


def _is_rule(title: str, text: str) -> bool:
    made = _MADE.search(text) is not None or "应急预案" in title
    return made or len(_RULE.findall(text)) >= 3


# Headlines of other kinds of text, and those that a report may carry as well.
_TITLE_DECIDES = re.compile(
    r"(?:问题)?解答$|问答$|答记者问|招聘|信箱|来信|投诉|留言|招标|中标|讣告|简历$|判决书|裁定书|天气预报|"
    r"整改(?:进展|落实|完成|工作)?情况的?(?:通报|报告|公示)|年度报告|统计公报|年鉴|责任清单|条例$|(?:工作|议事)规则|(?:会议|工作|例会|管理|学习)制度$|规程$|实施细则$|任前公示"
)
_TITLE_NOTICE = re.compile(
    r"通知$|公告$|预告$|公示$|启事|通告|办法$|规定$|细则$|方案$|名单$|指南$|须知|预案$|意见$|议程$|通知[（(]|预警|"
    r"工作总结$|要点$|任免$|人事任免|任职名单"
)
# …的通知公告（提供网络投票）
_BRACKET = re.compile(r"[（(][^（）()]{1,16}[）)]$")
_TOLD = re.compile(
    r"(?:出席|参加)座谈|主持会议|会议强调|会议指出|会议要求|出席会议|参加会议|主持召开|并讲话|会议由|召开了|列席"
)


def _is_notice(title: str, text: str) -> bool:
    if _TITLE_DECIDES.search(title.strip()) and "主持会议" not in text:
        return True
    signs = len(_NOTICE.findall(text))
    if _TITLE_NOTICE.search(_BRACKET.sub("", title.strip())):
        signs += 2
    return signs >= 2 + 2 * min(len(_TOLD.findall(text)), 2)


def _is_speech(title: str, text: str) -> bool:
    """The text of a speech itself, not a report of one."""
    if _SPEECH_TEXT.search(text[:160]) is None:
        return False
    third = re.search(
        r"(?:书记|市长|县长|主任)[\u4e00-\u9fff]{2,4}(?:主持|强调|指出)", text
    )
    return third is None


# 附：某某简历; 某某，男，汉族，1968年5月生: who was appointed, below the report.
_LIFE = re.compile(
    r"\n[^\n]{0,16}简历[）)]?[：:]?[\s　]*\n|"
    r"(?:公开(?:资料|简历|报道)|资料|简历)显示[，,：:]|"
    r"\n[\s　]*[\u4e00-\u9fff·]{2,9}[，,](?:男|女)[，,][^。\n]{0,30}\d{4}年[^。\n]{0,8}[生出]"
)


def _is_history(text: str, published: date | None) -> bool:
    """Told of years long before the publication, before any life in short."""
    life = _LIFE.search(text)
    text = text[: life.start()] if life else text
    years = [int(y) for y in re.findall(r"(?<!\d)(1[89]\d\d)年", text)]
    recent = [int(y) for y in re.findall(r"(?<!\d)(20\d\d)年", text)]
    now = re.search(r"今天|昨天|昨日|日前|近日|\d日(?:上午|下午|晚)?，", text[:400])
    if now and re.search(r"本报讯|记者|今天上午|昨天", text[:200]):
        return False
    first = re.search(r"(?<!\d)((?:18|19|20)\d\d)年", text)
    old = (
        first is not None
        and published is not None
        and int(first[1]) < published.year - 12
    )
    return (len(years) >= 3 and len(years) > len(recent)) or (old and len(years) > 1)


# …明日开幕 这些日程请收藏
_PREVIEW = re.compile(
    r"(?:明[日天]|下周|即将|拟于|将于|\d日将)[^，。]{0,16}(?:开幕|召开|举行|启幕)"
)
_WILL = re.compile(
    r"将(?:于|在)[^，。；]{0,24}(?:召开|举行|开幕)|(?<![少中上大])将[^，。；]{0,12}(?:出席|参加)[^。；]{0,12}(?:并讲话)?"
)
_HAPPENED = re.compile(
    r"会议(?:强调|指出|要求|认为|由|听取|审议)|召开了|(?:上午|下午|日|日前|昨天|今天)，[^。]{0,60}召开|列席"
)
_OPENING = 120


def _is_preview(title: str, text: str) -> bool:
    """What is to be held; the text, if not its title, opens with that."""
    if _PREVIEW.search(title):
        return not _TOLD.search(text)
    opens = _WILL.search(text[:_OPENING]) is not None
    return opens and not _HAPPENED.search(text)


# 什么是…？ 会一般什么时候开, 能不能不念稿: titles that ask.
_QUESTION = re.compile(
    r"什么是|怎么[办写看做]|如何(?!看待)[^，。]{0,12}[？?]|为什么|能不能|什么时候|吗[？?]?$|[？?]$"
)
# 分管…, 主持全面工作: who does what in an office.
_DUTY = re.compile(
    r"(?:^|[\n。；，])[\s　]*(?:分管|协管|主持[^，。\n]{0,8}全面工作|协助[^，。\n]{1,12}(?:工作|分管)|联系[^，。\n]{2,12}(?:镇|乡|街道))"
)


# 问：… 答：…, 网友咨询：…
_ASKED = re.compile(
    r"(?:^|\n)[\s　]*(?:问|答|记者|主持人|网友|咨询|答复|提问|[\u4e00-\u9fff]{2,3}(?:回答|解答|答复))[^\n：:]{0,8}[：:]"
)
# A trial tells of meetings as facts of the charge.
_TRIAL = re.compile(
    r"被告人|公诉机关|公诉人|起诉书|判处|一审|二审|庭审|开庭|辩护人|受贿"
)
# 庭审作风整顿活动: what courts meet about.
_OF_COURTS = frozenset({"一审", "二审", "庭审", "开庭"})
# 一位老同志的回忆, 口述：…: meetings of long ago, whatever year the page is of.
_RECOLLECTION = re.compile(r"回忆(?!录)|口述|往事|亲历记|追忆|忆.{0,12}岁月")
# A club's press conference, a firm's shareholders: no public body sits there.
_SPORT = re.compile("主教练|球队|球员|客场|主场|主帅|赛季|联赛|中超|中甲|进球|赛前")
_MARKET = re.compile(
    "股权登记日|沪指|上证|深证|涨停|限售|实际控制人|券商|分析师|股东大会|董事会第|收盘|盘面"
)
# Text made for search engines, of no place and no person.
_CHATTER = re.compile("小编|一文看懂|转载请注明来自|本文标题|带大家一起|茶余饭后")
SEVERAL = 4
"""Different words of a genre that make a page one of it."""
_FIGURES = re.compile(r"同比|环比|增速|个百分点|\d%|[亿万]元")


def _is_trial(text: str) -> bool:
    words = _TRIAL.findall(text)
    return len(words) >= 3 and not _OF_COURTS.issuperset(words)


def _is_statistics(title: str, text: str) -> bool:
    """A bulletin of figures, which may name the meeting that looked at them."""
    is_report = re.search(r"召开|会议|调研|会$|主持", title) is not None
    return not is_report and len(_FIGURES.findall(text)) * 40 > max(len(text), 320)


# 【某地时评】, 快评｜, 办事指南: titles that name another kind of text.
_OTHER_KIND = re.compile(
    r"^[【（(]?(?:[短快锐微网热]评|评论|社论|时评|观点|办事指南|政策解读|图解|人物)"
    r"|^[【（(]?[\u4e00-\u9fff]{2,6}(?:时评|快评|锐评|评论)[】）)｜|：:]"
)


def _is_other_kind(words: str) -> bool:
    return _OTHER_KIND.search(words.strip()) is not None
