"""The title: the headline as it stands on the page, else what the head states."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from pipelines.clean.chrome import is_breadcrumb, is_furniture
from pipelines.clean.header import is_meta, meta_end
from pipelines.clean.headline import HEADINGS, PLACEHOLDER, squeeze
from pipelines.clean.labels import labelled
from pipelines.clean.prose import MARK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.clean.sheet import Sheet

SHORTEST = 5
LONGEST = 120
SUBTITLE = 60
# Between a headline and its date stand at most a subtitle and who released it.
HEADER = 3
# Where the head of a plain-text page is looked for.
HEAD = 40
# Between headline, column and site in a <title>: each site has its own mark.
SEPARATOR = re.compile(r"\s*(?:_+|\||｜|丨|-{1,3}|–|—{1,2}|»|>|<|/)\s*|\s{2,}")
# Sites that put their own name into the <title> of every page.
SITE_OWNER = re.compile(
    r"(?:[网报台站社]|政府|频道|首页|主页|门户|[委局厅办院校]|大学|医院|公司|集团|中心|协会)$"
)
OWNER = 20
# Headlines are seldom shorter.
BRIEF = 10
SITE = re.compile(r"[网报台站社]$|政府$|新闻|频道|首页|客户端|门户|公众号|[委局厅办]$")


# 某镇委员会第14次会议纪要: below the letterhead and the number of the issue.
MINUTES = re.compile(r"[^。，：:]{4,50}?会议?(?:议定事项|议事)?(?:纪要|记录)")
# 第一版：要闻 总第2107期: the head of a paper's sheet.
SHEET = re.compile(
    r"第?[一二三四五六七八九十\d]{1,3}版\s*[:：]?\s*[\u4e00-\u9fff·]{0,8}(?:\s|$)"
)
NUMBER = re.compile(r"[〔\[（(]?\d{4}[〕\]）)]?\s*第?\s*\d+\s*[号期]")


class Title(NamedTuple):
    """The title and the lines it stands on."""

    text: str | None
    lines: range


NO_LINE = range(0)


def title_of(sheet: Sheet) -> Title:
    """The headline of a page."""
    found = sheet.outline.title
    stated = sheet.metadata.title
    if sheet.fields.title:
        return Title(sheet.fields.title, _lines_of(sheet, sheet.fields.title) or found)
    if found:
        parts = [sheet.simplified[line] for line in found]
        # <h1>某某会召开<br><span>2013-04-22 来源：…</span></h1>
        parts = [part for part in parts if not is_meta(part)] or parts
        if (line := _below_site(sheet, found)) is not None:
            return Title(sheet.simplified[line], range(line, line + 1))
        # A headline that is only set on two lines is stated in one piece.
        whole = "".join(parts)
        shown = whole if whole in sheet.metadata.title_tag else " ".join(parts)
        return Title(_longer(shown, stated), found)
    line = _heading(sheet)
    if line is None:
        line = _before_meta(sheet)
    lines = NO_LINE if line is None else range(line, line + 1)
    if stated:
        return Title(stated, NO_LINE if line is None else lines)
    if line is not None and sheet.outline.lines[line].tag in HEADINGS:
        return Title(_unlabelled(sheet.simplified[line]), lines)
    if sheet.metadata.title_tag:
        head = headline_of(sheet.metadata.title_tag)
        if line is None or not _is_no_headline(head, sheet, line):
            return Title(head, lines)
    return Title(None if line is None else _unlabelled(sheet.simplified[line]), lines)


def _below_site(sheet: Sheet, found: range) -> int | None:
    """The line of the headline where the <title> is but the name of the site, which a
    bar repeats; null where it is the headline."""
    name = "".join(sheet.simplified[line] for line in found)
    stated = squeeze(sheet.metadata.title_tag) == squeeze(name)
    if not stated or len(name) >= BRIEF or sheet.outline.lines[found.start].tag == "h1":
        return None
    line = _before_meta(sheet)
    if line is None or line < found.stop or is_dashed(sheet.simplified[line]):
        return None
    return line if len(sheet.simplified[line]) >= BRIEF else None


def _unlabelled(line: str) -> str:
    """A headline without the label of its field (标题：某某)."""
    return re.sub(r"^标 ?题 ?[:：]\s*", "", line)


def _is_no_headline(head: str, sheet: Sheet, line: int) -> bool:
    """Whether a <title> names its site or nothing (新闻详情, 无标题文档).

    `line`: what stands as a headline on the page.
    """
    if PLACEHOLDER.fullmatch(head) or (len(head) <= OWNER and SITE_OWNER.search(head)):
        return True
    below = sheet.simplified[line + 1 : line + 1 + HEADER]
    return len(head) < BRIEF <= len(sheet.simplified[line]) and any(map(is_meta, below))


def _lines_of(sheet: Sheet, title: str) -> range:
    """The lines that a title stands on; empty where it stands on none."""
    wanted = squeeze(title)
    for first, line in enumerate(sheet.simplified):
        text, last = squeeze(line), first
        while text and wanted.startswith(text) and text != wanted:
            last += 1
            if last == len(sheet.simplified):
                break
            text += squeeze(sheet.simplified[last])
        if text == wanted:
            return range(first, last + 1)
    return NO_LINE


def _longer(shown: str, stated: str) -> str:
    """The stated title where the page shows it cut short (定了！广州南沙...)."""
    cut = re.sub(r"(?:\.{2,}|…+)$", "", shown)
    if cut != shown and squeeze(stated).startswith(squeeze(cut)):
        return re.sub(r"\s+", " ", stated)
    return shown


def headline_of(title_tag: str) -> str:
    """The headline of a <title>, without column and site after it."""
    parts = [part for part in SEPARATOR.split(title_tag.strip()) if part]
    parts = [part for part in parts if not PLACEHOLDER.fullmatch(part)]
    while len(parts) > 1 and (SITE.search(parts[-1]) or len(parts[-1]) < SHORTEST):
        parts.pop()
    if not parts:
        return title_tag.strip()
    if len(parts) > 2:
        return max(parts, key=len)
    if len(parts) == 2 and len(parts[0]) < BRIEF and SITE.search(parts[0]):
        return parts[1]
    text = title_tag.strip()
    start = text.find(parts[0])
    return text[start : text.find(parts[-1], start) + len(parts[-1])]


def _heading(sheet: Sheet) -> int | None:
    """The last line set as a heading before the article's text."""
    lines = sheet.outline.lines
    above = range(min(sheet.outline.body.start + 1, len(lines)) - 1, -1, -1)
    return next(
        (
            at
            for at in above
            if lines[at].tag in HEADINGS and _may_be_title(sheet.simplified[at])
        ),
        None,
    )


