"""Meetings as the text names them: own, upstream, or only talked about.

A name ends with a head noun (工作会议, 调度会); it begins behind the verb that holds
it. A naming is *own* where the text tells that the meeting took place: it was 召开 or
举行, someone 主持, 出席 or spoke 在…上. It is *upstream* behind verbs of citing
(传达, 贯彻落实, 收听收看).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from pipelines.lexicon.lexicon import lexicon
from pipelines.meetings.adverbs import adverbs
from pipelines.meetings.conveners import Convener, compose, find_conveners
from pipelines.meetings.heads import find_heads
from pipelines.meetings.look import CITES_ALSO, EVENT, Standing
from pipelines.meetings.prose import MASK
from pipelines.meetings.standing import CARRIED_OUT, CITE, HELD_AFTER, INSIDE, judge
from pipelines.records.terms import Classification, ResponseRelation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.meetings.marks import Mark, Marks
    from pipelines.meetings.people import People
    from pipelines.meetings.prose import Prose
    from pipelines.meetings.times import When

MAX_NAME = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One place where a meeting is named."""

    name: str
    """As printed without inner spaces; composed where the convener names it."""
    start: int
    end: int
    head: str
    classification: Classification | None
    """By the head noun; null where the organ decides."""
    standing: Standing
    relation: ResponseRelation | None = None
    """For an upstream naming."""
    conveners: tuple[Convener, ...] = ()
    sentence: int
    verb_start: int
    """Of the verb that decides its standing; `start` where there is none."""
    told: bool
    """Told as an event (召开, 举行), not merely named (在…上强调)."""
    rule: str


@cache
def _leading() -> re.Pattern[str]:
    """What stands between a verb and the name that it opens: 召开|了一次|会议."""
    return re.compile(
        rf"(?:{adverbs()}|[一二三四五六七八九十]{{1,2}}、|（[一二三四五六七八九十]{{1,2}}）|(?:[\u4e00-\u9fff]{{0,8}}[报网台社]|又)?讯(?=[（\s])|(?:【[^】\n]{{1,8}}】)?[\u4e00-\u9fff]{{2,16}}(?:\d{{1,2}}月)?\d{{1,2}}日[讯电](?=[（\s])|(?:历时|为期|会期)[^，。]{{1,8}}的|[\u4e00-\u9fff-]{{2,24}}（(?:记者|通讯员)[^（）\n]{{1,40}}）|新选出的|[△▲●■◆]|（[^（）\n]{{0,30}}(?:记者|通讯员)[^（）\n]{{0,40}}）|[了的着、好「『]|这是|该局|该院|该校|该公司|会上|[上下]午|晚上|一次|一场|本次|此次|这次|首场|上述|有关|"
        r"将|拟|正在|"
        r"同时|随后|接下来|之后|紧接着|(?:我|本)(?=[市县省区州])|\s)+"
    )


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
    joint = _joint(flat, last, mark)
    if last is not None and joint == "one":
        name = _clean(prose.text[last.start : mark.end])
        if last.name not in name:
            name = last.name + _clean(prose.text[last.end : mark.end])
        return [*rows[:-1], _widened(prose, last, mark, name, people)]
    start = _name_start(prose, mark, people, dates)
    if mark.word in _BARE_HEADS and _GREETS_IT.search(flat, start, mark.start):
        return rows
    if mark.word in _BARE_HEADS and _OPENS_BARE.search(flat, start, mark.start):
        start = mark.start
    if last is not None and joint == "two":
        start = max(start, _after_connector(flat, last.end))
        return [*rows, _conjunct(prose, last, mark, start)]
    if last is not None and start < last.end and not _holds(last, start):
        start = last.end
    if last is not None and start == last.end and _of_spirit(flat, last):
        start = last.start
    if last is not None and start == last.end:
        start = _behind_last_speech(flat, last.end, mark.start)
    if mark.end - start > MAX_NAME or _of_people(mark, prose, people):
        return rows
    if _TAIL_OF_ANOTHER.match(flat, start):
        return rows
    naming = _naming(prose, mark, start, people)
    if last is not None and _names_it_too(last, naming):
        return [*rows[:-1], naming]
    return [*rows, naming]


