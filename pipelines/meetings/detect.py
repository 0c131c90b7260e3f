"""Meetings as the text names them: own, upstream, or only talked about.

A name ends with a head noun (工作会议, 调度会); it begins behind the verb that holds
it. A naming is *own* where the text tells that the meeting took place: it was 召开 or
举行, someone 主持, 出席 or spoke 在…上. It is *upstream* behind verbs of citing
(传达, 贯彻落实, 收听收看).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.lexicon.lexicon import lexicon
from pipelines.meetings.conveners import compose, find_conveners
from pipelines.meetings.heads import find_heads
from pipelines.meetings.joint import (
    BARE_HEADS,
    after_connector,
    behind_last_speech,
    holds,
    joint,
    of_spirit,
)
from pipelines.meetings.look import Standing
from pipelines.meetings.name_start import name_start
from pipelines.meetings.naming import MAX_NAME, Naming
from pipelines.meetings.prose import MASK
from pipelines.meetings.standing import judge
from pipelines.records.terms import Classification

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.meetings.marks import Mark, Marks
    from pipelines.meetings.people import People
    from pipelines.meetings.prose import Prose
    from pipelines.meetings.when import When


def find_namings(
    prose: Prose, marks: Marks, people: People, dates: tuple[When, ...]
) -> tuple[Naming, ...]:
    """Every naming of a meeting in the text, in order of place."""
    rows: list[Naming] = []
    prose = replace(prose, flat=_without_names(prose.flat, people))
    for mark in find_heads(prose.flat, marks):
        rows = _append(prose, rows, mark, people, dates)
    return tuple(each for row in rows for each in _spread(prose, row))


def _without_names(flat: str, people: People) -> str:
    """`flat` with names masked: 应 in 应南飞 is no 应当."""
    parts, at = [], 0
    for mention in people.mentions:
        if mention.start >= at and mention.rule != "pronoun":
            parts += [flat[at : mention.start], MASK * (mention.end - mention.start)]
            at = mention.end
    return "".join([*parts, flat[at:]])


def _append(
    prose: Prose,
    rows: list[Naming],
    mark: Mark,
    people: People,
    dates: tuple[When, ...],
) -> list[Naming]:
    """`rows` with the naming of `mark`, joined to the last one by 暨 or 和."""
    flat = prose.flat
    last = rows[-1] if rows else None
    joined = joint(flat, last, mark)
    if last is not None and joined == "one":
        name = _clean(prose.text[last.start : mark.end])
        if last.name not in name:
            name = last.name + _clean(prose.text[last.end : mark.end])
        return [*rows[:-1], _widened(prose, last, mark, name, people)]
    start = name_start(prose, mark, people, dates)
    if mark.word in BARE_HEADS and _GREETS_IT.search(flat, start, mark.start):
        return rows
    if mark.word in BARE_HEADS and _OPENS_BARE.search(flat, start, mark.start):
        start = mark.start
    if last is not None and joined == "two":
        start = max(start, after_connector(flat, last.end))
        return [*rows, _conjunct(prose, last, mark, start)]
    if last is not None and start < last.end and not holds(last, start):
        start = last.end
    if last is not None and start == last.end and of_spirit(flat, last):
        start = last.start
    if last is not None and start == last.end:
        start = behind_last_speech(flat, last.end, mark.start)
    if mark.end - start > MAX_NAME or _of_people(mark, prose, people):
        return rows
    if _TAIL_OF_ANOTHER.match(flat, start) or _AND_SUCH.fullmatch(
        flat, start, mark.start
    ):
        return rows
    naming = _naming(prose, mark, start, people)
    if last is not None and _names_it_too(last, naming):
        return [*rows[:-1], naming]
    return [*rows, naming]


def _names_it_too(last: Naming, naming: Naming) -> bool:
    """学习贯彻党的二十届三中全会精神专题研讨班: the course is cited, not the session."""
    is_cited = naming.standing is Standing.UPSTREAM
    return is_cited and last.rule == "spirit_of" and naming.start <= last.start


# …大会|上的讲话等多项会议: the rest of another name.
_TAIL_OF_ANOTHER = re.compile(r"上的|上讲话|的讲话|等多")
# 代表团团长会议、预备会议|等会议: a word for those before it.
_AND_SUCH = re.compile(r"等(?:[系一]列|重要|相关|有关)?|[^，。]*[两三四五六七]个")


def _of_people(mark: Mark, prose: Prose, people: People) -> bool:
    """A与B举行会谈 is a reception, which is told as a visit is."""
    if mark.word not in _TALKS:
        return False
    return bool(people.between(prose.clause_start(mark.start), mark.start))


_TALKS = frozenset({"会谈", "工作会谈"})
_OPENS_BARE = re.compile(
    r"(?:确保|保障|护航|(?<![职命免整定])宣布|(?:表决|审议|讨论)?通过了?|决定提交|提交|提请|预祝|祝贺|庆祝|代表[^，。]{1,16}向|向|对|给|使|把|让)$"
)
# 群团|组织|代表向|大会致贺词: 组织 is no verb here.
_GREETS_IT = re.compile(r"代表[^，。；]{0,12}向$")


def _widened(
    prose: Prose, last: Naming, mark: Mark, name: str, people: People
) -> Naming:
    """`last` up to `mark`: its standing is read anew from behind the whole name."""
    wide = _naming(prose, replace_start(mark, last.start), last.start, people)
    return replace(
        wide,
        name=name,
        start=last.start,
        end=mark.end,
        head=last.head + mark.word,
        classification=last.classification or wide.classification,
    )


def replace_start(mark: Mark, start: int) -> Mark:
    """The mark with everything from `start` on as its word's place."""
    return replace(mark, start=max(start, mark.start))


