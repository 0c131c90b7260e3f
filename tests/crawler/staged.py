"""Crawls one after the other, each of which something befalls at one named point.

    python -m tests.crawler.staged STAGE… -- SCRAPY-ARGUMENT…

A STAGE is MODULE:NAME,CALL,ACT. At its CALLth call the named function is acted upon:
`before` and `after` kill the process with signal 9 on either side of it, `torn` after
half of its last argument, `false` has it say no from then on. Each crawl is a process
of its own, forked from one that has loaded what they all need; a line on standard
output tells its status, a signal as a negative number.
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


def _status(stage: str, arguments: list[str]) -> int:
    """How the crawl ends, in a process of its own."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    point, call, act = stage.split(",")
    befall(point, int(call), act)
    execute(["scrapy", *arguments])
    raise AssertionError("Scrapy exits by itself")


if __name__ == "__main__":
    # What is loaded before the first fork is loaded once.
    importlib.import_module("pipelines.stages")
    end = sys.argv.index("--")
    for each in sys.argv[1:end]:
        print(_status(each, sys.argv[end + 1 :]), each, flush=True)
