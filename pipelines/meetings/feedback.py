"""An inspection group that tells its findings: 巡视组向某市反馈巡视情况.

Such a sitting is told by its verb, without a noun for a meeting.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.meetings.detect import Naming
from pipelines.meetings.look import Standing
from pipelines.records.terms import Classification

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.meetings.prose import Prose

_FED_BACK = re.compile(
    r"(?P<who>[\u4e00-\u9fff第]{0,12}(?:巡视|巡察|督察|督查|督导)[\u4e00-\u9fff]{0,4}?组)"
    r"[^。\n]{0,60}?向(?P<whom>[\u4e00-\u9fff]{2,20}?(?:[省市县区州盟旗镇乡局院校厅]|公司|集团))"
    r"[^。\n]{0,60}?反馈(?:了)?(?P<what>[^，。；\n]{0,12}(?:情况|意见|结果|问题))"
)
_PLANNED = re.compile(r"将(?:于|向)?$|拟$|准备$|要$")


def find_feedbacks(prose: Prose, taken: frozenset[int]) -> Iterator[Naming]:
    """One Naming for each sentence that tells of a feedback; none where a meeting is
    named in it (`taken`: indices of such sentences)."""
    for match in _FED_BACK.finditer(prose.flat):
        sentence = prose.sentence_at(match.start("what"))
        told = prose.flat[sentence.start : match.start()]
        if sentence.index in taken or _PLANNED.search(told):
            continue
        name = f"{match['who']}向{match['whom']}反馈{match['what']}"
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
