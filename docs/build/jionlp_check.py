"""The table against jionlp's list of the places of today, by their names."""

from __future__ import annotations

import io
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

from editions import NO_DIVISION, OVERSEAS, ZONE, Edition


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
            name, _, rest = line.strip().partition("\t")
            if depth < 3 and name:
                chain = [*chain[:depth], name]
                if not (NO_DIVISION.fullmatch(name) or ZONE.match(rest)):
                    names.add(linked(chain))
    return names


def linked(chain: list[str]) -> tuple[str, ...]:
    """A municipality stands once, and no line 省直辖行政区划 stands between."""
    return tuple(dict.fromkeys(n for n in chain if not NO_DIVISION.fullmatch(n)))


def differences(edition: Edition, theirs: set[tuple[str, ...]]) -> list[str]:
    ours = set()
    for code, name in edition.items():
        above = (code[:2] + "0000", code[:4] + "00")
        ours.add(linked([*(edition[each] for each in above if each in edition), name]))
    return [
        f"{side} {''.join(each)}"
        for side, names in (
            ("only here", ours - theirs),
            ("only jionlp", theirs - ours),
        )
        for each in sorted(names)
        if each[0] not in OVERSEAS.values()
    ]
