"""The words around one name of a meeting, and what can be said of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from pipelines.records.terms import ResponseRelation

if TYPE_CHECKING:
    from pipelines.meetings.prose import Prose, Sentence


class Standing(StrEnum):
    OWN = "own"
    UPSTREAM = "upstream"
    OTHER = "other"
    """Planned, demanded, or meant by a mere 会议."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A standing, the verb that decides it, and the id of the rule."""

    standing: Standing
    rule: str
    verb_start: int
    relation: ResponseRelation | None = None
    """For an upstream meeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The words around one name, which ends at `end`."""

    flat: str
    before: str
    """From the start of the clause to the name."""
    opening: str
    """How the sentence begins, up to its first mark."""
    start: int
    """Of the name."""
    end: int
    bare: bool
    """The name is a mere head noun (会议)."""
    content: bool
    """The clause is what somebody said or demanded, not what happened."""
    verb: str
    """The last verb in front that holds a meeting; empty for none."""
    verb_start: int
    verb_end: int

    def own(self, rule: str) -> Verdict:
        return Verdict(standing=Standing.OWN, rule=rule, verb_start=self.verb_start)

    def other(self, rule: str) -> Verdict:
        return Verdict(standing=Standing.OTHER, rule=rule, verb_start=self.verb_start)

    def upstream(self, rule: str, relation: ResponseRelation) -> Verdict:
        return Verdict(
            standing=Standing.UPSTREAM,
            rule=rule,
            verb_start=self.verb_start,
            relation=relation,
        )


EVENT = re.compile(
    r"(?:主持召开|组织召开|召集召开|联合召开|共同召开|召开|举行|举办|组织开展|开展|召集(?!人)|主持(?!人)|出席|参加|列席(?!组)|聆听|"
    r"收听收看|收看收听|收看|收听|观看|旁听)(?:了|完了?)?|"
    r"(?<![国省市县区州旗党层])(?<!委(?=组织(?!专题|集中|全体|党员|干部|机关|班子)))组织(?!部|法|委|生活|关系|工作|人事|建设|纪律|原则|机构|领导)(?=(?:(?!参加|观看|收看|收听|出席|召开|举行|开展|人员)[\u4e00-\u9fff（）“”]){0,26}?"
    r"$)"
)


# 主持第一次全体会议并传达|省纪委二次全会精神: another verb holds the name.
CITES_ALSO = re.compile("并(?:[传转]达(?:学习|贯彻)?|学习(?:贯彻)?|宣读|通报)")


def look_at(
    prose: Prose, sentence: Sentence, start: int, head_start: int, end: int
) -> Look:
    """The words around the name from `start` to `end`, whose head noun is given."""
    left = prose.clause_start(head_start)
    events = list(EVENT.finditer(prose.flat, left, max(start, left)))
    last = events[-1] if events else None
    if last and CITES_ALSO.search(prose.flat, last.end(), max(start, last.end())):
        last = None
    return Look(
        flat=prose.flat,
        before=prose.flat[left:start],
        opening=prose.flat[sentence.start : min(sentence.start + 8, left)].strip(),
        start=start,
        end=end,
        bare=start == head_start,
        content=_in_content(prose.flat, sentence, left),
        verb=last[0] if last else "",
        verb_start=last.start() if last else start,
        verb_end=last.end() if last else start,
    )


_DEMAND = re.compile(
    r"^[\s“]*(?:[一二三四五六七八九十]是|[一二三四五六七八九十]要|要|必须|各级|各地|各部门|各单位|第[一二三四五六七八九](?:，|阶段))"
)
_AHEAD = re.compile(
    r"预告|下周[一二三四五六]|明[日天]|近期将|拟于|即将(?!来临|到来|结束|过去|离任|退休)"
)


# 强调，… is followed by what was said; 总书记强调的… is not.
_SAID = re.compile(
    # 按照…的通知要求，…: a noun.
    r"(?:强调|指出|(?<!的)(?<!通知|部署|工作|指示|统一|文件|有关|相关|上级|规定)要求|"
    r"表示|认为|希望|提出|说)(?=[，：“▒]|要|全|各|今天|这|此次)"
)
_DAY = re.compile(r"\d日|昨[日天]|今[日天]|会前|会后|随后")


def _in_content(flat: str, sentence: Sentence, left: int) -> bool:
    """Whether the clause is said, demanded or announced, not what happened."""
    ahead = _AHEAD.search(flat, sentence.start, max(sentence.start, left))
    if ahead and not _DAY.search(flat, ahead.end(), left):
        return True
    said = _SAID.search(flat, sentence.start, max(sentence.start, left))
    if said and not _DAY.search(flat, said.end(), left):
        return True
    return _DEMAND.match(flat[sentence.start : sentence.end]) is not None
