"""One look at a text that tells which repairs it may need."""

from __future__ import annotations

import re
from functools import cache

from pipelines.decode.characters import ODD_CLASS
from pipelines.decode.mojibake import suspects
from pipelines.decode.variants import traditional_characters


@cache
def unusual() -> re.Pattern[str]:
    """A character that ordinary text in either script does not have."""
    return re.compile(f"[{suspects()}{ODD_CLASS}\ufffd]")


@cache
def notable() -> re.Pattern[str]:
    """Such a character, or a Traditional one: plain Simplified text has neither."""
    return re.compile(f"[{suspects()}{ODD_CLASS}\ufffd{traditional_characters()}]")
