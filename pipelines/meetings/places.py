"""Which place a bare 市委, 我县 or 全省 means on this page.

Places that the page names in full vote, with those of its publisher and its site; a
level word then means the division of that level with most votes.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

import ahocorasick

from pipelines.lexicon.divisions import Division
from pipelines.lexicon.gazetteer import Gazetteer, gazetteer
from pipelines.records.terms import Level

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


_MUNICIPALITIES = frozenset({"110000", "120000", "310000", "500000"})
_LEAD = 300
"""Characters of the text in which a place counts thrice."""
_LEVEL_WORD = re.compile(
    r"(?:(?P<national>全国|国务院|中共中央|党中央|中央|国家|全军)"
    r"|(?:全|我|本|该|这个)?(?P<unit>省|自治区|自治州|市|州|盟|县|区|旗|镇|乡|街道|师|行署|地区|地委)"
    r"(?!委员|级机关|场|民|容|政道路|域|别|块|外|内|里|长江|情|花|树|徽|道|位|间|分|傅|资|生|范|说))"
)
_LEVELS: Mapping[str, Level] = MappingProxyType(
    {
        "省": Level.PROVINCIAL,
        "自治区": Level.PROVINCIAL,
        "自治州": Level.PREFECTURAL,
        "州": Level.PREFECTURAL,
        "盟": Level.PREFECTURAL,
        "县": Level.COUNTY,
        "区": Level.COUNTY,
        "旗": Level.COUNTY,
        "镇": Level.TOWNSHIP,
        "乡": Level.TOWNSHIP,
        "街道": Level.TOWNSHIP,
        "师": Level.PREFECTURAL,
        "行署": Level.PREFECTURAL,
        "地区": Level.PREFECTURAL,
        "地委": Level.PREFECTURAL,
    }
)
_TOWNSHIP = re.compile(
    r"^[\u4e00-\u9fff]{1,6}?(?:镇|乡|街道)(?=党|人大|政府|人民|办事处|召开|机关|$|[\u4e00-\u9fff]{0,8}(?:会|党))"
)
# What stands below a 市 tells which kind it is.
_COUNTIES_BELOW = re.compile(
    r"县（[市区、旗]+）|县[市]?区|区县|各县|区[（]?市|县市|各区|市县|县区市|旗县|区市县"
)
_TOWNS_BELOW = re.compile(r"乡镇|镇街|街镇|镇（?街|各镇|镇办|镇乡")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What a phrase means: a level, and a division where it is known."""

    level: Level | None
    area_id: str | None = None
    area_name: str | None = None


NOWHERE = Place(level=None)
NATION = Place(level=Level.NATIONAL, area_id="CN", area_name=None)


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


def _votes(
    title: str, text: str, publisher: str, area: str | None, year: int | None
) -> tuple[Counter[str], frozenset[str]]:
    votes: Counter[str] = Counter()
    named: set[str] = set()
    sources = ((title, 4), (text[:_LEAD], 3), (text[_LEAD:], 1), (publisher, 5))
    places = gazetteer()
    for words, weight in sources:
        for name in place_names(words):
            division = _resolved(name, area, year)
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
_HAN = re.compile(r"[\u4e00-\u9fff）)]")


def _longest(text: str) -> list[tuple[int, int]]:
    rows: list[tuple[int, int]] = []
    for last, length in _automaton().iter(text):
        first = last + 1 - length
        if text.startswith(_CONJUNCTIONS, first) and _HAN.match(
            text[first - 1 : first]
        ):
            continue
        while rows and rows[-1][0] >= first:
            rows.pop()
        if not rows or rows[-1][1] <= first:
            rows.append((first, last + 1))
    return rows


@cache
def _automaton() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for name, _ in gazetteer().names():
        automaton.add_word(name, len(name))
    automaton.make_automaton()
    return automaton


# 中国共产党乌兰察布市…, 第二师铁门关市…: what stands in front of the place.
_PREFIX = re.compile(
    r"^(?:中国共产党(?=.{2,8}[省市县区州盟旗])|中共(?!中央)|政协(?!全国)|第[一二三四五六七八九十]{1,3}师(?=.{2,5}市)|\d{4}(?:年)?(?:度)?|驻)"
)


# 政协第十二届全国委员会, 第十三届全国人民代表大会.
_NATIONAL_BODY = re.compile(
    r"(?:政协|中国人民政治协商会议)?第[^，。]{1,5}届全国|中国共产党第[^，。]{1,5}[次届](?:全国|中央)"
)


def resolve(phrase: str, setting: Setting) -> Place:
    """The place that `phrase` (a body, a meeting's name, a title) opens with."""
    if _NATIONAL_BODY.match(phrase):
        return NATION
    phrase = _PREFIX.sub("", phrase)
    explicit = _explicit(phrase, setting)
    if explicit is not None:
        return _township(phrase, explicit, setting)
    match = _LEVEL_WORD.match(phrase)
    if match is None:
        township = _TOWNSHIP.match(phrase)
        return _within(Level.TOWNSHIP, setting) if township else NOWHERE
    if match["national"]:
        return NATION
    return _within(_level(match["unit"], setting), setting)


def _level(unit: str, setting: Setting) -> Level:
    if unit == "市":
        home = setting.provincial
        if home and home.code in _MUNICIPALITIES and not setting.city_is_county:
            return Level.PROVINCIAL
        return Level.COUNTY if setting.city_is_county else Level.PREFECTURAL
    if unit == "区" and setting.region and setting.county is None:
        return Level.PROVINCIAL
    return _LEVELS[unit]


def _within(level: Level, setting: Setting) -> Place:
    division = setting.of(level)
    if division is None:
        return Place(level=level)
    return _place(division, setting, level)


def _place(division: Division, setting: Setting, level: Level) -> Place:
    name = gazetteer().full_name(division, setting.year)
    return Place(level=level, area_id=division.code, area_name=name)


def _explicit(phrase: str, setting: Setting) -> Division | None:
    for length in range(min(len(phrase), 14), 1, -1):
        name = phrase[:length]
        division = _resolved(name, setting.within, setting.year)
        if division is None:
            continue
        short_county = division.level is Level.COUNTY and not name.endswith(
            division.name
        )
        if short_county and division.code not in setting.named:
            continue
        return division
    return None


@cache
def _resolved(name: str, within: str | None, year: int | None) -> Division | None:
    return gazetteer().resolve(name, within, year)


def _township(phrase: str, division: Division, setting: Setting) -> Place:
    """上栗县彭高镇…: a township's level, its county's area."""
    rest = phrase[len(division.name) :] if phrase.startswith(division.name) else ""
    level = Level.TOWNSHIP if _TOWNSHIP.match(rest) else division.level
    return _place(division, setting, level)
