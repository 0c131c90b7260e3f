"""Lines of metadata: labels, dates and nothing that reads like text."""

from __future__ import annotations

import re

from pipelines.clean.labels import Fact, Labelled, labelled
from pipelines.clean.prose import MARK
from pipelines.clean.times import stamps

# A line of metadata holds no more than this beside its labels and dates.
LONGEST = 160
# 石狮新闻网1月16日讯（记者：…）昨天上午，…: the text's own opening.
DATELINE = re.compile(r"[^，。；：:]{0,24}(?:讯|电|报道|消息)[ \u3000]?[（(]")
# 【原标题：县里召开座谈会】某网消息 5月9日，…: the text goes on behind the bracket.
TITLED = re.compile(r"[【（(\[]原标?题[为:：][^】）)\]]{2,80}[】）)\]]\s*(?=.{16})")
# 2022年04月08日 星期五 第02版：要闻: which sheet of a paper this is.
SHEET = re.compile(
    r"\d{4}[-年]\d{1,2}[-月]\d{1,2}日?\s*(?:星期.)?\s*第?\s*[A-D]?\d{1,2}\s*版\s*[:：]?\s*\S{0,8}"
)
STATING = frozenset({Fact.PUBLISHER, Fact.PUBLISHED, Fact.MODIFIED})


def meta_end(text: str) -> int:
    """Length of the metadata that a line begins with; 0 where it begins with text."""
    if DATELINE.match(text):
        return 0
    if SHEET.fullmatch(text):
        return len(text)
    titled = TITLED.match(text)
    if titled is not None:
        return titled.end()
    head = text[:LONGEST]
    times = stamps(head)
    found = labelled(head)
    if not found and not times:
        return 0
    if len(text) <= LONGEST and not MARK.search(_rest(text)):
        return _with_text_behind(text, found) or len(text)
    begin = min([each.start for each in found] + [each.start for each in times])
    if begin > 0 or not times or not (found or times[0].timed):
        return 0
    end = times[-1].end
    if text.startswith("，", end):
        return 0  # 2022年1月6日上午9:00，某某到…: the text's own opening
    return end if end < LONGEST else 0


# 来源：临江日报 1月3日，…。: a short text on the line of its facts.
SOURCE = re.compile(r"[^\s，。；：]{2,20}[\s\u3000]+(?=[^\s]{2,20}，.*。)")


# （记者：王一川）9月15日，…。 and 责任编辑：李二河6月24日，…。: glued to a name.
PERSON = re.compile(
    r"[^，。；）)】]{2,16}[）)】]\s*(?=[^。]{12,}。)|"
    r"[\u4e00-\u9fff·]{2,4}?\s*(?=(?:\d{1,2}月\d|\d{4}年\d|近日|日前|[昨今][天日])[^。]{12,}。)"
)
WRITERS = frozenset({Fact.REPORTER, Fact.EDITOR, Fact.REVIEWER})


def _with_text_behind(text: str, found: list[Labelled]) -> int:
    """Where the text begins behind who published or wrote it; 0 where none does."""
    if not found:
        return 0
    last = found[-1]
    pattern = SOURCE if last.fact is Fact.PUBLISHER else PERSON
    if last.fact is not Fact.PUBLISHER and last.fact not in WRITERS:
        return 0
    before = pattern.match(text, last.value_start)
    return before.end() if before else 0


def is_meta(line: str) -> bool:
    """Whether a line begins with a date or with who published it."""
    if meta_end(line) == 0:
        return False
    return bool(stamps(line)) or any(each.fact in STATING for each in labelled(line))


def _rest(text: str) -> str:
    """What stands before the first label, without dates."""
    found = labelled(text)
    head = text[: found[0].start] if found else text
    for stamp in reversed(stamps(head)):
        head = head[: stamp.start] + head[stamp.end :]
    return head
