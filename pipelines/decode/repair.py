"""Puts the characters of a text right and tells what was done."""

from __future__ import annotations

from pipelines.decode.characters import SUSPECT, replace_characters
from pipelines.decode.draft import Draft
from pipelines.decode.gloss import remove_glosses
from pipelines.decode.script import simplify
from pipelines.records.document import Edit, Repaired, RepairKind


def repair(text: str) -> Repaired:
    """The text as a reader sees it, repaired; lines stay lines.

    Never raises for anything a page can print.
    """
    draft = Draft(text)
    if SUSPECT.search(text):
        draft.apply(replace_characters(draft.text))
    draft.apply(remove_glosses(draft.text))
    published = draft.text
    simplified = simplify(published)
    edits = draft.ordered()
    if simplified != published:
        edits = _with_script(edits, published, simplified)
    return Repaired(published=published, simplified=simplified, edits=edits)


def _with_script(
    edits: tuple[Edit, ...], published: str, simplified: str
) -> tuple[Edit, ...]:
    changed = [
        at
        for at, (old, new) in enumerate(zip(published, simplified, strict=True))
        if old != new
    ]
    first = changed[0]
    script = Edit(
        kind=RepairKind.SCRIPT,
        start=first,
        end=first + 1,
        before=published[max(0, first - 1) : first + 2],
        after=simplified[max(0, first - 1) : first + 2],
        count=len(changed),
    )
    return tuple(sorted((*edits, script), key=lambda edit: edit.start))
