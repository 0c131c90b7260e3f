"""What befalls a crawl at one named point of its code."""

from __future__ import annotations

import importlib
import os
import signal
from dataclasses import dataclass
from functools import wraps
from itertools import count
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Blow:
    """At its `call`th call the function at `point` (MODULE:NAME) is acted upon.

    `before` and `after` kill the process with signal 9 on either side of it, `torn`
    after half of its last argument, `false` has it say no from then on.
    """

    point: str
    call: int
    act: str


def befall(blow: Blow) -> None:
    """Replace the function by one that is acted upon."""
    module_name, _, path = blow.point.partition(":")
    owner: Any = importlib.import_module(module_name)
    *holders, name = path.split(".")
    if holders:
        owner = attrgetter(".".join(holders))(owner)
    setattr(owner, name, _acted(getattr(owner, name), blow))


def _acted(function: Callable[..., Any], blow: Blow) -> Callable[..., Any]:
    calls = count(1)

    @wraps(function)
    def wrapper(*arguments: Any, **named: Any) -> Any:
        number = next(calls)
        if number < blow.call:
            return function(*arguments, **named)
        if blow.act == "false":
            return False
        if blow.act == "torn":
            *others, data = arguments
            function(*others, data[: len(data) // 2], **named)
        elif blow.act == "after":
            function(*arguments, **named)
        _die()

    return wrapper


def _die() -> NoReturn:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("still alive")
