"""The divisions of China at province, prefecture and county level, 1999 to 2025.

`divisions.tsv` is built by `docs/build/divisions.py`, which names its sources and
says how closely each year is known. Codes are those of GB/T 2260.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from pipelines.records.terms import Level

if TYPE_CHECKING:
    from collections.abc import Mapping


class DivisionKind(StrEnum):
    """What a division is by law."""

    PROVINCE = "省"
    MUNICIPALITY = "直辖市"
    AUTONOMOUS_REGION = "自治区"
    SPECIAL_ADMINISTRATIVE_REGION = "特别行政区"
    PREFECTURAL_CITY = "地级市"
    PREFECTURE = "地区"
    AUTONOMOUS_PREFECTURE = "自治州"
    LEAGUE = "盟"
    DISTRICT = "市辖区"
    COUNTY_CITY = "县级市"
    COUNTY = "县"
    AUTONOMOUS_COUNTY = "自治县"
    BANNER = "旗"
    AUTONOMOUS_BANNER = "自治旗"
    SPECIAL_DISTRICT = "特区"
    FORESTRY_DISTRICT = "林区"


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """A code under one name: a renamed division has one of these a name."""

    code: str
    """GB/T 2260, six digits."""
    name: str
    """Full name (积石山保安族东乡族撒拉族自治县)."""
    level: Level
    """A district of a municipality is county."""
    kind: DivisionKind
    parent: str | None
    """Code of the division above; null for a province. A county-level city directly
    under a province (仙桃市, 石河子市) has the province."""
    valid_from: int
    """First year in which it existed on some day; 1999 means 1999 or before."""
    valid_to: int | None
    """Last year in which it existed on some day; null while it exists. Both sides of
    a change are valid in the year of the change."""
    short_names: tuple[str, ...]
    """Two characters or more (石家庄; 临夏, 临夏州); none for most districts."""

    def is_valid(self, year: int | None) -> bool:
        """Whether it existed in `year`; always so without a year."""
        if year is None:
            return True
        return self.valid_from <= year and (
            self.valid_to is None or year <= self.valid_to
        )


@cache
def divisions() -> tuple[Division, ...]:
    """Every row of the table, by code and then by year."""
    table = files("pipelines.lexicon").joinpath("divisions.tsv")
    header, *lines = table.read_text(encoding="utf-8").splitlines()
    names = header.split("\t")
    return tuple(
        _division(dict(zip(names, line.split("\t"), strict=True))) for line in lines
    )


def _division(row: Mapping[str, str]) -> Division:
    return Division(
        code=row["code"],
        name=row["name"],
        level=Level(row["level"]),
        kind=DivisionKind(row["kind"]),
        parent=row["parent"] or None,
        valid_from=int(row["valid_from"]),
        valid_to=int(row["valid_to"]) if row["valid_to"] else None,
        short_names=tuple(row["short_names"].split()),
    )
