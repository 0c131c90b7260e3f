"""What a meeting answers to: upstream meetings that it watched, conveyed, implements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.meetings.keys import is_generic, name_key
from pipelines.meetings.look import Standing
from pipelines.meetings.places import resolve
from pipelines.meetings.roles import SAYING
from pipelines.records.proceedings import Response
from pipelines.records.terms import ResponseKind, ResponseRelation

if TYPE_CHECKING:
    from pipelines.meetings.naming import Naming
    from pipelines.meetings.setting import Setting

# Names that mean no single meeting: 有关会议, 一系列会议, 中央和省市会议.
_VAGUE = re.compile(
    r"有关|相关|系列|各类|各种|历次|上级|各级|重要会议|以及|^各|要把|情况和|代表[^大]|^(?:此次|本次|这次|按|该)|两会$|报告|^[把将对的]|^(?:主席|主任|常委会?|党组|常务|书记)会议?$"
)


def read_responses(
    namings: tuple[Naming, ...],
    indices: frozenset[int],
    own: frozenset[str],
    setting: Setting,
    flat: str,
) -> tuple[tuple[Response, tuple[int, int]], ...]:
    """Upstream meetings named in the sentences `indices`, first telling first.

    `own`: names of the page's own meetings, which are no upstream.
    """
    rows: dict[str, tuple[Response, tuple[int, int]]] = {}
    own_keys = {name_key(name) for name in own}
    for naming in namings:
        if naming.standing is not Standing.UPSTREAM or naming.sentence not in indices:
            continue
        if _TO_CALL.search(flat, max(0, naming.start - 24), naming.start):
            continue
        if naming.relation is not ResponseRelation.CONVEYED and _MADE_FOR.match(
            flat, naming.end
        ):
            continue
        if naming.relation is not ResponseRelation.WATCHED and _is_told(flat, naming):
            continue
        key = name_key(naming.name)
        if naming.name in own or (key and key in own_keys and not _higher(naming.name)):
            continue
        if _VAGUE.search(naming.name) or is_generic(naming.name):
            continue
        place = resolve(naming.name, setting)
        response = Response(
            name=naming.name,
            name_key=key,
            kind=ResponseKind.MEETING,
            relation=naming.relation or ResponseRelation.IMPLEMENTS,
            level=place.level,
            area_id=place.area_id,
        )
        rows.setdefault(naming.name, (response, (naming.start, naming.end)))
    return tuple(rows.values())


# 关于召开…会议的决定: what is called is no upstream meeting.
_TO_CALL = re.compile(
    r"(?:关于(?:召开|举行)[^，。；]{0,6}|提请|提交|即将(?:召开|举行)的)$"
)
# 审议通过市政协五届六次会议有关文件: what is made for it, and it is not yet held.
_MADE_FOR = re.compile("(?:的?(?:有关|相关))?(?:文件|事项|议程|日程|筹备)|审议")


def _is_told(flat: str, naming: Naming) -> bool:
    """Whether it stands in what somebody says others should study."""
    start = max(flat.rfind(mark, 0, naming.start) for mark in "。\n！") + 1
    return SAYING.search(flat, start, naming.start) is not None


def _higher(name: str) -> bool:
    """Whether the name says a level of its own (全国…, 省…, 中央…)."""
    return re.match(r"全国|中央|国务院|全省|省|全区|自治区|全市", name) is not None
