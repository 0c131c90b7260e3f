"""What an office without a body takes over from the title before it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.meetings.titles import post_role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.meetings.titles import Title
    from pipelines.records.people import Post

# 市水利局党组书记、局长: the same house's other office, told without its name.
_HOUSE = re.compile(
    r"(?:[局厅委办院校社会]|公司|集团|中心|人大常委会|政协|法院|检察院)$"
)
# Departments that every party committee and government has one of.
_INSIDE = re.compile("^(?:组织|宣传|统战|政法|武装|人武|办公)")
_BARE = re.compile(
    r"(?:常务)?(?:副)?(?:局长|厅长|主任|主席|院长|校长|社长|会长|董事长|总经理|检察长|秘书长)"
)
# 县政协主席X主持，副主席Y: the deputy is of the house whose head stands before.
_HEAD_OF = {"副主席": ("主席",), "副主任": ("主任",), "秘书长": ("主席", "主任")}
_HOUSE_HEAD = re.compile("(?:人大常委会|人大|政协)主[席任]$")
NEAR = 120
"""Characters between a head and the deputies told after it."""


def inherited(title: Title, post: Post, earlier: Sequence[tuple[Title, Post]]) -> Post:
    """`post` with the body and the division that the text leaves unsaid."""
    if not earlier:
        return post
    before, held = earlier[-1]
    is_chained = before.end <= title.start <= before.end + 1
    if post.organization is not None:
        # 县委常委、统战部部长: the department of that county.
        is_open = is_chained and post.area_id is None and _INSIDE.search(title.label)
        return replace(post, area_id=held.area_id) if is_open else post
    if is_chained and _BARE.fullmatch(title.label):
        house = held.organization or ""
        if _HOUSE.search(house) and "党" not in house[-2:]:
            return _of(title, post, held, house)
    heads = _HEAD_OF.get(title.label)
    if heads is not None:
        for head, of in reversed(earlier):
            if title.start - head.end > NEAR:
                break
            if head.office.endswith(heads) and _HOUSE_HEAD.search(head.label):
                return _of(title, post, of, head.label)
    return post


def _of(title: Title, post: Post, of: Post, body: str) -> Post:
    return replace(
        post,
        organization=of.organization,
        area_id=of.area_id,
        role=post_role(title.office, body),
    )