def _before_meta(sheet: Sheet) -> int | None:
    """The last line before date and source that reads like a headline."""
    lines = sheet.simplified[: max(HEAD, sheet.outline.body.start + 4)]
    if sheet.outline.family == "text":
        minutes = [at for at, line in enumerate(lines) if MINUTES.fullmatch(line)]
        if minutes:
            return max(minutes, key=lambda at: len(lines[at]))
    meta = next((at for at, line in enumerate(lines) if is_meta(line)), None)
    if meta is not None:
        # Date and source at a page's foot stand below its text, and head nothing.
        body = range(sheet.outline.body.start, len(lines))
        text = next((at for at in body if "。" in lines[at]), len(lines))
        meta = meta if meta <= text else None
    if meta is None:
        # A page may have no headline at all: none stands behind its first sentence.
        head = takewhile(lambda row: "。" not in row[1], enumerate(lines))
        return next((at for at, line in head if _opens(line)), None)
    above = range(meta - 1, -1, -1)
    found = next((at for at in above if _may_be_title(lines[at])), None)
    if found is not None and _is_site(lines[found]):
        return _below_meta(lines, meta) or found
    return found


def _is_site(line: str) -> bool:
    """今日某县|数字报: the head of a paper's page, above date and sheet."""
    return len(line) < OWNER and "|" in line and SITE.search(line) is not None


def _below_meta(lines: Sequence[str], meta: int) -> int | None:
    """The headline between a line of facts and the first sentence below it."""
    below = takewhile(lambda at: "。" not in lines[at], range(meta + 1, len(lines)))
    return next((at for at in below if _opens(lines[at])), None)


def _opens(line: str) -> bool:
    return _may_be_title(line) and not line.endswith("。")


def is_dashed(line: str) -> bool:
    """Whether a line is led by a dash as subtitles are (——记临江市某某)."""
    return line.startswith("——") and SHORTEST < len(line) <= SUBTITLE


def _may_be_title(line: str) -> bool:
    return (
        SHORTEST <= len(line) <= LONGEST
        and line.count("|") < 2
        and not is_dashed(line)
        and not is_furniture(line)
        and not is_breadcrumb(line)
        and meta_end(line) == 0
        and not labelled(line)
        and not NUMBER.fullmatch(line)
        and not SHEET.match(line)
        and not (line.endswith("。") and MARK.search(line[:-1]))
        and "。" not in line[:-1]
    )
