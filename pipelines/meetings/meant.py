"""Names of meetings that are only meant: cited, counted, praised, given as an example."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.records.terms import ResponseRelation

if TYPE_CHECKING:
    from pipelines.meetings.look import Look, Verdict


WATCHED = re.compile(r"收听|收看|观看|旁听")
CITE = re.compile(
    r"(?:严格执行|传达学习贯彻|传达学习|传达贯彻|传达|转达|学习贯彻落实|学习贯彻|学习传达|学习|贯彻落实|贯彻执行|"
    r"贯彻|落实|按照|根据|依据|遵照|对标|(?<=[，、。\n])经|就(?!业|医|学|地|近)|听取|研究|审议|筹备|做好|开好|迎接|提交|结合|通过|关于|"
    r"部署|安排|领会|围绕|针对)(?:了)?"
)
# Verbs that cite what a higher body met about; 审议, 筹备, 关于 only name a subject.
_UPSTREAM = re.compile(
    r"[传转]达|学习|贯彻|落实|按照|根据|依据|遵照|对标|结合|领会|围绕"
)
_PROPOSES = re.compile(r"(?:的)?(?:提请|提名|建议|安排|议程|授权)")
_SPIRIT = re.compile(
    r"(?:会议)?(?:的)?(?:重要|主要|有关|部署|讲话)?(?:精神|要求|部署|安排|决策|决定|决议|文件|任务|重要讲话|讲话)"
)
# 全年召开常务会议14次: counted, not told.
_COUNTED = re.compile(
    r"[”]?[ ]?(?:共|累计)?[近约超]?[\d一二三四五六七八九十百]+[余多]?(?:次|场|期|个)"
)
# 全省…调度会结束后，我市立即召开…: what called for the meeting.
_THEREAFTER = re.compile(r"(?:一)?(?:结束|召开|闭幕)(?:之)?后[，]?(?=[^。]{0,40}召开)")
# 某县召开…, 曾在…大会上强调: an example, or long ago.
_EXAMPLE = re.compile(
    r"某[省市县区局镇乡村厂单]|请问|各[类种项](?:重要|大小|专题)?(?:会|活动)|历次|遗体|追悼|告别仪式|曾(?:经|多次|在)|在任期间|任职期间|生前"
)


def as_example(look: Look) -> Verdict | None:
    told = look.before + look.flat[look.start : look.end]
    return look.other("example") if _EXAMPLE.search(told) else None


def watched(look: Look) -> Verdict | None:
    if WATCHED.search(look.verb):
        return look.upstream("watched", ResponseRelation.WATCHED)
    return None


def spirit(look: Look) -> Verdict | None:
    if look.bare or not _SPIRIT.match(look.flat, look.end):
        return None
    return look.upstream("spirit_of", _relation(look.before))


def counted(look: Look) -> Verdict | None:
    return look.other("counted") if _COUNTED.match(look.flat, look.end) else None


# 省…紧急会议后，我市赓即召开…: of a higher body by its first word.
_FROM_ABOVE = re.compile("(?:全国|国务院|国家|中央|全?省|自治区)(?![直属会])")
_AFTER_IT = re.compile(r"(?:之)?后，我?[市州盟县区旗省][^。，]{0,16}召开")


def thereafter(look: Look) -> Verdict | None:
    is_above = _FROM_ABOVE.match(look.flat, look.start)
    follows = _THEREAFTER.match(look.flat, look.end) or (
        is_above and _AFTER_IT.match(look.flat, look.end)
    )
    if look.bare or not follows:
        return None
    return look.upstream("thereafter", ResponseRelation.CALLED_FOR)


def cited(look: Look) -> Verdict | None:
    if look.flat.startswith("以来", look.end):
        return look.other("since")  # 围绕…三次会议以来的工作
    if _UPSTREAM.search(look.before) and not _PROPOSES.match(look.flat, look.end):
        return look.upstream("cited", _relation(look.before))
    return look.other("object") if CITE.search(look.before) else None


def anaphor(look: Look) -> Verdict | None:
    return look.other("anaphor") if look.bare or look.content else None


def of_weight(look: Look) -> Verdict | None:
    """是在…关键时刻召开的一次重要会议: praise of a meeting that has its own name."""
    return (
        look.other("praised")
        if _WEIGHTY.search(look.flat, look.start, look.end)
        else None
    )


_WEIGHTY = re.compile("(?:十分|非常)?重要的?(?:会议|大会)$")


def _relation(before: str) -> ResponseRelation:
    if re.search(r"[传转]达|学习|领会", before):
        return ResponseRelation.CONVEYED
    if WATCHED.search(before):
        return ResponseRelation.WATCHED
    return ResponseRelation.IMPLEMENTS
