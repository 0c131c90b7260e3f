"""WARCs that other makers wrote: one odd record costs itself at most."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from pipelines.archive.warc_reading import records
from pipelines.archive.warc_record import Damage

if TYPE_CHECKING:
    from pathlib import Path

COUNT, ODD = 6, 2


def record(number: int, *, odd: str = "") -> bytes:
    block = f"HTTP/1.1 200 OK\r\n\r\n<html>{number}</html>".encode()
    lengths = {"short": 10, "long": 5000}
    fields = [
        "WARC-Type: response",
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012}>",
        "WARC-Date: 2021-01-03T00:00:00Z",
        f"WARC-Target-URI: http://a.example/{number}.html",
        f"Content-Length: {lengths.get(odd, len(block))}",
    ]
    if odd == "lower":
        fields = [
            name.lower() + ":" + value
            for name, _, value in (f.partition(":") for f in fields)
        ]
    if odd == "no colon":
        fields.insert(1, "what is this")
    if odd == "no length":
        fields.pop()
    head = "\r\n".join(["WARC/1.0", *fields]).encode()
    return head + b"\r\n\r\n" + block + b"\r\n\r\n"


# What is odd, how many records are read, how many damages told.
CASES = [("lower", 6, 0), ("no colon", 6, 0), ("long", 5, 1), ("no length", 5, 1)]


@pytest.mark.parametrize("packed", [True, False], ids=["gzip", "plain"])
@pytest.mark.parametrize(("odd", "good", "bad"), CASES)
def test_reading_goes_on_behind_a_record(
    tmp_path: Path, odd: str, good: int, bad: int, packed: bool
) -> None:
    rows = [record(n, odd=odd if n == ODD else "") for n in range(COUNT)]
    file = tmp_path / ("x.warc.gz" if packed else "x.warc")
    file.write_bytes(b"".join(map(gzip.compress, rows)) if packed else b"".join(rows))
    found = list(records(file))
    damages = [each for each in found if isinstance(each, Damage)]
    urls = [each.url for each in found if not isinstance(each, Damage)]
    expected = [
        f"http://a.example/{n}.html" for n in range(COUNT) if bad == 0 or n != ODD
    ]
    assert (urls, len(urls), len(damages)) == (expected, good, bad)


def test_a_file_of_nothing_but_lower_case(tmp_path: Path) -> None:
    file = tmp_path / "x.warc.gz"
    rows = [record(n, odd="lower") for n in range(COUNT)]
    file.write_bytes(b"".join(map(gzip.compress, rows)))
    found = list(records(file))
    assert [not isinstance(each, Damage) and each.block[-8:] for each in found] == [
        f"{n}</html>".encode() for n in range(COUNT)
    ]
