"""What the meeting did, by its own verbs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.records.proceedings import AgendaItem
from pipelines.records.terms import AgendaClass

if TYPE_CHECKING:
    from pipelines.meetings.prose import Prose, Sentence

_DOES: tuple[tuple[re.Pattern[str], AgendaClass], ...] = (
    (re.compile(r"(?:传达学习|传达|学习贯彻|学习)(?:了|并)?"), AgendaClass.STUDIED),
    (re.compile(r"(?:听取审议|听取和审议|听取并审议|听取)(?:了)?"), AgendaClass.HEARD),
    (
        re.compile(
            r"(?:审议并[^，。；]{0,6}通过|审议通过|审议|研究审议|审定|讨论)(?:了)?"
        ),
        AgendaClass.REVIEWED,
    ),
    (
        re.compile(r"(?:安排部署|部署安排|研究部署|动员部署|部署|安排)(?:了)?"),
        AgendaClass.DEPLOYED,
    ),
    (re.compile(r"通报(?:了)?"), AgendaClass.NOTIFIED),
)
_SUBJECT = re.compile(
    r"^[\s　]*(?:会上|期间)?[，]?(?:会议|全会|大会|会上|与会人员|与会同志|会议还|会议首先|会议集中|会议专题|会议现场)"
    r"(?:还|首先|集体|专题|随后|书面|依次|分别|现场|认真|深入|听|以[^，。]{1,10}方式)*"
)


def read_agenda(
    prose: Prose, sentences: tuple[Sentence, ...], lead: int | None
) -> tuple[tuple[AgendaItem, tuple[int, int]], ...]:
    """What the meeting did, with spans; `lead` is the sentence that opens it."""
    items: list[tuple[AgendaItem, tuple[int, int]]] = []
    for sentence in sentences:
        subject = _SUBJECT.match(prose.flat[sentence.start : sentence.end])
        if subject is None and sentence.index != lead:
            continue
        for start, end in sentence.clauses:
            found = _does(prose, start, end, subject is not None, sentence)
            if found is None:
                continue
            kind, at = found
            words = prose.text[at:end].strip()
            if len(words) > 3:
                item = AgendaItem(
                    order=len(items) + 1, description=words, classification=kind
                )
                items.append((item, (at, end)))
    return tuple(items)


def _does(
    prose: Prose, start: int, end: int, own: bool, sentence: Sentence
) -> tuple[AgendaClass, int] | None:
    clause = prose.flat[start:end]
    if re.search(r"强调|指出|要求|要|必须", clause[:12]):
        return None
    subject = _SUBJECT.match(clause)
    at = subject.end() if subject else 0
    first_clause = start == sentence.clauses[0][0]
    if own and first_clause and subject is None:
        return None
    for pattern, kind in _DOES:
        match = re.compile(
            r"\s*(?:进一步|专题|集体|并|认真|再次)?" + pattern.pattern
        ).match(clause, at)
        if match and match.end() < len(clause):
            return kind, start + match.end()
    return None
