"""Radical symbols that stand for characters: what PDF readers make of fonts."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# CJK Radicals Supplement, U+2E80 to U+2EF3: Unicode gives an NFKC form to two of
# them only (⺟, ⻳). Those that a font's glyph table yields for a whole character
# are listed, after UCD's EquivalentUnifiedIdeograph; the bare components (⺀ ⺄ ⺳)
# stand in no word and stay.
SUPPLEMENT = {
    "⺁": "厂",
    "⺈": "刀",
    "⺊": "卜",
    "⺌": "小",
    "⺍": "小",
    "⺎": "兀",
    "⺐": "尢",
    "⺒": "巳",
    "⺓": "幺",
    "⺛": "旡",
    "⺝": "月",
    "⺞": "歹",
    "⺠": "民",
    "⺩": "王",
    "⺪": "疋",
    "⺬": "示",
    "⺮": "竹",
    "⺯": "糸",
    "⺶": "羊",
    "⺷": "羊",
    "⺻": "聿",
    "⺼": "月",  # 肉 as a component; glyph tables give it for 月
    "⺽": "臼",
    "⻁": "虎",
    "⻃": "西",
    "⻄": "西",
    "⻅": "见",
    "⻆": "角",
    "⻇": "角",
    "⻉": "贝",
    "⻊": "足",
    "⻋": "车",
    "⻏": "邑",
    "⻑": "長",
    "⻒": "長",
    "⻓": "长",
    "⻔": "门",
    "⻕": "阜",
    "⻖": "阜",
    "⻗": "雨",
    "⻘": "青",
    "⻙": "韦",
    "⻚": "页",
    "⻛": "风",
    "⻜": "飞",
    "⻝": "食",
    "⻞": "食",
    "⻡": "首",
    "⻢": "马",
    "⻣": "骨",
    "⻤": "鬼",
    "⻥": "鱼",
    "⻦": "鸟",
    "⻧": "卤",
    "⻨": "麦",
    "⻩": "黄",
    "⻪": "黾",
    "⻫": "斉",
    "⻬": "齐",
    "⻭": "歯",
    "⻮": "齿",
    "⻯": "竜",
    "⻰": "龙",
    "⻱": "龜",
    "⻲": "亀",
}

# Kangxi radicals whose NFKC form is not the shape that the glyph has in fonts made
# for Simplified text: the radical block has one code point for both shapes.
SIMPLIFIED_SHAPE = {
    "⼾": "户",
    "⾬": "雨",
    "⿊": "黑",
    "⾊": "色",
    "⾯": "面",
}


@cache
def ideographs() -> Mapping[str, str]:
    """Radical symbol or compatibility ideograph → the ideograph meant."""
    table = {chr(code): _compatible(chr(code)) for code in range(0x2F00, 0x2FD6)}
    table |= {mark: _compatible(mark) for mark in "⺟⻳"}
    table |= SIMPLIFIED_SHAPE | SUPPLEMENT
    # Twelve code points of this block (﨎 﨏 …) are ideographs in their own right:
    # they have no decomposition and stay.
    for code in (*range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20)):
        mark = chr(code)
        if (form := unicodedata.normalize("NFC", mark)) != mark:
            table[mark] = form
    return table


def _compatible(mark: str) -> str:
    return unicodedata.normalize("NFKC", mark)
