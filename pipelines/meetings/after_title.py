"""People behind a title: the one whose it is, and those listed behind him."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.lexicon.lexicon import lexicon
from pipelines.meetings.mention import Mention
from pipelines.meetings.name_end import longest_follower
from pipelines.meetings.name_shape import is_yi
from pipelines.meetings.names import Name, read_name, split_run
from pipelines.meetings.rows import read_listed
from pipelines.records.terms import PostRole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pipelines.meetings.titles import Title

_NAME_GAP = re.compile(r"）?[ \u3000]?(?:（[^（）\n]{1,12}）)?(?:同志)?[：]?[ \u3000]?")
_RUN = re.compile(r"[\u4e00-\u9fff]{4,24}")
_PLURAL_OFFICE = re.compile(
    r"副|执行主席|常务主席|主席团|人大代表|常委|委员|巡视员|调研员|代表|专家|助理|成员|领导"
)


def _is_ware(flat: str, name: Name, title: Title, heads: frozenset[int]) -> bool:
    """居民|垃圾: two characters without a surname behind a word for anybody; 执行主席|
    钦寿、王一川、李二河 is the first of a list."""
    if len(name.text) != 2 or title.role is not PostRole.OTHER:
        return False
    known = lexicon()
    if name.text[0] in known.surnames:
        return False
    behind = read_listed(flat, name.end, heads)
    sure = [each for each in behind if each.text[0] in known.common_surnames]
    return len(sure) < _TWICE


def _is_demand(flat: str, name: Name, title: Title) -> bool:
    """主管|要科学，: what they must do. Who is so called has an office of his own, or is
    named again."""
    anybody = title.role in (None, PostRole.OTHER)
    return anybody and name.text.startswith("要") and flat.count(name.text) < _TWICE


_JOINS = re.compile("[和与及]")
_TWICE = 2


def _is_quoted(flat: str, chain: list[Title], name: Name) -> bool:
    """“区长夏令热线”: the name of a campaign, not of a man."""
    return flat.endswith("“", 0, chain[0].start) and flat.startswith("”", name.end)


def people_after(
    flat: str, chain: list[Title], limit: int, heads: frozenset[int]
) -> Iterator[Mention]:
    """The person after a chain of titles, and the names listed behind.

    `heads`: where the office nouns of the text begin.
    """
    gap = _NAME_GAP.match(flat, chain[-1].end)
    at = gap.end() if gap else chain[-1].end
    name = read_name(flat, at, limit=max(limit, at))
    name = name or _between_marks(flat, at, chain[-1])
    if (
        name is None
        or _is_ware(flat, name, chain[-1], heads)
        or _is_quoted(flat, chain, name)
        or _is_demand(flat, name, chain[-1])
        or (_JOINS.match(name.text) and name.end in heads)  # 书记|和选派|书记
    ):
        return
    names = _first_names(flat, name)
    listed = list(read_listed(flat, names[-1].end, heads))
    everyone = [*names, *listed]
    shared = _inherited(chain)
    for index, each in enumerate(everyone):
        if index and flat[each.start - 1] in _OPPOSITE:
            shared = ()
        yield Mention(
            name=each.text,
            start=each.start,
            end=each.end,
            chain_start=chain[0].start if index == 0 else each.start,
            titles=tuple(chain) if index == 0 else shared,
            rule="name_after_title" if index == 0 else "name_in_list",
        )


_TO_THE_MARK = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,3})(?=[，、；。](?!$)|[和与][^，。；、和与]{4,20}|(?:出席|参加|列席|主持|陪同)[^，。]{0,20}会)"
)


def _between_marks(flat: str, at: int, title: Title) -> Name | None:
    """开发区管委会主任|孙镇，: what stands alone between an office and a mark, however
    strange as a name."""
    match = _TO_THE_MARK.match(flat, at)
    if match is None or title.role in (None, PostRole.OTHER):
        return None
    word, known = match["name"], lexicon()
    words = known.nonnames | known.stopnames | known.followers | known.headnouns.keys()
    strange = word[0] not in known.common_surnames or word[-1] in "某总姓氏等"
    strange = strange or _JOINS.match(word) is not None
    if strange or word in words or known.verbs.keys() & {word, word[:2], word[-2:]}:
        return None
    return Name(text=word, start=at, end=match.end(), score=1)


# 副省长A与B签署协议: two sides, and the office is one's.
_OPPOSITE = "与同"


def _first_names(flat: str, name: Name) -> list[Name]:
    """`name`, or the several names it is when they stand without marks."""
    run = _RUN.match(flat, name.start)
    if run is None or len(name.text) < 4 or is_yi(name.text):
        return [name]
    whole = run[0]
    for end in range(len(whole), 3, -1):
        if longest_follower(flat, run.start() + end) > 1:
            parts = split_run(whole[:end])
            if len(parts) > 1:
                return list(_placed(parts, name.start))
    return [name]


def _placed(parts: Iterable[str], start: int) -> Iterator[Name]:
    for part in parts:
        yield Name(text=part, start=start, end=start + len(part), score=4)
        start += len(part)


def _inherited(chain: list[Title]) -> tuple[Title, ...]:
    """Titles that hold for the later names of a list: 副市长A、B, not 市长A、B."""
    if chain[-1].role is None:
        return (chain[-1],)
    # 市委常委、副市长A、B: each office is one that several hold.
    if all(_is_plural(title) for title in chain):
        return tuple(chain)
    return ()


def _is_plural(title: Title) -> bool:
    """副市长, 县级河长: several hold it; 市长 is one."""
    found = _PLURAL_OFFICE.search(title.office) or _BY_LEVEL.search(title.label)
    return found is not None


_BY_LEVEL = re.compile("[省市县区乡镇村]级")
