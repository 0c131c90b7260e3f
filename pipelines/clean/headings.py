"""Section headings inside the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.records.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipelines.clean.mending import Laid

LONGEST = 40
# 一、压实责任; （二）…; 第一章; 01: numbers that sections are counted by.
NUMBERED = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]"
    r"|第[一二三四五六七八九十百]{1,4}[章节编部]|0\d$|[●■◆▌]"
)
SENTENCE_END = re.compile(r"[。！？；，：、…”]$")
HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
BOLD = 0.9


def headings(laid: Iterable[Laid]) -> tuple[Span, ...]:
    """Spans, in the article's text, of the lines that head a section."""
    found = []
    for each in laid:
        offset = each.offset
        for line, start, end in each.parts:
            if _is_heading(each, line, start, end):
                found.append(Span(start=offset, end=offset + end - start))
            offset += end - start + 1
    return tuple(found)


def _is_heading(laid: Laid, line: int, start: int, end: int) -> bool:
    text = laid.sheet.simplified[line][start:end]
    if len(text) > LONGEST or SENTENCE_END.search(text):
        return False
    source = laid.sheet.outline.lines[line]
    if source.tag in HEADINGS or NUMBERED.match(text):
        return True
    return source.bold > BOLD * len(source.text)
