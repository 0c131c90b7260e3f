"""Dates, publisher and people from the lines around the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from pipelines.clean.chrome import is_furniture
from pipelines.clean.credits import (
    NOBODY,
    Credits,
    may_credit,
    of_labelled,
    of_line,
    of_opening,
)
from pipelines.clean.labels import KINDS, TAB, Fact, Labelled, labelled
from pipelines.clean.metadata import NONE, Metadata
from pipelines.clean.names import is_name, names
from pipelines.clean.prose import MARK
from pipelines.clean.publishers import (
    after_word,
    beside_date,
    may_publish,
    publisher_name,
    stated_publisher,
)
from pipelines.clean.times import Stamp, from_epoch, stamps
from pipelines.clean.yearless import is_yearless, of_address, yearless

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.clean.body import Body
    from pipelines.clean.sheet import Sheet

# Seconds, or milliseconds, since 1970.
EPOCH = re.compile(r"(1\d{9})(?:\d{3})?")
OPENING_BRACKET = re.compile(r"[(（【\[]")
# Some templates set year, day and time apart: 2022 ⇥ 08 ⇥ / ⇥ 30 ⇥ 21:47:33.
APART = re.compile(
    r"(?<!\d)(?P<y>20\d\d)[\s年]*(?P<m>\d\d)\s*/\s*(?P<d>\d\d)\s*"
    r"(?P<t>\d\d\s*:\s*\d\d(?:\s*:\s*\d\d)?)"
)
# Every fact has one of these: a colon, a digit, a bar, somebody's role.
SIGNAL = re.compile(r"[:：|｜丨︱/／\d\t]|[者员生笔写辑校审稿]")
# 今天是2021年3月5日: the page's own clock.
CLOCK = re.compile(r"今天是|今日是|现在是|当前时间|农历")
NOT_PUBLISHED = frozenset({Fact.MODIFIED, Fact.SUMMARY})
# A line with more text than this beside its date only mentions it.
BARE = 50
# Characters of a link that is more than a name; or of what is neither link nor date.
ENTRY = 6
SIGNATURE = re.compile(r"[（(](?P<inside>[^（）()，。]{8,40})[)）]")
SIGNATURE_REACH = 3
LONGEST_META = 200


class Stated(NamedTuple):
    """One line with its labels."""

    text: str
    found: Sequence[Labelled]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the lines around the text say."""

    published: Stamp | None
    modified: Stamp | None
    publisher: str | None
    original_title: str | None
    credits: Credits


def facts(sheet: Sheet, body: Body) -> Facts:
    """Reads the lines before and after the text; before outranks after."""
    header = _header(sheet, body)
    footer = [_with_next(sheet, line) for line in body.footer]
    remarks = [_stated(remark) for remark in body.remarks]
    return Facts(
        published=_published(header, footer, sheet),
        modified=_labelled_stamp(header, Fact.MODIFIED),
        publisher=stated_publisher(sheet.fields.publisher)
        or _publisher(header, [*remarks, *footer], sheet.metadata),
        original_title=_original_title([*header, *remarks, *footer]),
        credits=_people(sheet, body, header, footer),
    )


def _stated(text: str) -> Stated:
    return Stated(text, labelled(text) if SIGNAL.search(text) else ())


def _header(sheet: Sheet, body: Body) -> list[Stated]:
    """Metadata before the text, nearest first, and the lines the text begins with."""
    near = (line for line in reversed(body.header) if not _is_entry(sheet, line))
    lines = [_with_next(sheet, line) for line in near]
    if body.parts and body.parts[0].start:
        line, start, _ = body.parts[0]
        lines.insert(0, _stated(sheet.simplified[line][:start]))
    return lines


def _is_entry(sheet: Sheet, line: int) -> bool:
    """Whether a line is another article's headline, linked, with its date."""
    source, text = sheet.outline.lines[line], sheet.simplified[line]
    if source.tag != "li" or source.linked <= ENTRY or labelled(text):
        return False
    dates = sum(each.end - each.start for each in stamps(text))
    return dates > 0 and len(text) - dates - source.linked <= ENTRY


def _with_next(sheet: Sheet, line: int) -> Stated:
    """A line, and the value on the next for its last label (责任编辑: ⏎ 于文凯)."""
    text = sheet.marked(line)
    if text in KINDS:  # <dt>来源</dt><dd>临江日报</dd>
        text += "："
    said = _stated(text)
    found = said.found
    if found and not found[-1].value and line + 1 < len(sheet.simplified):
        value = sheet.simplified[line + 1].strip()
        if _is_value(value, found[-1].fact):
            return _stated(said.text + value)
    return said


def _is_value(text: str, fact: Fact) -> bool:
    """Whether a line can be what a label on the line above announces."""
    if fact is Fact.PUBLISHER:
        return may_publish(text) and not stamps(text)
    return is_name(text) and not is_furniture(text)


