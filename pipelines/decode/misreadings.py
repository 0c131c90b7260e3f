"""The wrong readings of Chinese bytes that pages carry, and how to undo each.

An `undo` gives the text back as it was before it was misread; U+FFFD stands where
the misreading lost a character. It gives null where the text cannot have come from
that misreading.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LOST = "\ufffd"
_EURO = "\x00"
_UNKNOWN = "\x01"
"""Stand in, while bytes are juggled, for byte 0x80 and for U+FFFD."""

# What is left of a character when a misreading lost bytes of it: UTF-8's decoder
# gives U+FFFD for the bytes that remain, ? or U+FFFD stands for those that are gone.
STRETCH = re.compile("\ufffd[\ufffd\x01?]*")

# Windows reads the last byte of a run and the < after it as one pair: 会议?/p>.
TAGS = (
    "a|b|body|br|center|dd|div|dl|dt|em|font|form|h[1-6]|head|html|i|img|li|ol|option"
    "|p|script|section|select|span|strong|style|table|tbody|td|th|title|tr|u|ul"
    "|BR|DIV|FONT|P|SPAN|STRONG|TABLE|TD|TR"
)
"""A search without regard to case takes three times as long."""
EATEN_TAG = re.compile(
    rf"\ufffd[\ufffd\x01]*\?"
    rf"(?=/(?:{TAGS})\s*>|(?:{TAGS})(?:\s[^<>]{{0,300}})?/?>)"
)


def utf8_read_as_gbk(text: str) -> str | None:
    """浼氳 for 会议. Windows shows byte 0x80 as €, Python and Java as U+FFFD."""
    private = _has_private_use(text)
    marked = text.replace("€", _EURO).replace(LOST, _UNKNOWN)
    raw = marked.encode("gb18030", "replace")
    raw = _A2_E3.sub(b"\xa2\xe3", raw).replace(b"\0", b"\x80")
    if private:
        # A reader that maps the user-defined rows fails on 0x80 alone.
        raw = _LONE_0X80.sub(b"\x80", raw)
    return tidy(raw.decode("utf-8", "replace"))


def utf8_read_as_latin(text: str) -> str | None:
    """ä¼šè®® for 会议, in either of Latin-1 and windows-1252.

    Python gives U+FFFD for the five bytes that windows-1252 leaves undefined.
    """
    raw = latin_bytes(text.replace(LOST, _UNKNOWN))
    return None if raw is None else tidy(raw.decode("utf-8", "replace"))


def gbk_read_as_latin(text: str) -> str | None:
    """»áÒé for 会议."""
    raw = latin_bytes(text)
    return None if raw is None else raw.decode("gb18030", "replace")


def big5_read_as_gbk(text: str) -> str | None:
    """穦某 for 會議. Two bytes of Big5 are two bytes of GBK, never four."""
    raw = text.encode("gb18030", "replace")
    if len(raw) != 2 * len(text) - len(text.encode("ascii", "ignore")):
        return None
    return raw.decode("big5hkscs", "replace")


MISREADINGS: tuple[Callable[[str], str | None], ...] = (
    utf8_read_as_gbk,
    utf8_read_as_latin,
    gbk_read_as_latin,
    big5_read_as_gbk,
)

# GB 18030 has € at A2 E3: the last byte of one character and the first of the next
# (屡|。), where two bytes that go on follow.
_A2_E3 = re.compile(rb"\0(?=[\x80-\xbf]{2})")
_LONE_0X80 = re.compile(
    rb"\x01(?:(?<=[\xe2-\xef][\x80-\xbf]\x01)(?=[\x80-\xff])"
    rb"|(?<=[\xe2-\xef]\x01)(?=[\x80-\xbf]))"
)

# The five bytes that windows-1252 leaves undefined pass as controls in browsers.
_WINDOWS_1252 = "".join(
    [bytes([each]).decode("cp1252", "ignore") or chr(each) for each in range(256)]
)
_TO_BYTES = codecs.charmap_build(_WINDOWS_1252)


def latin_bytes(text: str) -> bytes | None:
    """The bytes that were read as `text`; null where it has other characters."""
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        pass
    try:
        return codecs.charmap_encode(text, "strict", _TO_BYTES)[0]
    except UnicodeEncodeError:
        return None


def _has_private_use(text: str) -> bool:
    return _PRIVATE_USE.search(text) is not None


_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")


def tidy(text: str) -> str:
    """One U+FFFD for each stretch of what is lost; the tags it ate put back."""
    if LOST in text:
        text = EATEN_TAG.sub(LOST + "<", text)
        text = STRETCH.sub(LOST, text).replace("?" + LOST, LOST)
    return text.replace(_UNKNOWN, LOST)
