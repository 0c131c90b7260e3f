"""People as they are mentioned: titles, name, and the list they stand in."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipelines.lexicon.gazetteer import gazetteer
from pipelines.lexicon.lexicon import lexicon
from pipelines.meetings.forms import form_people
from pipelines.meetings.later import (
    appointees,
    known_by_part,
    recurring,
    surnames_with_title,
)
from pipelines.meetings.mention import Mention
from pipelines.meetings.names import (
    Name,
    is_yi,
    longest_follower,
    read_name,
    shape_is_name,
    split_run,
)
from pipelines.meetings.rows import read_listed
from pipelines.meetings.slots import find_bare
from pipelines.meetings.titles import LABEL_HEAD, Title, read_label, read_title
from pipelines.records.terms import Level, PostRole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pipelines.meetings.marks import Mark, Marks
    from pipelines.meetings.prose import Prose

_CHAIN_GAP = re.compile(r"[、，；]{0,2}[ \u3000]?|（|兼任?|并兼任?|暨")
_OF_LIST = re.compile(r"[\u4e00-\u9fff]等(?:在家的?|的)?$")
# 市委统战部副部长、市工商联、市总商会党委书记: a body that shares the next one's office.
_SHARED_BODY = re.compile(r"、[\u4e00-\u9fff]{2,12}、")
# 各位副主任, 各镇书记: offices of many, which are nobody's on the page.
_OF_MANY = re.compile(
    r"各位|各[级县区市镇乡部单科股处]|全体|有关|相关|^部分|^其他|两名|^[二三四五六七八九十\d]+[名位]"
)
_NAME_GAP = re.compile(r"）?[ \u3000]?(?:（[^（）\n]{1,12}）)?(?:同志)?[：]?[ \u3000]?")
_RUN = re.compile(r"[\u4e00-\u9fff]{4,24}")
_PLURAL_OFFICE = re.compile(
    r"副|执行主席|常务主席|主席团|人大代表|常委|委员|巡视员|调研员|代表|专家|助理|成员|领导"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """All mentions of a page in order of place."""

    mentions: tuple[Mention, ...]

    def between(self, start: int, end: int) -> tuple[Mention, ...]:
        """Mentions that begin at `start` or behind and end at `end` or before."""
        low = bisect_left(self.mentions, start, key=_start_of)
        high = bisect_left(self.mentions, end, key=_start_of)
        inside = self.mentions[low:high]
        return tuple(mention for mention in inside if mention.end <= end)

    def names(self) -> frozenset[str]:
        return frozenset(mention.name for mention in self.mentions)


def _start_of(mention: Mention) -> int:
    return mention.start


def find_people(prose: Prose, marks: Marks) -> People:
    """Every mention of a person in the text.

    Titled and listed people first, then people in front of role verbs, then every
    other place where one of those names stands.
    """
    flat = prose.flat
    titled = _whole_names(flat, list(_titled(flat, marks)))
    titled = [_shortened(flat, mention) for mention in titled]
    heads = frozenset(mark.start for mark in marks.offices)
    bare = list(find_bare(prose, titled, heads))
    listed = form_people(flat, frozenset(mention.start for mention in titled))
    bare = _with_form(bare, list(listed))
    known = [*titled, *known_by_part(bare, titled)]
    short = list(surnames_with_title(flat, marks, known))
    named = sorted([*known, *short], key=_start_of)
    again = list(recurring(flat, [*named, *appointees(flat, named)]))
    mentions = sorted([*named, *again], key=lambda mention: mention.start)
    return People(mentions=tuple(mentions))


def _with_form(bare: list[Mention], listed: list[Mention]) -> list[Mention]:
    """People of a form's lists, who may have been read without their unit."""
    spans = [(mention.chain_start, mention.end) for mention in listed]
    kept = [m for m in bare if not any(a < m.end and m.start < b for a, b in spans)]
    return [*kept, *listed]


