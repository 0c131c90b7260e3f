"""What a page says of itself in its head: meta tags, <title>, JSON-LD."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from selectolax.lexbor import LexborHTMLParser, LexborNode

# Names in lower case: pages write the prescribed ones in any. The government's are
# those of 政府网站发展指引 (国办发〔2017〕47号), annex 网站标签规范.
TITLES = ("articletitle", "og:title", "twitter:title")
PUBLISHED = (
    "pubdate",
    "publishdate",
    "article:published_time",
    "og:release_date",
    "weibo: article:create_at",
    "datepublished",
    "publish_time",
    "publishtime",
    "firstpublishedtime",
    "publishedtime",
    "publish-date",
    "publish_date",
    "pubtime",
    "createdate",
    "dateupdate",
)
MODIFIED = ("article:modified_time", "og:updated_time", "datemodified")
PUBLISHERS = ("contentsource", "source", "mediaid", "og:source", "article:source")
AUTHORS = ("author", "article:author", "og:author")
EDITORS = ("editor", "责任编辑")
SITE_NAMES = ("sitename", "og:site_name", "application-name")
# A head that a stray tag closed early leaves its meta tags in the body.
FEW_TAGS = 3
# Types of https://schema.org that are an article.
# Baidu's own vocabulary (ziyuan.baidu.com/contexts/cambrian.jsonld) says title, pubDate.
HEADLINES = frozenset({"headline", "pubDate"})
ARTICLE_TYPES = ("NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting")


class Metadata(NamedTuple):
    """The page's statements, as written; "" where it makes none."""

    title_tag: str = ""
    title: str = ""
    published: str = ""
    modified: str = ""
    publisher: str = ""
    author: str = ""
    editor: str = ""
    site_name: str = ""
    canonical: str = ""


NONE = Metadata()


def metadata(tree: LexborHTMLParser) -> Metadata:
    """Statements of the page's head, JSON-LD first, then meta tags.

    A query of the whole page costs as much as reading the text, so that the body is
    asked only for what its head should have said and did not.
    """
    head, root = tree.head, tree.root
    if head is None or root is None:
        return NONE
    named = _meta_tags(head)
    whole = len(named) >= FEW_TAGS
    if not whole:
        named = _meta_tags(root) | named
    linked = _linked_data(head)
    if not linked and _first(named, PUBLISHED) == "":
        linked = _linked_data(root)
    title_tag = tree.css_first("title")
    return Metadata(
        title_tag=title_tag.text() if title_tag is not None else "",
        title=_first(named, TITLES) or _linked_text(linked, "headline", "title"),
        published=_linked_text(linked, "datePublished", "pubDate")
        or _first(named, PUBLISHED),
        modified=_linked_text(linked, "dateModified", "upDate")
        or _first(named, MODIFIED),
        publisher=_first(named, PUBLISHERS),
        author=_first(named, AUTHORS),
        editor=_first(named, EDITORS),
        site_name=_first(named, SITE_NAMES),
        canonical=_canonical(head if whole else root) or named.get("og:url", ""),
    )


def _meta_tags(part: LexborNode) -> dict[str, str]:
    """Content of each named meta tag; the first that is not blank."""
    named: dict[str, str] = {}
    for node in part.css("meta[content]"):
        attributes = node.attributes
        name = attributes.get("name") or attributes.get("property")
        name = (name or attributes.get("itemprop") or "").strip().lower()
        content = " ".join((attributes.get("content") or "").split())
        if name and content:
            named.setdefault(name, content)
    return named


def _first(named: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((named[name] for name in names if name in named), "")


def _canonical(part: LexborNode) -> str:
    link = part.css_first('link[rel="canonical"]')
    return (link.attributes.get("href") or "").strip() if link is not None else ""


def _linked_data(part: LexborNode) -> Mapping[str, Any]:
    """The first article among the JSON-LD objects of a part of the page."""
    for node in part.css('script[type="application/ld+json"]'):
        try:
            data = json.loads(node.text(), strict=False)
        except ValueError:
            continue  # a script that no consumer can read states nothing
        for each in _objects(data):
            if each.get("@type") in ARTICLE_TYPES or HEADLINES & each.keys():
                return each
    return {}


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    entries = data if isinstance(data, list) else [data]
    for each in entries:
        if isinstance(each, dict):
            yield each
            yield from (
                part for part in each.get("@graph", ()) if isinstance(part, dict)
            )


def _linked_text(linked: Mapping[str, Any], *keys: str) -> str:
    values = (linked.get(key) for key in keys)
    return next((each.strip() for each in values if isinstance(each, str)), "")
