"""Settings that were given on the command line, looked at before they are used."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from scrapy.settings import SETTINGS_PRIORITIES, Settings, default_settings

from crawler.refusal import Refusal

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

TRUTHS = frozenset({"0", "1", "true", "false"})


def refuse_unusable(settings: BaseSettings) -> None:
    """Refusal for a value that Scrapy would end with a traceback for: words where a
    number or a truth is wanted, an unknown level of the log."""
    usual = Settings()
    usual.setmodule(default_settings)
    usual.setmodule("crawler.settings")
    for name in settings:
        given = settings.getpriority(name) == SETTINGS_PRIORITIES["cmdline"]
        value = settings[name]
        if given and isinstance(value, str):
            wanted = _wanted(name, value, usual.get(name))
            if wanted is not None:
                raise Refusal(f"-s {name}={value}: {wanted} is wanted")


def _wanted(name: str, value: str, usual: object) -> str | None:
    """What a setting wants that `value` is not; null where it will do."""
    if name == "LOG_LEVEL":
        levels = logging.getLevelNamesMapping()
        known = value in levels or value.isdigit()
        return None if known else f"one of {', '.join(levels)}"
    if isinstance(usual, bool):
        return None if value.lower() in TRUTHS else "0 or 1"
    if isinstance(usual, int | float):
        return None if _is_number(value) else "a number"
    return None


def _is_number(value: str) -> bool:
    try:
        float(value)
    except ValueError:
        return False
    return True
