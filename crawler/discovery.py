"""Links to articles, and to the next list page: from HTML, feeds, sitemaps, JSON."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag, urljoin, urlsplit

from parsel import Selector

from pipelines.archive.warc_pages import is_article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pipelines.sites import Site

# An entity bomb needs declarations; no feed has a use for them.
ENTITY = re.compile(r"<!(?:ENTITY|DOCTYPE[^>]*\[)", re.IGNORECASE)
NEXT_WORDS = re.compile(
    r"^\s*(?:下一?页|下一頁|后一页|next|[>›»]|&gt;)\s*[>›»]*\s*$", re.IGNORECASE
)
# TRS: createPageHTML(10, 0, "index", "shtml"): pages, this one, name, ending.
CREATE_PAGE = re.compile(
    r"createPageHTML\(\s*['\"]?(\d+)['\"]?\s*,\s*['\"]?(\d+)['\"]?\s*,"
    r"\s*['\"]([\w-]+)['\"]\s*,\s*['\"](\w+)['\"]"
)
# JCMS: <datastore>…<record><![CDATA[<li><a href=…>]]></record>
RECORD = re.compile(r"<record>\s*<!\[CDATA\[(.*?)\]\]>\s*</record>", re.DOTALL)
LINK_FIELD = re.compile(r"\{(\w+)\}")
# 2021-01-03, 2021_01_03, /202101/t20210103_1.html, 2021年1月3日; no longer digits.
DATE = re.compile(
    r"(?<!\d)(20\d\d|19\d\d)(?:[-_/.年](\d{1,2})[-_/.月](\d{1,2})|(\d\d)(\d\d))(?!\d)"
)


class ListError(ValueError):
    """A list that cannot be read; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link to what the site declares to be an article."""

    url: str
    """Absolute, without fragment."""
    date: str | None
    """ISO date that the address or the list prints beside it; null without one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What one list page leads to."""

    links: tuple[Link, ...]
    next: str | None = None
    """The next list page; null on the last one and in feeds."""
    lists: tuple[str, ...] = ()
    """Further lists that an index of sitemaps names."""


def read_list(text: str, url: str, site: Site, link: str | None = None) -> Listing:
    """The links of a list page, feed or sitemap, each once, in order; `link`: how an
    address is made of the fields of a JSON row.

    Raises ListError for a document that declares entities or is not well-formed.
    """
    start = text.lstrip("\ufeff \t\r\n")[:400]
    if re.match(
        r"<\?xml|<(?:rss|feed|urlset|sitemapindex|rdf:RDF)\b", start, re.IGNORECASE
    ) and not re.search(r"<html[\s>]", start, re.IGNORECASE):
        return _feed(text, url, site)
    if start[:1] in {"{", "["}:
        return _json(text, url, site, link)
    return _html(text, url, site)


def _html(text: str, url: str, site: Site) -> Listing:
    tree = Selector(text)
    base = urljoin(url, tree.css("base::attr(href)").get() or "")
    pairs = list(_anchors(tree, site))
    # JCMS: the rows stand in a script, where no selector of the page finds them.
    if records := RECORD.findall(text):
        pairs += _anchors(Selector("".join(records)), site)
    return Listing(links=_links(pairs, base, site), next=_next(tree, text, base, site))


def _anchors(tree: Selector, site: Site) -> Iterator[tuple[str, str]]:
    """Address and text beside it of each link, where the site selects them or all."""
    for node in tree.css(site.select.links or "a"):
        for anchor in node.css("a") if node.root.tag != "a" else [node]:
            if "href" in anchor.attrib:
                yield anchor.attrib["href"], _beside(anchor)


def _beside(anchor: Selector) -> str:
    """The text of the row in which a link stands."""
    row = anchor.xpath("ancestor::*[self::li or self::tr or self::dd or self::p][1]")
    texts = (row or anchor).xpath(".//text()").getall()
    return " ".join(texts)[:400]


def _links(pairs: Iterable[tuple[str, str]], base: str, site: Site) -> tuple[Link, ...]:
    links: dict[str, Link] = {}
    for href, beside in pairs:
        url = _absolute(base, href)
        if url is not None and url not in links and _is_wanted(url, site):
            links[url] = Link(url=url, date=_date(urlsplit(url).path) or _date(beside))
    return tuple(links.values())


def _absolute(base: str, href: str) -> str | None:
    try:
        url = urldefrag(urljoin(base, href.strip()))[0]
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None


def _is_wanted(url: str, site: Site) -> bool:
    declared = not site.hosts or urlsplit(url).netloc.lower() in site.hosts
    return declared and site.article is not None and is_article(url, site)


def _date(text: str) -> str | None:
    for year, month, day, month2, day2 in DATE.findall(text):
        m, d = int(month or month2), int(day or day2)
        if 1 <= m <= 12 and 1 <= d <= 31:
            return f"{year}-{m:02}-{d:02}"
    return None


def _next(tree: Selector, text: str, base: str, site: Site) -> str | None:
    if site.select.next:
        href = tree.css(site.select.next).xpath("(.//@href | ./@href)[1]").get()
        return _absolute(base, href) if href else None
    href = tree.css("a[rel~=next]::attr(href), link[rel~=next]::attr(href)").get()
    if href is None:
        href = next(
            (
                anchor.attrib.get("href")
                for anchor in tree.css("a[href]")
                if NEXT_WORDS.match("".join(anchor.xpath(".//text()").getall()))
                or anchor.attrib.get("class") == "nxt"
            ),
            None,
        )
    if href is None:
        href = _trs_next(text)
    if href is None or href.startswith(("#", "javascript:")):
        return None
    following = _absolute(base, href)
    return following if following != base else None


def _trs_next(text: str) -> str | None:
    """TRS writes its pager by script: index.shtml, index_1.shtml, index_2.shtml."""
    match = CREATE_PAGE.search(text)
    if match is None:
        return None
    pages, current = int(match[1]), int(match[2])
    return f"{match[3]}_{current + 1}.{match[4]}" if current + 1 < pages else None


def _feed(text: str, url: str, site: Site) -> Listing:
    if ENTITY.search(text):
        raise ListError("the document declares entities, which no feed needs")
    tree = Selector(text, type="xml")
    if tree.root is None:
        raise ListError("not well-formed")
    tree.remove_namespaces()
    lists = tuple(
        found
        for loc in tree.xpath("//sitemap/loc/text()").getall()
        if (found := _absolute(url, loc)) is not None
    )
    rows = tree.xpath("//item | //entry | //url")
    pairs = [
        (href, row.xpath("string(.)").get(""))
        for row in rows
        if (href := _address(row))
    ]
    return Listing(links=_links(pairs, url, site), lists=lists)


def _address(row: Selector) -> str | None:
    """RSS's link, Atom's link/@href, a sitemap's loc; a guid that is an address."""
    for path in ("./loc/text()", "./link/@href", "./link/text()", "./guid/text()"):
        if value := row.xpath(path).get():
            return value.strip()
    return None


