"""应到, 实到 and 请假, where the page counts them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.numerals import read_number
from pipelines.records.people import Attendance

if TYPE_CHECKING:
    from pipelines.meetings.prose import Prose, Sentence

_COUNT = r"[^，。；\n\d]{0,12}?(\d{1,5}|[一二三四五六七八九十百]{1,5})[名人位]"
_EXPECTED = re.compile(rf"(?:应到|应出席|应参会){_COUNT}")
_PRESENT = re.compile(rf"(?:实到|实出席|实际到会|出席会议的[^，。；]{{0,10}}){_COUNT}")
_ABSENT = re.compile(rf"(?:请假|缺席|因[公事病]{{1,3}}(?:未能出席|请假)){_COUNT}")


def read_attendance(
    prose: Prose, sentences: tuple[Sentence, ...]
) -> tuple[Attendance, tuple[int, int]] | None:
    """应到, 实到 and 请假, where the page counts them."""
    for sentence in sentences:
        span = (sentence.start, sentence.end)
        expected = _EXPECTED.search(prose.flat, *span)
        present = _PRESENT.search(prose.flat, *span)
        if expected is None and (present is None or "实" not in present[0]):
            continue
        absent = _ABSENT.search(prose.flat, *span)
        counts = [m for m in (expected, present, absent) if m]
        return Attendance(
            expected=_count(expected), present=_count(present), absent=_count(absent)
        ), (min(m.start() for m in counts), max(m.end() for m in counts))
    return None


def _count(match: re.Match[str] | None) -> int | None:
    return None if match is None else read_number(match[1])