def _titled(flat: str, marks: Marks) -> Iterator[Mention]:
    chain: list[Title] = []
    floor = 0
    heads = _heads(flat, marks)
    starts = [start for start, _ in heads] + [len(flat)]
    for (start, head), limit in zip(heads, starts[1:], strict=True):
        if start < floor:
            continue
        reach = max(floor, chain[-1].end if chain else 0)
        title = _title(flat, head, reach)
        if title is None:
            continue
        before = _name_before(flat, title)
        if before is not None:
            yield before
            chain, floor = [], title.end
            continue
        if title.role is not None and _OF_LIST.search(
            flat, title.start - 8, title.start
        ):
            chain, floor = (
                [],
                title.end,
            )  # A、B等在家的|市委常委: theirs, not the next one's
            continue
        if chain and not _chained(flat, chain[-1].end, title.start):
            chain = []
        if title.role is not None and _OF_MANY.search(title.label):
            chain, floor = [], title.end
            continue
        chain.append(title)
        bracketed = _name_before_bracket(flat, chain)
        if bracketed is not None:
            yield bracketed
            chain, floor = [], title.end
            continue
        found = list(_people_after(flat, chain, limit, frozenset(starts)))
        if found:
            yield from found
            floor, chain = found[-1].end, []


def _chained(flat: str, end: int, start: int) -> bool:
    """Whether a title that begins at `start` goes on from the one that ends at `end`."""
    if _CHAIN_GAP.fullmatch(flat, end, start):
        return True
    body = _SHARED_BODY.fullmatch(flat, end, start)
    return body is not None and flat[end : start - 1].endswith(lexicon().bodies)


def _heads(flat: str, marks: Marks) -> list[tuple[int, Mark | re.Match[str]]]:
    heads: list[tuple[int, Mark | re.Match[str]]] = [
        (mark.start, mark) for mark in marks.offices
    ]
    heads += [(match.start(), match) for match in LABEL_HEAD.finditer(flat)]
    return sorted(heads, key=lambda head: head[0])


def _title(flat: str, head: Mark | re.Match[str], floor: int) -> Title | None:
    if isinstance(head, re.Match):
        return read_label(flat, head, floor)
    return read_title(flat, head, floor)


# What follows an office that is cited: 习近平总书记重要讲话, 李克强总理对…作出批示.
_CITED = re.compile(
    r"重要|关于|系列|一系列|在|对|的|同志|考察|视察|亲自|讲话|指示|批示|提出"
)


def _name_before(flat: str, title: Title) -> Mention | None:
    """卢明副市长, 习近平总书记: a name in front of its title, no place and no body."""
    if title.role is None or title.office in _NO_NAME_BEFORE:
        return None
    if title.office == "委员" and not _SPEAKS_NEXT.match(flat, title.end):
        return None  # 党委委员; but 甄伟豪委员建议
    front = title.label.removesuffix(title.office)
    cited = _CITED.match(flat, title.end) or title.office in _SCHOLARS
    word = _cited_name(front) if cited else _name_behind_body(front, flat, title.end)
    # 容栋梁主任: a rare surname where nothing else stands in front of it.
    is_sure = _may_precede(word) or (word == front and _is_rare_name(word))
    if not is_sure or read_name(flat, title.end) is not None:
        return None
    start = title.start + len(front)
    if word[-1] in "任兼当" or _MADE.search(
        flat, max(0, start - len(word) - 4), start - len(word)
    ):
        return None  # 任命|李明为|县长, 李明任|县长
    titles = (replace(title, label=title.office, start=start),)
    # 阿力甫·买买提市长: the office's words begin behind the dot.
    first = _DOTTED_FRONT.search(flat, max(0, start - len(word) - 9), start - len(word))
    if first is not None:
        word = first[0] + word
    return Mention(
        name=word,
        start=start - len(word),
        end=start,
        chain_start=start - len(word),
        titles=titles,
        rule="name_before_title",
    )


_JOINS = re.compile("[和与及]")
_MADE = re.compile("(?:任命|选举|补选|推选|推举|选|聘)(?:了)?$")
_DOTTED_FRONT = re.compile(
    r"(?:(?:(?![了的是由与和对向请把为在们有])[\u4e00-\u9fff]){1,7}·)+$"
)
# Offices that stand behind a body, never behind a name.
_NO_NAME_BEFORE = frozenset({"负责人", "主要负责人", "负责同志", "主持人"})
_SPEAKS_NEXT = re.compile("说|表示|呼吁|建议|认为|指出|提出|代表|在发言|作")


