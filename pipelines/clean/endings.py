"""What stands at the end of an article: bylines, remarks, and lines that end it."""

from __future__ import annotations

import re

from pipelines.clean.chrome import is_furniture
from pipelines.clean.credits import NOBODY, Credits, of_ending, of_labelled, of_line
from pipelines.clean.header import LONGEST
from pipelines.clean.labels import Fact, labelled

# Bylines are shorter than this; a longer last line is text with a bracket behind it.
SHORT = 60
LATER_FACTS = frozenset(
    {Fact.EDITOR, Fact.REVIEWER, Fact.ORIGINAL_TITLE, Fact.PUBLISHER, Fact.REPORTER}
)
# 发布时间：… at the foot; 时间：… is what minutes open with.
RELEASED = ("发布", "刊发", "发表", "录入", "更新")
SENTENCE = re.compile(r"[。！？]")
# （原题为《…》）, （本文来自…，更多…请下载…）, （来源：…） behind the text.
REMARK = re.compile(
    r"[（(]\s*(?:原题|原标题|来源|本文来[自源]|转载自|作者|题图|更多|原文)[^（）()]{2,80}[)）]$"
)


def without_ending(text: str) -> tuple[int, Credits, list[str]]:
    """Length of a line without the bracket of credits or remarks behind it; both."""
    remark = REMARK.search(text)
    end, people = of_ending(text)
    if remark is None:
        return len(text[:end].rstrip()), people, []
    end = min(end, remark.start())
    return len(text[:end].rstrip()), people, [remark[0].strip("()（）")]


def people_of(text: str) -> Credits:
    """Who is named in a line that is nothing but credits; nobody in any other."""
    if len(text) >= SHORT:
        return NOBODY
    found = of_line(text)
    if found:
        return found
    said = labelled(text)
    if not said or SENTENCE.search(text):
        return NOBODY
    opens = _opens(text, said[0].start) or len(said) > 1
    return of_labelled(said) if opens else NOBODY


def _opens(text: str, start: int) -> bool:
    """Whether nothing but furniture stands before a label (【纠错】责任编辑：…)."""
    return start <= 3 or is_furniture(text[:start])


def is_summary(text: str) -> bool:
    """摘要, which repeats the lead and is often cut off."""
    found = labelled(text[:12])
    return bool(found) and found[0].fact is Fact.SUMMARY and found[0].start <= 1


def credit_that_ends(text: str) -> Fact | None:
    """The credit that a line is, which articles end with."""
    if len(text) > LONGEST:
        return None
    found = labelled(text)
    if not found or not _opens(text, found[0].start):
        return None
    later = found[0].fact in LATER_FACTS or found[0].label.startswith(RELEASED)
    # 记者：为什么选在这里？ is asked, and credits nobody.
    ends = later and len(found[0].value) < SHORT and not SENTENCE.search(found[0].value)
    return found[0].fact if ends else None
