"""Discuz! X, its portal and its forum.

article-<aid>-<page>.html, portal.php?mod=view&aid=N; thread-<tid>-1-1.html.
"""

from __future__ import annotations

from pipelines.families.base import Family


class Discuz(Family):
    name = "discuz"
    text = ("#article_content", "#postmessage_*")
    title_at = ("h1.ph", "#thread_subject")
    published_at = (".bm.vw p.xg1", "p.xg1")