# 市委党校潘明教授: these follow a name that follows a body.
_SCHOLARS = frozenset({"教授", "副教授", "研究员", "院士", "律师", "主任医师"})


_BEFORE_BRACKET = re.compile(
    r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,4}$|[\u4e00-\u9fff]{2,3}$"
)


def _name_before_bracket(flat: str, chain: list[Title]) -> Mention | None:
    """慕容海（区委常委、副区长）: a name with its titles in brackets behind it."""
    start, end = chain[0].start, chain[-1].end
    if not (flat.startswith("）", end) and flat.endswith("（", 0, start)):
        return None
    front = _BEFORE_BRACKET.search(flat[max(0, start - 5) : start - 1])
    if front is None or not shape_is_name(front[0]):
        return None
    return Mention(
        name=front[0],
        start=start - 1 - len(front[0]),
        end=start - 1,
        chain_start=start - 1 - len(front[0]),
        titles=tuple(chain),
        rule="title_in_brackets",
    )


def _cited_name(front: str) -> str:
    """贯彻落实习近平: the name that the words before an office end with."""
    for length in (3, 2):
        if _may_precede(front[-length:]):
            return front[-length:]
    return front


_BODY_AND_NAME = re.compile(
    r"(?<=[团局委院会司社校镇乡村厅办处])(?P<name>[\u4e00-\u9fff]{3})$"
)
_ACTS_BEHIND = re.compile(
    r"一行|等|[，。、]|$|传达|通报|汇报|总结|发言|讲话|主持|出席|参加|强调|指出|介绍|宣读|表示|作"
)


def _name_behind_body(front: str, flat: str, end: int) -> str:
    """参访团|龚文骏|镇长一行: the name that a body and an office stand around."""
    match = _BODY_AND_NAME.search(front)
    if match is None or not _ACTS_BEHIND.match(flat, end):
        return front
    return match["name"] if _may_precede(match["name"]) else front


_ENDS_PLACE = frozenset("省市县区州盟旗镇乡村社团司厂站所场馆园校坊师")
# 党总支, 应急办, 常委会: no name holds these behind its surname.
_INSIDE_BODY = frozenset("支室科组委局办会部队院厅处联")


def _is_rare_name(word: str) -> bool:
    return (
        len(word) == 3
        and shape_is_name(word)
        and word[-1] not in _ENDS_PLACE
        and not _INSIDE_BODY.intersection(word[1:])
    )


def _may_precede(word: str) -> bool:
    return (
        shape_is_name(word)
        and word[0] in lexicon().common_surnames
        and word[-1] not in _ENDS_PLACE
        and not _INSIDE_BODY.intersection(word[1:])
        and word not in lexicon().stopnames
        # 甘肃|工作组组长; counties' short names (黄平) are names of people as well.
        and not gazetteer().is_called(word, Level.PROVINCIAL)
    )


def _is_ware(flat: str, name: Name, title: Title, heads: frozenset[int]) -> bool:
    """居民|垃圾: two characters without a surname behind a word for anybody; 执行主席|
    钦寿、王一川、李二河 is the first of a list."""
    if len(name.text) != 2 or title.role is not PostRole.OTHER:
        return False
    known = lexicon()
    if name.text[0] in known.surnames:
        return False
    behind = read_listed(flat, name.end, heads)
    sure = [each for each in behind if each.text[0] in known.common_surnames]
    return len(sure) < TWICE


def _is_demand(flat: str, name: Name, title: Title) -> bool:
    """主管|要科学，: what they must do. Who is so called has an office of his own, or is
    named again."""
    anybody = title.role in (None, PostRole.OTHER)
    return anybody and name.text.startswith("要") and flat.count(name.text) < TWICE


TWICE = 2


def _is_quoted(flat: str, chain: list[Title], name: Name) -> bool:
    """“区长夏令热线”: the name of a campaign, not of a man."""
    return flat.endswith("“", 0, chain[0].start) and flat.startswith("”", name.end)