def _conjunct(prose: Prose, last: Naming, mark: Mark, start: int) -> Naming:
    """The second of two meetings; it shares verb and convener with the first."""
    name = _clean(prose.text[start : mark.end])
    body = re.match(
        r"[^，。]{0,12}?(?:委|政府|人大常委会|政协)(?=党组|常务|第|常委|专题)",
        last.name,
    )
    if body and name.startswith(("第", "常务", "常委", "党组", "专题")):
        name = body[0] + name
    return replace(
        last,
        name=name,
        start=start,
        end=mark.end,
        head=mark.word,
        classification=lexicon().headnouns.get(mark.word, Classification.OTHER),
        rule=last.rule,
    )


def _clean(words: str) -> str:
    return re.sub(r"[\s　]", "", words)


def _naming(prose: Prose, mark: Mark, start: int, people: People) -> Naming:
    sentence = prose.sentence_at(mark.start)
    verdict = judge(prose, sentence, start, mark.start, mark.end)
    own = verdict.standing is Standing.OWN
    # Who stands in front of 参加 attends, and calls nothing.
    calls = own and verdict.rule not in {"attended", "spoken_at", "chaired"}
    conveners = (
        find_conveners(prose, people, verdict.verb_start, start) if calls else ()
    )
    name = _clean(prose.text[start : mark.end])
    if verdict.rule == "held" and not conveners:
        name = _of_works(prose, verdict.verb_start, name)
    if own and name in _SIGNINGS:
        name = _of_signing(prose, name)
    return Naming(
        name=name,
        start=start,
        end=mark.end,
        head=mark.word,
        classification=lexicon().headnouns.get(mark.word, Classification.OTHER),
        standing=verdict.standing,
        relation=verdict.relation,
        conveners=conveners,
        sentence=sentence.index,
        verb_start=verdict.verb_start,
        told=verdict.rule in {"held", "held_after", "attended"},
        rule=verdict.rule,
    )


_CEREMONY = re.compile(r"(?:集中|现场|隆重)?[开奠启竣通揭落]\w(?:仪式|典礼)")
# 由某公司承建的|某某核心区开发项目|举行开工仪式: what it was held for is its name.
_WORKS = re.compile(
    r"(?P<what>[\u4e00-\u9fffA-Za-z0-9“”（）·—-]{4,40}?(?:项目|工程|大道|公路|铁路|大桥|产业园))"
    r"(?:在[^，。；的]{2,24})?(?:隆重|正式|集中|顺利|成功)*$"
)


def _of_works(prose: Prose, verb: int, name: str) -> str:
    """开工仪式 → 某某项目开工仪式, where the works stand in front of 举行."""
    if not _CEREMONY.fullmatch(name):
        return name
    left = prose.clause_start(verb)
    what = _WORKS.search(prose.flat[left:verb].rpartition("的")[2])
    return what["what"] + name if what else name


_SIGNINGS = frozenset({"签约仪式", "签字仪式", "协议签署仪式"})
# 昨天下午，某市政府与某银行在京签订战略合作协议。…主持签约仪式.
_SIGNED = re.compile(
    r"(?:^|[，。\n日午])(?P<who>[\u4e00-\u9fff]{2,16}(?:、[\u4e00-\u9fff]{2,16})*与[\u4e00-\u9fff、]{2,40}?)"
    r"(?:在[\u4e00-\u9fff]{1,12}?)?(?:正式|举行)?签[订署](?:了)?(?P<what>[\u4e00-\u9fff]{0,16}协议)"
)


def _of_signing(prose: Prose, name: str) -> str:
    """签约仪式 → 甲与乙战略合作协议签约仪式, by the sentence that tells who signed."""
    signed = _SIGNED.search(prose.flat)
    return signed["who"] + signed["what"] + name if signed else name


def _spread(prose: Prose, naming: Naming) -> Iterator[Naming]:
    """One naming for each convener where several met one after another."""
    apart = re.search(
        r"接连|分别|先后|相继|各自|均",
        prose.flat[max(0, naming.verb_start - 4) : naming.start],
    )
    if naming.standing is Standing.OWN and apart and len(naming.conveners) > 1:
        for convener in naming.conveners:
            yield replace(
                naming,
                name=compose(naming.name, (convener,)),
                conveners=(convener,),
            )
        return
    yield replace(naming, name=compose(naming.name, naming.conveners))
