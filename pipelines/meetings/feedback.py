"""An inspection group that tells its findings: 巡视组向某市反馈巡视情况.

Such a sitting is told by its verb, without a noun for a meeting.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.meetings.look import Standing
from pipelines.meetings.naming import Naming
from pipelines.records.terms import Classification

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.meetings.prose import Prose

_WHAT = re.compile(r"反馈(?:了)?(?P<what>[^，。；\n]{0,12}(?:情况|意见|结果|问题))")
_WHO = re.compile(
    r"[\u4e00-\u9fff第]{0,12}(?:巡视|巡察|督察|督查|督导)[\u4e00-\u9fff]{0,4}?组"
)
_WHOM = re.compile(
    r"向(?P<whom>[\u4e00-\u9fff]{2,20}?(?:[省市县区州盟旗镇乡局院校厅]|公司|集团))"
)
_REACH = 150
"""Characters in front of 反馈 in which both stand."""
_PLANNED = re.compile(r"将(?:于|向)?$|拟$|准备$|要$")


def find_feedbacks(prose: Prose, taken: frozenset[int]) -> Iterator[Naming]:
    """One Naming for each sentence that tells of a feedback; none where a meeting is
    named in it (`taken`: indices of such sentences)."""
    for match in _WHAT.finditer(prose.flat):
        sentence = prose.sentence_at(match.start("what"))
        left = max(sentence.start, match.start() - _REACH)
        who = _WHO.search(prose.flat, left, match.start())
        if who is None or sentence.index in taken:
            continue
        whom = _WHOM.search(prose.flat, who.end(), match.start())
        if whom is None or _PLANNED.search(prose.flat[sentence.start : who.start()]):
            continue
        name = f"{who[0]}向{whom['whom']}反馈{match['what']}"
        yield Naming(
            name=re.sub(r"\s", "", name),
            start=match.start("what"),
            end=match.end("what"),
            head="反馈",
            classification=Classification.OVERSIGHT,
            standing=Standing.OWN,
            sentence=sentence.index,
            verb_start=match.start("what") - 2,
            told=True,
            rule="fed_back",
        )
