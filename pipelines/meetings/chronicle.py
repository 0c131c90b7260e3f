"""The month that a chronicle is of: 二〇二三年二月大事记 prints only days."""

from __future__ import annotations

import re
from datetime import date, timedelta

from pipelines.numerals import DIGITS, read_number

_KIND = r"大事记|纪事|记事|要闻|动态|日志|简报|回顾|播报|工作情况|活动"
_MONTH = re.compile(
    rf"(?:(?P<year>\d{{4}}|[一二三四五六七八九〇零○]{{4}})年(?:度)?)"
    rf"(?:(?P<month>\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月(?:份)?)?[^，。\n]{{0,16}}?(?:{_KIND})"
)


# 大事记 7/2008, 大事记（2025年8月—9月）
_TURNED = re.compile(
    rf"(?:{_KIND})[\s（(]*(?:(?P<month>\d{{1,2}})/)?(?P<year>\d{{4}})(?!\d)"
)


def anchor(title: str, published: date | None) -> date | None:
    """The last day that the chronicle of `title` can tell of, else `published`."""
    match = _MONTH.search(title) or _TURNED.search(title)
    if match is None:
        return published
    year = int(match["year"].translate(DIGITS))
    month = read_number(match["month"]) if match["month"] else 12
    if month is None or not 1 <= month <= 12:
        return published
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last if published is None or last < published else published
