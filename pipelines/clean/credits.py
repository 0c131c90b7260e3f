"""Bylines inside the text: `本报讯(记者张巨峰)`, `（郑报全媒体记者 陈锋 孙亚文）`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines.clean.labels import Fact, labelled
from pipelines.clean.names import names

BRACKET = re.compile(r"[（(【\[]\s*(?P<inside>[^（）()【】\[\]]{2,80}?)\s*[)）】\]]")
ENDING = re.compile(BRACKET.pattern + r"[。.]?$")
WRITER = re.compile(r"记者|通讯员|实习生|撰稿|报道员|作者[:： |｜]|^[文图][/／:：]")
EDITOR = re.compile(
    r"^(?:本文|责任|本期|本版|网络|实习|执行|值班)?(?:编辑|责编)[:：/ ]*"
)
# An opening bracket stands within the dateline: 新华社北京1月3日电（记者张三）.
OPENING_REACH = 40
# A whole line that is a byline; what stands before the role is a paper's name.
LINE = re.compile(
    r"(?:[\u4e00-\u9fff]{0,12}?)(?:记者|通讯员|实习生|撰稿|撰文|作者|文)"
    r"(?:[:：|｜丨/／ ]{1,3}|(?=[\u4e00-\u9fff]{2,4}(?:[ 、,，]|$)))(?P<names>.{2,50})"
)
LONGEST_LINE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Credits:
    """Who is named for the text."""

    reporters: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    reviewers: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.reporters or self.editors or self.reviewers)

    def __add__(self, other: Credits) -> Credits:
        return Credits(
            reporters=_union(self.reporters, other.reporters),
            editors=_union(self.editors, other.editors),
            reviewers=_union(self.reviewers, other.reviewers),
        )


NOBODY = Credits()


def of_labels(line: str) -> Credits:
    """People behind the labels of a line (责任编辑：张三 审核：李四)."""
    people: dict[Fact, tuple[str, ...]] = {}
    for each in labelled(line):
        people[each.fact] = _union(people.get(each.fact, ()), names(each.value))
    return Credits(
        reporters=people.get(Fact.REPORTER, ()),
        editors=people.get(Fact.EDITOR, ()),
        reviewers=people.get(Fact.REVIEWER, ()),
    )


def of_opening(line: str) -> Credits:
    """Reporters in a bracket of the dateline; the bracket stays in the text."""
    for match in BRACKET.finditer(line[: OPENING_REACH * 2]):
        if match.start() <= OPENING_REACH and WRITER.search(match["inside"]):
            return Credits(reporters=names(match["inside"]))
    return NOBODY


def of_ending(line: str) -> tuple[int, Credits]:
    """Where the text of a line ends before a closing bracket of credits, and who."""
    match = ENDING.search(line)
    if match is None:
        return len(line), NOBODY
    people = of_credit(match["inside"])
    return (match.start(), people) if people else (len(line), NOBODY)


def of_line(line: str) -> Credits:
    """People of a line that is nothing but a byline; nobody for any other."""
    if len(line) > LONGEST_LINE:
        return NOBODY
    match = BRACKET.fullmatch(line.rstrip("。."))
    if match is not None:
        return of_credit(match["inside"])
    match = LINE.fullmatch(line)
    if match is not None:
        return Credits(reporters=names(match["names"]))
    return NOBODY


def of_credit(inside: str) -> Credits:
    """People of what stands in a bracket."""
    people = of_labels(inside)
    if people:
        return people
    if WRITER.search(inside):
        return Credits(reporters=names(_after_paper(inside)))
    match = EDITOR.match(inside)
    if match is not None:
        return Credits(editors=names(inside[match.end() :]))
    return NOBODY


def _after_paper(inside: str) -> str:
    """`郑报全媒体记者 陈锋` without the paper's name before the first role."""
    match = WRITER.search(inside)
    return inside[match.start() :] if match else inside


def _union(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return first + tuple(name for name in second if name not in first)
