"""Lines above and below the headline: 引题 and 副题."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.clean.chrome import is_breadcrumb, is_furniture
from pipelines.clean.header import meta_end
from pipelines.clean.headline import squeeze
from pipelines.clean.labels import labelled
from pipelines.clean.titles import SITE, is_dashed

if TYPE_CHECKING:
    from pipelines.clean.sheet import Sheet
    from pipelines.clean.titles import Title

SHORTEST = 6
LONGEST = 60
# Level of heading above and below the headline: h1 there is the site's or a column's.
SMALLER = frozenset({"h2", "h3", "h4", "h5", "h6"})
ABOVE = re.compile(
    r"[.#](?:yinti|intro-?title|pre-?title|title-?pre|pre|shoulder|jianti|yt|kicker"
    r"|leadtitle|toptitle)[\d ]"
)
BELOW = re.compile(
    r"[.#](?:sub|sub-?title|sub-?tit|title-?sub|second-?title|futi|fubiaoti|fubt|ft"
    r"|deputy|vice-?title|title-?2)[\d ]"
)


def kicker_of(sheet: Sheet, title: Title) -> str | None:
    """The line above the headline, where it is set as part of it."""
    at = title.lines.start - 1
    return _part(sheet, title, at, ABOVE) if title.lines and at >= 0 else None


def subtitle_of(sheet: Sheet, title: Title, begin: int) -> str | None:
    """The line below the headline, where it is set as part of it.

    `begin`: the line that the text begins on.
    """
    at = title.lines.stop
    if not title.lines or at >= begin:
        return None
    return _part(sheet, title, at, BELOW)


def _part(sheet: Sheet, title: Title, at: int, hint: re.Pattern[str]) -> str | None:
    text, source = sheet.simplified[at], sheet.outline.lines[at]
    if is_dashed(text):
        return text
    marked = hint.search(source.hint.replace("_", "-")) is not None
    if not marked and source.tag not in SMALLER:
        return None
    return text if not source.linked and _may_be(text, title) else None


def _may_be(text: str, title: Title) -> bool:
    return (
        SHORTEST <= len(text) <= LONGEST
        and not text.endswith("。")
        and not SITE.search(text)
        and squeeze(text) not in squeeze(title.text or "")
        and not is_furniture(text)
        and not is_breadcrumb(text)
        and meta_end(text) == 0
        and not labelled(text)
    )
