"""Who published: what stands behind 来源, or beside the date without any label."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.clean.chrome import is_breadcrumb, is_furniture
from pipelines.clean.labels import KINDS, TAB, Fact, labelled
from pipelines.clean.names import is_name
from pipelines.clean.prose import MARK
from pipelines.clean.times import stamps
from pipelines.lexicon.gazetteer import gazetteer
from pipelines.lexicon.lexicon import lexicon
from pipelines.records.terms import Level

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 30
# What never belongs to a publisher's name and ends it.
END = re.compile(
    r"[【\[|｜丨,，;；>＞»\t]|\s+|(?<=.)[(（](?!.{1,12}[)）])"
    r"|(?<=.)[(（](?:本报|全媒体)?(?:记者|通讯员|作者|编辑|文|图)"
)
# 来源 临江日报: the word alone, set off by blanks.
EDGES = " |·-—\xa0[]【】()（）"
SPACED = re.compile(
    r"(?:^|[ \t|])(?:(?:信息|文章|稿件|新闻)?来源于?|稿源|转自|来自)[ \t]+(?P<name>[^ \t|：:]{2,20})"
)
# 临江日报 记者 王小川
WRITTEN_BY = re.compile(r"\s+(?:本报|全媒体|见习)?(?:记者|通讯员|作者|编辑)(?=\s)")
# [临江电视台 王小川 报道]
REPORTED_BY = re.compile(
    r"(?P<medium>[\u4e00-\u9fff]{3,14}[台社报网])\s[^，。]{2,20}报道"
)
# Values that name nobody.
NOBODY = re.compile(
    r"未知|不详|暂无|无|-+|\d+|admin|null|none|undefined|Discuz!?.{0,12}|[\W_]+",
    re.IGNORECASE,
)
# What stands beside a date and is no publisher's name.
OTHER = re.compile(
    r"星期|周[一二三四五六日]|目录|返回|放大|缩小|默认|评论|参与|阅读|浏览|点击|字号|字体|分享|打印|收藏|举报|订阅|关注|我有话说|微博|微信|\d{2}"
    r"|^[\W\d_]+$|^A[+-]?$|^(?:正文|原创|转载|编辑|来源|作者|责编|推荐|已)|^(?:听|大|中|小|人|条|次)$"
    r"|^来自|^IP属地|^引用$|楼主|只看|检索|往期|回顾|原载|编印|[:：]$|^(?:大字|小字)$"
)


def publisher_name(value: str) -> str | None:
    """The publisher's name without what follows it; null when it names nobody."""
    value = value.strip(" \t：:")
    dated = stamps(value)
    if dated:
        value = value[: dated[0].start] or value[dated[0].end :]
    name = _trimmed(END.split(value.strip(), maxsplit=1)[0])
    if not name or len(name) > LONGEST or NOBODY.fullmatch(name):
        return None
    return name


def _trimmed(name: str) -> str:
    """Without marks around it; 《 and 》 only as a pair: 人民网－《人民日报》."""
    name = name.strip(" ：:—-－")
    if name.startswith("《") and name.find("》") in {-1, len(name) - 1}:
        return name.strip("《》 ")
    return name if "《" in name else name.rstrip("》")


def after_word(line: str) -> str | None:
    """A publisher behind 来源 and blanks alone, in a line of metadata."""
    match = SPACED.search(line)
    if match is None or not may_publish(match["name"]):
        return None
    return publisher_name(match["name"])


def stated_publisher(value: str) -> str | None:
    """The publisher a meta tag states, which may repeat the label (来源：人民网)."""
    for each in labelled(value):
        if each.fact is Fact.PUBLISHER:
            return publisher_name(each.value)
    return publisher_name(value)


def beside_date(line: str) -> str | None:
    """A publisher that stands beside the date without any label.

    `2018年12月28日 19:55⇥新京报`, `金融市场⇥棱镜⇥2019-09-23 07:48`: the element after
    the date, else the one before it.
    """
    dated = stamps(line)
    if not dated or len(line) > 100:
        return None
    after = line[dated[-1].end :].split(TAB)
    before = line[: dated[0].start].split(TAB)
    for piece in (*after[:3], before[-1] or "".join(before[-2:-1])):
        name = WRITTEN_BY.split(piece.strip(EDGES), maxsplit=1)[0]
        if (told := REPORTED_BY.fullmatch(name)) is not None:
            name = told["medium"]
        if name.startswith("来源"):
            name = name.removeprefix("来源").strip()
        if may_publish(name):
            return name
    return None


def may_publish(name: str) -> bool:
    """Whether a text without any label has the form of a publisher's name."""
    if (
        not 2 <= len(name) <= 16
        or OTHER.search(name)
        or labelled(name)
        or gazetteer().is_called(name, Level.PROVINCIAL)
        or _is_person(name)
    ):
        return False
    if name in KINDS or MARK.search(name) or NOBODY.fullmatch(name):
        return False
    return not is_furniture(name) and not is_breadcrumb(name) and " " not in name


def _is_person(name: str) -> bool:
    """白雪峰 beside a date wrote the text; 新华网 and 安徽台 published it."""
    surname = name[0] in lexicon().common_surnames
    return surname and len(name) == len("白雪峰") and is_name(name)


# Endings of what papers, stations, agencies and sites are called.
MEDIUM = re.compile(
    r"(?:[\u4e00-\u9fff]报|新华社|中新社|通讯社|电视台|广播电台|融媒体?(?:中心)?|客户端|之家"
    r"|(?<!官)网|在线|(?<!信息)(?<!政策)(?<!新闻)发布|周刊|传媒)$"
)
# 石佳/中国青年报
WRITER = re.compile(r"[\u4e00-\u9fff]{2,4}[/／]")
DATE_ALONE = 6


def beside_date_line(lines: Sequence[str]) -> str | None:
    """A paper's name on the line above or below one that is nothing but a date."""
    for at, line in enumerate(lines):
        dated = stamps(line)
        if not dated or len(line) - len(dated[0].raw) > DATE_ALONE:
            continue
        for near in (*lines[at + 1 : at + 2], *lines[max(0, at - 1) : at]):
            name = WRITER.sub("", near.strip(EDGES), count=1)
            if may_publish(name) and MEDIUM.search(name):
                return name
    return None