def _json(text: str, url: str, site: Site, link: str | None) -> Listing:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ListError(f"not JSON: {error}") from error
    pairs = [pair for row in _rows(document) for pair in _row_links(row, site, link)]
    return Listing(links=_links(pairs, url, site))


def _rows(document: Any) -> Iterator[Any]:
    """Every object of a JSON document, and every text outside one, in order."""
    waiting = [document]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict | str):
            yield each
        if isinstance(each, dict):
            waiting += [
                v for v in reversed(each.values()) if isinstance(v, dict | list)
            ]
        elif isinstance(each, list):
            waiting += reversed(each)


def _row_links(
    row: dict[str, Any] | str, site: Site, link: str | None
) -> Iterator[tuple[str, str]]:
    """Addresses in one object, each with the object's texts beside it."""
    values = [row] if isinstance(row, str) else list(row.values())
    texts = [str(value) for value in values if isinstance(value, str | int)]
    beside = " ".join(texts)
    if link is not None and isinstance(row, dict):
        names = LINK_FIELD.findall(link)
        if all(isinstance(row.get(name), str | int) for name in names):
            yield LINK_FIELD.sub(lambda field: str(row[field[1]]), link), beside
        return
    for text in texts:
        # Some answer with the very rows of a page's list.
        if "<a " in text:
            yield from _anchors(Selector(text), site)
        elif "/" in text and " " not in text:
            yield text, beside
