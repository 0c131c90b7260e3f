"""When a page says it was published."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.clean.header import SHEET
from pipelines.clean.labels import Fact
from pipelines.clean.prose import MARK
from pipelines.clean.scripted import scripted_times
from pipelines.clean.stated import SIGNATURE
from pipelines.clean.times import Stamp, from_epoch, stamps
from pipelines.clean.yearless import is_yearless, of_address, yearless

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.clean.sheet import Sheet
    from pipelines.clean.stated import Stated

# Seconds, or milliseconds, since 1970.
EPOCH = re.compile(r"(1\d{9})(?:\d{3})?")
# Some templates set year, day and time apart: 2022 ⇥ 08 ⇥ / ⇥ 30 ⇥ 21:47:33.
APART = re.compile(
    r"(?<!\d)(?P<y>20\d\d)[\s年]*(?P<m>\d\d)\s*/\s*(?P<d>\d\d)\s*"
    r"(?P<t>\d\d\s*:\s*\d\d(?:\s*:\s*\d\d)?)"
)
# 今天是2021年3月5日: the page's own clock.
CLOCK = re.compile(r"今天是|今日是|现在是|当前时间|农历|最后由.{0,50}编辑|最后编辑")
# What a database fills in for a day: 2018-07-23 00:00:00.0
MIDNIGHT = "T00:00:00+08:00"
NOT_PUBLISHED = frozenset({Fact.MODIFIED, Fact.SUMMARY})
# A line with more text than this beside its date only mentions it.
BARE = 50
SIGNATURE_REACH = 3
LONGEST_META = 200


def published(
    header: Sequence[Stated], footer: Sequence[Stated], sheet: Sheet
) -> Stamp | None:
    """The date as shown; as the head or a script states it where that says more."""
    shown = _shown_or_stated(header, footer, sheet)
    if shown is None or shown.timed:
        return shown
    hidden = stamps(scripted_times(sheet.markup))
    same_day = [each for each in hidden if each.iso[:10] == shown.iso[:10]]
    # Two times of one day are those of two articles.
    return replace(shown, iso=same_day[0].iso) if len(same_day) == 1 else shown


def _shown_or_stated(
    header: Sequence[Stated], footer: Sequence[Stated], sheet: Sheet
) -> Stamp | None:
    placed = _placed(sheet.fields.published)
    if placed is not None:
        return placed
    shown = labelled_stamp(header, Fact.PUBLISHED)
    labelled_date = shown is not None
    shown = shown or _stamp_apart(header) or _bare_stamp(header)
    stated = _of_head(sheet.metadata.published)
    if shown is None:
        address = _of_addresses(footer, sheet)
        printed = _without_year(header, stated or address)
        if printed is not None and not (stated and stated.timed):
            return printed
        last = labelled_stamp(footer, Fact.PUBLISHED) or _signed(footer)
        return stated or last or _closing(footer) or address
    if stated is None or shown.timed:
        return shown
    same_day = stated.iso[:10] == shown.iso[:10]
    return stated if same_day or not labelled_date else shown


# 本文链接：http://…/2014/03/13/…: the page's own address, which a saved text may lack.
OWN_LINK = re.compile(r"本文(?:链接|网址|地址)[:：]\s*(?P<url>\S+)")


def _of_addresses(footer: Sequence[Stated], sheet: Sheet) -> Stamp | None:
    """The date that the page's address carries, as asked for, as the head states it or
    as printed below the text."""
    links = (OWN_LINK.search(line.text) for line in footer)
    printed = [match["url"] for match in links if match]
    for url in (sheet.url, sheet.metadata.canonical, *printed):
        found = of_address(url)
        if found is not None:
            return found
    return None


def _signed(footer: Sequence[Stated]) -> Stamp | None:
    """The date that signs the text below it (（临江日报 2001年3月5日）)."""
    for line in footer[:SIGNATURE_REACH]:
        match = SIGNATURE.fullmatch(line.text)
        found = stamps(match["inside"]) if match else []
        if found:
            return found[-1]
    return None


# 临江日报 2020年08月19日 星期三 第02版 要闻: the sheet of a paper, below its text.
SHEET_OF = re.compile(r"\s*(?:星期.|周.)?\s*(?:第?\s*[A-D]?\d{1,2}\s*版\s*.{0,12})?")
MEDIUM_BEFORE = re.compile(r"[\u4e00-\u9fff]{2,10}[:：\s]*|")
SHEETS = re.compile(r"[上下]一版")
CLOSING_REACH = 6


def _closing(footer: Sequence[Stated]) -> Stamp | None:
    """A date that closes the text: with its clock, its paper or its editor beside it."""
    for line in footer[:CLOSING_REACH]:
        found = stamps(line.text)
        if len(found) != 1 or CLOCK.search(line.text):
            continue
        before, after = line.text[: found[0].start], line.text[found[0].end :]
        if SHEETS.search(after) and len(line.text) < BARE:
            return found[0]  # 当前：B2（2018年04月14日） 上一版 下一版
        credited = bool(line.found) and line.found[0].fact in CREDITS
        sheet = SHEET_OF.fullmatch(after) is not None
        if not MEDIUM_BEFORE.fullmatch(before) or not (credited or sheet):
            continue
        alone = not (before or after)
        if credited or alone or found[0].timed or (before and after.strip()):
            return found[0]
    return None


CREDITS = frozenset({Fact.EDITOR, Fact.REVIEWER, Fact.REPORTER, Fact.PUBLISHER})


def _placed(printed: str) -> Stamp | None:
    """The date in the place where the family prints it, or its script's epoch."""
    epoch = EPOCH.fullmatch(printed)
    if epoch is not None:
        return replace(from_epoch(int(epoch[1])), raw=printed)
    return _of_head(printed)


