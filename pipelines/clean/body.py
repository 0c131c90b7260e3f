"""Which lines, and which parts of them, are the article's text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from pipelines.clean.chrome import ends_article, is_breadcrumb, is_furniture
from pipelines.clean.credits import NOBODY, Credits, of_ending, of_labels, of_line
from pipelines.clean.headline import squeeze
from pipelines.clean.labels import Fact, labelled
from pipelines.clean.prose import MARK
from pipelines.clean.times import stamps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.clean.sheet import Sheet

# A line of metadata holds no more than this beside its labels and dates.
LONGEST_META = 160
PROSE_LINE = 60


class Part(NamedTuple):
    """A part of one line."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The article's text as parts of lines, and what was passed over."""

    parts: tuple[Part, ...]
    header: range
    """Lines before the text that state facts."""
    footer: range
    """Lines after the text that may state facts."""
    credits: Credits
    """People of bylines that were cut off the text."""
    dropped: tuple[int, ...]
    """Furniture between the parts."""


def find_body(sheet: Sheet, title: int | None) -> Body:
    """The text below the headline, down to the first line that ends articles."""
    lines = sheet.simplified
    start = max(sheet.outline.body.start, -1 if title is None else title + 1)
    stop = sheet.outline.body.stop
    first = _first(sheet, start, stop)
    parts, dropped, end = _parts(sheet, first, stop)
    parts, people = _without_bylines(lines, parts)
    header_start = max(0, (start if title is None else title) - 12)
    return Body(
        parts=tuple(parts),
        header=range(header_start, first.line),
        footer=range(end, min(len(lines), end + 14)),
        credits=people,
        dropped=tuple(dropped),
    )


def _first(sheet: Sheet, start: int, stop: int) -> Part:
    """Where the text begins: after the lines that state facts."""
    for line in range(start, stop):
        text = sheet.simplified[line]
        if is_furniture(text) or is_breadcrumb(text) or _is_summary(sheet, line):
            continue
        offset = meta_end(text)
        if offset < len(text):
            return Part(line, offset, len(text))
    return Part(stop, 0, 0)


def meta_end(text: str) -> int:
    """Length of the metadata that a line begins with; 0 where it begins with text."""
    found = labelled(text[:LONGEST_META])
    times = stamps(text[:LONGEST_META])
    if not found and not times:
        return 0
    if len(text) <= LONGEST_META and not MARK.search(_without(text)):
        return len(text)
    begin = min([each.start for each in found] + [each.start for each in times])
    if begin > 0 or not times or not (found or times[0].timed):
        return 0
    return times[-1].end if times[-1].end < LONGEST_META else 0


def _without(text: str) -> str:
    found = labelled(text)
    head = text[: found[0].start] if found else text
    for stamp in reversed(stamps(head)):
        head = head[: stamp.start] + head[stamp.end :]
    return head


def _is_summary(sheet: Sheet, line: int) -> bool:
    """摘要 that repeats the lead, cut off."""
    found = labelled(sheet.simplified[line][:12])
    return bool(found) and found[0].fact is Fact.SUMMARY and found[0].start <= 1


def _parts(sheet: Sheet, first: Part, stop: int) -> tuple[list[Part], list[int], int]:
    parts: list[Part] = []
    dropped: list[int] = []
    lines = sheet.simplified
    for line in range(first.line, stop):
        text = lines[line]
        start = first.start if line == first.line else 0
        if line > first.line and (ends_article(text) or _ends_by_label(text)):
            return parts, dropped, line
        if is_furniture(text):
            dropped.append(line)
            continue
        parts.append(Part(line, start, len(text)))
    return parts, dropped, stop


def _ends_by_label(text: str) -> bool:
    if len(text) > LONGEST_META:
        return False
    found = labelled(text)
    return (
        bool(found)
        and found[0].start <= 3
        and found[0].fact
        in {
            Fact.EDITOR,
            Fact.REVIEWER,
            Fact.ORIGINAL_TITLE,
            Fact.PUBLISHER,
        }
    )


def _without_bylines(
    lines: Sequence[str], parts: list[Part]
) -> tuple[list[Part], Credits]:
    """Cuts bylines off the end of the text."""
    people = NOBODY
    while parts:
        line, start, _ = parts[-1]
        text = lines[line]
        found = of_line(text) + of_labels(text) if len(text) < PROSE_LINE else NOBODY
        if not found:
            break
        people = found + people
        parts.pop()
    if parts:
        line, start, _ = parts[-1]
        end, found = of_ending(lines[line])
        people = found + people
        end = len(lines[line][:end].rstrip())
        parts[-1] = Part(line, start, end)
        if end <= start:
            parts.pop()
    return parts, people


def is_title_again(text: str, title: str) -> bool:
    """Whether a line only repeats the headline."""
    return squeeze(text) == squeeze(title)
