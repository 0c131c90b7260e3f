"""Pinyin readings that mirrors print in brackets after a character."""

from __future__ import annotations

import re

from pipelines.decode.draft import Change
from pipelines.decode.readings import is_reading
from pipelines.records.document import RepairKind

# The longest syllables have six letters (zhuang); a tone digit may follow. An
# initial capital is teaching text or a name, which no annotating mirror prints.
READING = r"[ \u00a0\u3000]{0,2}([a-zü\u00e0-\u01dc\u1e3f\u0300\u0301\u0304\u030c:]{1,7}[0-5]?)[ \u00a0\u3000]{0,2}"
HALF = re.compile(rf"\({READING}\)")
FULL = re.compile(rf"（{READING}）")


def remove_glosses(text: str) -> list[Change]:
    """The glosses of `text`: each reads the very character before it."""
    changes = []
    for pattern in (HALF, FULL):
        for match in pattern.finditer(text):
            start = match.start()
            if start and is_reading(text[start - 1], match[1].replace("u:", "ü")):
                changes.append(Change(start, match.end(), "", RepairKind.GLOSS))
    changes.sort()
    return changes
