"""Days that stand as headings over the items of a chronicle: 2日, 7月2日."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipelines.meetings.prose import Prose, Sentence
    from pipelines.meetings.when import When

FEWEST = 2
"""A single line that is a day may belong to anything."""


def day_above(prose: Prose, dates: tuple[When, ...], index: int) -> When | None:
    """The day on the last line above the sentence `index` that is nothing but a day;
    null where the page has not several such lines."""
    headings = [
        when for when in dates if _is_all(prose, prose.sentence_at(when.start), when)
    ]
    start = prose.sentences[index].start
    if len(headings) < FEWEST:
        return _day_of_mark(prose, dates, start)
    return next((w for w in reversed(headings) if w.start < start), None)


BRIEF = 24
"""Characters of a sentence that sets day and weather: 6月13日，防汛不休息。"""


# What has a day of its own that the next sentence need not share.
_TELLS = re.compile("会|主持|召开|出席|调研|检查")


def day_of_opening(prose: Prose, dates: tuple[When, ...], index: int) -> When | None:
    """The day with which a brief sentence opens the paragraph of the next one."""
    if not index:
        return None
    before, here = prose.sentences[index - 1 : index + 1]
    first = index == 1 or prose.sentences[index - 2].paragraph != before.paragraph
    if not first or before.paragraph != here.paragraph:
        return None
    words = prose.flat[before.start : before.end]
    if len(words) > BRIEF or _TELLS.search(words):
        return None
    opens = (w for w in dates if before.start <= w.start <= before.start + 2)
    return next((when for when in opens if when.date), None)


def _day_of_mark(prose: Prose, dates: tuple[When, ...], start: int) -> When | None:
    """△ opens one more entry of the day that the entries above it are of."""
    line = prose.flat.rfind("\n", 0, start) + 1
    if not prose.flat.startswith(("△", "▲"), line):
        return None
    opening = [w for w in dates if w.start < line and _opens_line(prose.flat, w)]
    return opening[-1] if opening else None


def _opens_line(flat: str, when: When) -> bool:
    line = flat.rfind("\n", 0, when.start) + 1
    return not flat[line : when.start].strip(" \u3000△▲◆●■")


def _is_all(prose: Prose, sentence: Sentence, when: When) -> bool:
    words = prose.flat[sentence.start : sentence.end].strip(" \u3000：")
    return len(words) <= when.end - when.start
