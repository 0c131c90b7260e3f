"""Systems that differ from one another in where their text stands and little else."""

from __future__ import annotations

from pipelines.families.base import Family


class DedeCms(Family):
    """/a/<column>/YYYY/MMDD/N.html, /plus/view.php?aid=N."""

    name = "dedecms"
    text = (".viewbox",)
    title_at = (".viewbox > .title > h2", ".viewbox h2", ".viewbox h1")


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
