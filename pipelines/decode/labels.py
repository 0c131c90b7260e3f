"""Encoding labels as pages write them → the encoding that is meant."""

from __future__ import annotations

from typing import NamedTuple


class Encoding(NamedTuple):
    """An encoding of the WHATWG standard."""

    name: str
    """WHATWG name, as in `Document.encoding`."""
    codec: str
    """Python's codec for it."""


UTF_8 = Encoding("utf-8", "utf-8")
# The standard decodes gb2312, gbk and gb18030 by one decoder, a superset of all.
GB18030 = Encoding("gb18030", "gb18030")
BIG5 = Encoding("big5", "big5hkscs")
WINDOWS_1252 = Encoding("windows-1252", "cp1252")
UTF_16LE = Encoding("utf-16le", "utf-16-le")
UTF_16BE = Encoding("utf-16be", "utf-16-be")

# https://encoding.spec.whatwg.org/#names-and-labels, the encodings that pages of
# the Chinese web declare, and the misspellings that such pages carry (after `;`
# in the comment).
_LABELS = {
    UTF_8: "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 "
    # ; Python's and MySQL's spellings, and a typing slip
    "utf_8 utf8mb4 utf-8; uft-8",
    GB18030: "gb18030 gbk x-gbk gb2312 gb_2312 gb_2312-80 chinese csgb2312 "
    "csiso58gb231280 iso-ir-58 "
    # ; names of the same in Java, Windows and by hand
    "cp936 ms936 windows-936 euc-cn gb-2312 gb2312-80 gb18030-2000 zh_cn gb_18030 gb",
    BIG5: "big5 big5-hkscs cn-big5 csbig5 x-x-big5 "
    # ; names of the same in Java and Windows
    "big-5 big5hkscs cp950 ms950 windows-950 big5-eten",
    # Servers send these by default: the standard reads them all as windows-1252.
    WINDOWS_1252: "windows-1252 iso-8859-1 iso8859-1 iso_8859-1 iso88591 latin1 l1 "
    "us-ascii ascii ansi_x3.4-1968 cp1252 cp819 ibm819 x-cp1252 iso-ir-100 csisolatin1",
    UTF_16LE: "utf-16le utf-16 unicode ucs-2 csunicode iso-10646-ucs-2 unicodefeff",
    UTF_16BE: "utf-16be unicodefffe",
    Encoding("shift_jis", "cp932"): "shift_jis shift-jis sjis x-sjis windows-31j ms932",
    Encoding("euc-kr", "cp949"): "euc-kr ks_c_5601-1987 korean windows-949",
    Encoding("windows-1251", "cp1251"): "windows-1251 cp1251 x-cp1251",
}
LABELS = {
    label: encoding for encoding, labels in _LABELS.items() for label in labels.split()
}


def encoding_of(label: str) -> Encoding | None:
    """The encoding that a label means, in any letter case; null when unknown."""
    return LABELS.get(label.strip(" \t\r\n\f\"'").lower())
