"""People as they are mentioned: titles, name, and the list they stand in."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipelines.lexicon.lexicon import lexicon
from pipelines.meetings.names import (
    Name,
    longest_follower,
    read_name,
    shape_is_name,
    split_run,
)
from pipelines.meetings.titles import LABEL_HEAD, Title, read_label, read_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pipelines.meetings.marks import Mark, Marks
    from pipelines.meetings.prose import Prose

_CHAIN_GAP = re.compile(r"[、，；]{0,2}[ \u3000]?|（|兼任?|并兼任?|暨")
_NAME_GAP = re.compile(r"）?[ \u3000]?(?:（[^（）\n]{1,12}）)?(?:同志)?[：]?[ \u3000]?")
_REMARK = re.compile(r"（[^（）\n]{1,16}）")
_SEPARATOR = re.compile(r"[、][，、]?|和|及|与|以及|[ \u3000]{1,3}")
_AFTER_LISTED = re.compile(r"$|[、，。；：和及与等（）\n \u3000]|以及|同志|分别")
_RUN = re.compile(r"[\u4e00-\u9fff]{4,24}")
_PLURAL_OFFICE = re.compile(
    r"副|执行主席|主席团|人大代表|常委|委员|巡视员|调研员|代表|专家|助理|成员|领导"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One mention of a person."""

    name: str
    """Without inner spaces."""
    start: int
    """Of the name."""
    end: int
    chain_start: int
    """Of the first title in front of the name, else of the name."""
    titles: tuple[Title, ...] = ()
    """Titles that hold for this person, lists' labels among them."""
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """All mentions of a page in order of place."""

    mentions: tuple[Mention, ...]

    def names(self) -> frozenset[str]:
        return frozenset(mention.name for mention in self.mentions)


def find_people(prose: Prose, marks: Marks) -> People:
    """Every mention of a person in the text.

    Titled and listed people first, then people in front of role verbs, then every
    other place where one of those names stands.
    """
    flat = prose.flat
    titled = _whole_names(flat, list(_titled(flat, marks)))
    heads = frozenset(mark.start for mark in marks.offices)
    bare = list(_bare(prose, titled, heads))
    named = sorted([*titled, *bare], key=lambda mention: mention.start)
    again = list(_recurring(flat, named))
    mentions = sorted([*named, *again], key=lambda mention: mention.start)
    return People(mentions=tuple(mentions))


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
        if chain and not _CHAIN_GAP.fullmatch(flat, chain[-1].end, title.start):
            chain = []
        chain.append(title)
        found = list(_people_after(flat, chain, limit, frozenset(starts)))
        if found:
            yield from found
            floor, chain = found[-1].end, []


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
    front = title.label.removesuffix(title.office)
    cited = _CITED.match(flat, title.end) or title.office in _SCHOLARS
    word = _cited_name(front) if cited else front
    if not _may_precede(word) or read_name(flat, title.end) is not None:
        return None
    start = title.start + len(front)
    titles = (replace(title, label=title.office, start=start),)
    return Mention(
        name=word,
        start=start - len(word),
        end=start,
        chain_start=start - len(word),
        titles=titles,
        rule="name_before_title",
    )


# Offices that stand behind a body, never behind a name.
_NO_NAME_BEFORE = frozenset({"负责人", "主要负责人", "负责同志", "主持人", "委员"})


# 市委党校潘明教授: these follow a name that follows a body.
_SCHOLARS = frozenset({"教授", "副教授", "研究员", "院士", "律师", "主任医师"})


def _cited_name(front: str) -> str:
    """贯彻落实习近平: the name that the words before an office end with."""
    for length in (3, 2):
        if _may_precede(front[-length:]):
            return front[-length:]
    return front


def _may_precede(word: str) -> bool:
    return (
        shape_is_name(word)
        and word[0] in lexicon().common_surnames
        and word[-1] not in "省市县区州盟旗镇乡村局委办部院会社团厅处司厂组"
        and word not in lexicon().stopnames
    )


def _people_after(
    flat: str, chain: list[Title], limit: int, heads: frozenset[int]
) -> Iterator[Mention]:
    """The person after a chain of titles, and the names listed behind.

    `heads`: where the office nouns of the text begin.
    """
    gap = _NAME_GAP.match(flat, chain[-1].end)
    at = gap.end() if gap else chain[-1].end
    name = read_name(flat, at, limit=max(limit, at))
    if name is None:
        return
    names = _first_names(flat, name)
    listed = list(_listed(flat, names[-1].end, heads))
    everyone = [*names, *listed]
    for index, each in enumerate(everyone):
        yield Mention(
            name=each.text,
            start=each.start,
            end=each.end,
            chain_start=chain[0].start if index == 0 else each.start,
            titles=tuple(chain) if index == 0 else _inherited(chain),
            rule="name_after_title" if index == 0 else "name_in_list",
        )


def _first_names(flat: str, name: Name) -> list[Name]:
    """`name`, or the several names it is when they stand without marks."""
    run = _RUN.match(flat, name.start)
    if run is None or len(name.text) < 4:
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


def _listed(flat: str, end: int, heads: frozenset[int]) -> Iterator[Name]:
    """Names that follow in the list which the name before `end` begins."""
    while True:
        remark = _REMARK.match(flat, end)
        at = remark.end() if remark else end
        separator = _SEPARATOR.match(flat, at)
        if separator is None:
            return
        at = separator.end()
        limit = next((n for n in range(at, at + 5) if n in heads), None)
        name = read_name(flat, at, listed=True, limit=limit)
        if name is None or not _may_be_listed(flat, name):
            return
        yield name
        end = name.end


