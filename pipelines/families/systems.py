"""Systems that differ from one another in where their text stands and little else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.families.base import Family

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser


class DedeCms(Family):
    """/a/<column>/YYYY/MMDD/N.html, /plus/view.php?aid=N."""

    name = "dedecms"
    text = (".viewbox",)
    title_at = (".viewbox > .title > h2", ".viewbox h2", ".viewbox h1")


class WordPress(Family):
    """/2021/01/<slug>/, /archives/123, /?p=123."""

    name = "wordpress"
    text = (".entry-content",)
    title_at = (".entry-title",)
    byline_at = (".byline .author", ".entry-meta .author", ".post-author")

    def published(self, tree: LexborHTMLParser) -> str:
        """To the second, which the page prints to the day."""
        node = tree.css_first("time.published[datetime]")
        return (node.attributes["datetime"] or "") if node is not None else ""


class Trs(Family):
    """TRS WCM: /zwgk/202101/t20210104_12345.html."""

    name = "trs"
    text = (".trs_editor", ".trs_editor_view", ".trs_uedit", ".trs_web", "#zoomcon")


class Jcms(Family):
    """Hanweb JCMS: /art/2021/1/4/art_1234_56789.html."""

    name = "jcms"
    text = ("#zoom", ".bt_content", "#fontzoom", "#zoomcontent")


class Boda(Family):
    """博达 VSB: /info/1534/94158.htm."""

    name = "boda"
    text = ("#vsb_content*", ".v_news_content")


class Ucap(Family):
    """拓尔思 ucap: /xinwen/2021-01/04/content_5576633.htm."""

    name = "ucap"
    text = ("#ucap-content", "ucapcontent", ".pages_content", ".article-conter")
    title_at = ("ucaptitle",)


class CmsTop(Family):
    """CmsTop: /p/12345.html, /a/12345.html."""

    name = "cmstop"
    text = (".article-content-box", "#artcontent", ".cmstop-content")
