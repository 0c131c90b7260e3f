"""Whether a named meeting is the page's own, upstream, or only talked about.

Each rule looks at the words around a name; the first that holds decides, and its id
is what `evidence` names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.meetings.held import (
    acted,
    attended,
    carried_out,
    held,
    held_after,
    held_of,
    lectured,
)
from pipelines.meetings.look import Look, Verdict, look_at
from pipelines.meetings.meant import (
    anaphor,
    as_example,
    cited,
    counted,
    of_weight,
    spirit,
    thereafter,
    watched,
)
from pipelines.meetings.spoken import at_one, on_day, spoke, spoken_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipelines.meetings.prose import Prose, Sentence


def judge(
    prose: Prose, sentence: Sentence, start: int, head_start: int, end: int
) -> Verdict:
    """The standing of the name from `start` to `end`, whose head noun is given."""
    look = look_at(prose, sentence, start, head_start, end)
    for rule in _RULES:
        verdict = rule(look)
        if verdict is not None:
            return verdict
    return look.other("named")


_RULES: tuple[Callable[[Look], Verdict | None], ...] = (
    as_example,
    watched,
    spirit,
    counted,
    of_weight,
    held_of,
    thereafter,
    held,
    acted,
    lectured,
    carried_out,
    attended,
    held_after,
    cited,
    at_one,
    anaphor,
    spoken_at,
    on_day,
    spoke,
)
