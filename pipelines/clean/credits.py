"""Bylines inside the text: `本报讯(记者张巨峰)`, `（郑报全媒体记者 陈锋 孙亚文）`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.clean.labels import Fact, Labelled, labelled
from pipelines.clean.names import is_name, is_organization, names
from pipelines.lexicon.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable

BRACKET = re.compile(r"[（(【\[]\s*(?P<inside>[^（）()【】\[\]]{2,80}?)\s*[)）】\]]")
ENDING = re.compile(BRACKET.pattern + r"[。.]?$")
WRITER = re.compile(
    r"记者|通讯员|实习生|撰稿|报道员|作者[:： |｜]|^[文图][/／:：]|执笔|采写"
)
EDITOR = re.compile(
    r"(?:本文|责任|本期|本版|网络|实习|执行|值班)?"
    r"(?:编辑|责编|网编|校对|审核|审校|审读|审稿|审签|责校|终审|初审|复审|[一二三]审)"
)
REVIEWER = re.compile(r"校对|审|责校")
# （本台记者 葛长青 编辑 龚学文）: who edited, behind who wrote.
EDITED_BY = re.compile(rf"[ 　,，、;；/|]{EDITOR.pattern}(?=[ 　:：])")
# Named beside editors in footers, and of no field of the record.
AUTHOR = re.compile(r"作者|撰稿|采写|文(?=[/／])")
DESIGNER = re.compile(r"版式|排版|视觉|制图|设计|美编")
# An opening bracket stands within the dateline: 新华社北京1月3日电（记者张三）.
OPENING_REACH = 40
WIRE = re.compile(r"日(?:电|讯|消息)\s*$")
# 本报记者 A B at the start of the text, without brackets, before a date or 报道.
OPENING = re.compile(
    r"[^，。]{0,16}?(?:讯|电|消息)[ \t]*(?P<names>(?:记者|通讯员)[:： ]?[^，。]{2,24}?)"
    r"(?:报道|\d|[：:]|　| {2})"
)
# A whole line that is a byline; what stands before the role is a paper's name.
LINE = re.compile(
    r"(?:[■●□▲△◆◎\s]*)[\u4e00-\u9fff“”·\-]{0,14}?\s{0,3}"
    r"(?:记者|通讯员|实习生|报道员|评论员|执笔|采写|撰稿|撰文)(?:[:：|｜丨/／\s]{1,3}|(?=[\u4e00-\u9fff]{2,4}(?:[\s、,，]|$)))(?P<names>.{2,50})"
)
LONGEST_LINE = 60
SHORTEST_LINE = 3
BRACKETS = "（(【["
# □ 某某: how papers sign a text with nothing but the name.
SIGNS = "□○"
SIGNED = 16
SIGNING = (2, 3)
"""Characters of a name that signs a text in brackets, without a role."""
BULLETS = "■●□▲△◆◎★☆ "
# A line without any of these characters names nobody's role.
ROLES = re.compile("[者员生执采撰写辑编核校审作]")
SENTENCE_ENDS = ("。", "！", "”")
# What stands behind the last name of a signature.
DONE = re.compile(r"\s*(?:摄影|综合|整理|采写)?(?:报道|供稿|文)$")
# What a credit may hold beside names and roles.
FILLER = re.compile(r"文|图|摄|摄影|报道|供图|综合|整理|通讯员|本报|[/／、，, ]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Credits:
    """Who is named for the text."""

    reporters: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    reviewers: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.reporters or self.editors or self.reviewers)

    def __add__(self, other: Credits) -> Credits:
        if not other:
            return self
        if not self:
            return other
        return Credits(
            reporters=_union(self.reporters, other.reporters),
            editors=_union(self.editors, other.editors),
            reviewers=_union(self.reviewers, other.reviewers),
        )


NOBODY = Credits()
# 来源：临江日报 通讯员 王小川 记者 李小河: who wrote for the paper.
WROTE_FOR = re.compile(r"(?<=\s)(?:本报)?(?:记者|通讯员)(?=[\s：:])")
CONTRIBUTED = frozenset({"供稿", "投稿人", "来稿"})
PEOPLE = frozenset({Fact.REPORTER, Fact.EDITOR, Fact.REVIEWER})


def of_labels(line: str) -> Credits:
    """People behind the labels of a line (责任编辑：张三 审核：李四)."""
    return of_labelled(labelled(line))


def of_labelled(found: Iterable[Labelled]) -> Credits:
    """People behind labels."""
    people: dict[Fact, tuple[str, ...]] = dict.fromkeys(PEOPLE, ())
    for each in found:
        fact, value = _who(each)
        if fact in PEOPLE:
            people[fact] = _union(people[fact], names(value))
    if not any(people.values()):
        return NOBODY
    return Credits(
        reporters=people[Fact.REPORTER],
        editors=people[Fact.EDITOR],
        reviewers=people[Fact.REVIEWER],
    )


def _who(said: Labelled) -> tuple[Fact, str]:
    """What a label says of people, and where: 供稿：张三 wrote it, 供稿：某局 handed it
    in; 来源：某报 记者 张三 names who wrote for the paper."""
    if said.label in CONTRIBUTED:
        return Fact.REPORTER, said.value
    if said.fact is Fact.PUBLISHER and (wrote := WROTE_FOR.search(said.value)):
        return Fact.REPORTER, said.value[wrote.start() :]
    return said.fact, said.value


def of_opening(line: str) -> Credits:
    """Reporters in the dateline; it stays in the text."""
    head = line[: OPENING_REACH * 2]
    for match in BRACKET.finditer(head):
        if match.start() > OPENING_REACH:
            break
        if WRITER.search(match["inside"]):
            return Credits(reporters=_writers(match["inside"]))
        # 中新社临江3月14日电 （向晓岚 童宝珠）: names alone.
        words = match["inside"].replace("、", " ").split()
        if WIRE.search(head[: match.start()]) and words and all(map(_is_person, words)):
            return Credits(reporters=tuple(words))
    plain = OPENING.match(head)
    return Credits(reporters=names(plain["names"])) if plain else NOBODY


def of_ending(line: str) -> tuple[int, Credits]:
    """Where the text of a line ends before a closing bracket of credits, and who."""
    match = ENDING.search(line)
    if match is None:
        return len(line), NOBODY
    people = of_credit(match["inside"])
    # A bare name behind the last full stop signs the text.
    if not people and line[: match.start()].rstrip().endswith(SENTENCE_ENDS):
        people = _of_signature(match["inside"])
        if not people and _is_person(match["inside"]):
            people = Credits(reporters=(match["inside"],))
    return (match.start(), people) if people else (len(line), NOBODY)


def may_credit(line: str) -> bool:
    """Whether a line can name anybody: told at once of most lines."""
    return line[:1] in BRACKETS or line[:1] in SIGNS or ROLES.search(line) is not None


def of_line(line: str) -> Credits:
    """People of a line that is nothing but a byline; nobody for any other."""
    if not SHORTEST_LINE <= len(line) <= LONGEST_LINE or not may_credit(line):
        return NOBODY
    match = BRACKET.fullmatch(line.rstrip("。."))
    if match is not None:
        inside = match["inside"].strip()
        alone = NOBODY
        round_ones = line[0] in "（("
        if round_ones and len(inside) in SIGNING and _is_person(inside):
            alone = Credits(reporters=(inside,))  # （覃先武）, not [周边], 【关闭窗口】
        return of_credit(inside) or _of_signature(inside) or alone
    match = LINE.fullmatch(line)
    if match is not None and not re.search("[。！？]", line):
        found = names(match["names"])
        return Credits(reporters=found) if _is_only(match["names"], found) else NOBODY
    if line[0] in SIGNS and len(line) <= SIGNED:
        found = names(line[1:])
        return Credits(reporters=found) if _is_only(line[1:], found) else NOBODY
    line = line.lstrip(BULLETS)
    if EDITOR.match(line):
        return _of_editors(line)
    return NOBODY


def _is_only(text: str, found: tuple[str, ...]) -> bool:
    """Whether a text holds nothing beside names and roles."""
    left = "".join(text.split())
    for name in found:
        left = left.replace(name, "")
    left = FILLER.sub("", WRITER.sub("", left))
    return bool(found) and len(left) <= 4


# （饶丽 文/图）, （向岚 摄影报道）: what was done stands behind the name.
SIGNED_BY = re.compile(
    r"(?P<names>[\u4e00-\u9fff\s、]{2,16}?)\s*(?:文\s*[/／、]?\s*图|图\s*[/／、]?\s*文|摄影报道|撰稿|供稿|采写)"
)


def of_credit(inside: str) -> Credits:
    """People of what stands in a bracket."""
    people = of_labels(inside)
    if people:
        return people
    signed = SIGNED_BY.fullmatch(inside)
    if signed is not None and (found := names(signed["names"])):
        return Credits(reporters=found)
    if WRITER.search(inside):
        said = _after_paper(inside)
        then = EDITED_BY.search(said)
        end = then.start() if then else len(said)
        later = _of_editors(said[end:].strip()) if then else NOBODY
        first = _before_paper(inside)
        return Credits(reporters=_union(first, names(said[:end]))) + later
    return _of_editors(inside) if EDITOR.match(inside) else NOBODY


def _of_signature(inside: str) -> Credits:
    """`县委办 张三 李四`, `张三、李四报道`: names and whose they are, and no role."""
    words = re.split(r"[\s、,，]+", DONE.sub("", inside.strip()))
    if len(words) > 1 and is_organization(words[0]):
        words = words[1:]
    elif len(words) < 2:
        return NOBODY
    return Credits(reporters=tuple(words)) if all(map(_is_person, words)) else NOBODY


def _is_person(word: str) -> bool:
    """Whether a word that no role introduces is a name: by its surname too."""
    known = lexicon()
    if len(word) > len("王小川") and known.transliterated.issuperset(word):
        return True  # 乌兰其其格
    surname = word[0] in known.surnames or word[:2] in known.compound_surnames
    return surname and is_name(word) and word not in known.nonnames


def _of_editors(text: str) -> Credits:
    """`编辑 张三 校对 李四`: roles set off by blanks alone."""
    people = NOBODY
    marks = sorted(
        (*EDITOR.finditer(text), *DESIGNER.finditer(text), *AUTHOR.finditer(text)),
        key=lambda mark: mark.start(),
    )
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    for mark, end in zip(marks, ends, strict=True):
        found = names(text[mark.end() : end].strip(" :：/|"))
        if not _is_only(text[mark.end() : end].strip(" :：/|"), found):
            return NOBODY
        if DESIGNER.fullmatch(mark[0]) or AUTHOR.fullmatch(mark[0]):
            continue
        if REVIEWER.search(mark[0]):
            people = people + Credits(reviewers=found)
        else:
            people = people + Credits(editors=found)
    return people


def _after_paper(inside: str) -> str:
    """`郑报全媒体记者 陈锋` without the paper's name before the first role."""
    match = WRITER.search(inside)
    return inside[match.start() :] if match else inside


def _writers(inside: str) -> tuple[str, ...]:
    """The names of a bracket around who wrote, in order."""
    return _union(_before_paper(inside), names(_after_paper(inside)))


def _before_paper(inside: str) -> tuple[str, ...]:
    """`向小岚 本网记者 童宝珠`: who stands before the paper and the first role."""
    role = WRITER.search(inside)
    words = re.split(r"[\s、]+", inside[: role.start()] if role else "")[:-1]
    return tuple(words) if all(map(_is_person, words)) else ()


def _union(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return first + tuple(name for name in second if name not in first)