def _may_be_listed(flat: str, name: Name) -> bool:
    if _AFTER_LISTED.match(flat, name.end):
        return name.text not in lexicon().nonnames
    return longest_follower(flat, name.end) > 1 and name.text[0] in lexicon().surnames


def _inherited(chain: list[Title]) -> tuple[Title, ...]:
    """Titles that hold for the later names of a list: 副市长A、B, not 市长A、B."""
    last = chain[-1]
    if last.role is None or (len(chain) == 1 and _PLURAL_OFFICE.search(last.office)):
        return (last,)
    return ()


def _whole_names(flat: str, mentions: list[Mention]) -> list[Mention]:
    """Without names that the end of a cut text may have cut off."""
    names = [mention.name for mention in mentions]
    cut = len(flat.rstrip())
    return [m for m in mentions if m.end < cut or names.count(m.name) > 1]


# Verbs that only a person can be the subject of, and those that a paper may be too.
_PERSONAL = re.compile(
    r"主持|出席(?!人|率|情)|讲话|列席|到会|致辞|致词|宣读|陪同|参加|参会|代表|率|"
    r"作[^，。；\n]{0,12}?(?:报告|讲话|发言|说明|部署|安排)|受[^，。]{1,12}委托|会见"
)
_SAID = re.compile(r"强调|指出|要求|表示|说[，：]|通报|传达|介绍|汇报|宣布|提出")
_LISTED_TAIL = re.compile(
    r"等[^，。；：、\n]{0,10}?(?:领导|同志|人|参加|出席)|一行|分别|同志|在|"
    + _PERSONAL.pattern
)
_SLOT = re.compile(
    r"(?:^|(?<=[，。；：\n（]))(?:会上|会前|会后|最后|随后|之后|接着|期间|其中|当天|随即)?[，]?"
    r"(?=[\u4e00-\u9fff])|(?<=由)(?=[\u4e00-\u9fff])|(?<=的是)|(?<=的有)|(?<=还有)"
)
_AFTER_ROLE = re.compile(
    r"(?:出席|参加|列席|主持)[^，。；\n]{0,14}(?:的有|还有|的是|：|包括)$|主持人：$"
)


def _bare(
    prose: Prose, titled: list[Mention], heads: frozenset[int]
) -> Iterator[Mention]:
    """People without a title in front of a role verb: A通报，B传达，C主持."""
    flat = prose.flat
    taken = {mention.start for mention in titled}
    ordered = sorted(heads)
    slots = sorted({slot.end() for slot in _SLOT.finditer(flat)} - taken)
    rows = [
        [name, *_listed(flat, name.end, heads)]
        for at in slots
        if (name := read_name(flat, at, limit=_next(ordered, at))) is not None
        and (_has_surname(name.text) or flat[at - 1] == "由")
    ]
    single = [row[0] for row in rows if _said(flat, row)]
    counts = [name.text for name in single]
    for row in rows:
        twice = counts.count(row[0].text) > 1
        if _acts(flat, row) or (
            row[0] in single and (twice or _beside_another(row[0], single))
        ):
            for index, name in enumerate(row):
                rule = "name_in_list" if index else "name_before_verb"
                yield _mention(name, rule)


def _next(ordered: list[int], at: int) -> int | None:
    """The first office noun behind `at`, which no name reaches into."""
    place = bisect_left(ordered, at)
    return ordered[place] if place < len(ordered) else None


def _has_surname(word: str) -> bool:
    known = lexicon()
    if "·" in word:
        return True
    if any(word.startswith(stop) for stop in known.stopnames):
        return False
    return word[:2] in known.compound_surnames or word[0] in known.common_surnames


def _acts(flat: str, row: list[Name]) -> bool:
    """Whether what stands around the row can only be said of people."""
    before = flat[max(0, row[0].start - 24) : row[0].start]
    if _AFTER_ROLE.search(before):
        return True
    if flat.startswith("同志", row[-1].end):
        return True
    tail = _PERSONAL if len(row) == 1 else _LISTED_TAIL
    return tail.match(flat, row[-1].end) is not None


def _said(flat: str, row: list[Name]) -> bool:
    return len(row) == 1 and _SAID.match(flat, row[0].end) is not None


def _beside_another(name: Name, found: list[Name]) -> bool:
    """A通报，B传达并安排: parallel clauses vouch for each other."""
    return any(
        0 < abs(other.start - name.start) < 40 and other.text != name.text
        for other in found
    )


def _mention(name: Name, rule: str) -> Mention:
    return Mention(
        name=name.text,
        start=name.start,
        end=name.end,
        chain_start=name.start,
        rule=rule,
    )


def _recurring(flat: str, named: list[Mention]) -> Iterator[Mention]:
    """Other places where a name of this page stands: 安伟指出."""
    taken = [(mention.start, mention.end) for mention in named]
    names = sorted({mention.name for mention in named}, key=len, reverse=True)
    for name in names:
        at = flat.find(name)
        while at != -1:
            end = at + len(name)
            if not any(s < end and at < e for s, e in taken):
                taken.append((at, end))
                yield Mention(
                    name=name, start=at, end=end, chain_start=at, rule="name_again"
                )
            at = flat.find(name, end)
