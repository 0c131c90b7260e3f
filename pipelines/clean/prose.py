"""Which text nodes of a page are running text, and how much each weighs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pipelines.clean.tags import tags

if TYPE_CHECKING:
    from pipelines.clean.places import Places
    from pipelines.clean.view import View

# A sentence has a mark in it; a menu entry or a headline seldom has one.
MARK = re.compile(r"[，。；：！？、”》]|[\u4e00-\u9fff][,;!?]")
# One class of characters: told several times faster than MARK, which decides.
ANY_MARK = re.compile(r"[，。；：！？、”》,;!?]")
SHORTEST = 10
# A text node so long is running text without any mark (verse, old pages).
UNMARKED = 30
# Words with which pages open what follows an article, in both scripts.
STOP = re.compile(
    r"(?:相[关關](?:阅读|閱讀|新闻|新聞|链接|鏈接|推荐|推薦|报道|報道|文章|稿件|内容|附件)"
    r"|(?:延伸|推荐|推薦|热门|熱門|精彩|更多|往期)[ ·]{0,3}(?:阅读|閱讀|新闻|新聞|推荐|文章|内容|评论|回顾)"
    r"|(?:网友|網友|最新|热门|全部|发表|發表|我要|最热)?[评評][论論](?![会會员員家])"
    r"|猜你喜[欢歡]|为您推荐|为你推荐|大家都在看|热[点门][^，。]{0,4}$|热文|[^，。]{0,6}排行"
    r"|[上下]一[篇条條页頁]|(?:责任编辑|責任編輯|责编|編輯|编辑)[:：]|免责声明|版权声明)"
)
STOP_LENGTH = 24
# Disclaimers, which are often longer than a short article.
NOTICE = re.compile(
    r"\s*(?:\d[、.．] ?)?[“\"]?(?:凡[本註注]|(?:免责|版权|特别|平台|郑重|法律)声明|本网站?(?:注明|转载|所有|内容))"
)
# What STOP can begin with, to tell most lines at a glance.
STOP_STARTS = frozenset("相延推热熱精更往网網最全发發我评評猜为大上下责責编編免版排")
# What every such line has, and hardly a date or a number.
SIGN = re.compile(r"[:明" + "".join(sorted(STOP_STARTS)) + "]")
CLOCK = re.compile(r"\d{4}[-年/.]\d\d?[-月/.]\d\d?日?[ \xa0]*\d\d?:\d\d")
# What ends an article ends it only once there is one.
ENOUGH = 40.0
# Words in ids and class names of what is not the article.
FOREIGN = re.compile(
    r"(?<![a-z])(?:comments?|pinglun|reply|replies|relate|related\w*|relative|recommend\w*"
    r"|sidebar|side|footer|foot|copyright|breadcrumbs?|crumbs?|hot|hotnews|rank\w*"
    r"|toolbar|share|sharebox|disclaimer|nav|navbar|menu|xgyd|xgnews|tuijian|advert\w*"
    r"|login|popup|dialog|statement|videos?|player|author-intro|ewm|qrcode|fenxiang"
    r"|shengming|guess|links?|friendlink)(?![a-z])"
)
FOREIGN_TAGS = frozenset({"footer", "nav", "aside"})
FOREIGN_WEIGHT = 0.05
LATE_WEIGHT = 0.1
EARLY_WEIGHT = 0.02
# A translation in the next tab is three times as long as the Chinese text.
LATIN_WEIGHT = 0.2
HAN = re.compile("[\u4e00-\u9fff]")
MOSTLY = 5


class Prose(NamedTuple):
    """One text node of running text."""

    at: int
    """Its place among the page's text nodes."""
    box: int
    """Index of the box it stands in."""
    weight: float
    """Its length, less where it is foreign or outside the article's reach."""
    length: int


def prose(seen: View, title: range, shortest: int = SHORTEST) -> list[Prose]:
    """Running text of a page, weighed by where it stands to the headline."""
    foreign = _Foreign(seen.places)
    places, link = seen.places, tags().a
    headline = "".join(seen.contents[at].strip() for at in title)
    found: list[Prose] = []
    held, late = 0.0, False
    for at, text in enumerate(seen.contents):
        length = len(text)
        # Dates and numbers: neither running text nor what ends it.
        if length <= UNMARKED and text.isascii() and ":" not in text:
            continue
        if length < STOP_LENGTH and held > ENOUGH and not late and SIGN.search(text):
            late = _is_stop(text) and not seen.is_silent(at)
        if length < shortest:
            continue
        if length <= UNMARKED and not (ANY_MARK.search(text) and MARK.search(text)):
            continue
        parent = seen.nodes[at].parent
        if parent is None or (length < UNMARKED and parent.tag_id == link):
            continue
        place = places.of(parent)
        length = len(text.strip())
        if place.link or place.silent or length < shortest or text.strip() in headline:
            continue
        weight = length * (LATE_WEIGHT if late else 1.0)
        if at < title.stop:
            weight *= EARLY_WEIGHT
        if HAN.search(text) is None:
            weight *= LATIN_WEIGHT
        if NOTICE.match(text) is not None or foreign.is_foreign(place.block):
            weight *= FOREIGN_WEIGHT
        if _is_facts(text):
            weight *= (
                FACTS_WEIGHT  # where they stand tells of the text, not what ends it
            )
        else:
            held += weight
        found.append(Prose(at, place.box, weight, length))
    return found


FACTS_LENGTH = 100
FACTS_WEIGHT = 0.5


def _is_facts(text: str) -> bool:
    """www.lingnan.cn 2004-10-12 09:03:55 某报: a line of facts, however long it is."""
    if len(text) > FACTS_LENGTH or ":" not in text or "。" in text:
        return False
    return CLOCK.search(text) is not None


def _is_stop(text: str) -> bool:
    text = text.strip(" \n\t\r\u3000【[（(·-—|>")
    if text[:1] in STOP_STARTS and STOP.match(text) is not None:
        return True
    if text.endswith(("声明", "聲明")):
        return True
    return ":" in text and CLOCK.search(text) is not None


def is_before(found: list[Prose], title: range) -> bool:
    """Whether a supposed headline stands behind most of the page's running text."""
    after = sum(each.weight for each in found if each.at >= title.stop)
    before = sum(each.length for each in found if each.at < title.start)
    return before > MOSTLY * after


class _Foreign:
    """Whether a block or one around it names itself as something else."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.known: dict[int, bool] = {-1: False, 0: False}

    def is_foreign(self, block: int) -> bool:
        chain = []
        while block not in self.known:
            chain.append(block)
            block = self.places.parents[block]
        verdict = self.known[block]
        for each in reversed(chain):
            verdict = verdict or self._names_itself(each)
            self.known[each] = verdict
        return verdict

    def _names_itself(self, block: int) -> bool:
        if self.places.names[block] in FOREIGN_TAGS:
            return True
        return FOREIGN.search(self.places.hint(block)) is not None
