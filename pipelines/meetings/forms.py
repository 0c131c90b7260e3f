"""Minutes in form layout: 时间：…, 地点：…, 主持：…, 出席：…, one fact a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.meetings.labels import LABEL
from pipelines.meetings.mention import Mention
from pipelines.meetings.name_shape import shape_is_name
from pipelines.meetings.names import read_name
from pipelines.meetings.titles import Title
from pipelines.records.terms import PostRole

if TYPE_CHECKING:
    from collections.abc import Iterator

# 关于…有关问题的会议纪要: the name of what the minutes are of.
_MINUTES = re.compile(
    r"(?m)^[ \u3000]*(?P<name>[^\n。]{2,50}?会议?)(?:议定事项|议事)?(?:会议)?(?:纪要|记录|图文(?:回放|实录|直播)|文字实录)[ \u3000]*$"
)
_NUMBERED = re.compile(r"[（(〔\[]?\d{4}[）)〕\]]?(?:第)?\d+[号期]")
_TOKEN = re.compile(r"[^ \u3000、，；\n]+")
_UNIT = re.compile(
    r"[\u4e00-\u9fff]{2,14}?(?:[局委办部院厅处科站所组室镇乡村社校厂]|街道|中心|公司|支队|大队|银行|法院|集团|联社|社区|支行|学校|医院|民警|干警|教师|医生)$"
)


def form_time(flat: str) -> int | None:
    """Where the form's time stands; null for a text that is no form."""
    labels = list(LABEL.finditer(flat))
    times = [match.end() for match in labels if match["time"]]
    return times[0] if times and any(match["seats"] for match in labels) else None


def minutes_name(*texts: str) -> tuple[str, int, int] | None:
    """Name of the meeting that the minutes are of, with its place in the text that
    names it; the fullest of the lines that end with 纪要."""
    rows = [m for text in texts for m in _MINUTES.finditer(text)]
    rows = [m for m in rows if not _NUMBERED.fullmatch(m["name"])]
    if not rows:
        return None
    best = max(rows, key=lambda m: len(m["name"]))
    return best["name"], *best.span("name")


def form_people(flat: str, taken: frozenset[int]) -> Iterator[Mention]:
    """People of a form's lists: 市发改局 郝立新, each with the unit beside the name."""
    for label in LABEL.finditer(flat):
        if label["seats"]:
            end = flat.find("\n", label.end())
            yield from _in_line(
                flat, label.end(), end if end >= 0 else len(flat), taken
            )


def _in_line(
    flat: str, start: int, end: int, taken: frozenset[int]
) -> Iterator[Mention]:
    unit: re.Match[str] | None = None
    at = start
    while (token := _TOKEN.search(flat, at, end)) is not None:
        at = token.end()
        if _is_unit(token[0]):
            unit = token
            continue
        name = read_name(flat, token.start(), listed=True)
        if name is None or name.end > end or token.start() in taken:
            unit = None
            continue
        titles = (_title_of(unit),) if unit else ()
        yield Mention(
            name=name.text,
            start=name.start,
            end=name.end,
            chain_start=unit.start() if unit else name.start,
            titles=titles,
            rule="name_in_form",
        )
        at, unit = max(at, name.end), None


def _is_unit(token: str) -> bool:
    """农水科 begins with a surname and is none: an office's ending decides."""
    if _UNIT.fullmatch(token) is None:
        return False
    return token[-1] in "局委办部院厅处科站所组室" or not shape_is_name(token)


def _title_of(unit: re.Match[str]) -> Title:
    """The unit is all of the office that a form prints."""
    return Title(
        label=unit[0],
        office=unit[0],
        role=PostRole.OTHER,
        qualifier=None,
        start=unit.start(),
        end=unit.end(),
    )
