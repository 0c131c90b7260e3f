from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from pipelines.lexicon.divisions import Division, divisions
from pipelines.lexicon.divisions import DivisionKind as K
from pipelines.lexicon.gazetteer import gazetteer
from pipelines.records.terms import Level

FIRST, LAST = 1999, 2025
YEARS = range(FIRST, LAST + 1)
# Prefectures and counties at the year's end in the China Statistical Yearbook; it
# counts Laiwu out of 2018, which was decided that December and published in January.
COUNTS = {
    1999: (331, 2858),
    2000: (333, 2861),
    2001: (332, 2861),
    2002: (332, 2860),
    2003: (333, 2861),
    2004: (333, 2862),
    2005: (333, 2862),
    2006: (333, 2860),
    2007: (333, 2859),
    2008: (333, 2859),
    2009: (333, 2858),
    2010: (333, 2856),
    2011: (332, 2853),
    2012: (333, 2852),
    2013: (333, 2853),
    2014: (333, 2854),
    2015: (334, 2850),
    2016: (334, 2851),
    2017: (334, 2851),
    2018: (333 + 1, 2851),
    2019: (333, 2846),
    2020: (333, 2844),
    2021: (333, 2843),
    2022: (333, 2843),
    2023: (333, 2844),
    2024: (333, 2846),
}


def _valid(year: int) -> list[Division]:
    return [row for row in divisions() if row.is_valid(year)]


def test_no_row_is_there_twice():
    counts = Counter((row.code, row.name, row.valid_from) for row in divisions())
    assert [row for row, count in counts.items() if count > 1] == []


def test_rows_stand_by_code_and_year():
    keys = [(row.code, row.valid_from, row.valid_to or LAST) for row in divisions()]
    assert keys == sorted(keys)


def test_years_are_in_range():
    for row in divisions():
        assert FIRST <= row.valid_from <= (row.valid_to or LAST) <= LAST, row


def test_the_names_of_one_code_share_at_most_the_year_of_the_change():
    for rows in gazetteer().codes.values():
        for old, new in pairwise(rows):
            assert old.valid_to is not None, old
            assert old.valid_to <= new.valid_from, (old, new)


def test_no_division_has_one_name_under_two_codes_at_the_year_s_end():
    for year in YEARS:
        ended = [row for row in _valid(year) if row.valid_to != year]
        counts = Counter((row.name, row.parent) for row in ended)
        assert [key for key, count in counts.items() if count > 1] == [], year


def test_every_parent_is_valid_in_the_same_years():
    for year in YEARS:
        codes = {row.code: row.level for row in _valid(year)}
        for row in _valid(year):
            if row.level is Level.PROVINCIAL:
                assert row.parent is None
            else:
                assert row.parent in codes, (row, year)
                assert codes[row.parent] is not Level.COUNTY


def test_code_and_level_agree():
    for row in divisions():
        assert len(row.code) == 6
        if row.code.endswith("0000"):
            assert row.level is Level.PROVINCIAL, row
        elif row.code.endswith("00"):
            assert row.level is Level.PREFECTURAL, row
        else:
            assert row.level is Level.COUNTY, row


def test_counties_without_a_prefecture_are_the_known_ones():
    municipalities = {"110000", "120000", "310000", "500000"}
    directly = {
        row.code[:4]
        for row in divisions()
        if row.level is Level.COUNTY
        and row.parent is not None
        and row.parent.endswith("0000")
        and row.parent not in municipalities
    }
    assert directly == {"4190", "4290", "4600", "4690", "6590"}


@pytest.mark.parametrize("year", COUNTS)
def test_counts(year: int):
    counts = Counter(row.level for row in _valid(year) if row.valid_to != year)
    assert counts[Level.PROVINCIAL] == 34
    assert (counts[Level.PREFECTURAL], counts[Level.COUNTY]) == COUNTS[year]


def test_names_are_names():
    for row in divisions():
        assert row.name not in {"市辖区", "县", "市"}
        assert "直辖" not in row.name
        assert all("一" <= char <= "鿿" for char in row.name), row


def test_short_names():
    for row in divisions():
        assert len(set(row.short_names)) == len(row.short_names)
        for short in row.short_names:
            assert len(short) > 1, row
            assert short != row.name, row


def test_kinds_that_few_divisions_have():
    names = {kind: {row.name for row in divisions() if row.kind is kind} for kind in K}
    assert names[K.FORESTRY_DISTRICT] == {"神农架林区"}
    assert names[K.SPECIAL_DISTRICT] == {"六枝特区", "万山特区", "盘县特区"}
    assert names[K.AUTONOMOUS_BANNER] == {
        "莫力达瓦达斡尔族自治旗",
        "鄂伦春自治旗",
        "鄂温克族自治旗",
    }
    assert len(names[K.AUTONOMOUS_PREFECTURE]) == 30
    assert names[K.MUNICIPALITY] == {"北京市", "天津市", "上海市", "重庆市"}


def test_districts_have_no_short_name_but_new_areas_and_peoples():
    rows = [row for row in divisions() if row.kind is K.DISTRICT and row.short_names]
    assert {row.name for row in rows} == {
        "浦东新区",
        "沈北新区",
        "两江新区",
        "管城回族区",
        "顺河回族区",
        "瀍河回族区",
        "梅里斯达斡尔族区",
    }


def test_no_short_name_means_divisions_of_two_levels():
    for year in YEARS:
        levels: dict[str, set[Level]] = {}
        for row in _valid(year):
            for short in row.short_names:
                levels.setdefault(short, set()).add(row.level)
        assert [each for each, found in levels.items() if len(found) > 1] == [], year
