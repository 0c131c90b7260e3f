"""People without a title, in slots that only people fill: A通报，B传达，C主持."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from pipelines.lexicon.gazetteer import gazetteer
from pipelines.lexicon.lexicon import lexicon
from pipelines.meetings.mention import Mention
from pipelines.meetings.name_shape import (
    SHORTEST_SURE,
    is_transliterated,
    shape_is_name,
)
from pipelines.meetings.names import Name, read_name
from pipelines.meetings.rows import is_no_item, read_listed
from pipelines.records.terms import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.meetings.prose import Prose

# Verbs that only a person can be the subject of, and those that a paper may be too.
_PERSONAL = re.compile(
    r"主持|出席(?!人|率|情)|请假(?=[，。；])|讲话|列席|到会|致辞|致词|宣读|陪同|参加|参会|代表|率|"
    r"作(?:了)?[^，。；\n]{0,12}?(?:报告|讲话|发言|说明|部署|安排|汇报|介绍|通报|[点讲]评|题为)|受[^，。]{1,12}委托|会见|为[^，。；\n]{2,20}?(?:颁发|颁奖|授[旗牌奖]|揭牌)|"
    r"(?:一行)?(?:先后)?(?:到|赴|深入|来到|前往)[^，。；\n]{2,30}?(?:调研|检查|督导|视察|慰问|考察|走访)"
)
_SAID = re.compile(r"强调|指出|要求|表示|说[，：]|通报|传达|介绍|汇报|宣布|提出")
_LISTED_TAIL = re.compile(
    r"等[^，。；：、\n]{0,10}?(?:领导|同志|人|委员|常委|代表|专家|教授|企业家|参加|出席|列席|陪同|聆听|到会)|一行|分别|先后|同志|在|"
    + _PERSONAL.pattern
)
# 江珍珠等14位市人大代表应邀出席
_ONE_TAIL = re.compile(
    r"等[^，。；\n]{2,16}?(?:代表|委员|人|同志|领导)(?:应邀)?(?:出席|参加|列席|到会)|"
    + _PERSONAL.pattern
)
# 杨兴邦及州级有关部门负责同志|列席会议.
_AND_GROUP = re.compile(
    r"(?:以?及|和|与)[^，。；\n]{2,30}?(?:同志|人|人员|领导|成员|代表)(?:，[^。；\n]{0,60}?)?(?:一同|应邀|也)?(?:参加|出席|列席|陪同|在[^，。；\n]{1,10}就[座坐])"
)
_SLOT = re.compile(
    r"(?:^|(?<=[，。；：\n（])[ \u3000]*)(?:会上|会前|会后|最后|随后|之后|接着|期间|其中|当天|随即)?[，]?"
    r"(?=[\u4e00-\u9fff])|(?<=由)(?=[\u4e00-\u9fff])|(?<=的是)|(?<=的有)|(?<=还有)|"
    # 由镇党委|陈生金主持
    r"(?<=由)[\u4e00-\u9fff]{0,8}?(?:党委|党组|党工委|政府|支部|人大|政协|工会|纪委|支委|办公室)(?=[\u4e00-\u9fff]{2,3}(?:同志)?主持)|"
    # 县检察院|商小燕代表检察干警作发言
    r"(?<=[院局委镇乡村校社会司])(?=[\u4e00-\u9fff]{2,3}(?:同志)?(?:代表[^，。；\n]{2,14}(?:作|发言|表态)|"
    r"作(?:了)?[^，。；\n]{0,8}(?:发言|汇报|报告|介绍|讲话)))|"
    # 县工作专班|花成、司马静等同志到会: a team and its people.
    r"(?<=专班)(?=[\u4e00-\u9fff]{2,4}、)|(?<=[作导查察研家]组)(?=[\u4e00-\u9fff]{2,4}、)"
)
_AFTER_ROLE = re.compile(
    r"(?:出席|参加|列席|主持|就座|就坐)[^，。；\n]{0,30}(?:的有|还有|的是|：|包括)：?[ \u3000]*$|(?:主持人?|主讲人|执行主席)(?:是|为)?：?[ \u3000]*$"
)


# Not counties: their short names (黄平) are names of people as well.
REGIONS = (Level.PROVINCIAL, Level.PREFECTURAL)


def find_bare(
    prose: Prose, titled: list[Mention], heads: frozenset[int]
) -> Iterator[Mention]:
    """People without a title in front of a role verb: A通报，B传达，C主持."""
    flat = prose.flat
    taken = {mention.start for mention in titled}
    ordered = sorted(heads)
    inside = {at for m in titled for at in range(m.chain_start, m.end)}
    slots = sorted({slot.end() for slot in _SLOT.finditer(flat)} - taken - inside)
    rows: list[list[Name]] = []
    told = {mention.name for mention in titled}
    regions = gazetteer()
    for at in slots:
        # A comma inside a row that was read opens no row of its own.
        inside_row = rows and at < rows[-1][-1].end
        row = [] if inside_row else _row(flat, at, heads, ordered)
        # 温州|与…合作起步早: who stands for a region has an office elsewhere.
        if row and (
            row[0].text in told or not regions.is_called(row[0].text, *REGIONS)
        ):
            rows.append(row)
    single = [row[0] for row in rows if _said(flat, row)]
    counts = [name.text for name in single]
    for row in rows:
        twice = counts.count(row[0].text) > 1
        if _acts(flat, row) or (
            row[0] in single
            and (
                twice
                or _beside_another(row[0], single)
                or _beside_known(flat, row[0], told)
            )
        ):
            for index, name in enumerate(row):
                rule = "name_in_list" if index else "name_before_verb"
                yield _mention(name, rule)


def _row(flat: str, at: int, heads: frozenset[int], ordered: list[int]) -> list[Name]:
    """The names in a row that begins at a slot; empty where none does."""
    name = None
    if _may_open_a_name(flat, at):
        name = read_name(flat, at, limit=_next(ordered, at))
    if name is not None and (
        _has_surname(name.text)
        or flat[at - 1] == "由"
        or flat.startswith("同志", name.end)
        or _chairs(flat, name)
        or _beside_a_name(flat, name, heads)
        or _AFTER_ROLE.search(flat[max(0, at - 40) : at])
    ):
        return [name, *read_listed(flat, name.end, heads)]
    return _row_by_list(flat, at, heads)


# 闻小亨主持会议: a rare surname, before what only a person does.
_CHAIRS = re.compile(
    r"主持(?:召开)?(?:会议|了?[^，。；\n]{0,30}会|(?=[，。；\n]))|出席会议并|作(?:了)?(?:重要)?讲话"
)


_ADVERBS = frozenset("还又也先均都亲再已将并就在")


def _chairs(flat: str, name: Name) -> bool:
    known = lexicon()
    is_whole = len(name.text) == len("闻小亨") and name.text[0] in known.surnames
    is_whole = is_whole and name.text[-1] not in _ADVERBS
    sure = is_whole and shape_is_name(name.text) and name.text not in known.stopnames
    does = _CHAIRS.match(flat, name.end) or _SAID.match(flat, name.end)
    return sure and does is not None


def _beside_a_name(flat: str, name: Name, heads: frozenset[int]) -> bool:
    """綦传信、左向阳等: a rare surname, and a name with a common one behind the mark."""
    known = lexicon()
    rare = name.text[0] in known.surnames and name.text not in known.stopnames
    if not rare or not flat.startswith("、", name.end) or not shape_is_name(name.text):
        return False
    rest = list(read_listed(flat, name.end, heads))
    return any(_has_surname(each.text) for each in rest)


_FIRST_OF_LIST = re.compile(r"[\u3400-\u9fff]{2,4}(?=、[\u3400-\u9fff]{2,4}、)")
NEIGHBOURS = 2
"""Names with known surnames that must follow one without."""


def _row_by_list(flat: str, at: int, heads: frozenset[int]) -> list[Name]:
    """令嘉毅、左沛兴、佟晓波参加: who stands first in a row of names is a person."""
    first = _FIRST_OF_LIST.match(flat, at)
    if first is None or is_no_item(first[0]):
        return []
    name = Name(text=first[0], start=at, end=first.end(), score=3)
    rest = list(read_listed(flat, first.end(), heads))
    sure = [each for each in rest if _has_surname(each.text)]
    return [name, *rest] if len(sure) >= max(NEIGHBOURS, len(rest) // 2) else []


_TELLTALE = re.compile(r"[\u4e00-\u9fff]{1,8}·|[\u4e00-\u9fff]{2,4}同志")


def _may_open_a_name(flat: str, at: int) -> bool:
    """A look at one or two characters, before a name is read for good."""
    known = lexicon()
    return (
        flat[at : at + 1] in known.surnames
        or flat[at : at + 2] in known.compound_surnames
        or is_transliterated(flat[at : at + SHORTEST_SURE])
        or flat[at - 1 : at] in ("由", "：", " ", "\u3000")
        or _TELLTALE.match(flat, at) is not None
        or _AFTER_ROLE.search(flat[max(0, at - 40) : at]) is not None
    )


def _next(ordered: list[int], at: int) -> int | None:
    """The first office noun behind `at`, which no name reaches into."""
    place = bisect_left(ordered, at)
    return ordered[place] if place < len(ordered) else None


def _has_surname(word: str) -> bool:
    known = lexicon()
    if "·" in word or is_transliterated(word):
        return True
    if (
        word[-1] in "市县区乡镇"
        or word[:2] in known.stopnames
        or word[:3] in known.stopnames
    ):
        return False
    return word[:2] in known.compound_surnames or word[0] in known.common_surnames


def _acts(flat: str, row: list[Name]) -> bool:
    """Whether what stands around the row can only be said of people."""
    before = flat[max(0, row[0].start - 40) : row[0].start]
    if _AFTER_ROLE.search(before):
        return True
    if flat.startswith("同志", row[-1].end):
        return True
    tail = _ONE_TAIL if len(row) == 1 else _LISTED_TAIL
    with_group = _AND_GROUP.match(flat, row[-1].end)
    return with_group is not None or tail.match(flat, row[-1].end) is not None


def _said(flat: str, row: list[Name]) -> bool:
    return len(row) == 1 and _SAID.match(flat, row[0].end) is not None


def _beside_another(name: Name, found: list[Name]) -> bool:
    """A通报，B传达并安排: parallel clauses vouch for each other."""
    return any(
        0 < abs(other.start - name.start) < 40 and other.text != name.text
        for other in found
    )


# 毕力格宣读文件，|席永宽介绍新任职干部情况
_ACTS_FIRST = re.compile(
    r"(?:^|[，。；：\n ])(?P<who>[\u4e00-\u9fff·]{2,16}?)(?:副?[书市县区旗镇局主][记长任席])?"
    r"(?:宣读|传达|通报|汇报|介绍|讲话|主持|作)[^，。；\n]{0,24}，$"
)


def _beside_known(flat: str, name: Name, told: set[str]) -> bool:
    """A clause of the same build, whose subject has been told with his office."""
    before = _ACTS_FIRST.search(flat[max(0, name.start - 40) : name.start])
    return before is not None and any(map(before["who"].endswith, told))


def _mention(name: Name, rule: str) -> Mention:
    return Mention(
        name=name.text,
        start=name.start,
        end=name.end,
        chain_start=name.start,
        rule=rule,
    )
