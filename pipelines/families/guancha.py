"""观察者网: /politics/YYYY_MM_DD_<id>.shtml."""

from __future__ import annotations

from pipelines.families.base import Family


class Guancha(Family):
    name = "guancha"
    text = (".all-txt",)
    title_at = ("li.left-main > h3", ".left-main h3")
