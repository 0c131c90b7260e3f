"""Large portals and papers that reprint regional reports."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.families.base import Family
from pipelines.families.scripts import scripts_with, string_after

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

MEDIA = re.compile(r'"media"\s*:\s*(?=")')


class People(Family):
    """人民网 and its provincial channels: /n1/2021/0104/c1-31987654.html."""

    name = "people"
    text = ("#rwb_zw", ".rm_txt_con", "#p_content", ".artdet_con", ".show_text")
    kicker_at = ("h3.pre",)
    title_at = (".text_title > h1", ".rm_txt h1")
    subtitle_at = ("h4.sub",)


class Xinhua(Family):
    """新华网: /politics/2021-01/04/c_1126942345.htm, newer /20230104/<uuid>/c.html."""

    name = "xinhua"
    text = ("#p-detail", "#detailcontent", ".main-article", "#detail", "#contentblock")
    title_at = (".h-title", "#title", ".head-line h1 .title")


class Ifeng(Family):
    """凤凰网: news.ifeng.com/c/…, older /a/20190907/…_0.shtml."""

    name = "ifeng"
    text = ("#main_content", ".js_selection_area", ".index_text_*", ".main_content-*")
    title_at = ("h1[class^=topic]", "h1[class^=index_title]", "#artical_topic")


class Sina(Family):
    """新浪: /c/2021-01-04/doc-….shtml."""

    name = "sina"
    text = ("#artibody", ".art_content", ".article-content-left")
    title_at = ("h1.main-title", "#artibodyTitle")


class NetEase(Family):
    """网易: /21/0104/09/….html, /dy/article/…."""

    name = "netease"
    text = (".post_body", "#endtext", ".post_text")
    title_at = (".post_title", ".post_content_main > h1")


class Qq(Family):
    """腾讯: new.qq.com/omn/…, /rain/a/…."""

    name = "qq"
    text = (
        ".content-article",
        "#cnt-main-article-qq",
        ".qq_article .bd",
        "#articlecontent",
    )
    title_at = (".LEFT > h1", ".qq_article .hd h1")
    publisher_at = ("span[bosszone=jgname]",)
    byline_at = ("span[bosszone=author]",)

    def account(self, tree: LexborHTMLParser) -> str:
        """`"media": "某某网"` in the page's DATA."""
        for script in scripts_with(tree, ('"media"',)):
            match = MEDIA.search(script)
            if match is not None:
                return string_after(script, match.end()) or ""
        return ""


class Sohu(Family):
    """搜狐: www.sohu.com/a/<id>_<author>."""

    name = "sohu"
    text = ("#mp-editor", "#contenttext")
    title_at = (".text-title > h1",)


PORTALS: tuple[type[Family], ...] = (People, Xinhua, Ifeng, Sina, NetEase, Qq, Sohu)
