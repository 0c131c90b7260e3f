"""Where an article's text begins: below what states facts and repeats the headline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.clean.chrome import is_breadcrumb, is_furniture, is_promotion, opens_box
from pipelines.clean.credits import of_line
from pipelines.clean.endings import SENTENCE, is_summary
from pipelines.clean.header import LONGEST, meta_end
from pipelines.clean.headline import squeeze
from pipelines.clean.times import stamps
from pipelines.clean.titles import is_dashed
from pipelines.clean.yearless import is_yearless

if TYPE_CHECKING:
    from pipelines.clean.sheet import Sheet
    from pipelines.clean.titles import Title

# A line with a mark and this long is a sentence.
PHRASE = 16
# A line is a link when so much of it is linked.
LINKED = 0.9
# A sentence so long is text, though an editor has linked all of it.
PARAGRAPH = 30
# What a template drops from a text of which it makes a summary.
LETTERS = re.compile(r"[\W_]+")
# How a summary is cut off that a template makes of the lead.
CUT = ("...", "…")
# An editor's note stands above the bylines with at most so many paragraphs.
NOTE = 2
# Lines that state facts above and below the text.
HEADER = 12
# What stands in front of a link in a list of them.
BULLETS = "·•●■◆○▪ "
FORM_TIME = re.compile(r"(?:会\s*议\s*)?(?:时\s*间|日\s*期)\s*[:：]")
FORM_SEAT = re.compile(
    r"(?:会\s*议\s*)?(?:地\s*点|主\s*持|出\s*席|参\s*[加会])[^:：]{0,6}[:：]"
)


class Opening:
    """The lines above and at the beginning of the text of one page."""

    def __init__(self, sheet: Sheet, title: Title) -> None:
        self.sheet = sheet
        self.title = title

    def first(self, span: range) -> tuple[int, int]:
        """Line and offset where the text begins: after what states facts."""
        for line in span:
            text = self.sheet.simplified[line]
            if self._opens_form(line, text):
                return line, 0
            if self._is_before_text(line, text):
                continue
            offset = meta_end(text)
            if offset < len(text):
                return line, offset
        return span.stop, 0

    def _is_before_text(self, line: int, text: str) -> bool:
        return (
            self._repeats_lead(line, text)
            or is_furniture(text)
            or is_breadcrumb(text)
            or is_invitation(self.sheet, line)
            or is_link(self.sheet, line)
            or self._is_title_again(text)
            or is_summary(text)
            or is_yearless(text)
            or (len(text) < PHRASE and opens_box(text))
            or self._is_above_meta(line)
            or self._is_subtitle(line, text)
            or bool(of_line(text))
        )

    def _opens_form(self, line: int, text: str) -> bool:
        """时间：… above 地点：…, 主持：… in minutes: when they met, not when it was
        published."""
        if not FORM_TIME.match(text):
            return False
        below = self.sheet.simplified[line + 1 : line + 4]
        return any(FORM_SEAT.match(each) for each in below)

    def _is_above_meta(self, line: int) -> bool:
        """帖子 3120, 索引号 …: short lines of plain text, then date and source. In other
        pages only right below the headline, where a second one stands."""
        near = HEADER
        if self.sheet.outline.family != "text":
            below = line - self.title.lines.stop if self.title.lines else NOTE
            near = NOTE + 2 if 0 <= below < NOTE else 0
        for at in range(line, min(line + near, len(self.sheet.simplified))):
            text = self.sheet.simplified[at]
            if SENTENCE.search(text):
                return False
            if at > line and stamps(text) and meta_end(text) == len(text):
                return True
        return False

    def _is_title_again(self, text: str) -> bool:
        title = self.title.text or ""
        return len(text) < 2 * len(title) + 8 and squeeze(text) == squeeze(title)

    def _is_subtitle(self, line: int, text: str) -> bool:
        """——记某人: a subtitle that a template has set with the text."""
        below = self.title.lines.stop if self.title.lines else -1
        return line == below and is_dashed(text)

    def _repeats_lead(self, line: int, text: str) -> bool:
        """Whether a line is a summary that a template made: cut off, and one of the next
        begins with the same words; or the letters with which the next lines begin."""
        lead = LETTERS.sub("", text)
        if len(lead) < PHRASE:
            return False
        below = [LETTERS.sub("", b) for b in self._below(line, len(lead))]
        if text.endswith(CUT) and any(each.startswith(lead) for each in below[:NOTE]):
            return True
        return len(lead) > PARAGRAPH and "".join(below).startswith(lead)

    def _below(self, line: int, length: int) -> list[str]:
        """The lines below one, up to as many characters as `length`."""
        found: list[str] = []
        for text in self.sheet.simplified[line + 1 : line + 1 + HEADER]:
            found.append(text)
            if len(found) >= NOTE and sum(map(len, found)) > length * 2:
                break
        return found


def is_link(sheet: Sheet, line: int) -> bool:
    source = sheet.outline.lines[line]
    if source.text.startswith("附件") and source.linked:
        return True
    if len(source.text) >= PARAGRAPH and source.text.endswith("。"):
        return False
    return source.linked > LINKED * len(source.text.strip(BULLETS))


def is_invitation(sheet: Sheet, line: int) -> bool:
    """An invitation to click or to install, with its link."""
    text = sheet.simplified[line]
    linked = sheet.outline.lines[line].linked
    return linked > 0 and len(text) < LONGEST and is_promotion(text)
