"""A text under repair, with the account of what was changed in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pipelines.records.document import Edit, RepairKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CONTEXT = 1
"""Characters shown on either side of a change."""
LONGEST = 40
"""Limit of `Edit.before` and `Edit.after`, from the record."""


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
        if self.edits:
            self.edits = _moved(self.edits, changes)
        pieces: list[str] = []
        done = shift = 0
        add = self.edits.append
        for start, end, new, kind in changes:
            pieces += (old[done:start], new)
            done = end
            place = start + shift
            left = old[start - 1 : start] if start else ""
            right = old[end : end + CONTEXT]
            add(
                Edit(
                    kind=kind,
                    start=place,
                    end=place + len(new),
                    before=(left + old[start:end] + right)[:LONGEST],
                    after=(left + new + right)[:LONGEST],
                )
            )
            shift += len(new) - (end - start)
        pieces.append(old[done:])
        self.text = "".join(pieces)

    def convert(self, text: str) -> None:
        """Puts the Simplified `text`, as long as it was, in place of the text."""
        old = self.text
        if text == old:
            return
        changed = [
            at for at, (a, b) in enumerate(zip(old, text, strict=True)) if a != b
        ]
        first = changed[0]
        begin, end = max(0, first - CONTEXT), first + 1 + CONTEXT
        edit = Edit(
            kind=RepairKind.SCRIPT,
            start=first,
            end=first + 1,
            before=old[begin:end],
            after=text[begin:end],
            count=len(changed),
        )
        self.edits.append(edit)
        self.text = text

    def ordered(self) -> tuple[Edit, ...]:
        """The edits in order of place; of one place, in the order made."""
        return tuple(sorted(self.edits, key=_start))


def _start(edit: Edit) -> int:
    return edit.start


def _moved(edits: Iterable[Edit], changes: Sequence[Change]) -> list[Edit]:
    """Earlier edits at the places where later `changes` leave them."""
    moved = []
    ordered = sorted(edits, key=_start)
    shift = 0
    rest = iter(changes)
    change = next(rest, None)
    for edit in ordered:
        while change is not None and change.end <= edit.start:
            shift += len(change.new) - (change.end - change.start)
            change = next(rest, None)
        start = edit.start + shift
        end = edit.end + shift
        if change is not None and change.start < edit.end:
            start, end = _overlapped(edit, change, shift)
        if start == edit.start and end == edit.end:
            moved.append(edit)
        else:
            moved.append(_at(edit, start, end))
    return moved


def _overlapped(edit: Edit, change: Change, shift: int) -> tuple[int, int]:
    """A later change ate into what an earlier one had put there."""
    start = min(edit.start, change.start) + shift
    end = max(start, change.start + shift + len(change.new))
    return start, end


def _at(edit: Edit, start: int, end: int) -> Edit:
    return Edit(
        kind=edit.kind,
        start=start,
        end=end,
        before=edit.before,
        after=edit.after,
        count=edit.count,
    )
