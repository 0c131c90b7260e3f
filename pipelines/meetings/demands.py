"""Numbered demands: 一要…；二要…, and the rows they stand in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.numerals import read_number
from pipelines.records.proceedings import Demand
from pipelines.records.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.meetings.prose import Prose

_NUMERAL = r"[一二三四五六七八九十]{1,3}"
# The forms a row of demands is numbered in; a row keeps to one form.
_FORMS: tuple[re.Pattern[str], ...] = (
    re.compile(
        rf"(?<![十同另统万每近进逐任另某])(?P<n>{_NUMERAL})要(?!素|点|件|么|求|务)"
    ),
    re.compile(rf"(?<![十同另统万每近进逐任某])(?P<n>{_NUMERAL})是(?!否)"),
    re.compile(rf"第(?P<n>{_NUMERAL})[，、]"),
    re.compile(rf"(?:^|(?<=[\n。；：，！]))[\s　]*(?P<n>{_NUMERAL})、"),
    re.compile(rf"(?:^|(?<=[\n。；：，！]))[\s　]*（(?P<n>{_NUMERAL})）"),
    re.compile(r"(?:^|(?<=[\n。；：，！]))[\s　]*(?P<n>\d{1,2})[.．、](?!\d)"),
    re.compile(rf"(?<=[\n。；：，！“])(?P<n>{_NUMERAL})个(?=必须|坚持|突出)"),
)
_ITEM_END = re.compile(r"[，。；：！\n]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One numbered row: number and place of each item."""

    form: int
    items: tuple[tuple[int, int, int], ...]
    """(number, start of the item, end of its number)."""


def find_rows(prose: Prose) -> tuple[Row, ...]:
    """Every row that counts 1, 2, … in one form, in order of place."""
    rows = [row for form in range(len(_FORMS)) for row in _rows(prose, form)]
    return tuple(sorted(rows, key=lambda row: row.items[0][1]))


def _rows(prose: Prose, form: int) -> Iterator[Row]:
    items: list[tuple[int, int, int]] = []
    for match in _FORMS[form].finditer(prose.flat):
        number = read_number(match["n"])
        if number == len(items) + 1:
            items.append((number, match.start("n"), match.end()))
        elif number == 1:
            if len(items) > 1:
                yield Row(form=form, items=tuple(items))
            items = [(1, match.start("n"), match.end())]
    if len(items) > 1:
        yield Row(form=form, items=tuple(items))


def opens_row(words: str) -> bool:
    """Whether a row of demands begins in `words`."""
    firsts = (form.search(words) for form in _FORMS)
    return any(first and read_number(first["n"]) == 1 for first in firsts)


def owners(rows: tuple[Row, ...], spans: list[Span]) -> dict[int, tuple[Row, ...]]:
    """Rows by the position of the speech that holds their first item."""
    owners: dict[int, tuple[Row, ...]] = {}
    for row in rows:
        first = row.items[0][1]
        for position in range(len(spans), 0, -1):
            span = spans[position - 1]
            if span.start <= first <= span.end:
                owners[position] = (*owners.get(position, ()), row)
                break
    return owners


def read_demands(prose: Prose, rows: tuple[Row, ...], span: Span) -> Iterator[Demand]:
    """Items of the rows in order of place; a row inside an item is one deeper."""
    items = sorted(
        (start, end, number, row) for row in rows for number, start, end in row.items
    )
    outer = rows[0] if rows else None
    for at, (start, end, number, row) in enumerate(items):
        stop = _item_end(items, at, row, span)
        mark = _ITEM_END.search(prose.flat, end, max(stop, end))
        heading = prose.text[end : mark.start() if mark else stop].strip()
        yield Demand(
            order=number,
            depth=1 if row is outer or not _inside(row, outer) else 2,
            heading=heading,
            span=Span(start=start, end=stop),
        )


def _inside(row: Row, outer: Row | None) -> bool:
    """Whether `row` begins after the outer row began and before it ended."""
    if outer is None or row.form == outer.form:
        return False
    return outer.items[0][1] < row.items[0][1]


def _item_end(
    items: list[tuple[int, int, int, Row]], at: int, row: Row, span: Span
) -> int:
    later = [start for start, _, _, other in items[at + 1 :] if other is row]
    return later[0] if later else max(span.end, items[at][1])
