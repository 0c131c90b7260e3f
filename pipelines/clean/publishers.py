"""Who published: what stands behind 来源, or beside the date without any label."""

from __future__ import annotations

import re

from pipelines.clean.chrome import is_breadcrumb, is_furniture
from pipelines.clean.labels import KINDS, TAB, Fact, labelled
from pipelines.clean.prose import MARK
from pipelines.clean.times import stamps

LONGEST = 30
# What never belongs to a publisher's name and ends it.
END = re.compile(
    r"[【\[|｜丨,，;；>＞»\t]|\s+|(?<=.)[(（](?!.{1,12}[)）])"
    r"|(?<=.)[(（](?:本报|全媒体)?(?:记者|通讯员|作者|编辑|文|图)"
)
# 来源 临江日报: the word alone, set off by blanks.
EDGES = " |·-—\xa0[]【】()（）"
SPACED = re.compile(
    r"(?:^|[ \t|])(?:(?:信息|文章|稿件|新闻)?来源于?|稿源|转自)[ \t]+(?P<name>[^ \t|：:]{2,20})"
)
# 临江日报 记者 王小川
WRITTEN_BY = re.compile(r"\s+(?:本报|全媒体|见习)?(?:记者|通讯员|作者|编辑)(?=\s)")
# Values that name nobody.
NOBODY = re.compile(
    r"未知|不详|暂无|无|-+|\d+|admin|null|none|undefined|[\W_]+", re.IGNORECASE
)
# What stands beside a date and is no publisher's name.
OTHER = re.compile(
    r"星期|周[一二三四五六日]|目录|返回|放大|缩小|默认|评论|参与|阅读|浏览|点击|字号|字体|分享|打印|收藏|举报|订阅|关注|我有话说|微博|微信|\d{2}"
    r"|^[\W\d_]+$|^(?:正文|原创|转载|编辑|来源|作者|责编|听|大|中|小|推荐|已|人|条|次)"
)


def publisher_name(value: str) -> str | None:
    """The publisher's name without what follows it; null when it names nobody."""
    value = value.strip(" \t：:")
    dated = stamps(value)
    if dated:
        value = value[: dated[0].start] or value[dated[0].end :]
    name = END.split(value.strip(), maxsplit=1)[0].strip(" ：:—-《》")
    if not name or len(name) > LONGEST or NOBODY.fullmatch(name):
        return None
    return name


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
        if name.startswith("来源"):
            name = name.removeprefix("来源").strip()
        if may_publish(name):
            return name
    return None


def may_publish(name: str) -> bool:
    """Whether a text without any label has the form of a publisher's name."""
    if not 2 <= len(name) <= 16 or OTHER.search(name) or labelled(name):
        return False
    if name in KINDS or MARK.search(name) or NOBODY.fullmatch(name):
        return False
    return not is_furniture(name) and not is_breadcrumb(name) and " " not in name
