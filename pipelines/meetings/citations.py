"""Documents and speeches that a meeting passed on or studied, by their titles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.meetings.keys import name_key
from pipelines.meetings.roles import SAYING
from pipelines.records.proceedings import Response
from pipelines.records.terms import ResponseKind, ResponseRelation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.meetings.prose import Prose, Sentence

_VERB = r"(?P<verb>传达学习贯彻|传达学习|学习传达|传达贯彻|传达|转达|集中学习|专题学习|学习贯彻|领学|学习|贯彻落实)了?"
_DOCUMENTS = re.compile(
    _VERB
    + r"[^，。；《》]{0,60}?(?P<titles>《[^《》\n]{4,80}》(?:[、和及；]{0,2}《[^《》\n]{4,80}》)*)"
    r"(?!杂志|报|等文章)"
)
_TITLE = re.compile(r"《([^《》\n]{4,80})》")
# 俞正声同志对…工作重要批示: one that was given; 关于…的重要论述 are many.
_INSTRUCTION = re.compile(
    _VERB
    + r"(?P<name>[^，。；：▒\n]{2,16}?(?:对|就)[^，。；：▒\n]{2,40}?(?:重要)?(?:指示批示|指示|批示))"
)
# 传达学习习近平总书记关于…的重要论述: passed on, and so one of its own.
_PASSED_ON = re.compile(
    r"(?P<verb>传达学习贯彻|传达学习|学习传达|传达贯彻|传达|领学)了?"
    r"(?P<name>[^，。；：▒\n]{2,16}?关于[^，。；：▒\n]{2,40}?(?:重要)?(?:指示批示|指示|批示|论述))"
)
_SPEECH = re.compile(
    _VERB
    + r"(?P<name>(?![时上中]、)[^，。；《》\n]{2,14}?在(?:(?!、在)[^，。；《》\n]){2,40}?(?:会议|大会|座谈会|会|时|考察)上?的?(?:重要)?讲话)"
)


_SPOKEN = (
    (_SPEECH, ResponseKind.SPEECH),
    (_INSTRUCTION, ResponseKind.INSTRUCTION),
    (_PASSED_ON, ResponseKind.INSTRUCTION),
)
# 《政府工作报告（讨论稿）》: a paper of the meeting's own.
_DRAFT = re.compile("讨论稿|征求意见稿|送审稿|草案")


def read_citations(
    prose: Prose, sentences: tuple[Sentence, ...]
) -> Iterator[tuple[Response, tuple[int, int]]]:
    """Each with its span; what somebody demanded to study is left out."""
    for sentence in sentences:
        said = SAYING.search(prose.flat, sentence.start, sentence.end)
        end = said.start() if said else sentence.end
        for match in _DOCUMENTS.finditer(prose.flat, sentence.start, end):
            for title in _TITLE.finditer(prose.text, *match.span("titles")):
                if _DRAFT.search(prose.text, title.start(), title.end() + 8):
                    continue
                yield _response(title[1], ResponseKind.DOCUMENT, match), title.span(1)
        for pattern, kind in _SPOKEN:
            for match in pattern.finditer(prose.flat, sentence.start, end):
                span = match.span("name")
                yield _response(prose.text[slice(*span)], kind, match), span


def _response(name: str, kind: ResponseKind, match: re.Match[str]) -> Response:
    conveyed = re.search(r"传达|学习|领学", match["verb"])
    return Response(
        name=name,
        name_key=name_key(name),
        kind=kind,
        relation=(
            ResponseRelation.CONVEYED if conveyed else ResponseRelation.IMPLEMENTS
        ),
    )
