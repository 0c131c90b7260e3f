"""Texts that a meeting passed or agreed to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.records.proceedings import Motion
from pipelines.records.terms import MotionResult

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.meetings.prose import Prose, Sentence

_TEXT = r"[《「][^《》「」\n]{2,80}[》」]"
# Between two texts: 、新修订的, 和.
_AND_TEXT = r"(?:[、和及与]|以及)?(?:(?:新)?修订(?:后)?的|修改后的)?"
# 关于…的请示: an item among texts with marks.
_ABOUT = (
    r"关于[^，。；《》\n]{2,50}?的(?:请示|报告|决定|决议|方案|意见|办法|通知|汇报|议案)"
)
# What a text that is named without its marks ends with.
_PAPER = (
    r"(?:报告|决议|决定|名单|议程|日程|办法|方案|规划|计划|规定|条例|意见|细则|章程|"
    r"要点|预案|制度|纲要|公报|倡议书?)(?:[（(][^（）()\n]{2,8}[）)])?"
)
_PASSED = re.compile(
    r"(?P<by>审议|表决|讨论|投票|举手表决|审查)?(?:并)?(?P<how>原则通过|原则同意|一致通过|表决通过|审议通过|讨论通过|通过|同意|批准)(?P<did>了(?!解))?"
    r"(?:[^，。；：《》]{2,20}(?:提交|提出|上报|起草|制定|修订)的|"
    r"[^，。；：《》]{2,40}?所?作的(?=《)|[\u4e00-\u9fff]{2,12}[局委办厅院部室会司府心团](?=《))?"
    rf"(?P<text>{_TEXT}(?:{_AND_TEXT}(?:{_TEXT}|{_ABOUT}))*|(?P<plain>[^，。；：,;:《》「」\n]{{2,60}}?{_PAPER}(?=等|[，。；,;\n]|$)))"
)
# 通过|视频方式…的报告: without marks, only what was voted or talked upon.
_PLAINLY = re.compile("审议|表决|讨论|一致|投票|审查")
# 建议会议议程为：…审查批准《…》: not yet.
_PROPOSED = re.compile(r"(?:建议|拟|提请|议题|议程(?:为|是|有|包括|：)|将)[^。]{0,80}$")
_RESULTS = {
    "原则通过": MotionResult.PASSED_IN_PRINCIPLE,
    "原则同意": MotionResult.PASSED_IN_PRINCIPLE,
    "同意": MotionResult.AGREED,
}


def read_motions(
    prose: Prose, sentences: tuple[Sentence, ...]
) -> tuple[tuple[Motion, tuple[int, int]], ...]:
    """Texts that were passed or agreed to, each document a motion of its own."""
    rows: list[tuple[Motion, tuple[int, int]]] = []
    for sentence in sentences:
        for match in _PASSED.finditer(prose.text, sentence.start, sentence.end):
            if not _is_decided(prose.text, sentence.start, match):
                continue
            result = _RESULTS.get(match["how"], MotionResult.PASSED)
            if "原则" in prose.text[match.start() : match.end("how")]:
                result = MotionResult.PASSED_IN_PRINCIPLE
            for start, end in (*_texts(prose, match), *_further(prose.text, match)):
                motion = Motion(text=prose.text[start:end], result=result)
                rows.append((motion, (start, end)))
        rows += _referred(prose, sentence)
    return tuple(rows)


# 通过了议程（草案），秘书长名单（草案），分组办法；: the clauses that are papers alone.
_AND_PAPER = re.compile(
    r"，(?P<text>(?![^，。；\n]*?(?:听取|决定|审议|通过|提请|提交|印发|要求|按照|根据|作了?|对|将|并))"
    rf"[^，。；：,;:《》「」\n]{{2,40}}?{_PAPER})(?=[，。；\n]|$)"
)


def _further(text: str, match: re.Match[str]) -> Iterator[tuple[int, int]]:
    at = match.end()
    while match["plain"] and (paper := _AND_PAPER.match(text, at)):
        yield paper.span("text")
        at = paper.end()


# 会议听取了关于《甲》的汇报。会议原则同意该方案。: the text named last; 以上报告: all of
# the sentence before.
_REFERS = re.compile(
    r"(?:审议|表决|讨论|一致)?(?P<how>原则通过|原则同意|一致通过|表决通过|审议通过|讨论通过|通过|同意)了?"
    r"(?P<which>该|此|这[一个项]|上述|以上|这些)[一二两三四五六七八九十\d]?[个项份]?"
    r"(?:方案|办法|意见|报告|文件|草案|规划|计划|制度|决议|决定|议案|请示|条例|规定|名单)"
)
# 听取|关于某某视察方案的汇报: what was reported on, where it is a paper.
_REPORTED = re.compile(
    rf"关于(?P<text>[^，。；《》\n]{{2,50}}?{_PAPER})的(?:汇报|报告|说明|介绍|通报)"
)
_MARKED = re.compile(_TEXT)
LOOKED_BACK = 2
"""Sentences in front in which the text that is meant has been named."""


def _referred(prose: Prose, sentence: Sentence) -> list[tuple[Motion, tuple[int, int]]]:
    match = _REFERS.search(prose.text, sentence.start, sentence.end)
    if match is None or _PROPOSED.search(prose.text, sentence.start, match.start()):
        return []
    first = prose.sentences[max(0, sentence.index - LOOKED_BACK)].start
    spans = [m.span() for m in _MARKED.finditer(prose.text, first, match.start())]
    spans = spans or [
        m.span("text") for m in _REPORTED.finditer(prose.text, first, match.start())
    ]
    if not spans:
        return []
    one = match["which"] not in ("上述", "以上", "这些")
    near = prose.sentence_at(spans[-1][0]).start
    meant = spans[-1:] if one else [span for span in spans if span[0] >= near]
    result = _RESULTS.get(match["how"], MotionResult.PASSED)
    return [(Motion(text=prose.text[a:b], result=result), (a, b)) for a, b in meant]


# 通过了各项决议: no text that could be found again.
_VAGUE = re.compile(
    "有关|相关|各项|一系列|上述|以上|这[些个]|此|该|其他|部分|多项|[一二三四五六七八九十\\d]+[项个份]|大会的?(?:各项)?决议$"
)


BEFORE_PASSING = 16
"""Characters in which 以举手表决的方式 may stand in front of 通过了."""


def _is_decided(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the words say that it was passed, and not only that it should be."""
    if _PROPOSED.search(text, start, match.start()) and not match["did"]:
        return False
    if match["plain"] is None or match["plain"].startswith("关于"):
        return True
    if _VAGUE.match(match["plain"]):
        return False
    stated = text[max(start, match.start() - BEFORE_PASSING) : match.end("how")]
    return match["did"] is not None or _PLAINLY.search(stated) is not None


_ITEM = re.compile(f"{_TEXT}|{_ABOUT}")
_PARTS = re.compile(r"[、和](?![^（(]{0,12}[）)])")
_ENDS = re.compile(_PAPER + "$")


def _plain_texts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """工作报告和全会决议: two, where each part is a text of its own; else one."""
    words = text[start:end]
    cuts = [match.span() for match in _PARTS.finditer(words)]
    begins = [0, *(stop for _, stop in cuts)]
    ends = [*(at for at, _ in cuts), len(words)]
    parts = list(zip(begins, ends, strict=True))
    if any(not _ENDS.search(words[a:b]) for a, b in parts):
        parts = [(0, len(words))]
    for a, b in parts:
        yield start + a, start + b


def _texts(prose: Prose, match: re.Match[str]) -> Iterator[tuple[int, int]]:
    titles = list(_ITEM.finditer(prose.text, *match.span("text")))
    titles = titles if match["plain"] is None else []
    if titles:
        for title in titles:
            yield title.span()
    else:
        yield from _plain_texts(prose.text, *match.span("text"))
