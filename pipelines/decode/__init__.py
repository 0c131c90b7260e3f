"""Bytes to repaired text: `decode` a Page, `repair` what a reader sees of it."""

from pipelines.decode.document import decode
from pipelines.decode.repair import repair
from pipelines.decode.script import is_traditional, script_of

__all__ = ["decode", "is_traditional", "repair", "script_of"]
