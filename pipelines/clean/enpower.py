"""What 方正's enpower states in a comment before the text.

`<!--enpproperty <articleid>1</articleid><date>2021-03-05 10:20:18.0</date>
<author>王小川</author><subtitle>…</subtitle><introtitle>…</introtitle>…/enpproperty-->`:
papers' sites keep it below templates of their own.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from selectolax.lexbor import LexborNode

OPENING = "enpproperty"
FIELD = re.compile(
    r"<(?:founder-)?(?P<name>date|author|title|introtitle|subtitle)>(?P<value>[^<]*)<"
)


class Stated(NamedTuple):
    """The comment's fields, as written; "" where it leaves one out."""

    date: str = ""
    author: str = ""
    title: str = ""
    introtitle: str = ""
    subtitle: str = ""


NOTHING = Stated()


def stated(comments: Iterable[LexborNode]) -> Stated:
    """The fields of the page's first such comment."""
    for node in comments:
        content = node.comment_content or ""
        if content.startswith(OPENING):
            found = FIELD.finditer(content)
            return Stated(**{each["name"]: _plain(each["value"]) for each in found})
    return NOTHING


def _plain(value: str) -> str:
    return " ".join(html.unescape(value).split())
