"""Bytes of GBK inside a page that is otherwise UTF-8, and the reverse."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pipelines.decode.fitness import fitness, prose_characters
from pipelines.decode.words import is_ordinary
from pipelines.records.document import Edit, RepairKind

if TYPE_CHECKING:
    from collections.abc import Iterator

LOST = "\ufffd"

# Characters of UTF-8 as Chinese text has them, of three bytes or four, and ASCII.
# Those of two bytes are what GBK pairs look like by accident (通知); of them only
# the marks · × ° § and the letters of C2 and C3 count, and only beside others.
WHOLE = rb"[\x00-\x7f]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2}"
UTF8 = re.compile(
    rb"(?:" + WHOLE + rb"|(?:[\xc2\xc3][\x80-\xbf])+(?=" + WHOLE + rb"|$))+"
)
# GBK pairs up to where UTF-8 begins again; a pair with an ASCII second byte (镕 is
# E9 46) only after one without.
GBK = re.compile(
    rb"(?:(?![\xe1-\xef][\x80-\xbf]{2}(?![\x80-\xbf]))[\x81-\xfe][\x80-\xfe]"
    rb"|(?<=[\x80-\xff])[\x81-\xfe][\x40-\x7e])+"
)

# Where UTF-8 may begin again after bytes that are neither.
RESUMES = re.compile(rb"[\x00-\x7f]|[\xe1-\xef][\x80-\xbf]{2}")


class Mended(NamedTuple):
    """The text of a UTF-8 page whose stray bytes were read as what they are."""

    text: str
    edits: tuple[Edit, ...]
    lost: int
    """Stretches of bytes that are neither UTF-8 nor GBK; U+FFFD in the text."""


class _Piece(NamedTuple):
    raw: bytes
    text: str
    kind: RepairKind | None
    """Null for what was UTF-8 all along."""


def mend(body: bytes) -> Mended:
    """Reads `body` as UTF-8, and what is not UTF-8 in it as GBK."""
    texts: list[str] = []
    edits: list[Edit] = []
    length = 0
    for piece in _pieces(body):
        left = texts[-1][-1:] if texts else ""
        if piece.text == left == LOST:
            continue
        if piece.kind is not None:
            edits.append(_edit(piece, piece.kind, length, left))
        texts.append(piece.text)
        length += len(piece.text)
    lost = sum([edit.kind is RepairKind.LOST for edit in edits])
    return Mended("".join(texts), tuple(edits), lost)


# Three characters and more of UTF-8 as Chinese text has them: by chance, one such row
# of nine bytes stands in two million of GBK.
UTF8_RUN = re.compile(
    rb"(?:[\xe3-\xe9][\x80-\xbf]{2}|\xef[\xbc\xbd][\x80-\xbf]|\xe2\x80[\x93-\xa6]){3,}"
)
# A look that costs little, before the search that does: the last byte of each of these
# (8C, 82, 84) stands in no character of GB 2312.
TELLS = tuple((each.encode()[-1:], each.encode()) for each in "，。的")
BETTER = 0.3
"""By how much the fitness of such a row must be better as UTF-8."""


def mend_gbk(body: bytes) -> Mended | None:
    """Reads `body` as GB 18030, and rows of UTF-8 in it as UTF-8; null for none."""
    if not any(byte in body and tell in body for byte, tell in TELLS):
        return None
    rows = [match for match in UTF8_RUN.finditer(body) if _is_utf8(match[0])]
    if not rows:
        return None
    texts: list[str] = []
    edits: list[Edit] = []
    at = 0
    for row in rows:
        texts.append(body[at : row.start()].decode("gb18030", "replace"))
        start = sum(map(len, texts))
        piece = _Piece(row[0], row[0].decode("utf-8"), RepairKind.CHARSET)
        edits.append(_edit(piece, RepairKind.CHARSET, start, texts[-1][-1:]))
        texts.append(piece.text)
        at = row.end()
    texts.append(body[at:].decode("gb18030", "replace"))
    text = "".join(texts)
    return Mended(text, tuple(edits), text.count(LOST))


def _is_utf8(raw: bytes) -> bool:
    text = raw.decode("utf-8", "replace")
    other = raw.decode("gb18030", "replace")
    ordinary = all(map(is_ordinary, text))
    return ordinary and fitness(text) > fitness(other) + BETTER


def _edit(piece: _Piece, kind: RepairKind, start: int, left: str) -> Edit:
    shown = piece.raw[:12].hex(" ").upper()
    return Edit(
        kind=kind,
        start=start,
        end=start + len(piece.text),
        before=f"{left}<{shown}>",
        after=(left + piece.text)[:40],
    )


def _pieces(body: bytes) -> Iterator[_Piece]:
    at = 0
    while at < len(body):
        if match := UTF8.match(body, at):
            piece = _Piece(match[0], match[0].decode("utf-8", "replace"), None)
        elif (match := GBK.match(body, at)) and (text := _as_gbk(match[0])):
            piece = _Piece(match[0], text, RepairKind.CHARSET)
        else:
            piece = _torn(body, at)
        yield piece
        at += len(piece.raw)


def _torn(body: bytes, at: int) -> _Piece:
    """What is left of characters whose bytes are gone, up to where text resumes."""
    resumes = RESUMES.search(body, at + 1)
    raw = body[at : resumes.start() if resumes else len(body)]
    return _Piece(raw, LOST, RepairKind.LOST)


def _as_gbk(raw: bytes) -> str:
    """The stretch as GBK; empty where that is no Chinese, as for torn UTF-8."""
    try:
        text = raw.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    if len(text) == 1:
        # Two bytes of a torn UTF-8 character are a rare hanzi.
        return text if text in prose_characters() else ""
    odd = sum([not is_ordinary(character) for character in text[:200]])
    return text if 3 * odd <= len(text[:200]) else ""
