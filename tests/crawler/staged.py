"""A crawl that something befalls at one named point.

    python -m tests.crawler.staged MODULE:NAME CALL ACT SCRAPY-ARGUMENT…

At its CALLth call the named function is acted upon: `before` and `after` kill the
process with signal 9 on either side of it, `torn` after half of its last argument,
`false` has it say no from then on.
"""

from __future__ import annotations

import importlib
import os
import signal
import sys
from functools import wraps
from itertools import count
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn

from scrapy.cmdline import execute

if TYPE_CHECKING:
    from collections.abc import Callable


def befall(point: str, call: int, act: str) -> None:
    """Replace the function at `point` by one that is acted upon."""
    module_name, _, path = point.partition(":")
    owner: Any = importlib.import_module(module_name)
    *holders, name = path.split(".")
    if holders:
        owner = attrgetter(".".join(holders))(owner)
    setattr(owner, name, _acted(getattr(owner, name), call, act))


def _acted(function: Callable[..., Any], call: int, act: str) -> Callable[..., Any]:
    calls = count(1)

    @wraps(function)
    def wrapper(*arguments: Any, **named: Any) -> Any:
        number = next(calls)
        if number < call:
            return function(*arguments, **named)
        if act == "false":
            return False
        if act == "torn":
            *others, data = arguments
            function(*others, data[: len(data) // 2], **named)
        elif act == "after":
            function(*arguments, **named)
        _die()

    return wrapper


def _die() -> NoReturn:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("still alive")


if __name__ == "__main__":
    _, where, number, what, *scrapy = sys.argv
    befall(where, int(number), what)
    execute(["scrapy", *scrapy])
