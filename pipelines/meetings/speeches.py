"""What was said: the words of each speech, and the set phrases in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.meetings.demands import opens_row, owners, read_demands
from pipelines.meetings.prose import REACH
from pipelines.records.proceedings import Formula, Speech
from pipelines.records.span import Span

if TYPE_CHECKING:
    from pipelines.meetings.demands import Row
    from pipelines.meetings.marks import Marks
    from pipelines.meetings.openings import Opening
    from pipelines.meetings.prose import Prose, Sentence

# Verbs whose object is what was said; 讲话 and 作出部署 only tell that one spoke.
_UTTERS = re.compile(r"强调|指出|要求|表示|认为|希望|提出|说|决定|号召|明确|研究")
# Behind the others words follow only here, or where a row of demands opens.
_COLON = re.compile(r"[，]?[：“]|[：:]")
_ENDED = re.compile(r"[。！？；：…”’）]")


def read_speeches(
    prose: Prose,
    openings: tuple[Opening, ...],
    rows: tuple[Row, ...],
    sentences: tuple[Sentence, ...],
) -> tuple[Speech, ...]:
    """The speeches inside the sentences of one meeting."""
    indices = {sentence.index for sentence in sentences}
    inside = [row for row in openings if row.sentence in indices]
    told = [
        (row, _words(prose, _span(prose, row, inside, sentences))) for row in inside
    ]
    said = [(row, span) for row, span in told if span is not None]
    held = owners(rows, [span for _, span in said])
    return tuple(
        Speech(
            creator=row.creator,
            attribution_text=row.verb,
            position=position,
            span=span,
            demands=tuple(read_demands(prose, held.get(position, ()), span)),
        )
        for position, (row, span) in enumerate(said, 1)
    )


# 02 on a line of its own: the number of the next section.
_SECTION = re.compile(r"\n\s*\d{1,2}\s*$")
_NO_WORDS = re.compile(r"[\W_]*")


def _words(prose: Prose, span: Span) -> Span | None:
    """The span without the marks in front; null where X讲话。 tells no word of it."""
    match = _NO_WORDS.match(prose.text, span.start, span.end)
    start = match.end() if match else span.start
    number = _SECTION.search(prose.text, max(start, span.end - 8), span.end)
    end = number.start() if number else span.end
    return Span(start=start, end=end) if start < end else None


def _span(
    prose: Prose,
    opening: Opening,
    inside: list[Opening],
    sentences: tuple[Sentence, ...],
) -> Span:
    """From the verb to the next speech, or to where the telling takes over."""
    later = [row.sentence for row in inside if row.sentence > opening.sentence]
    # X讲话。A、B参加。一要…: the row is X's, whoever is told of in between.
    until = opening.until if _UTTERS.search(opening.verb) else None
    stop = min((n for n in (*later, until) if n is not None), default=None)
    own = prose.sentences[opening.sentence].end
    end = own if opening.limit is None else min(own, opening.limit)
    if end < own or not _goes_on(prose, opening, own):
        end = end if _utters(prose, opening) else opening.start
        return Span(start=opening.start, end=max(end, opening.start))
    for sentence in sentences:
        if sentence.index <= opening.sentence:
            continue
        if sentence.index == stop or _NARRATIVE.match(prose.flat, sentence.start):
            break
        if (
            sentence.index != prose.sentence_at(end).index + 1
            and end < sentence.start - 2
        ):
            break
        end = sentence.end
    return Span(start=opening.start, end=max(end, opening.start))


def _utters(prose: Prose, opening: Opening) -> bool:
    """Whether the sentence tells what was said, and not only that one spoke."""
    if _UTTERS.search(opening.verb) or _COLON.match(prose.flat, opening.start):
        return True
    end = min(prose.sentences[opening.sentence].end, opening.start + REACH)
    return opens_row(prose.flat[opening.start : end])  # 作了安排，一要…


def _goes_on(prose: Prose, opening: Opening, end: int) -> bool:
    """Whether the sentences behind the one that ends at `end` may be the speech's."""
    if not _is_ended(prose, end):
        # 会议要求⏎一要…; else a headline, below which the report begins.
        return opening.start >= end
    return _utters(prose, opening) or _holds_row(prose, end)


ROW_WITHIN = 3
"""Sentences: between 讲话 and 一要 stands at most a praise of what was done."""


def _holds_row(prose: Prose, end: int) -> bool:
    """Whether one of the sentences behind `end` begins a row of demands."""
    last = min(prose.sentence_at(end).index + ROW_WITHIN, len(prose.sentences) - 1)
    words = prose.flat[end : min(prose.sentences[last].end, end + REACH)]
    return opens_row(words)


def _is_ended(prose: Prose, end: int) -> bool:
    return _ENDED.search(prose.flat, end - 1, end + 1) is not None


_NARRATIVE = re.compile(
    r"[\s　]*(?:会上|会前|会后|随后|最后|之前|此前|会议以|会议由|会议(?:通报|传达|听取|审议|研究|学习|还|采取|召开)|"
    r"市领导|县领导|区领导|省领导|[^，。]{0,14}(?:领导|负责人|负责同志)[^，。]{0,30}(?:参加|出席|列席)|参加会议|出席会议|（记者)"
)


def read_formulae(
    marks: Marks, speeches: tuple[Speech, ...], spans: tuple[Span, ...]
) -> tuple[Formula, ...]:
    """Set phrases inside a meeting's passages, with the speech each stands in."""
    return tuple(
        Formula(
            phrase=mark.word,
            span=Span(start=mark.start, end=mark.end),
            speech=next(
                (
                    speech.position
                    for speech in speeches
                    if speech.span.start <= mark.start < speech.span.end
                ),
                None,
            ),
        )
        for mark in marks.formulae
        if any(span.start <= mark.start < span.end for span in spans)
    )
