"""What an element's tag says of layout, in Lexbor's own numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from selectolax.lexbor import LexborHTMLParser

# Elements whose text no reader of the page sees as running text.
SILENT = (
    "rt",
    "rp",
    "script",
    "style",
    "noscript",
    "template",
    "iframe",
    "object",
    "select",
    "textarea",
    "svg",
    "math",
    "button",
    "audio",
    "video",
    "canvas",
    "datalist",
    "noframes",
)
# Elements that start a line of their own in every browser's style sheet, and table
# cells, whose lines must not run into each other.
BLOCK = (
    "body",
    "p",
    "div",
    "section",
    "article",
    "main",
    "table",
    "tbody",
    "thead",
    "tfoot",
    "tr",
    "td",
    "th",
    "caption",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "footer",
    "nav",
    "aside",
    "figure",
    "figcaption",
    "form",
    "fieldset",
    "blockquote",
    "pre",
    "center",
    "hr",
    "address",
    "details",
    "summary",
    "dir",
    "menu",
)
# Blocks that hold one run of text: nobody builds a page's frame from them.
LEAF = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "tr", "tbody", "thead", "tfoot")
BOLD = ("b", "strong")
SCRIPTS = ("script", "style")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tags:
    """Lexbor's tag numbers, grouped by what the reader does with them."""

    text: int
    comment: int
    a: int
    breaking: frozenset[int]
    """Blocks and <br>: the line ends where one begins."""
    leaf: frozenset[int]
    bold: frozenset[int]
    silent: frozenset[int]
    scripts: frozenset[int]
    """Elements whose one text is source; pages have hundreds of them."""
    names: dict[int, str]
    """Name of each block by its number."""


@cache
def tags() -> Tags:
    """The numbers of this build of Lexbor, asked of the parser itself."""
    numbers = {name: _number(name) for name in (*BLOCK, *BOLD, *SILENT, "br", "a")}
    inside = LexborHTMLParser("<p>x<!--y-->").css("p")[0]
    text, comment = inside.first_child, inside.last_child
    assert text is not None
    assert comment is not None
    return Tags(
        text=text.tag_id,
        comment=comment.tag_id,
        a=numbers["a"],
        breaking=frozenset(numbers[name] for name in (*BLOCK, "br")),
        leaf=frozenset(numbers[name] for name in LEAF),
        bold=frozenset(numbers[name] for name in BOLD),
        silent=frozenset(numbers[name] for name in SILENT),
        scripts=frozenset(numbers[name] for name in SCRIPTS),
        names={numbers[name]: name for name in BLOCK},
    )


def _number(name: str) -> int:
    # Rows and cells are elements only inside a table.
    for markup in (f"<{name}>", f"<table><{name}>", f"<table><tbody><tr><{name}>"):
        found = LexborHTMLParser(markup).css(name)
        if found:
            return found[0].tag_id
    raise LookupError(f"<{name}> is no element to this parser")
