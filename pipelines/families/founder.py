"""方正 翔宇 digital newspapers: one page an article of the printed paper."""

from __future__ import annotations

from pipelines.families.base import Family


class Founder(Family):
    name = "founder"
    text = ("#ozoom", "founder-content")
    kicker_at = ("founder-introtitle", "founder-kicker", ".BSHARE_PRETITLE")
    title_at = ("founder-title",)
    subtitle_at = ("founder-subtitle",)
    byline_at = ("founder-author",)
