"""The places of one page, by level: which division a bare 市委 or 全省 means here.

Places that the page names in full vote, with those of its publisher and its site; a
level then stands for the division of that level with most votes.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick

from pipelines.lexicon.divisions import Division
from pipelines.lexicon.gazetteer import Gazetteer, gazetteer
from pipelines.records.terms import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEAD = 300
"""Characters of the text in which a place counts thrice."""
# What stands below a 市 tells which kind it is.
_COUNTIES_BELOW = re.compile(
    r"县（[市区、旗]+）|县[市]?区|区县|各县|区[（]?市|县市|各区|市县|县区市|旗县|区市县"
)
_TOWNS_BELOW = re.compile(r"乡镇|镇街|街镇|镇（?街|各镇|镇办|镇乡")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The places of one page, by level, and the year they are valid in."""

    year: int | None
    provincial: Division | None
    prefectural: Division | None
    county: Division | None
    city_is_county: bool
    """What a bare 市 means here."""
    region: bool
    """Whether a bare 区 can mean an autonomous region."""
    named: frozenset[str]
    """Codes of the divisions that the page names in full."""

    def of(self, level: Level | None) -> Division | None:
        by_level = {
            Level.PROVINCIAL: self.provincial,
            Level.PREFECTURAL: self.prefectural,
            Level.COUNTY: self.county,
            Level.TOWNSHIP: self.county or self.prefectural,
        }
        return by_level.get(level) if level else None

    @property
    def within(self) -> str | None:
        """Code of the innermost place that is known."""
        inner = self.county or self.prefectural or self.provincial
        return inner.code if inner else None


def read_setting(
    title: str, text: str, publisher: str, area: str | None, year: int | None
) -> Setting:
    """The setting of a page; `area` is its site's GB/T 2260 code, `CN` or null."""
    votes, named = _votes(title, text, publisher, area, year)
    places = gazetteer()
    province = _best(places, votes, Level.PROVINCIAL, None, year)
    prefecture = _best(places, votes, Level.PREFECTURAL, province, year)
    county = _best(places, votes, Level.COUNTY, prefecture or province, year)
    return Setting(
        year=year,
        provincial=province,
        prefectural=prefecture,
        county=county,
        city_is_county=_city_is_county(text, prefecture, county, votes, area),
        region=bool(province and province.name.endswith("自治区")),
        named=named,
    )


# 中交（海口）生态环保设计研究院有限公司: where a firm is at home, not the meeting.
_OF_FIRM = re.compile(
    r"[（(][\u4e00-\u9fff]{2,4}[)）]"
    r"(?=[\u4e00-\u9fff]{0,16}?(?:公司|集团|研究院|事务所|基金|合伙))"
)


def _votes(
    title: str, text: str, publisher: str, area: str | None, year: int | None
) -> tuple[Counter[str], frozenset[str]]:
    votes: Counter[str] = Counter()
    named: set[str] = set()
    sources = ((title, 4), (text[:_LEAD], 3), (text[_LEAD:], 1), (publisher, 5))
    places = gazetteer()
    for words, weight in sources:
        for name in place_names(_OF_FIRM.sub("", words)):
            division = resolved(name, area, year)
            if division is None:
                continue
            full = name.endswith(division.name)
            if division.level is Level.COUNTY and not full:
                continue
            named.add(division.code)
            for depth, link in enumerate(reversed(places.chain(division, year))):
                votes[link.code] += max(1, weight * (2 if full else 1) - depth)
    if area and area != "CN":
        home = places.by_code(area, year)
        for depth, link in enumerate(
            reversed(places.chain(home, year) if home else ())
        ):
            votes[link.code] += 6 - depth
    return votes, frozenset(named)


def _best(
    places: Gazetteer,
    votes: Counter[str],
    level: Level,
    inside: Division | None,
    year: int | None,
) -> Division | None:
    rows = [
        (count, row)
        for code, count in votes.items()
        if (row := places.by_code(code, year)) is not None
        and row.level is level
        and (inside is None or inside in places.chain(row, year))
    ]
    return max(rows, key=lambda pair: (pair[0], pair[1].code))[1] if rows else None


def _city_is_county(
    text: str,
    prefecture: Division | None,
    county: Division | None,
    votes: Counter[str],
    area: str | None,
) -> bool:
    if prefecture is not None and prefecture.code == area:
        return False
    if county is None or not county.name.endswith("市"):
        return False
    if _COUNTIES_BELOW.search(text):
        return False
    if county.code == area:
        return True  # its own site says 市 of itself
    if prefecture is None or _TOWNS_BELOW.search(text):
        return True
    return votes[county.code] > votes[prefecture.code]


def place_names(text: str) -> Iterator[str]:
    """Names of divisions in the text, chains such as 青岛莱西市 joined, in order."""
    start = end = -1
    for first, last in _longest(text):
        if first == end:
            end = last
            continue
        if end > 0:
            yield text[start:end]
        start, end = first, last
    if end > 0:
        yield text[start:end]


# 党组会议和县十六届…: behind a character these begin with a conjunction.
_CONJUNCTIONS = ("和县", "和平县", "和平区", "和政县")
# 传达|县委: a word whose second half begins a place's name (达县).
_WORDS = frozenset(
    {
        "召开",
        "展开",
        "离开",
        "公开",
        "打开",
        "传达",
        "转达",
        "表达",
        "到达",
        "送达",
        "发达",
        "抵达",
    }
)
_HAN = re.compile(r"[\u4e00-\u9fff）)]")


def _longest(text: str) -> list[tuple[int, int]]:
    rows: list[tuple[int, int]] = []
    for _, first, end in _automaton().find_matches_as_indexes(text, overlapping=True):
        if text.startswith(_CONJUNCTIONS, first) and _HAN.match(
            text[first - 1 : first]
        ):
            continue
        if text[max(0, first - 1) : first + 1] in _WORDS:
            continue
        if text.startswith("代县长", first):
            continue
        while rows and rows[-1][0] >= first:
            rows.pop()
        if not rows or rows[-1][1] <= first:
            rows.append((first, end))
    return rows


@cache
def _automaton() -> AhoCorasick:
    return AhoCorasick(dict.fromkeys(name for name, _ in gazetteer().names()))


@cache
def place_openings() -> frozenset[str]:
    """The first two characters of every name of a place."""
    return frozenset(name[:2] for name in gazetteer().surfaces)


# What a page's phrases begin with is without end, and a long run reads millions.
@lru_cache(maxsize=1 << 16)
def resolved(name: str, within: str | None, year: int | None) -> Division | None:
    """The one division that `name` means near `within`; null where none or more."""
    return gazetteer().resolve(name, within, year)
