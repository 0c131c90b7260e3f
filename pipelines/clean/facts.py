"""Dates, publisher and people from the lines around the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.clean.credits import Credits, of_labels, of_line, of_opening
from pipelines.clean.labels import Fact, Labelled, labelled
from pipelines.clean.names import NAME
from pipelines.clean.times import Stamp, stamps

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipelines.clean.body import Body
    from pipelines.clean.sheet import Sheet

LONGEST_PUBLISHER = 30
# What never belongs to a publisher's name and ends it.
PUBLISHER_END = re.compile(r"[【\[|｜丨]|\s{1,}|(?<=.)[(（](?!.{1,8}[)）])|,|，|;|；")
# Values that name nobody.
NO_PUBLISHER = re.compile(
    r"本站|本网|网络|互联网|未知|原创|转载|暂无|不详|-+|\d+|admin", re.IGNORECASE
)


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
    lines = sheet.simplified
    around = [lines[line] for line in (*body.header, *_first_lines(body), *body.footer)]
    near = [*reversed([lines[line] for line in body.header])]
    meta = _first_meta(sheet, body)
    return Facts(
        published=_published([*meta, *near]),
        modified=_labelled_stamp([*meta, *near], Fact.MODIFIED),
        publisher=_publisher([*meta, *near, *(lines[line] for line in body.footer)]),
        original_title=_original_title(around),
        credits=_people(sheet, body),
    )


def _first_lines(body: Body) -> list[int]:
    return [part.line for part in body.parts[:2]]


def _first_meta(sheet: Sheet, body: Body) -> list[str]:
    """Metadata that stands on the text's first line, before it."""
    if not body.parts:
        return []
    line, start, _ = body.parts[0]
    return [sheet.simplified[line][:start]] if start else []


def _published(lines: Iterable[str]) -> Stamp | None:
    """The labelled date, else the first date that stands by itself."""
    lines = list(lines)
    said = _labelled_stamp(lines, Fact.PUBLISHED)
    if said is not None:
        return said
    for line in lines:
        for stamp in stamps(line):
            return stamp
    return None


def _labelled_stamp(lines: Iterable[str], fact: Fact) -> Stamp | None:
    for line in lines:
        for each in labelled(line):
            if each.fact is fact:
                for stamp in stamps(each.value):
                    return stamp
    return None


def _publisher(lines: Iterable[str]) -> str | None:
    for line in lines:
        for each in labelled(line):
            if each.fact is Fact.PUBLISHER:
                name = publisher_name(each.value)
                if name is not None:
                    return name
    return None


def publisher_name(value: str) -> str | None:
    """The publisher's name without what follows it; null when it names nobody."""
    dated = stamps(value)
    if dated:
        value = value[: dated[0].start] or value[dated[0].end :]
    name = PUBLISHER_END.split(value.strip(), maxsplit=1)[0].strip(" ：:")
    if not name or len(name) > LONGEST_PUBLISHER or NO_PUBLISHER.fullmatch(name):
        return None
    return name


def _original_title(lines: Iterable[str]) -> str | None:
    for line in lines:
        for each in labelled(line):
            if each.fact is Fact.ORIGINAL_TITLE and each.start <= 3 and each.value:
                return line[each.value_start :].strip(" -)）】")
    return None


def _people(sheet: Sheet, body: Body) -> Credits:
    lines = sheet.simplified
    people = Credits()
    for line in body.header:
        people = people + _of_header(lines[line])
    for part in body.parts[:2]:
        people = people + of_labels(lines[part.line][: part.start])
        people = people + of_opening(lines[part.line][part.start :])
    people = people + body.credits
    for line in body.footer:
        people = people + of_labels(_with_next(lines, line)) + of_line(lines[line])
    return people


def _of_header(line: str) -> Credits:
    return of_labels(line) + of_line(line)


def _with_next(lines: Sequence[str], line: int) -> str:
    """A label whose value stands on the next line (责任编辑: ⏎ 于文凯)."""
    found: list[Labelled] = labelled(lines[line])
    if found and not found[-1].value and line + 1 < len(lines):
        value = lines[line + 1].strip()
        if NAME.fullmatch(value):
            return lines[line] + value
    return lines[line]
