"""The date that an address carries."""

from __future__ import annotations

import pytest

from pipelines.clean.yearless import of_address

CASES = [
    ("http://a.example/html/2020-12/30/content_1.htm", "2020-12-30"),
    ("http://a.example/html/2020-11/09/content_1.htm", "2020-11-09"),
    ("http://a.example/html/2020-01/02/content_1.htm", "2020-01-02"),
    ("http://a.example/art/2021/1/4/art_1.html", "2021-01-04"),
    ("http://a.example/art/2021/12/4/art_1.html", "2021-12-04"),
    ("http://a.example/202101/t20210104_1.html", "2021-01-04"),
    ("http://a.example/2021/0104/c1.html", "2021-01-04"),
    ("http://a.example/2021_01_04_1.shtml", "2021-01-04"),
    ("http://a.example/2021/13/40/1.html", None),
    ("http://a.example/20211/1.html", None),
]


@pytest.mark.parametrize(("url", "date"), CASES)
def test_of_an_address(url: str, date: str | None) -> None:
    stamp = of_address(url)
    assert (stamp.iso if stamp else None) == date
