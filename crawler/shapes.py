"""Which links of a column page are its articles, by the shape of their addresses."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin, urlsplit

from parsel import Selector

from crawler.discovery import ENTITY, RECORD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HEADLINE = 8
"""Characters: what a menu calls its columns is shorter."""
SAME = 3
"""Headlines of one shape that make it that of the articles."""
DATED = re.compile(r"20\d\d|19\d\d")
# Digits, hexadecimal names and the like: what differs from article to article.
PART = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27,}|[0-9a-f]{16,}|\d+", re.IGNORECASE)


FEED = re.compile(r"(?:<\?xml[^>]*>\s*)?<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)
# The last part of a path, and what ends it.
NAME = re.compile(r"/([^/?]+?)((?:\.\w+)?/?)$")
DATED_PART = re.compile(r"(?:19|20)\d\d(?:(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])?)?")


def article_links(markup: str, url: str) -> list[str]:
    """Addresses of the articles that a column page or feed lists, in order; may be
    empty.

    By shapes with numbers first; else by their last part, which may be words (the
    slugs of WordPress), else in whatever folder.
    """
    found = [
        target
        for target in dict.fromkeys(_headlined(markup, url))
        if shape(target) != shape(url)
    ]
    for shape_of in (shape, _without_name, _without_folder):
        by_shape: dict[str, list[str]] = defaultdict(list)
        for target in found:
            by_shape[shape_of(target)].append(target)
        best = max(by_shape.values(), key=_weight, default=[])
        if len(best) >= SAME:
            return best
    return []


def _headlined(markup: str, url: str) -> Iterator[str]:
    """Where the headlines of a page lead to, on its own host."""
    host = urlsplit(url).netloc
    for base, href, title in _links(markup, url):
        if len("".join(title.split())) < HEADLINE:
            continue
        try:
            target = urldefrag(urljoin(base, href.strip()))[0]
            same_host = urlsplit(target).netloc == host
        except ValueError:
            continue
        if same_host:
            yield target


def _links(markup: str, url: str) -> Iterator[tuple[str, str, str]]:
    """Base, address and words of each link: of anchors, of a feed's entries, of the
    rows that JCMS has in a script."""
    if FEED.match(markup.lstrip("\ufeff \t\r\n")[:400]) and not ENTITY.search(markup):
        tree = Selector(markup, type="xml")
        tree.remove_namespaces()
        for row in tree.xpath("//item | //entry"):
            title = row.xpath("string(./title)").get("")
            href = row.xpath("string(./link/@href | ./link)").get("")
            yield url, href, title
        return
    tree = Selector(markup)
    base = urljoin(url, tree.css("base::attr(href)").get() or "")
    rows = [*tree.css("a[href]")]
    if records := RECORD.findall(markup):
        rows += Selector("".join(records)).css("a[href]")
    for anchor in rows:
        title = anchor.attrib.get("title") or "".join(anchor.css("::text").getall())
        yield base, anchor.attrib["href"], title


def _weight(links: Iterable[str]) -> tuple[int, int]:
    """Many links, and of those whose address is dated or numbered, rather."""
    found = list(links)
    dated = sum(bool(DATED.search(each)) or bool(PART.search(each)) for each in found)
    return dated, len(found)


def shape(url: str) -> str:
    """Path and query with every changing part as `#`."""
    return PART.sub("#", _path(url))


def _without_name(url: str) -> str:
    """The shape with the last part as `*`, less its ending: /2021/03/<slug>/."""
    return NAME.sub(r"/*\2", shape(url))


def _without_folder(url: str) -> str:
    """The shape with its folders as `*`: one column may list those of several."""
    head, _, name = shape(url).rpartition("/")
    return "/*" * head.count("/") + "/" + name


def pattern(urls: Iterable[str]) -> str:
    """A regular expression for the addresses of one shape: what they share is kept,
    `#` becomes the class of characters that stands there in all of them."""
    found = list(urls)
    rows = [_pieces(each) for each in found]
    if len({shape(each) for each in found}) != 1:
        return _by_segment(found)
    out = ""
    for column in zip(*rows, strict=True):
        if all(PART.fullmatch(piece) for piece in column):
            out += _class(column)
        else:
            out += _escaped(column[0])
    # A further page of the same article has a number of its own behind it.
    return re.sub(r"(\\\.s?html?)$", r"(?:[_-]\\d{1,2})?\1$", out)


def _by_segment(urls: list[str]) -> str:
    """Part by part of the path, for addresses whose names or folders are words."""
    rows = [_path(each).split("/") for each in urls]
    longest = max(map(len, rows))
    rows = [row for row in rows if len(row) == longest]
    out = [_segment(column) for column in zip(*rows, strict=True)]
    return "//[^/]+" + "/".join(out) + "$"


def _segment(column: tuple[str, ...]) -> str:
    if len(set(column)) == 1:
        return _escaped(column[0])
    if all(each.isdigit() for each in column):
        return _class(column)
    endings = {each.rpartition(".")[2] if "." in each else "" for each in column}
    ending = endings.pop() if len(endings) == 1 else ""
    return "[^/?#]+" + (_escaped("." + ending) if ending else "")


def _escaped(text: str) -> str:
    return re.escape(text).replace(r"\-", "-").replace(r"\/", "/")


def _path(url: str) -> str:
    parts = urlsplit(url)
    return parts.path + (f"?{parts.query}" if parts.query else "")


def _pieces(url: str) -> list[str]:
    text = _path(url)
    at, pieces = 0, []
    for match in PART.finditer(text):
        pieces += [text[at : match.start()], match[0]]
        at = match.end()
    return [*pieces, text[at:]]


def _class(column: tuple[str, ...]) -> str:
    lengths = {len(piece) for piece in column}
    if all(piece.isdigit() for piece in column):
        # A number of its own may gain a digit any day; a year, month or day may not.
        dated = len(lengths) == 1 and all(DATED_PART.fullmatch(each) for each in column)
        return rf"\d{{{len(column[0])}}}" if dated else r"\d+"
    return "[0-9a-fA-F-]+"
