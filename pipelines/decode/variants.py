"""Single characters: Traditional and regional variant → Simplified."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from opencc import OpenCC

if TYPE_CHECKING:
    from collections.abc import Mapping

# What OpenCC's `t2s` leaves alone because its standard Traditional has another
# variant. Hong Kong and Taiwan print these, and old typefaces on mirrors.
VARIANTS = {
    "衞": "卫",  # Hong Kong
    "枱": "台",  # Hong Kong
    "粧": "妆",  # Hong Kong
    "糭": "粽",  # Hong Kong
    "簷": "檐",  # Hong Kong
    "敍": "叙",  # Hong Kong
    "痺": "痹",  # Taiwan
    "睪": "睾",  # Taiwan
    "値": "值",  # old printed forms from here on
    "靑": "青",
    "淸": "清",
    "尙": "尚",
    "曁": "暨",
    "愼": "慎",
    "鄕": "乡",
    "郞": "郎",
    "岀": "出",
    "囬": "回",
    "囘": "回",
    "廻": "回",
    "厰": "厂",
    "鬪": "斗",
    "鬭": "斗",
    "庻": "庶",
    "幚": "帮",
    "幇": "帮",
    "欵": "款",
    "隣": "邻",
    "覩": "睹",
    "揹": "背",
    "妳": "你",
    "牠": "它",
    "汚": "污",
    "彞": "彝",
    "継": "继",
    "皐": "皋",
    "尅": "克",
    "隄": "堤",
    "慽": "戚",
}


# Simplified text uses these characters too, in other senses than those that
# OpenCC converts them for: they do not show a text to be Traditional.
SHARED = frozenset("乾著徵藉瞭昇陞氾濛鉅甦麴祇衹吒薹袷榘夥拚捱摺醣麽菸")


@cache
def converter() -> OpenCC:
    """OpenCC from Traditional, with its phrase tables."""
    return OpenCC("t2s")


@cache
def simplified_forms() -> Mapping[str, str]:
    """Every character of the BMP that has a Simplified form of its own."""
    blocks = (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))
    before = [chr(code) for code in blocks]
    # One to a line, so that no phrase table joins two of them.
    after = converter().convert("\n".join(before)).split("\n")
    forms = {b: a for b, a in zip(before, after, strict=True) if a != b}
    return forms | VARIANTS


@cache
def traditional_characters() -> str:
    """The characters that Simplified text does not have, for a class."""
    return "".join(sorted(simplified_forms().keys() - SHARED))


def simplified_of(character: str) -> str:
    """The Simplified form, or the character itself."""
    return simplified_forms().get(character, character)


def in_gb2312(character: str) -> bool:
    """Whether the character set of Mainland text, since 1980, has it."""
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


@cache
def common_characters() -> tuple[str, ...]:
    """GB 2312's 3,755 common hanzi, and the Traditional forms of them."""
    common = [
        bytes([lead, trail]).decode("gb2312")
        for lead in range(0xB0, 0xD8)
        for trail in range(0xA1, 0xFF if lead < 0xD7 else 0xFA)
    ]
    simple = frozenset(common)
    traditional = [form for form, to in simplified_forms().items() if to in simple]
    return (*common, *[each for each in traditional if _in_gbk(each)])


def _in_gbk(character: str) -> bool:
    try:
        character.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True
