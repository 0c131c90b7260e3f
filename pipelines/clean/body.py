"""Which lines, and which parts of them, are the article's text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from pipelines.clean.chrome import ends_article, is_caption, is_furniture, opens_box
from pipelines.clean.credits import NOBODY, Credits, of_line
from pipelines.clean.endings import (
    SENTENCE,
    SHORT,
    credit_that_ends,
    people_of,
    without_ending,
)
from pipelines.clean.header import LONGEST, is_meta
from pipelines.clean.headline import HEADINGS
from pipelines.clean.opening import (
    HEADER,
    LINKED,
    NOTE,
    PARAGRAPH,
    PHRASE,
    Opening,
    is_invitation,
    is_link,
)
from pipelines.clean.prose import MARK
from pipelines.clean.spam import is_spam
from pipelines.clean.times import is_stamp, stamps

if TYPE_CHECKING:
    from pipelines.clean.sheet import Sheet
    from pipelines.clean.titles import Title

# A paragraph with links in it is still prose while so little of it is linked.
LITTLE = 0.3
# Characters of prose behind a box that show that the article goes on.
PROSE = 200
# Lines in which it must stand: no box of links is longer, and no look is.
AHEAD = 60
FOOTER = 10


# 县领导带队检查春运准备工作2025-01-05: another article's headline with its day.
ENTRY = re.compile(r"[^。：:]{8,60}?[\[【（(\s]*20\d\d[-/.]\d\d?[-/.]\d\d?[\]】）)\s]*")


# 《临江日报》（2022年04月01日 07版）: where it was printed, below the text.
PRINTED = re.compile(
    r"[（(]?(?:《[^》]{2,12}》|[\u4e00-\u9fff]{2,8}报)[\s　]*[（(]?\s*"
    r"\d{4}年\d{1,2}月\d{1,2}日[^）)。]{0,12}版\s*[^）)。]{0,8}[）)]?"
)


class Part(NamedTuple):
    """A part of one line."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The article's text as parts of lines, and what was passed over."""

    parts: Sequence[Part]
    header: range
    """Lines before the text that state facts."""
    footer: range
    """Lines after the text that may state facts."""
    credits: Credits
    """People of bylines that were cut off the text."""
    remarks: Sequence[str]
    """Brackets and lines about the article that were cut off the text."""
    closing: Sequence[str]
    """Bylines and the like that closed the text, whole; the last line first."""
    dropped: Sequence[int]
    """Furniture between the parts."""
    spam: Sequence[int]
    """Lists of injected phrases."""
    captions: Sequence[int]
    """Lines below pictures."""


def find_body(sheet: Sheet, title: Title) -> Body:
    """The text below the headline, down to the first line that ends articles."""
    return _Finder(sheet, title).body()


