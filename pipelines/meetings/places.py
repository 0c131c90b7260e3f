"""The level and division that a body, a name or a title opens with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from pipelines.lexicon.gazetteer import gazetteer
from pipelines.meetings.setting import Setting, place_openings, resolved
from pipelines.records.terms import Level

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipelines.lexicon.divisions import Division


_MUNICIPALITIES = frozenset({"110000", "120000", "310000", "500000"})
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What a phrase means: a level, and a division where it is known."""

    level: Level | None
    area_id: str | None = None
    area_name: str | None = None


NOWHERE = Place(level=None)
NATION = Place(level=Level.NATIONAL, area_id="CN", area_name=None)


# 厅党组会议: only provinces have departments that are called so.
_OF_PROVINCE = ("厅党组", "厅机关", "厅长办公")
# 部务会议, 部长 where the page is of no region: a ministry's.
_OF_MINISTRY = re.compile("部(?:务|党组|长|机关)|副部长")
# 中国共产党乌兰察布市…, 第二师铁门关市…: what stands in front of the place.
_PREFIX = re.compile(
    r"^(?:国家(?:税务总局|统计局|金融监督管理总局)(?=.{2,8}?[省市县区州盟旗])|中国共产党(?=.{2,8}[省市县区州盟旗])|中共(?!中央)|(?:政协|中国人民政治协商会议)(?!全国|第)|第?[一二三四五六七八九十]{1,3}师(?=.{2,5}市)|(?:台盟|民革|民盟|民建|民进|农工党|致公党|九三学社)(?=.{0,6}[省市县区])|\d{4}(?:年)?(?:度)?(?:第[一二三四五六七八九十\d]{1,3}次)?|驻)"
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
        if phrase.startswith(_OF_PROVINCE):
            return _within(Level.PROVINCIAL, setting)
        if _OF_MINISTRY.match(phrase) and setting.of(Level.PROVINCIAL) is None:
            return NATION
        township = _TOWNSHIP.match(phrase)
        return _within(Level.TOWNSHIP, setting) if township else NOWHERE
    if match["national"]:
        return NATION
    place = _within(_level(match["unit"], setting), setting)
    return place if _is_of_kind(match["unit"], place) else Place(level=place.level)


# 区委 on the page of a 县 is of a district that the page does not name.
_KINDS = {
    "区": ("区", "省", "市"),  # of an autonomous region too, and of a new area
    "县": ("县", "省"),
    "旗": ("旗",),
    "州": ("州",),
    "自治州": ("州",),
    "自治区": ("自治区",),
    "盟": ("盟",),
}


def _is_of_kind(unit: str, place: Place) -> bool:
    endings = _KINDS.get(unit)
    if endings is None or place.area_name is None or place.level is None:
        return True
    return place.area_name.endswith(endings)


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
    if phrase[:2] not in place_openings():
        return None
    for length in range(min(len(phrase), 14), 1, -1):
        name = phrase[:length]
        division = resolved(name, setting.within, setting.year)
        if division is None:
            continue
        short_county = division.level is Level.COUNTY and not name.endswith(
            division.name
        )
        if short_county and division.code not in setting.named:
            continue
        return division
    return None


def _township(phrase: str, division: Division, setting: Setting) -> Place:
    """上栗县彭高镇…: a township's level, its county's area."""
    rest = phrase[len(division.name) :] if phrase.startswith(division.name) else ""
    level = Level.TOWNSHIP if _TOWNSHIP.match(rest) else division.level
    return _place(division, setting, level)
