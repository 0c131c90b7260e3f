"""Characters whose Simplified form depends on the word, or on being a name."""

from __future__ import annotations

import re
from typing import NamedTuple

HANZI = "[\u3400-\u9fff]"

# A surname stands after a title or a list mark and is followed by one or two
# characters and then by a mark, 等 or what the person does.
NAME_BEFORE = (
    r"(?:(?<=[、（(：:])|(?<=書記|书记|市長|市长|省長|省长|縣長|县长|區長|区长|主任|主席"
    r"|部長|部长|局長|局长|處長|处长|科長|科长|廳長|厅长|委員|委员|常委|代表|記者|记者"
    r"|編輯|编辑|責編|责编|組長|组长|院長|院长|校長|校长|秘書|秘书|領導|领导|同志)"
    r"|^|(?<=\n))"
)
NAME_AFTER = (
    r"(?=[、，。；,;）)\s]|$|等|同志|主持|出席|參加|参加|強調|强调|指出|講話|讲话|作|率|介紹"
    r"|介绍|傳達|传达|通報|通报|汇报|匯報|要求|表示|到會|到会|發言|发言|宣布|列席|陪同|回應|回应|說|说)"
)
# 於 as a preposition before a time, a place or a measure.
NO_GIVEN_NAME = (
    r"(?![今昨明當当會会同此日年月上下前後后本次內内全各該该其一二三四五六七八九十"
    r"近早晚省市縣县區区鄉乡村是有未已每何])"
)
SURNAME_YU = rf"{NAME_BEFORE}於{NO_GIVEN_NAME}{HANZI}{{1,2}}{NAME_AFTER}"
# 王兴於出席: the end of a given name in a list, where no preposition stands.
NO_PREPOSITION = "(?<![对對关關由位至属屬鉴鑒基源处處在出高低大小多终終便利用善忠])"
GIVEN_YU = (
    rf"{NO_PREPOSITION}(?:(?<=[、，]{HANZI})|(?<=[、，]{HANZI}{HANZI}))於{NAME_AFTER}"
)


class Choice(NamedTuple):
    """When a character takes its Simplified form."""

    simplified: str
    converts: re.Pattern[str] | None
    """Converts only where this matches at the character; null = everywhere."""
    stays: re.Pattern[str] | None = None
    """Stays where this matches at the character."""


def _only(simplified: str, pattern: str) -> Choice:
    return Choice(simplified, re.compile(pattern))


def _unless(simplified: str, pattern: str) -> Choice:
    return Choice(simplified, None, re.compile(pattern))


CHOICES = {
    # Qián (乾坤, 乾隆, in names) stays; gān is 干. Mirrors that convert by single
    # characters also print it for gàn (乾部) and for 干 (若乾).
    "乾": _only(
        "干",
        r"乾(?=[燥淨净杯旱脆貨货糧粮枯涸洗濕湿癟瘪草裂咳淚泪冰電电爹親亲媽妈部預预事群"
        r"警涉擾扰勁劲線线道流活什得嘛渴果酪酵柴熱热瞪癬癣支戈練练休])"
        r"|(?<=[若骨能實实苦敢肯蠻蛮巧精包晾烘曬晒擦餅饼豆筍笋肉吹])乾"
        r"|(?<=葡萄)乾|(?<=才)乾(?=[，。、])",
    ),
    # Preposition; as a surname (Yū) and in a few place names it stays.
    "於": _unless("于", rf"{SURNAME_YU}|{GIVEN_YU}|於(?=[潛潜菟陵])|(?<=商)於"),
    # Zhù is 著 in both scripts; the particle and zhuó are 着.
    "著": _unless(
        "着",
        r"(?<=[名巨專专論论原編编譯译遺遗土昭卓顯显合拙新撰主所])著"
        r"|著(?=[名作稱称述書书者錄录譯译])|著(?=有《)|(?<=見微知)著|(?<=见微知)著"
        # As a given name, in a list or after a title (王著).
        rf"|(?<=[、長长記记任席][王李張张劉刘陳陈楊杨黃黄趙赵吳吴周徐孫孙馬马朱胡林何高])著"
        rf"(?=[、，]|等|出席|主持|參加|参加)|(?<=、){HANZI}?著(?=、)",
    ),
    # Zhǐ, a note of the scale, and two men of history; else 征.
    "徵": _unless("征", r"(?<=角)徵(?=羽)|(?<=[魏文])徵"),
    # 狼藉, 慰藉, 蘊藉 keep it.
    "藉": _unless("借", r"(?<=[狼慰蘊蕴枕])藉|藉藉"),
    # Liào (瞭望) stays; liǎo is 了.
    "瞭": _unless("了", r"瞭(?=望)"),
    # 升 in verbs; a name keeps it (畢昇), standard since 2013.
    "昇": _only(
        "升",
        r"(?<=[提上晉晋飆飙攀回躍跃擢直遞递抬歌])昇|昇(?=[級级溫温華华值降起空旗格學学任遷迁])",
    ),
    "陞": _only("升", r"(?<=[晉晋提擢高])陞|陞(?=[遷迁職职任級级官])"),
    # 泛 in 氾濫; the surname Fán stays.
    "氾": _only("泛", r"氾(?=[濫滥])|(?<=廣)氾"),
    # Given names keep it (王濛).
    "濛": _only("蒙", r"(?<=[迷空溟濛])濛|濛(?=[濛細细])"),
    # 巨 in words; 钜 is the form of names since 2013.
    "鉅": _only(
        "巨", r"鉅(?=[額额款資资大作細细子變变獻献鹿野商富著獎奖亏虧])|(?<=[艱艰])鉅"
    ),
    # 苏 in 復甦; a name keeps it.
    "甦": _only("苏", r"(?<=[復复])甦|甦(?=[醒])"),
    # The surname Qū stays.
    "麴": _only("曲", r"麴(?=[酒霉黴菌])|(?<=[酒大紅红黃黄])麴"),
    # Only; the god of the earth (神祇) and names stay.
    "祇": _only("只", r"(?<!神)祇(?=[有能要是會会在為为好])"),
    "衹": _only("只", r"衹(?=[有能要是會会在為为好])"),
    # 么 in every word (什麽); OpenCC's 幺 is for 么 alone.
    "麼": Choice("么", None),
    "麽": Choice("么", None),
    # In use in Simplified text: 哪吒, 蒜薹, 袷袢, names in 榘.
    "吒": _only("咤", r"(?<=叱)吒"),
    "薹": _only("苔", r"(?<=青)薹"),
    "袷": _only("夹", r"袷(?=[衣襖袄])"),
    "榘": _only("矩", r"(?<=規)榘"),
}
