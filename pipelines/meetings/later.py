"""Later mentions of people whom the page has named: 李市长, 小兰同志, 安伟指出."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.meetings.mention import Mention
from pipelines.meetings.name_shape import shape_is_name
from pipelines.meetings.names import read_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.meetings.marks import Marks

_HAN = re.compile(r"[\u4e00-\u9fff]")


def known_by_part(bare: list[Mention], titled: list[Mention]) -> Iterator[Mention]:
    """小萨娜同志: a given name alone means the person whose name ends with it."""
    names = {mention.name for mention in titled}
    for mention in bare:
        if mention.name[0] not in "小老" or len(mention.name) < 2:
            yield mention
            continue
        given = mention.name[1:]
        whole = [name for name in names if name.endswith(given) and name != given]
        if len(whole) == 1:
            yield replace(mention, name=whole[0], rule="given_name")


# 由李镇长, 在李市长的陪同下: what stands between two words.
_BETWEEN = frozenset("由与和及向请对听随在按受经被")


def _inside_word(character: str) -> bool:
    return _HAN.match(character) is not None and character not in _BETWEEN


def surnames_with_title(
    flat: str, marks: Marks, named: list[Mention]
) -> Iterator[Mention]:
    """李市长: the one person of that surname who holds that office on this page."""
    taken = {mention.start for mention in named}
    borne = {mention.name[0] for mention in named}
    for mark in marks.offices:
        at = mark.start - 1
        if at < 0 or at in taken or (at and _inside_word(flat[at - 1])):
            continue
        if flat[at] not in borne:
            continue
        who = {
            mention.name
            for mention in named
            if mention.name[0] == flat[at]
            and any(title.office.endswith(mark.word) for title in mention.titles)
        }
        if len(who) == 1:
            yield Mention(
                name=who.pop(),
                start=at,
                end=mark.end,
                chain_start=at,
                rule="surname_and_title",
            )


_APPOINTS = re.compile(
    r"(?:决定任命|任命|免去|提名|补选|选举|聘任|接受)(?:了)?(?=[\u4e00-\u9fff])"
)
_TO_OFFICE = re.compile(
    r"(?:同志)?(?:为|的[^，。；]{2,30}?职务|[省市县区州盟旗镇乡校院][^，。；]{1,30}?职务)"
)


def appointees(flat: str, named: list[Mention]) -> Iterator[Mention]:
    """People who take or leave an office and may act later on the page."""
    taken = {mention.start for mention in named}
    for match in _APPOINTS.finditer(flat):
        name = read_name(flat, match.end())
        if name is None or name.start in taken or not shape_is_name(name.text):
            continue
        if _TO_OFFICE.match(flat, name.end):
            yield Mention(
                name=name.text,
                start=name.start,
                end=name.end,
                chain_start=name.start,
                rule="appointee",
            )


def recurring(flat: str, named: list[Mention]) -> Iterator[Mention]:
    """Other places where a name of this page stands: 安伟指出. Longer names first."""
    taken = bytearray(len(flat))
    for mention in named:
        taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
    names = sorted({mention.name for mention in named}, key=len, reverse=True)
    for name in names:
        at = flat.find(name)
        while at != -1:
            end = at + len(name)
            if not any(taken[at:end]):
                taken[at:end] = b"\1" * len(name)
                yield Mention(
                    name=name, start=at, end=end, chain_start=at, rule="name_again"
                )
            at = flat.find(name, end)
