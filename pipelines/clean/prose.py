"""Which text nodes of a page are running text, and how much each weighs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pipelines.clean.places import Places, hint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from selectolax.lexbor import LexborNode

# A sentence has a mark in it; a menu entry or a headline seldom has one.
MARK = re.compile(r"[，。；：！？、”》]|[\u4e00-\u9fff][,;!?]")
SHORTEST = 10
# A text node so long is running text without any mark (verse, old pages).
UNMARKED = 30
# Words with which pages open what follows an article, in both scripts.
STOP = re.compile(
    r"(?:相[关關](?:阅读|閱讀|新闻|新聞|链接|鏈接|推荐|推薦|报道|報道|文章|稿件|内容)"
    r"|(?:延伸|推荐|推薦|热门|精彩|更多)(?:阅读|閱讀|新闻|新聞|推荐|文章|内容|评论)"
    r"|(?:网友|網友|最新|热门|全部|发表|發表|我要)?[评評][论論](?![会會员員家])"
    r"|猜你喜[欢歡]|为您推荐|为你推荐|大家都在看|热[点点门]|热文|排行"
    r"|[上下]一[篇条條页頁]|责任编辑|責任編輯|责编|免责声明|版权声明)"
)
STOP_LENGTH = 24
CLOCK = re.compile(r"\d{4}[-年/.]\d\d?[-月/.]\d\d?日? *\d\d?:\d\d")
# Words in ids and class names of what is not the article.
FOREIGN = re.compile(
    r"comment|pinglun|reply|relate|recommend|sidebar|side[-_ ]|footer|copyright"
    r"|breadcrumb|hot[-_ ]|hotnews|rank|toolbar|share|disclaimer|[-_ ]nav|foot[-_ ]"
    r"|aside|xgyd|tuijian|advert|crumb|login|popup|dialog"
)
FOREIGN_WEIGHT = 0.05
LATE_WEIGHT = 0.1


class Prose(NamedTuple):
    """One text node of running text."""

    at: int
    """Its place among the page's text nodes."""
    box: int
    """Index of the box it stands in."""
    weight: float
    """Its length, less where it is linked, foreign or after the article's end."""


def prose(
    nodes: Sequence[LexborNode],
    contents: Sequence[str],
    places: Places,
    start: int,
    shortest: int = SHORTEST,
) -> list[Prose]:
    """Running text from text node `start` on, weighed."""
    foreign = _Foreign(places)
    found: list[Prose] = []
    late = False
    for index in range(start, len(contents)):
        text = contents[index]
        length = len(text)
        if length < STOP_LENGTH and found and not late:
            late = bool(STOP.search(text) or CLOCK.search(text))
        if length < shortest or not (MARK.search(text) or length > UNMARKED):
            continue
        parent = nodes[index].parent
        assert parent is not None
        place = places.of(parent)
        if place.link or place.silent:
            continue
        weight = float(len(text.strip()))
        if foreign.is_foreign(place.block):
            weight *= FOREIGN_WEIGHT
        if late:
            weight *= LATE_WEIGHT
        found.append(Prose(index, place.box, weight))
    return found


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
        if self.places.tags[block] in {"footer", "nav", "aside"}:
            return True
        return bool(FOREIGN.search(hint(self.places.blocks[block])))