def _of_head(printed: str) -> Stamp | None:
    """The date that the head or a comment states; a day where its clock was unset."""
    for stamp in stamps(printed):
        return replace(stamp, iso=stamp.iso.removesuffix(MIDNIGHT))
    return None


def labelled_stamp(lines: Sequence[Stated], fact: Fact) -> Stamp | None:
    """The first date directly behind a label of one kind."""
    for line in lines:
        for each in line.found:
            if each.fact is fact:
                for stamp in stamps(line.text[each.value_start :][:40]):
                    if stamp.start <= 4:
                        return stamp
    return None


def _stamp_apart(lines: Sequence[Stated]) -> Stamp | None:
    """A date that is spread over several elements, put together."""
    match = APART.search("\n".join(line.text for line in reversed(lines)))
    if match is None:
        return None
    clock = "".join(match["t"].split())
    found = stamps(f"{match['y']}-{match['m']}-{match['d']} {clock}")
    return found[0] if found else None


def _bare_stamp(lines: Sequence[Stated]) -> Stamp | None:
    """The first date that stands by itself; one with a clock time before one without."""
    best = None
    for line in lines:
        if len(line.text) > LONGEST_META or CLOCK.search(line.text):
            continue
        for stamp in stamps(line.text):
            if not line.found and not _stands_alone(line.text, stamp):
                continue
            if _label_of(line, stamp) in NOT_PUBLISHED:
                continue
            if stamp.timed:
                return stamp
            best = best or stamp
    return best


def _without_year(lines: Sequence[Stated], near: Stamp | None) -> Stamp | None:
    """A date printed without its year, where the head or the address states that."""
    if near is None:
        return None
    for line in lines:
        if len(line.text) > LONGEST_META or CLOCK.search(line.text):
            continue
        stamp = yearless(line.text, near)
        if stamp is None or _label_of(line, stamp) in NOT_PUBLISHED:
            continue
        if line.found or is_yearless(line.text):
            return stamp
    return None


def _stands_alone(text: str, stamp: Stamp) -> bool:
    """Whether a line is a date with little beside it, and no sentence."""
    if SHEET.fullmatch(text):
        return True
    rest = text[: stamp.start] + text[stamp.end :]
    return len(rest) <= BARE and not MARK.search(rest) and text[0] not in "（("


def _label_of(line: Stated, stamp: Stamp) -> Fact | None:
    before = [each for each in line.found if each.value_start <= stamp.start]
    return before[-1].fact if before else None
