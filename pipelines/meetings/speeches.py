"""What was said: speeches, their numbered demands, and set phrases."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.numerals import read_number
from pipelines.records.proceedings import Demand, Formula, Speech
from pipelines.records.span import Span
from pipelines.records.terms import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.meetings.acts import Act
    from pipelines.meetings.marks import Marks
    from pipelines.meetings.prose import Prose, Sentence

_SAID = re.compile(
    r"强调|指出|要求|表示|认为|希望|提出|说|部署|作出[^，。；]{0,6}?部署|讲话|安排"
)
_MEETING_SAID = re.compile(
    r"[\s　]*(?:会上|会议期间)?[，]?(?:会议|全会|大会|座谈会|调度会|推进会|专题会|例会|现场会|会上)(?:还|同时|最后|特别)?"
    r"(?P<verb>强调|指出|要求|认为|提出|决定|号召|部署|明确|研究)"
)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Where a speech begins: who, and with which verb."""

    creator: str | None
    verb: str
    start: int
    sentence: int


def find_openings(prose: Prose, acts: tuple[Act, ...]) -> tuple[Opening, ...]:
    """Where people or the meeting begin to speak, in order of place."""
    rows = [
        _opening(prose, act)
        for act in acts
        if Role.SPEAKER in act.roles and _says(prose, act)
    ]
    for sentence in prose.sentences:
        match = _MEETING_SAID.match(prose.flat, sentence.start, sentence.end)
        if match:
            rows.append(
                Opening(
                    creator=None,
                    verb=match["verb"],
                    start=match.end(),
                    sentence=sentence.index,
                )
            )
    return tuple(sorted(rows, key=lambda row: row.start))


def _opening(prose: Prose, act: Act) -> Opening:
    start, end = act.span(Role.SPEAKER)
    return Opening(
        creator=act.mention.name,
        verb=prose.text[start:end],
        start=end,
        sentence=act.sentence,
    )


def _says(prose: Prose, act: Act) -> bool:
    return _SAID.search(prose.flat, *act.span(Role.SPEAKER)) is not None


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
    owners = _owners(rows, [span for _, span in said])
    return tuple(
        Speech(
            creator=row.creator,
            attribution_text=row.verb,
            position=position,
            span=span,
            demands=tuple(_demands(prose, owners.get(position, ()), span)),
        )
        for position, (row, span) in enumerate(said, 1)
    )


_NO_WORDS = re.compile(r"[\W_]*")


def _words(prose: Prose, span: Span) -> Span | None:
    """The span without the marks in front; null where X讲话。 tells no word of it."""
    match = _NO_WORDS.match(prose.text, span.start, span.end)
    start = match.end() if match else span.start
    return Span(start=start, end=span.end) if start < span.end else None


def _span(
    prose: Prose,
    opening: Opening,
    inside: list[Opening],
    sentences: tuple[Sentence, ...],
) -> Span:
    """From the verb to the next speech, or to where the telling takes over."""
    later = [row.sentence for row in inside if row.start > opening.start]
    stop = min((n for n in later if n > opening.sentence), default=None)
    end = prose.sentences[opening.sentence].end
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


_NARRATIVE = re.compile(
    r"[\s　]*(?:会上|会前|会后|随后|最后|之前|此前|会议以|会议由|会议(?:通报|传达|听取|审议|研究|学习|还|采取|召开)|"
    r"市领导|县领导|区领导|省领导|[^，。]{0,14}(?:领导|负责人|负责同志)[^，。]{0,30}(?:参加|出席|列席)|参加会议|出席会议|（记者)"
)


def _owners(rows: tuple[Row, ...], spans: list[Span]) -> dict[int, tuple[Row, ...]]:
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


def _demands(prose: Prose, rows: tuple[Row, ...], span: Span) -> Iterator[Demand]:
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
