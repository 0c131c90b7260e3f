"""Lines around the text with the labels found in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pipelines.clean.chrome import is_furniture
from pipelines.clean.labels import KINDS, TAB, Fact, Labelled, labelled
from pipelines.clean.names import is_name
from pipelines.clean.publishers import may_publish
from pipelines.clean.times import stamps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.clean.body import Body
    from pipelines.clean.sheet import Sheet

# Every fact has one of these: a colon, a digit, a bar, somebody's role.
SIGNAL = re.compile(r"[:：|｜丨︱/／\d\t]|[者员生笔写辑校审稿]")
# Characters of a link that is more than a name; or of what is neither link nor date.
ENTRY = 6
DOTS = re.compile("[ \\xa0]+[·•][ \\xa0]+")
# （临江日报 2001年3月5日）
SIGNATURE = re.compile(r"[（(](?P<inside>[^（）()，。]{8,40})[)）]")


class Stated(NamedTuple):
    """One line with its labels."""

    text: str
    found: Sequence[Labelled]


def stated(text: str) -> Stated:
    """A line with its labels. Dots between facts part them as elements do."""
    text = DOTS.sub(TAB, text)
    return Stated(text, labelled(text) if SIGNAL.search(text) else ())


def above(sheet: Sheet, body: Body) -> list[Stated]:
    """Metadata before the text, nearest first, and the lines the text begins with."""
    near = (line for line in reversed(body.header) if not _is_entry(sheet, line))
    lines = [with_next(sheet, line) for line in near]
    if body.parts and body.parts[0].start:
        line, start, _ = body.parts[0]
        lines.insert(0, stated(sheet.simplified[line][:start]))
    return lines


def _is_entry(sheet: Sheet, line: int) -> bool:
    """Whether a line is another article's headline, linked, with its date."""
    source, text = sheet.outline.lines[line], sheet.simplified[line]
    if source.tag != "li" or source.linked <= ENTRY or labelled(text):
        return False
    dates = sum(each.end - each.start for each in stamps(text))
    return dates > 0 and len(text) - dates - source.linked <= ENTRY


def with_next(sheet: Sheet, line: int) -> Stated:
    """A line, and the value on the next for its last label (责任编辑: ⏎ 于文凯)."""
    text = sheet.marked(line)
    if text in KINDS:  # <dt>来源</dt><dd>临江日报</dd>
        text += "："
    said = stated(text)
    found = said.found
    if found and not found[-1].value and line + 1 < len(sheet.simplified):
        value = sheet.simplified[line + 1].strip()
        if _is_value(value, found[-1].fact):
            return stated(said.text + value)
    return said


def _is_value(text: str, fact: Fact) -> bool:
    """Whether a line can be what a label on the line above announces."""
    if fact is Fact.PUBLISHER:
        return may_publish(text) and not stamps(text)
    return is_name(text) and not is_furniture(text)
