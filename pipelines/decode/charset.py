"""Which encoding the bytes of a page are in, and why."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pipelines.decode.declarations import declarations
from pipelines.decode.fitness import fitness
from pipelines.decode.labels import (
    BIG5,
    GB18030,
    UTF_8,
    UTF_16BE,
    UTF_16LE,
    WINDOWS_1252,
    Encoding,
    encoding_of,
)
from pipelines.records.document import Evidence

if TYPE_CHECKING:
    from pipelines.decode.declarations import Declaration
    from pipelines.records.page import Page

ACCEPTED = "accepted"
CJK = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
CHINESE = 0.5
"""Fitness beyond doubt: ordinary text in the right encoding."""
CLEARLY = 0.2
"""By how much the fitness of another reading must be better."""


class Reading(NamedTuple):
    """The bytes read in one encoding."""

    encoding: Encoding
    text: str
    invalid: int
    """Bytes that the encoding does not have, 0 where it fits."""


class Verdict(NamedTuple):
    """The reading that was chosen."""

    reading: Reading
    evidence: tuple[Evidence, ...]


def read(page: Page) -> Verdict:
    """The page's bytes in the encoding that they show themselves to be in.

    A declaration counts until the bytes contradict it: by bytes that its encoding
    does not have, or by reading much less Chinese than in another encoding.
    """
    stated = list(declarations(page))
    body = page.body
    if stated and stated[0].source == "bom":
        body = _without_mark(body)
    chosen = _chosen(body, [encoding_of(each.label) for each in stated])
    evidence = tuple(_judged(each, chosen, body) for each in stated)
    return Verdict(chosen, (*evidence, _shown(chosen, body)))


def _without_mark(body: bytes) -> bytes:
    return body[3:] if body.startswith(b"\xef\xbb\xbf") else body[2:]


def _chosen(body: bytes, stated: list[Encoding | None]) -> Reading:
    declared = [each for each in stated if each is not None]
    if UTF_16LE in declared or UTF_16BE in declared or b"\0" in body[:200]:
        wide = _wide(body, declared)
        if wide is not None:
            return wide
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return _best(body, declared)
    reading = Reading(UTF_8, text, 0)
    # Valid UTF-8 with Chinese in it is no accident; short GBK words can be valid
    # UTF-8 (通知 reads as a Hebrew letter and an accent), but never as Chinese.
    if text.isascii() or CJK.search(text):
        return reading
    return _best(body, declared, valid=reading)


def _wide(body: bytes, declared: list[Encoding]) -> Reading | None:
    """UTF-16: every other byte of its markup is zero."""
    even, odd = body[0:400:2].count(0), body[1:400:2].count(0)
    share = min(len(body), 400) // 2 or 1
    for encoding, zeros in ((UTF_16LE, odd), (UTF_16BE, even)):
        if zeros > share / 4 or (encoding in declared and zeros):
            return _reading(body, encoding)
    return None


def _best(
    body: bytes, declared: list[Encoding], valid: Reading | None = None
) -> Reading:
    """The most Chinese reading; of equals, the one that is declared first."""
    for encoding in (*declared, GB18030):
        if encoding not in (UTF_8, WINDOWS_1252) and valid is None:
            reading = _reading(body, encoding)
            if not reading.invalid and fitness(reading.text) > CHINESE:
                return reading
    candidates = list(dict.fromkeys([*declared, UTF_8, GB18030, BIG5, WINDOWS_1252]))
    readings = [
        valid if valid and each is UTF_8 else _reading(body, each)
        for each in candidates
        if each not in (UTF_16LE, UTF_16BE)
    ]
    best, best_worth = readings[0], _worth(readings[0], body)
    for reading in readings[1:]:
        worth = _worth(reading, body)
        if worth > best_worth + (CLEARLY if best.encoding in declared else 0):
            best, best_worth = reading, worth
    return best


def _reading(body: bytes, encoding: Encoding) -> Reading:
    try:
        return Reading(encoding, body.decode(encoding.codec), 0)
    except UnicodeDecodeError:
        text = body.decode(encoding.codec, "replace")
        return Reading(encoding, text, text.count("\ufffd"))


def _worth(reading: Reading, body: bytes) -> float:
    """Fitness, less what the encoding could not read."""
    high = len(body.translate(None, _ASCII)) or 1
    return fitness(reading.text) - min(1.0, 4 * reading.invalid / high)


_ASCII = bytes(range(0x80))


def _judged(stated: Declaration, chosen: Reading, body: bytes) -> Evidence:
    encoding = encoding_of(stated.label)
    return Evidence(
        source=stated.source,
        label=stated.label,
        verdict=_verdict(encoding, chosen, body),
    )


def _verdict(encoding: Encoding | None, chosen: Reading, body: bytes) -> str:
    if encoding is None:
        return "unknown label"
    if encoding == chosen.encoding:
        return ACCEPTED
    try:
        body.decode(encoding.codec)
    except UnicodeDecodeError as error:
        wrong = body[error.start : error.start + 2].hex(" ").upper()
        return f"byte {error.start} ({wrong}) is not {encoding.name}"
    if body.isascii():
        return "all bytes are ASCII"
    return f"reads as less Chinese than {chosen.encoding.name}"


def _shown(chosen: Reading, body: bytes) -> Evidence:
    """What the bytes themselves say of the encoding that was chosen."""
    if body.isascii():
        label = "ASCII only"
    elif chosen.invalid:
        label = f"{chosen.invalid} places not {chosen.encoding.name}"
    else:
        label = f"valid {chosen.encoding.name}"
    return Evidence(source="bytes", label=label, verdict=ACCEPTED)
