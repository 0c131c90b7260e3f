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
    shifted,
    spaces,
)
from pipelines.decode.draft import Draft
from pipelines.decode.unusual import notable, unusual
from pipelines.records.document import Repaired, RepairKind


def repair(text: str) -> Repaired:
    """The text as a reader sees it, repaired; lines stay lines.

    Never raises for anything a page can print.
    """
    draft = Draft(text)
    if "&" in text:
        draft.apply(entities.unescape_references(text))
    beyond = characters.is_beyond_bmp(draft.text)
    plain = not beyond and not notable().search(draft.text)
    if not plain and (beyond or unusual().search(draft.text)):
        _unusual(draft)
    if "?" in draft.text:
        draft.apply(lost.lost_indents(draft.text))
    _annotations(draft)
    draft.apply(spaces.close_gaps(draft.text))
    draft.apply(punctuation.single_marks(draft.text))
    draft.apply(evasion.undo_evasion(draft.text))
    published = draft.text
    if not plain:
        draft.convert(script.simplify(published))
    return Repaired(published=published, simplified=draft.text, edits=draft.ordered())


def _unusual(draft: Draft) -> None:
    if mojibake.suspect().search(draft.text):
        draft.apply(mojibake.restore(draft.text))
    draft.apply(lost.mark_lost(draft.text))
    draft.apply(characters.replace_characters(draft.text))


def _annotations(draft: Draft) -> None:
    glosses = gloss.find_glosses(draft.text)
    if glosses:
        draft.cut(glosses, RepairKind.GLOSS)
    if "?" in draft.text:
        draft.apply(shifted.realign(draft.text))
    if glosses or "?" in draft.text or characters.LOST_MARK in draft.text:
        draft.apply(orphans.restore_orphans(draft.text, len(glosses)))
