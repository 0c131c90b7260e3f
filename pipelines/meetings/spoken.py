"""Whether a meeting is told by what was said at it: 在…上强调, 座谈会上，…."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.meetings.held import AT_ONE, INSIDE, ON_ACT

if TYPE_CHECKING:
    from pipelines.meetings.look import Look, Verdict


_ON = re.compile(r"(?:（[^（）\n]{0,20}）)?(?:上|期间|中|现场)")
_SPOKE = re.compile(r"(?:强调|指出|要求|认为|提出|号召)")
_CHAIRED_BY = re.compile(r"由[^，。；\n]{2,40}主持")


def at_one(look: Look) -> Verdict | None:
    """座谈会上，与会人员踊跃发言: at the head of a sentence."""
    head = look.flat[look.start : look.end]
    opens = look.bare and not look.before.strip() and not look.content
    if not (opens and AT_ONE.search(head)):
        return None
    if _CHAIRED_BY.match(look.flat, look.end):
        return look.own("chaired")
    if not _ON.match(look.flat, look.end):
        return None
    return look.own("spoken_at") if ON_ACT.match(look.flat, look.end) else None


def spoken_at(look: Look) -> Verdict | None:
    if not (_ON.match(look.flat, look.end) and INSIDE.search(look.before)):
        return None
    acts = ON_ACT.match(look.flat, look.end)
    return look.own("spoken_at") if acts else look.other("spoken_at")


_ON_DAY = re.compile(r"(?:日|[上下]午|昨天|今天|晚上?)[，,]$")
_ASKS = re.compile(r"上[，]?[^，。；]{0,40}?(?:发问|提问|询问|作答|回答)")


def on_day(look: Look) -> Verdict | None:
    """10月30日上午，市…第十四次会议上，某委员率先发问: the day stands in front."""
    left = look.start - len(look.before)
    if look.bare or look.content or look.before.strip():
        return None
    if not _ON_DAY.search(look.flat, max(0, left - 8), left):
        return None
    acts = ON_ACT.match(look.flat, look.end) or _ASKS.match(look.flat, look.end)
    return look.own("spoken_at") if acts else None


def spoke(look: Look) -> Verdict | None:
    """全省…会议强调: only as the opening of a line, where a headline tells it."""
    opens = not look.flat[: look.start].rstrip(" \u3000") or (
        look.flat[: look.start].rstrip(" \u3000")[-1] == "\n"
    )
    return look.own("spoke") if opens and _SPOKE.match(look.flat, look.end) else None
