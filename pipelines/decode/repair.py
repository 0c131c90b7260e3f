"""Puts the characters of a text right and tells what was done."""

from __future__ import annotations

from pipelines.decode import (
    characters,
    entities,
    evasion,
    gloss,
    lost,
    mojibake,
    orphans,
    punctuation,
    script,
    spaces,
)
from pipelines.decode.draft import Draft
from pipelines.records.document import Repaired


def repair(text: str) -> Repaired:
    """The text as a reader sees it, repaired; lines stay lines.

    Never raises for anything a page can print.
    """
    draft = Draft(text)
    if "&" in text:
        draft.apply(entities.unescape_references(draft.text))
    if mojibake.suspect().search(draft.text):
        draft.apply(mojibake.restore(draft.text))
    draft.apply(lost.mark_lost(draft.text))
    if characters.SUSPECT.search(draft.text):
        draft.apply(characters.replace_characters(draft.text))
    _annotations(draft)
    draft.apply(spaces.close_gaps(draft.text))
    draft.apply(punctuation.single_marks(draft.text))
    draft.apply(evasion.undo_evasion(draft.text))
    published = draft.text
    simplified = script.simplify(published)
    draft.convert(simplified)
    return Repaired(published=published, simplified=simplified, edits=draft.ordered())


def _annotations(draft: Draft) -> None:
    glosses = gloss.remove_glosses(draft.text)
    draft.apply(glosses)
    if glosses or ")" in draft.text or "）" in draft.text:
        draft.apply(orphans.restore_orphans(draft.text, len(glosses)))
