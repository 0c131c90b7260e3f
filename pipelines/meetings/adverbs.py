"""Words that say how or when somebody convenes: 立即, 近日, 首次."""

from __future__ import annotations

import re
from functools import cache

from pipelines.lexicon.lexicon import lexicon


@cache
def adverbs() -> str:
    """The lexicon's adverbs as alternatives of a pattern, the longest first."""
    words = sorted(lexicon().adverbs, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) for word in words)