def _names_it_too(last: Naming, naming: Naming) -> bool:
    """学习贯彻党的二十届三中全会精神专题研讨班: the course is cited, not the session."""
    is_cited = naming.standing is Standing.UPSTREAM
    return is_cited and last.rule == "spirit_of" and naming.start <= last.start


# 在…集体学习|时、在|…开班式上的讲话: several speeches of one man.
_NEXT_SPEECH = re.compile(r"(?:时|上|中|期间)(?:、|和|以及|及|，)(?:以及)?在?")


def _behind_last_speech(flat: str, end: int, limit: int) -> int:
    match = _NEXT_SPEECH.match(flat, end, limit)
    return match.end() if match else end


# …大会|上的讲话等多项会议: the rest of another name.
_TAIL_OF_ANOTHER = re.compile(r"上的|上讲话|的讲话|等多")


def _of_people(mark: Mark, prose: Prose, people: People) -> bool:
    """A与B举行会谈 is a reception, which is told as a visit is."""
    if mark.word not in _TALKS:
        return False
    return bool(people.between(prose.clause_start(mark.start), mark.start))


_TALKS = frozenset({"会谈", "工作会谈"})
# 宣布|大会开幕, 代表市妇联向|大会: the words before say what is done to the meeting.
_BARE_HEADS = frozenset({"大会", "会议", "全会", "座谈会", "论坛"})
_OPENS_BARE = re.compile(
    r"(?:确保|保障|护航|(?<![职命免整定])宣布|(?:表决|审议|讨论)?通过了?|决定提交|提交|提请|预祝|祝贺|庆祝|代表[^，。]{1,16}向|向|对|给|使|把|让)$"
)
# 群团|组织|代表向|大会致贺词: 组织 is no verb here.
_GREETS_IT = re.compile(r"代表[^，。；]{0,12}向$")
# 人大常委会|第十三次|会议, 联席会议|第二次|全体会议: a body's name and its number.
_NUMBERED = re.compile(
    r"(?:主席团|常务主席|秘书长|全体)?(?:\d{4}年)?(?:度)?第?[一二三四五六七八九十百\d]{1,4}次(?:常务|全体|常委|主任)?(?:（扩大）)?"
)
_CONNECTORS_ONE = re.compile(r"暨|及(?!时|其)|套开")


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


def _holds(last: Naming, start: int) -> bool:
    """学习十七届四中全会精神|专题会: the first head is part of the second's name."""
    return last.rule == "spirit_of" and start <= last.start


def _of_spirit(flat: str, last: Naming) -> bool:
    """全会精神省委宣讲团报告会: what is preached about is part of the name."""
    return last.rule == "spirit_of" and bool(_PREACHED.match(flat, last.end))


_PREACHED = re.compile("精神[^，。和及与、]{0,8}(?:宣讲|报告会|辅导|研讨|专题)")


# 县政协十届六次会议|集中协商议政会议: what a session holds under its own name.
_SESSION = re.compile(r"届[^，。]{0,8}次(?:全体)?会议$")
_OF_SESSION = re.compile(
    r"(?!上|期间|的|以来|精神|决定|要求|和|与|及|前|后|将|已|在|于|由|并|闭|开|召|举|胜|隆|圆|第)[\u4e00-\u9fff]{2,10}"
)


# 人民代表大会|第五次会议代表中的中共党员|会议: who of the session met.
_OF_ITS_MEMBERS = re.compile(
    r"第[一二三四五六七八九十\d]{1,3}次会议代表[\u4e00-\u9fff]{2,10}"
)


def _of_session(last: Naming, between: str) -> bool:
    if EVENT.search(between):
        return False  # …第四次会议主席团|举行第三次会议
    if _OF_ITS_MEMBERS.fullmatch(between):
        return True
    return bool(_SESSION.search(last.name) and _OF_SESSION.fullmatch(between))


