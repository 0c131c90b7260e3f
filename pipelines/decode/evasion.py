"""Homophones that mirrors print in place of words that are filtered."""

from __future__ import annotations

import re

from pipelines.decode.draft import Change
from pipelines.records.document import RepairKind

PLACE = "[省市县縣区區州旗乡鄉镇鎮盟地]"
OFFICE = "书记|書記|书脊|書脊|副书|副書|常委|常卫|秘书长|秘書長|委员|委員|宣传部|宣傳部|组织部|組織部|统战部|統戰部|政法委"

# Each stands in a title only: beside a place, a body or an office. 朱卫东, 卫生,
# 图书脊背 and 当组织 are right.
HOMOPHONES = (
    # 委 in 市委书记, 市委、市政府
    (re.compile(rf"(?<={PLACE})[卫衞衛](?={OFFICE})"), "委"),
    # 委 in 市卫常卫
    (re.compile(r"(?<=[委卫衞衛]常)[卫衞衛](?=[、，副组組宣秘统統政纪紀]|$)"), "委"),
    # 记 in 书记
    (re.compile(r"(?<=[委卫衞衛组組工部支总總副记]书)脊(?![背柱梁])"), "记"),
    (re.compile(r"(?<=[委卫衞衛组組工部支总總副記]書)脊(?![背柱梁])"), "記"),
    # 党 in 党组书记, 党组成员
    (
        re.compile(
            r"[当當](?=[组組](?:副?[书書][记記脊]|成员[、，]|成員[、，]|会议|會議))"
        ),
        "党",
    ),
)
TELLS = ("卫", "衛", "衞", "脊", "当组", "當組", "當组")
"""Without any of these nothing is looked for."""


def undo_evasion(text: str) -> list[Change]:
    """Evasive homophones in titles, as the words they stand for."""
    if not any(tell in text for tell in TELLS):
        return []
    changes = [
        Change(*match.span(), _form(match[0], new), RepairKind.EVASION)
        for pattern, new in HOMOPHONES
        for match in pattern.finditer(text)
    ]
    changes.sort()
    return changes


def _form(before: str, new: str) -> str:
    """党 in the script of the character it replaces."""
    return "黨" if before == "當" else new
