"""Days that stand as headings over the items of a chronicle: 2日, 7月2日."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipelines.meetings.prose import Prose, Sentence
    from pipelines.meetings.times import When

FEWEST = 2
"""A single line that is a day may belong to anything."""


def day_above(prose: Prose, dates: tuple[When, ...], index: int) -> When | None:
    """The day on the last line above the sentence `index` that is nothing but a day;
    null where the page has not several such lines."""
    headings = [
        when for when in dates if _is_all(prose, prose.sentence_at(when.start), when)
    ]
    if len(headings) < FEWEST:
        return None
    start = prose.sentences[index].start
    return next((w for w in reversed(headings) if w.start < start), None)


def _is_all(prose: Prose, sentence: Sentence, when: When) -> bool:
    words = prose.flat[sentence.start : sentence.end].strip(" \u3000：")
    return len(words) <= when.end - when.start
