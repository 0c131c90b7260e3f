"""The family of every page that no other family knows."""

from __future__ import annotations

from pipelines.families.base import Family


class Generic(Family):
    """Knows no places; the article is found by where its prose stands."""

    name = "generic"
