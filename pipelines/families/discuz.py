"""Discuz! X portal: article-<aid>-<page>.html, portal.php?mod=view&aid=N."""

from __future__ import annotations

from pipelines.families.base import Family


class Discuz(Family):
    name = "discuz"
    text = ("#article_content",)
    title_at = ("h1.ph",)
    published_at = (".bm.vw p.xg1", "p.xg1")
