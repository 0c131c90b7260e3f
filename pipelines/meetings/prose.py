"""The article's text, cut once into sentences and clauses, its quotations masked."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

from pipelines.meetings.labels import is_label_line, lists_people, unspread

if TYPE_CHECKING:
    from collections.abc import Iterator

MASK = "▒"
"""Stands for each character inside 《…》 and inside quoted speech."""

# Half-width marks that Chinese pages use for full-width ones; same length.
_FULL_WIDTH = str.maketrans(",;:!?()|｜・•‧∙·", "，；：！？（）　　·····")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[，：](?=\d)")
# 3?0日, 建成?座: what a server writes for a lost byte, where no question ends.
_LOST_DIGIT = re.compile(
    r"(?<=\d)？(?=[\d月日年座项个名万亿%])|(?<=[\d月])？(?=\d|[月日])|"
    r"(?<![\u4e00-\u9fff”）])？(?=\d?月\d|\d日)"
)
_TITLED = re.compile(r"《[^《》\n]{1,120}》")
_QUOTED = re.compile(r"“[^“”\n]{16,400}”")
_SENTENCE = re.compile(r"[^。！？\n]*[。！？]+[”’）]?|[^。！？\n]+$|[^。！？\n]+(?=\n)")
REACH = 400
"""Characters: a clause that is longer is none, and is not looked through time and again."""
_CLAUSE = re.compile(r"[^，；：。！？\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence: half-open offsets into the text, its place and its clauses."""

    start: int
    end: int
    index: int
    paragraph: int
    heading: bool
    clauses: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A text with a flattened twin of the same length, and its sentences."""

    text: str
    """As the Article has it."""
    flat: str
    """Full-width marks, quotations masked; every offset holds in both."""
    sentences: tuple[Sentence, ...]

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds `offset`; the last one before it otherwise."""
        low, high = 0, len(self.sentences) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.sentences[middle].start <= offset:
                low = middle
            else:
                high = middle - 1
        return self.sentences[low]

    def clause_start(self, offset: int) -> int:
        """Start of the clause that holds `offset`, never further than `REACH`."""
        sentence = self.sentence_at(offset)
        at = bisect_right(sentence.clauses, offset, key=itemgetter(0))
        start = sentence.clauses[at - 1][0] if at else sentence.start
        return max(start, offset - REACH)


def flatten(text: str) -> str:
    """`text` with full-width marks and its quotations masked; same length."""
    flat = unspread(text.translate(_FULL_WIDTH))
    flat = _BETWEEN_DIGITS.sub(lambda m: "," if m[0] == "，" else ":", flat)
    flat = _LOST_DIGIT.sub("?", flat)
    flat = _TITLED.sub(lambda m: "《" + MASK * (len(m[0]) - 2) + "》", flat)
    return _QUOTED.sub(_mask_speech, flat)


def _mask_speech(match: re.Match[str]) -> str:
    words = match[0]
    if not re.search(r"[，。；！？]", words):
        return words  # a long name in quotation marks, not speech
    return "“" + MASK * (len(words) - 2) + "”"


def read_prose(text: str, heading_starts: frozenset[int] = frozenset()) -> Prose:
    """Cut `text`, paragraphs joined by line feeds, into sentences and clauses."""
    flat = _joined(flatten(text), heading_starts)
    sentences = tuple(_sentences(flat, heading_starts))
    return Prose(text=text, flat=flat, sentences=sentences)


# Lines that go on with the line before, as on pages set in short centred lines.
_GOES_ON = re.compile(
    r"[ \u3000]*(?:在|于|由|并|主持|出席|列席|召开|举行|领学|围绕|就|对|通报|传达|汇报|作|介绍|宣读|强调|指出|要求|"
    r"原原本本|结合|分别|先后|应邀|到会|\d{4}年第|第[一二三四五六七八九十\d]+[次届])"
)
_OPEN_LINE = re.compile(r"[\u4e00-\u9fff\d）)]$")
_DAY_LINE = re.compile(
    r"[ \u3000]*(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:上午|下午|晚上|晚|中午|至\d{1,2}日)?[ \u3000]*"
)
# 出席会议的主席团成员有（以姓氏笔画为序）： the names stand on the next line.
_NAMES_FOLLOW = re.compile(r"(?:出席|列席|参加|主持|就座)[^。！？]{0,30}：[ \u3000]*$")
SHORT_LINE = 80
"""Longer lines are paragraphs, which nothing goes on from."""


def _joined(flat: str, heading_starts: frozenset[int]) -> str:
    """`flat` with a space for each line feed inside a sentence; same length."""
    lines = flat.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    joined = lines[0]
    for at in range(1, len(lines)):
        last, line = lines[at - 1], lines[at]
        short = len(last) <= SHORT_LINE and starts[at - 1] not in heading_starts
        goes_on = (
            short
            and not is_label_line(line)
            and (
                _DAY_LINE.fullmatch(last)
                or _NAMES_FOLLOW.search(last)
                or _goes_on_in_form(joined.rpartition("\n")[2], line)
                or (_OPEN_LINE.search(last) and _GOES_ON.match(line))
            )
        )
        joined += ("\u3000" if goes_on else "\n") + line
    return joined


def _goes_on_in_form(last: str, line: str) -> bool:
    """Whether a line goes on with the names of a form's list (出席：A B)."""
    is_list = len(line) <= SHORT_LINE and not re.search("[，。；：]", line)
    return is_list and lists_people(last)


def _sentences(flat: str, heading_starts: frozenset[int]) -> Iterator[Sentence]:
    index = 0
    for paragraph, (start, end) in enumerate(_lines(flat)):
        for match in _SENTENCE.finditer(flat, start, end):
            if not match[0].strip():
                continue
            yield Sentence(
                start=match.start(),
                end=match.end(),
                index=index,
                paragraph=paragraph,
                heading=start in heading_starts or _is_heading(match[0], start, end),
                clauses=tuple(
                    (m.start(), m.end())
                    for m in _CLAUSE.finditer(flat, match.start(), match.end())
                    if m[0].strip()
                ),
            )
            index += 1


def _is_heading(words: str, start: int, end: int) -> bool:
    """A short line of its own without a closing mark."""
    whole = len(words) == end - start
    return whole and end - start <= 36 and not re.search(r"[。！？；：，、”…]$", words)


def _lines(flat: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in flat.split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1