class _Finder:
    """What was decided line by line."""

    def __init__(self, sheet: Sheet, title: Title) -> None:
        self.sheet = sheet
        self.title = title
        self.parts: list[Part] = []
        self.dropped: list[int] = []
        self.spam: list[int] = []
        self.captions: list[int] = []
        self.remarks: list[str] = []
        self.closing: list[str] = []
        self.people = NOBODY

    def body(self) -> Body:
        lines = self.sheet.simplified
        span = self.sheet.outline.body
        start = max(span.start, self.title.lines.stop)
        first, offset = Opening(self.sheet, self.title).first(range(start, span.stop))
        end = self._take(first, offset, span.stop)
        self._cut_bylines()
        above = min(start, self.title.lines.start) if self.title.lines else start
        return Body(
            parts=self.parts,
            header=range(max(0, above - HEADER), self._begin(first)),
            footer=range(end, min(len(lines), end + FOOTER)),
            credits=self.people,
            remarks=self.remarks,
            closing=self.closing,
            dropped=self.dropped,
            spam=self.spam,
            captions=self.captions,
        )

    def _begin(self, first: int) -> int:
        return self.parts[0].line if self.parts else first

    def _has_text(self) -> bool:
        """Whether a sentence was taken: what ends articles also stands above them."""
        return any(
            end - start > PHRASE and MARK.search(self.sheet.simplified[line])
            for line, start, end in self.parts
        )

    def _take(self, first: int, offset: int, stop: int) -> int:
        """Takes the lines of the text; where the article ends."""
        for line in range(first, stop):
            text = self.sheet.simplified[line]
            source = self.sheet.outline.lines[line]
            ends = ends_article(text) or self._opens_another(line, stop)
            if line > first and ends:
                if self._has_text():
                    return line
                self.parts.clear()
                continue
            if self._is_byline(text) and self._goes_on(line + 1, stop):
                self.people = self.people + of_line(text)
                self.dropped.append(line)
            elif (
                is_caption(text, source.tag, source.hint) or source.below_picture
            ) and not of_line(text):
                self.captions.append(line)
            elif line > first and (opens_box(text) or credit_that_ends(text)):
                if self._goes_on(line + 1, stop):
                    self.dropped.append(line)
                elif self._has_text():
                    return line
                else:
                    self.parts.clear()
            elif is_spam(text):
                self.spam.append(line)
            elif (ENTRY.fullmatch(text) and self._has_text()) or (
                is_furniture(text)
                or is_link(self.sheet, line)
                or is_invitation(self.sheet, line)
            ):
                self.dropped.append(line)
            else:
                start = offset if line == first else 0
                self.parts.append(Part(line, start, len(text)))
        return stop

    def _opens_another(self, line: int, stop: int) -> bool:
        """Whether a headline over a line of date and source begins a second article,
        which some pages load below the first."""
        text = self.sheet.simplified[line]
        heads = self.sheet.outline.lines[line].tag in HEADINGS
        if not heads or line + 1 >= stop or SENTENCE.search(text):
            return False
        below = self.sheet.simplified[line + 1]
        states = len(below) <= LONGEST and not SENTENCE.search(below) and stamps(below)
        return bool(states) and self._has_text()

    def _is_byline(self, text: str) -> bool:
        """A line of bylines below an editor's note; 通讯员 further down may head one
        item of many."""
        return 0 < len(self.parts) <= NOTE and len(text) < SHORT and bool(of_line(text))

    def _goes_on(self, first: int, stop: int) -> bool:
        """Whether the article's prose follows: long sentences that are no links, before
        a line that ends articles and before the dated head of another article.

        Behind a credit prose of any length does where the same credit stands behind
        that too: the items of a round-up.
        """
        found = 0
        recurs = credit_that_ends(self.sheet.simplified[first - 1])
        for line in range(first, min(stop, first + AHEAD)):
            text = self.sheet.simplified[line]
            if ends_article(text) or (is_meta(text) and stamps(text)):
                return False
            if recurs and line > first and credit_that_ends(text) is recurs:
                return found > 0
            source = self.sheet.outline.lines[line]
            teaser = self.sheet.outline.lines[line - 1]
            if teaser.linked and teaser.linked > LINKED * len(teaser.text):
                continue  # what stands below a linked headline
            if len(text) >= PARAGRAPH and SENTENCE.search(text):
                found += len(text) if source.linked < LITTLE * len(text) else 0
            if found >= PROSE:
                return True
        return False

    def _cut_bylines(self) -> None:
        """Cuts bylines and remarks off the end of the text."""
        while self.parts:
            line, start, end = self.parts[-1]
            text = self.sheet.simplified[line]
            people = people_of(text)
            if people:
                self.people = people + self.people
                self.closing.append(text)
                self.parts.pop()
                continue
            if PRINTED.fullmatch(text) or is_stamp(text):
                self.remarks.append(text)
                self.closing.append(text)
                self.parts.pop()
                continue
            shorter, people, remark = without_ending(text[:end])
            self.people = people + self.people
            self.remarks += remark
            if shorter == end:
                break
            self.parts[-1] = Part(line, start, shorter)
            if shorter <= start or is_furniture(text[start:shorter]):
                self.parts.pop()
