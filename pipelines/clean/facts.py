"""Dates, publisher and people from the lines around the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.clean.credits import (
    NOBODY,
    Credits,
    may_credit,
    of_labelled,
    of_line,
    of_opening,
)
from pipelines.clean.labels import TAB, Fact, Labelled
from pipelines.clean.metadata import NONE, Metadata
from pipelines.clean.names import is_name, names
from pipelines.clean.published import labelled_stamp, published
from pipelines.clean.publishers import (
    after_word,
    beside_date,
    beside_date_line,
    publisher_name,
    stated_publisher,
)
from pipelines.clean.stated import SIGNATURE, Stated, above, stated, with_next
from pipelines.clean.times import Stamp, stamps

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipelines.clean.body import Body
    from pipelines.clean.sheet import Sheet

OPENING_BRACKET = re.compile(r"[(（【\[]")


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
    header = above(sheet, body)
    footer = [with_next(sheet, line) for line in body.footer]
    remarks = [stated(remark) for remark in body.remarks]
    closing = [stated(line) for line in reversed(body.closing)]
    return Facts(
        published=published(header, [*closing, *footer], sheet),
        modified=labelled_stamp(header, Fact.MODIFIED),
        publisher=stated_publisher(sheet.fields.publisher)
        or (
            _of_account(sheet.fields.account, [*header, *remarks, *footer])
            if sheet.fields.account
            else _publisher(header, [*remarks, *footer], sheet.metadata)
        ),
        original_title=_original_title([*header, *remarks, *footer]),
        credits=_people(sheet, body, header, footer),
    )


def _of_account(account: str, lines: Sequence[Stated]) -> str | None:
    """来源 as an account's own text prints it, else the account."""
    printed = (_labelled_publisher(line) for line in lines)
    return next(filter(None, printed), None) or stated_publisher(account)


def _publisher(
    header: Sequence[Stated], later: Sequence[Stated], metadata: Metadata
) -> str | None:
    for line in header:
        name = _labelled_publisher(line)
        if name is not None:
            return name
    said = stated_publisher(metadata.publisher)
    if said is not None:
        return said
    for line in header:
        name = after_word(line.text) or beside_date(line.text)
        if name is not None:
            return name
    name = beside_date_line([line.text for line in header])
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
    if author is not None and not is_name(author):
        return author
    return next((name for line in header for name in _releasing(line)), None)


# Who put a text on an office's site: its publisher where no 来源 is printed.
RELEASING = frozenset({"发布单位", "发布机构", "发布部门", "供稿单位", "供稿部门"})


def _releasing(line: Stated) -> Iterator[str]:
    for each in line.found:
        name = publisher_name(each.value) if each.label in RELEASING else None
        if name is not None and not is_name(name):
            yield name


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
    people = _of_line(stated(sheet.fields.byline))
    if not people and sheet.fields.byline:
        people = Credits(reporters=names(sheet.fields.byline))
    for line in reversed(header):
        people = people + _of_line(line)
    for part in body.parts[:2]:
        people = people + of_opening(sheet.simplified[part.line][part.start :])
    people = people + body.credits
    for line in footer:
        people = people + _of_line(line)
    if not people.reporters:
        said = _stated_authors(sheet, header, footer)
        # Many systems state there who edited.
        writers = tuple(name for name in said if name not in people.editors)
        people = people + Credits(reporters=writers)
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
    if not people and (dated := stamps(line.text)):
        # 2008年7月11日 15:44 临江晚报 通讯员 王小川
        behind = line.text[dated[-1].end :].replace(TAB, " ").strip(" \u3000")
        people = of_line(behind)
    return people
