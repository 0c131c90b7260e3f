"""A text under repair, with the account of what was changed in it."""

from __future__ import annotations

from collections import deque
from itertools import accumulate, repeat
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from pipelines.records.document import Edit, RepairKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CONTEXT = 1
"""Characters shown on either side of a change."""
LONGEST = 40
"""Limit of `Edit.before` and `Edit.after`, from the record."""
ROWS = 20_000
"""Most rows that one step writes; the last one counts for all that follow it."""


class Change(NamedTuple):
    """One replacement in the text as it stands: `text[start:end]` becomes `new`."""

    start: int
    end: int
    new: str
    kind: RepairKind


class Draft:
    """Lives for one call: steps apply their changes, edits keep their places."""

    def __init__(self, text: str, edits: Iterable[Edit] = ()) -> None:
        self.text = text
        self.edits = list(edits)

    def apply(self, changes: Sequence[Change]) -> None:
        """Makes `changes`, which stand in order of place and do not overlap."""
        if not changes:
            return
        old = self.text
        pieces: list[str] = []
        done = 0
        for start, end, new, _ in changes:
            pieces += (old[done:start], new)
            done = end
        pieces.append(old[done:])
        self.text = "".join(pieces)
        self.edits = _moved(self.edits, changes)
        self.edits += _rows(old, changes)

    def cut(self, spans: Sequence[tuple[int, int]], kind: RepairKind) -> None:
        """Takes out `spans`, none at the beginning: `apply` for thousands of them."""
        old = self.text
        if self.edits or len(spans) > ROWS:
            return self.apply([Change(*span, "", kind) for span in spans])
        starts = [start for start, _ in spans]
        ends = [end for _, end in spans]
        kept = [
            old[start:end]
            for start, end in zip([0, *ends], [*starts, len(old)], strict=True)
        ]
        new = self.text = "".join(kept)
        places = list(accumulate(map(len, kept[:-1])))
        self.edits = _built(
            kind=repeat(kind),
            start=places,
            end=places,
            before=[
                old[start - CONTEXT : end + CONTEXT][:LONGEST] for start, end in spans
            ],
            after=[new[place - CONTEXT : place + CONTEXT] for place in places],
            count=repeat(1),
        )
        return None

    def convert(self, text: str) -> None:
        """Puts the Simplified `text`, as long as it was, in place of the text."""
        old = self.text
        if text == old:
            return
        first, count = _differences(old, text)
        begin, end = max(0, first - CONTEXT), first + 1 + CONTEXT
        edit = Edit(
            kind=RepairKind.SCRIPT,
            start=first,
            end=first + 1,
            before=old[begin:end],
            after=text[begin:end],
            count=count,
        )
        self.edits.append(edit)
        self.text = text

    def ordered(self) -> tuple[Edit, ...]:
        """The edits in order of place; of one place, in the order made."""
        return tuple(sorted(self.edits, key=attrgetter("start")))


def _built(**columns: Iterable[Any]) -> list[Edit]:
    """Edits by columns: a frozen record's `__init__` costs 1 µs, and a page that is
    glossed throughout has thousands of them."""
    edits = list(map(object.__new__, repeat(Edit, len(columns["start"]))))  # type: ignore[arg-type]
    for name, column in columns.items():
        deque(map(getattr(Edit, name).__set__, edits, column), maxlen=0)
    return edits


def _rows(old: str, changes: Sequence[Change]) -> list[Edit]:
    """The account of `changes` to the text `old`."""
    told = changes[:ROWS]
    growths = [len(new) - (end - start) for start, end, new, _ in told]
    starts = [
        change.start + shift
        for change, shift in zip(told, accumulate(growths, initial=0), strict=False)
    ]
    sides = [
        (old[max(0, start - CONTEXT) : start], old[end : end + CONTEXT])
        for start, end, _, _ in told
    ]
    return _built(
        kind=[change.kind for change in told],
        start=starts,
        end=[
            start + len(change.new) for start, change in zip(starts, told, strict=True)
        ],
        before=[
            (left + old[start:end][:LONGEST] + right)[:LONGEST]
            for (start, end, _, _), (left, right) in zip(told, sides, strict=True)
        ],
        after=[
            (left + change.new[:LONGEST] + right)[:LONGEST]
            for change, (left, right) in zip(told, sides, strict=True)
        ],
        # The last row counts for all that follow it.
        count=[*[1] * (len(told) - 1), 1 + len(changes) - len(told)],
    )


def _differences(old: str, new: str) -> tuple[int, int]:
    """The first place where two texts of one length differ, and how many do.

    Both as one number each, whose bits are compared at once.
    """
    code = "utf-32-le", "surrogatepass"
    bits = _number(old.encode(*code)) ^ _number(new.encode(*code))
    raw = bits.to_bytes(4 * len(old), "little")
    either = _number(raw[0::4]) | _number(raw[1::4]) | _number(raw[2::4])
    flags = either.to_bytes(len(old), "little")
    return len(flags) - len(flags.lstrip(b"\0")), len(flags) - flags.count(0)


def _number(raw: bytes) -> int:
    return int.from_bytes(raw, "little")


def _moved(edits: list[Edit], changes: Sequence[Change]) -> list[Edit]:
    """Earlier edits at the places where later `changes` leave them."""
    moved = []
    shift = 0
    rest = iter(changes)
    change = next(rest, None)
    for edit in sorted(edits, key=attrgetter("start")):
        while change is not None and change.end <= edit.start:
            shift += len(change.new) - (change.end - change.start)
            change = next(rest, None)
        start, end = edit.start + shift, edit.end + shift
        if change is not None and change.start < edit.end:
            # A later change ate into what an earlier one had put there.
            start = min(edit.start, change.start) + shift
            end = max(start, change.start + shift + len(change.new))
        same = start == edit.start and end == edit.end
        moved.append(edit if same else _at(edit, start, end))
    return moved


def _at(edit: Edit, start: int, end: int) -> Edit:
    return Edit(
        kind=edit.kind,
        start=start,
        end=end,
        before=edit.before,
        after=edit.after,
        count=edit.count,
    )