def _published(
    header: Sequence[Stated], footer: Sequence[Stated], sheet: Sheet
) -> Stamp | None:
    """The date as shown; as the head states it where that says more."""
    placed = _placed(sheet.fields.published)
    if placed is not None:
        return placed
    shown = _labelled_stamp(header, Fact.PUBLISHED)
    labelled_date = shown is not None
    shown = shown or _stamp_apart(header) or _bare_stamp(header)
    stated = next(iter(stamps(sheet.metadata.published)), None)
    if shown is None:
        address = of_address(sheet.url) or of_address(sheet.metadata.canonical)
        printed = _without_year(header, stated or address)
        if printed is not None and not (stated and stated.timed):
            return printed
        last = _labelled_stamp(footer, Fact.PUBLISHED) or _signed(footer)
        return stated or last or address
    if stated is None or shown.timed:
        return shown
    same_day = stated.iso[:10] == shown.iso[:10]
    return stated if same_day or not labelled_date else shown


def _signed(footer: Sequence[Stated]) -> Stamp | None:
    """The date that signs the text below it (（临江日报 2001年3月5日）)."""
    for line in footer[:SIGNATURE_REACH]:
        match = SIGNATURE.fullmatch(line.text)
        found = stamps(match["inside"]) if match else []
        if found:
            return found[-1]
    return None


def _placed(printed: str) -> Stamp | None:
    """The date in the place where the family prints it, or its script's epoch."""
    epoch = EPOCH.fullmatch(printed)
    if epoch is not None:
        return replace(from_epoch(int(epoch[1])), raw=printed)
    return next(iter(stamps(printed)), None)


def _labelled_stamp(lines: Sequence[Stated], fact: Fact) -> Stamp | None:
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
    rest = text[: stamp.start] + text[stamp.end :]
    return len(rest) <= BARE and not MARK.search(rest) and text[0] not in "（("


def _label_of(line: Stated, stamp: Stamp) -> Fact | None:
    before = [each for each in line.found if each.value_start <= stamp.start]
    return before[-1].fact if before else None


def _publisher(
    header: Sequence[Stated], later: Sequence[Stated], metadata: Metadata
) -> str | None:
    for line in header:
        name = _labelled_publisher(line)
        if name is not None:
            return name
    stated = stated_publisher(metadata.publisher)
    if stated is not None:
        return stated
    for line in header:
        name = after_word(line.text) or beside_date(line.text)
        if name is not None:
            return name
    for line in later:
        signed = SIGNATURE.fullmatch(line.text)
        name = _labelled_publisher(line) or (
            beside_date(signed["inside"]) if signed else None
        )
        if name is not None:
            return name
    author = publisher_name(metadata.author)
    return author if author is not None and not is_name(author) else None


def _labelled_publisher(line: Stated) -> str | None:
    for each in line.found:
        if each.fact is Fact.PUBLISHER:
            name = publisher_name(each.value)
            if name is not None:
                return name
    return None


def _original_title(lines: Sequence[Stated]) -> str | None:
    for line in lines:
        for each in line.found:
            if each.fact is Fact.ORIGINAL_TITLE and each.start <= 3 and each.value:
                return _title_after(line.text, each)
    return None


def _title_after(text: str, label: Labelled) -> str:
    """What stands behind 原标题, without the brackets around both or around it."""
    value = text[label.value_start :].replace(TAB, "").strip(" -")
    if OPENING_BRACKET.search(text[: label.start]):
        value = value.rstrip(")）】]")
    return value.strip() if "》" in value.strip("《》") else value.strip("《》 ")


def _people(
    sheet: Sheet, body: Body, header: Sequence[Stated], footer: Sequence[Stated]
) -> Credits:
    people = _of_line(_stated(sheet.fields.byline))
    if not people and sheet.fields.byline:
        people = Credits(reporters=names(sheet.fields.byline))
    for stated in reversed(header):
        people = people + _of_line(stated)
    for line, start, _ in body.parts[:2]:
        people = people + of_opening(sheet.simplified[line][start:])
    people = people + body.credits
    for stated in footer:
        people = people + _of_line(stated)
    if not people.reporters:
        people = people + Credits(reporters=_stated_authors(sheet, header, footer))
    return people


def _stated_authors(
    sheet: Sheet, header: Sequence[Stated], footer: Sequence[Stated]
) -> tuple[str, ...]:
    """Authors the head states, if the page shows them too: many state the site."""
    shown = "".join(line.text for line in (*header, *footer))
    beside = _publisher(header, footer, NONE) or ""
    found = names(sheet.metadata.author)
    return tuple(name for name in found if name in shown and name not in beside)


def _of_line(line: Stated) -> Credits:
    if not line.found and not may_credit(line.text):
        return NOBODY
    people = of_labelled(line.found) + of_line(line.text.replace(TAB, " "))
    if not people and TAB in line.text:
        for piece in line.text.split(TAB):
            people = people + of_line(piece)
    return people
