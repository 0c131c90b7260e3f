"""The title: the headline as it stands on the page, else what the head states."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pipelines.clean.body import meta_end
from pipelines.clean.chrome import is_breadcrumb, is_furniture
from pipelines.clean.labels import Fact, labelled
from pipelines.clean.times import stamps

if TYPE_CHECKING:
    from pipelines.clean.sheet import Sheet

SHORTEST = 5
LONGEST = 120
# Where the head of a plain-text page is looked for.
HEAD = 40
PARAGRAPH = 90
# Between headline, column and site in a <title>: each site has its own mark.
SEPARATOR = re.compile(r"\s*(?:_|\||｜|-{1,2}|–|—{1,2}|--|&gt;|»|>|<)\s*|\s{2,}")


class Title(NamedTuple):
    """The title and the line it stands on."""

    text: str | None
    line: int | None


def title_of(sheet: Sheet) -> Title:
    """The headline of a page."""
    line = sheet.outline.title
    if line is not None:
        return Title(sheet.simplified[line], line)
    line = _before_meta(sheet)
    if sheet.metadata.title:
        return Title(sheet.metadata.title, line)
    if sheet.metadata.title_tag:
        return Title(_stated(sheet.metadata.title_tag), line)
    return Title(None if line is None else sheet.simplified[line], line)


def _stated(title_tag: str) -> str:
    """The headline of a <title>: its longest first part before the site's name."""
    parts = [part for part in SEPARATOR.split(title_tag) if part]
    return parts[0] if parts else title_tag


def _before_meta(sheet: Sheet) -> int | None:
    """The last line before date and source that reads like a headline."""
    lines = sheet.simplified[:HEAD]
    meta = next((at for at, line in enumerate(lines) if _is_meta(line)), None)
    if meta is None:
        return next((at for at, line in enumerate(lines) if _may_be_title(line)), None)
    above = range(meta - 1, -1, -1)
    return next((at for at in above if _may_be_title(lines[at])), None)


def _is_meta(line: str) -> bool:
    if meta_end(line) == 0:
        return False
    facts = {each.fact for each in labelled(line)}
    dated = bool(stamps(line))
    return dated or bool(facts & {Fact.PUBLISHER, Fact.PUBLISHED, Fact.MODIFIED})


def _may_be_title(line: str) -> bool:
    return (
        SHORTEST <= len(line) <= LONGEST
        and "|" not in line
        and not is_furniture(line)
        and not is_breadcrumb(line)
        and meta_end(line) == 0
        and not labelled(line)
    )