def _people_after(
    flat: str, chain: list[Title], limit: int, heads: frozenset[int]
) -> Iterator[Mention]:
    """The person after a chain of titles, and the names listed behind.

    `heads`: where the office nouns of the text begin.
    """
    gap = _NAME_GAP.match(flat, chain[-1].end)
    at = gap.end() if gap else chain[-1].end
    name = read_name(flat, at, limit=max(limit, at))
    name = name or _between_marks(flat, at, chain[-1])
    if (
        name is None
        or _is_ware(flat, name, chain[-1], heads)
        or _is_quoted(flat, chain, name)
        or _is_demand(flat, name, chain[-1])
        or (_JOINS.match(name.text) and name.end in heads)  # 书记|和选派|书记
    ):
        return
    names = _first_names(flat, name)
    listed = list(read_listed(flat, names[-1].end, heads))
    everyone = [*names, *listed]
    shared = _inherited(chain)
    for index, each in enumerate(everyone):
        if index and flat[each.start - 1] in _OPPOSITE:
            shared = ()
        yield Mention(
            name=each.text,
            start=each.start,
            end=each.end,
            chain_start=chain[0].start if index == 0 else each.start,
            titles=tuple(chain) if index == 0 else shared,
            rule="name_after_title" if index == 0 else "name_in_list",
        )


_TO_THE_MARK = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,3})(?=[，、；。](?!$)|[和与][^，。；、和与]{4,20}|(?:出席|参加|列席|主持|陪同)[^，。]{0,20}会)"
)


def _between_marks(flat: str, at: int, title: Title) -> Name | None:
    """开发区管委会主任|孙镇，: what stands alone between an office and a mark, however
    strange as a name."""
    match = _TO_THE_MARK.match(flat, at)
    if match is None or title.role in (None, PostRole.OTHER):
        return None
    word, known = match["name"], lexicon()
    words = known.nonnames | known.stopnames | known.followers | known.headnouns.keys()
    strange = word[0] not in known.common_surnames or word[-1] in "某总姓氏等"
    strange = strange or _JOINS.match(word) is not None
    if strange or word in words or known.verbs.keys() & {word, word[:2], word[-2:]}:
        return None
    return Name(text=word, start=at, end=match.end(), score=1)


# 副省长A与B签署协议: two sides, and the office is one's.
_OPPOSITE = "与同"


def _first_names(flat: str, name: Name) -> list[Name]:
    """`name`, or the several names it is when they stand without marks."""
    run = _RUN.match(flat, name.start)
    if run is None or len(name.text) < 4 or is_yi(name.text):
        return [name]
    whole = run[0]
    for end in range(len(whole), 3, -1):
        if longest_follower(flat, run.start() + end) > 1:
            parts = split_run(whole[:end])
            if len(parts) > 1:
                return list(_placed(parts, name.start))
    return [name]


def _placed(parts: Iterable[str], start: int) -> Iterator[Name]:
    for part in parts:
        yield Name(text=part, start=start, end=start + len(part), score=4)
        start += len(part)


def _inherited(chain: list[Title]) -> tuple[Title, ...]:
    """Titles that hold for the later names of a list: 副市长A、B, not 市长A、B."""
    if chain[-1].role is None:
        return (chain[-1],)
    # 市委常委、副市长A、B: each office is one that several hold.
    if all(_is_plural(title) for title in chain):
        return tuple(chain)
    return ()


def _is_plural(title: Title) -> bool:
    """副市长, 县级河长: several hold it; 市长 is one."""
    found = _PLURAL_OFFICE.search(title.office) or _BY_LEVEL.search(title.label)
    return found is not None


_BY_LEVEL = re.compile("[省市县区乡镇村]级")


# 周立来|张家川县调研 where the page goes on about 周立: words that follow names.
_TAILS = frozenset("来在到作对就以与为向从说代将利则即曾又再还也已都分共受主先专亲")


def _shortened(flat: str, mention: Mention) -> Mention:
    """The mention without a last character that the page's other places do not have."""
    name, short = mention.name, mention.name[:-1]
    if len(name) != 3 or name[-1] not in _TAILS or not shape_is_name(short):
        return mention
    if flat.count(name) > 1 or flat.count(short) < 3:
        return mention
    return replace(mention, name=short, end=mention.end - 1)


def _whole_names(flat: str, mentions: list[Mention]) -> list[Mention]:
    """Without names that the end of a cut text may have cut off."""
    names = [mention.name for mention in mentions]
    cut = len(flat.rstrip())
    return [m for m in mentions if m.end < cut or names.count(m.name) > 1]