_CONNECTORS_TWO = re.compile(r"和|与|、|以及|并(?![传转]达|学习|宣读|通报)|及")
# 中央政法工作会议及|全省…会议: the second has a level of its own.
_AND_ONE_MORE = re.compile(
    r"(?:以)?及(?:全[国省市县区州]|中央|中共|国务院|[省市县区州](?:委|政府|人大|政协|纪委))"
)


def _joint(flat: str, last: Naming | None, mark: Mark) -> str | None:
    """`one`: 暨, 及 join two heads to one name; `two`: 和 names a second meeting."""
    if last is None or mark.start - last.end > 30 or mark.start < last.end:
        return None
    if mark.end - last.start > 2 * MAX_NAME:
        return None  # no meeting is called so
    between = flat[last.end : mark.start]
    # 专题党课|报告会, 论坛暨大会|新闻发布会: two nouns side by side name one thing.
    is_sitting = between in ("", "工作", "集中") and (
        mark.word not in _BARE_HEADS or _SESSION.search(last.name) is not None
    )
    if is_sitting or _NUMBERED.fullmatch(between) or _of_session(last, between):
        return "one"
    if re.search(r"[，。；：！？\n]", between) or EVENT.search(between):
        return None
    if _AND_ONE_MORE.match(between):
        return "two"
    if _CONNECTORS_ONE.match(between):
        return "one"
    return "two" if _CONNECTORS_TWO.match(between) else None


def _after_connector(flat: str, end: int) -> int:
    match = _CONNECTORS_TWO.match(flat, end)
    return match.end() if match else end


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


def _name_start(
    prose: Prose, mark: Mark, people: People, dates: tuple[When, ...]
) -> int:
    flat = prose.flat
    left = prose.clause_start(mark.start)
    start = left
    if mark.word.endswith("党课") or CARRIED_OUT.search(flat[left : mark.start]):
        return mark.start
    events = list(EVENT.finditer(flat, left, mark.start))
    also = CITES_ALSO.search(flat, events[-1].end(), mark.start) if events else None
    if also is not None:
        start = also.end()
    elif events:
        start = events[-1].end()
    elif (inside := INSIDE.search(flat, left, mark.start)) is not None:
        start = inside.end()
    elif not HELD_AFTER.match(flat, mark.end):
        for cite in CITE.finditer(flat, left, mark.start):
            start = cite.end()
    for mention in people.between(left, mark.start):
        if not _OF_THOUGHT.match(flat, mention.end, mark.start):
            start = max(start, mention.end)
    for host in _HOSTED.finditer(flat, start, mark.start):
        start = host.end()
    for spirit in _SPIRIT_AND.finditer(flat, start, mark.start):
        start = spirit.end()
    decides = _DECIDES.match(flat, start, mark.start)
    start = decides.end() if decides else start
    return _skip_leading(flat, start, mark.start, dates)


# 学习贯彻习近平|总书记考察云南重要讲话精神省委宣讲团|报告会: his words are the subject.
_OF_THOUGHT = re.compile(
    r"(?:总书记|同志|新时代)[^，。；\n]{0,30}?(?:精神|思想|论述)(?=[^，。；\n]{0,16}$)"
)


# 由市委宣传部联合主办的|某某论坛.
_HOSTED = re.compile(r"由[^，。；\n]{2,50}?(?:主办|承办|举办|组织|召集)的")
# 会议决定|市…常委会第十次会议于2月下旬召开.
_DECIDES = re.compile("(?:会议)?(?:还)?(?:研究)?(?:决定|确定)")
# …重要指示精神及|省委全会: the second of two things that are cited.
_SPIRIT_AND = re.compile(r"(?:精神|讲话|指示|批示|部署|要求)(?:和|及|以及|与|、)")


def _skip_leading(flat: str, start: int, limit: int, dates: tuple[When, ...]) -> int:
    moved = True
    while moved:
        moved = False
        leading = _leading().match(flat, start, limit)
        if leading:
            start, moved = leading.end(), True
        for when in dates:
            if when.start == start and when.end <= limit:
                start, moved = when.end, True
    return start


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
