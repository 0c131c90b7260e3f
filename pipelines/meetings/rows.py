"""Names listed behind a name: A、B和C."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.lexicon.lexicon import lexicon
from pipelines.meetings.name_end import longest_follower
from pipelines.meetings.name_shape import is_transliterated
from pipelines.meetings.names import Name, read_name

if TYPE_CHECKING:
    from collections.abc import Iterator

# 王一川少将、…: a rank or an address behind the name.
_REMARK = re.compile(
    r"（[^（）\n]{1,16}）|(?:[少中上]将|[大上中少]校|院士|教授|先生|女士)(?=[、，])|同志(?=[、和及])"
)
_SEPARATOR = re.compile(
    r"，(?=[\u4e00-\u9fff]{2,5}[，、（])|，(?=[\u4e00-\u9fff]{1,7}·)|[、][，、]?[ \u3000]?|和|及|与|以及|[ \u3000]{1,3}"
)
_AFTER_LISTED = re.compile(r"$|[、，。；：和及与等（）\n \u3000]|以及|同志|分别")


def read_listed(flat: str, end: int, heads: frozenset[int]) -> Iterator[Name]:
    """Names that follow in the list which the name before `end` begins.

    `heads`: where office nouns begin, which no name reaches into.
    """
    while True:
        remark = _REMARK.match(flat, end)
        at = remark.end() if remark else end
        separator = _SEPARATOR.match(flat, at)
        if separator is None:
            return
        name = _next_name(flat, separator, heads)
        if name is None:
            return
        yield name
        end = name.end


# 副县长周晓兰，|华阳镇、县水利局等单位: where the list goes over to bodies.
_OF_PLACES = re.compile(
    r"[\u4e00-\u9fff]{1,4}(?:镇|乡|街道)[、和][^，。；\n]{2,40}?(?:单位|部门|负责人|负责同志|领导|干部)"
)
_DOTTED = re.compile(r"[\u4e00-\u9fff]{1,7}·")
LONGEST_HAN, LONGEST_DOTTED = 5, 24
"""Characters within which the next office's noun ends a name."""


def _next_name(
    flat: str, separator: re.Match[str], heads: frozenset[int]
) -> Name | None:
    at = separator.end()
    reach = LONGEST_DOTTED if _DOTTED.match(flat, at) else LONGEST_HAN
    limit = next((n for n in range(at, at + reach) if n in heads), None)
    name = read_name(flat, at, listed=True, limit=limit)
    if name is None or not _may_be_listed(flat, name) or _OF_PLACES.match(flat, at):
        return _by_slot(flat, separator) if limit is None else None
    if separator[0] == "，" and not _sure(flat, name):
        return _between_commas(flat, separator.end())
    return name


# ，黄浩，回东升，吕建国，: between commas too, where a sure name goes on behind it.
_BETWEEN_COMMAS = re.compile(r"[\u3400-\u9fff]{2,3}(?=，)")


def _between_commas(flat: str, at: int) -> Name | None:
    item = _BETWEEN_COMMAS.match(flat, at)
    if item is None or is_no_item(item[0]):
        return None
    after = read_name(flat, item.end() + 1, listed=True)
    if after is None or not _sure(flat, after) or after.text in lexicon().stopnames:
        return None
    return Name(text=item[0], start=at, end=item.end(), score=3)


# 要振江 between two names and two marks is a name, whatever it looks like.
_ITEM = re.compile(
    r"[\u3400-\u9fff]{2,4}(?=、)|"
    r"[\u3400-\u9fff]{2,4}?(?=(?:等|分别|一同|也|均)?(?:参加|出席|列席|陪同)(?:了|会议|会见|活动|调研|上述|。|，))"
)
_NO_ITEM = re.compile(
    r"^[及对向由以将于与和并或被把从]|[局委办会部厅院所站镇乡县市区村司台社队组校]$|各|有关|相关|以及|负责|代表"
)


def _by_slot(flat: str, separator: re.Match[str]) -> Name | None:
    if separator[0] == "，":
        return _between_commas(flat, separator.end())
    item = _ITEM.match(flat, separator.end())
    if separator[0].strip() != "、" or item is None or is_no_item(item[0]):
        return None
    return Name(text=item[0], start=item.start(), end=item.end(), score=3)


def is_no_item(word: str) -> bool:
    """Whether a word between two marks is nobody's name."""
    known = word in lexicon().nonnames or word in lexicon().stopnames
    return known or _NO_ITEM.search(word) is not None


def _sure(flat: str, name: Name) -> bool:
    """普布旺堆，旦增曲扎，达瓦央金（女）: behind a comma a name needs its own mark."""
    return flat[name.end : name.end + 1] in ("，", "、", "（") and _is_known(name)


# 浦江交通|（集团）股份有限公司: the beginning of a firm's name.
_OF_FIRM = re.compile(r"（[^（）]{1,6}）[^，。；、（）\n]{0,14}(?:公司|集团|企业|银行)")


def _may_be_listed(flat: str, name: Name) -> bool:
    if _OF_FIRM.match(flat, name.end):
        return False
    if _AFTER_LISTED.match(flat, name.end):
        rare = name.text[0] not in lexicon().common_surnames
        unit = rare and name.text[-1] in "站所局院办"  # 李二河、植保站负责人
        return not unit and name.text not in lexicon().nonnames
    return longest_follower(flat, name.end) > 0 and _is_known(name)


def _is_known(name: Name) -> bool:
    """Whether its surname or its characters show that it is a name."""
    foreign = "·" in name.text or is_transliterated(name.text)
    return foreign or name.text[0] in lexicon().surnames
