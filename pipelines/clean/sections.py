"""The breadcrumb above the headline: 当前位置: 首页 > 新闻中心 > 政务要闻."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.clean.chrome import is_breadcrumb
from pipelines.clean.headline import squeeze

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.clean.sheet import Sheet
    from pipelines.clean.titles import Title

STEP = re.compile(r"\s*[>＞»›]+\s*")
LABEL = re.compile(r"^.{0,10}?位置(?:是)?\s*[:：]\s*")
# Steps that name no section.
NOWHERE = re.compile(r"(?:网站)?(?:首页|主页)|正文|查看内容|内容|详情|新闻详情|")
LONGEST = 20


def section(sheet: Sheet, title: Title, header: Sequence[int]) -> tuple[str, ...]:
    """The sections of the page, outermost first; empty when none are shown."""
    if sheet.fields.section:
        return _steps(sheet.fields.section, title)
    for line in header:
        text = sheet.simplified[line]
        if is_breadcrumb(text) and STEP.search(text):
            return _steps(text, title)
    return ()


def _steps(text: str, title: Title) -> tuple[str, ...]:
    steps = [step.strip() for step in STEP.split(LABEL.sub("", text))]
    heading = squeeze(title.text or "")
    return tuple(
        step
        for step in steps
        if len(step) <= LONGEST
        and not NOWHERE.fullmatch(step)
        and not (heading and squeeze(step) == heading)
    )
