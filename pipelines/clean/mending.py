"""The page's repairs told by kind, with the place of the first in the text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from pipelines.clean.spam import MARK
from pipelines.decode.repair import repair
from pipelines.records.article import Repair
from pipelines.records.document import Edit, RepairKind
from pipelines.records.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipelines.clean.body import Part
    from pipelines.clean.sheet import Sheet
    from pipelines.clean.watermarks import Watermark

SHOWN = 40


class Laid(NamedTuple):
    """One page's part of the article's text."""

    sheet: Sheet
    parts: Sequence[Part]
    offset: int
    """Where it begins in the article's text."""


def repairs(laid: Sequence[Laid], page: Iterable[Edit]) -> tuple[Repair, ...]:
    """One row a kind: counted over the pages, placed in the text.

    `page`: repairs of whole pages, made before their text was laid out.
    """
    found: dict[RepairKind, list[tuple[Edit, Span | None]]] = {}
    for edit in page:
        found.setdefault(edit.kind, []).append((edit, None))
    for each in laid:
        places = _places(each)
        for edit in each.sheet.edits:
            script = edit.kind is RepairKind.SCRIPT
            row = _script(edit, each) if script else (edit, _span(edit, places))
            found.setdefault(edit.kind, []).append(row)
    return tuple(_row(kind, rows) for kind, rows in found.items())


def one_a_kind(rows: Iterable[Repair]) -> tuple[Repair, ...]:
    """Rows of one kind put together, the first that has a place leading."""
    merged: dict[RepairKind, Repair] = {}
    for row in rows:
        before = merged.get(row.kind)
        if before is None:
            merged[row.kind] = row
            continue
        lead = row if before.span is None and row.span is not None else before
        merged[row.kind] = replace(lead, count=before.count + row.count)
    return tuple(merged.values())


def removals(
    sheet: Sheet, lines: Sequence[int], kind: RepairKind
) -> tuple[Repair, ...]:
    """The row for whole lines that were taken out of the text."""
    if not lines:
        return ()
    first = sheet.simplified[lines[0]]
    return (
        Repair(kind=kind, count=len(lines), span=None, before=first[:SHOWN], after=""),
    )


def marks(text: str, phrase: str | None) -> tuple[Repair, ...]:
    """The row for a phrase that overwrote a name and is marked in `text`."""
    if phrase is None:
        return ()
    mark = MARK * len(phrase)
    at = text.find(mark)
    span = None if at < 0 else Span(start=at, end=at + len(mark))
    count = text.count(mark)
    return (
        Repair(kind=RepairKind.SPAM, count=count, span=span, before=phrase, after=mark),
    )


def stamped(text: str, watermarks: Sequence[Watermark]) -> tuple[Repair, ...]:
    """The row for watermarks that were taken out of `text`."""
    if not watermarks:
        return ()
    first = watermarks[0]
    left, right = (repair(each).simplified for each in (first.before, first.after))
    at = text.find(left + right)
    place = at + len(left)
    return (
        Repair(
            kind=RepairKind.WATERMARK,
            count=len(watermarks),
            span=None if at < 0 else Span(start=place, end=place),
            before=f"{first.before}{first.text}{first.after}"[:SHOWN],
            after=f"{first.before}{first.after}",
        ),
    )


def _script(edit: Edit, laid: Laid) -> tuple[Edit, Span | None]:
    """The one row for all converted characters, placed at the first in the text."""
    offset = laid.offset
    for line, start, end in laid.parts:
        before = laid.sheet.published[line][start:end]
        after = laid.sheet.simplified[line][start:end]
        if before != after:
            at = next(i for i, char in enumerate(before) if char != after[i])
            near = slice(max(0, at - 1), at + 2)
            span = Span(start=offset + at, end=offset + at + 1)
            return replace(edit, before=before[near], after=after[near]), span
        offset += end - start + 1
    return edit, None


def _places(laid: Laid) -> list[tuple[int, int, int]]:
    """For each part: its start and end in the repaired text, its start in the article."""
    places = []
    offset = laid.offset
    for line, start, end in laid.parts:
        at = laid.sheet.starts[line]
        places.append((at + start, at + end, offset))
        offset += end - start + 1
    return places


def _span(edit: Edit, places: Sequence[tuple[int, int, int]]) -> Span | None:
    index = bisect_right(places, edit.start, key=lambda place: place[0]) - 1
    if index < 0:
        return None
    start, end, offset = places[index]
    if edit.end > end:
        return None
    shift = offset - start
    return Span(start=edit.start + shift, end=edit.end + shift)


def _row(kind: RepairKind, rows: Sequence[tuple[Edit, Span | None]]) -> Repair:
    edit, span = next((row for row in rows if row[1] is not None), rows[0])
    return Repair(
        kind=kind,
        count=sum(each.count for each, _ in rows),
        span=span,
        before=edit.before[:SHOWN],
        after=edit.after[:SHOWN],
    )
