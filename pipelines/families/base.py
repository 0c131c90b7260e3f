"""What a family of sites shares: where its pages say what."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from pipelines.families.hidden import is_shown, shown_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborHTMLParser, LexborNode

    from pipelines.sites import Select


class Fields(NamedTuple):
    """What a family's own markup says, as printed; "" where it says nothing."""

    kicker: str = ""
    title: str = ""
    subtitle: str = ""
    published: str = ""
    publisher: str = ""
    account: str = ""
    """Who put the text on a platform: the publisher where no 来源 is printed."""
    byline: str = ""
    section: str = ""
    text: str = ""
    """Markup of the text where a script carries it."""


NOTHING = Fields()


class Family:
    """Pages of one content-management system; one method a field.

    A family is known by the elements that hold its text: `text` names them by id
    (`#zoom`) or class (`.trs_editor`), in lower case, an ending * for a prefix. The
    other attributes are CSS; the first that finds text wins.
    """

    name = "generic"
    text: tuple[str, ...] = ()
    holder: str | None = None
    """CSS of an element that only pages have whose text a script may carry."""
    kicker_at: tuple[str, ...] = ()
    title_at: tuple[str, ...] = ()
    subtitle_at: tuple[str, ...] = ()
    published_at: tuple[str, ...] = ()
    publisher_at: tuple[str, ...] = ()
    account_at: tuple[str, ...] = ()
    byline_at: tuple[str, ...] = ()
    section_at: tuple[str, ...] = ()

    def fields(self, tree: LexborHTMLParser) -> Fields:
        """Every field that the family knows the place of."""
        return Fields(
            kicker=self.kicker(tree),
            title=self.title(tree),
            subtitle=self.subtitle(tree),
            published=self.published(tree),
            publisher=self.publisher(tree),
            account=self.account(tree),
            byline=self.byline(tree),
            section=self.section(tree),
            text=self.carried(tree),
        )

    def kicker(self, tree: LexborHTMLParser) -> str:
        return first_text(tree, self.kicker_at)

    def title(self, tree: LexborHTMLParser) -> str:
        return first_text(tree, self.title_at)

    def subtitle(self, tree: LexborHTMLParser) -> str:
        return first_text(tree, self.subtitle_at)

    def published(self, tree: LexborHTMLParser) -> str:
        return first_text(tree, self.published_at)

    def publisher(self, tree: LexborHTMLParser) -> str:
        return first_text(tree, self.publisher_at)

    def account(self, tree: LexborHTMLParser) -> str:
        return first_text(tree, self.account_at)

    def byline(self, tree: LexborHTMLParser) -> str:
        return first_text(tree, self.byline_at)

    def section(self, tree: LexborHTMLParser) -> str:
        return first_text(tree, self.section_at)

    def carried(self, tree: LexborHTMLParser) -> str:
        """Markup of the text where a script carries it."""
        return ""


def selected(tree: LexborHTMLParser, select: Select) -> Fields:
    """The fields that a site's own selectors find."""
    return Fields(
        title=first_text(tree, _one(select.title)),
        published=first_text(tree, _one(select.published)),
        publisher=first_text(tree, _one(select.publisher)),
        byline=first_text(tree, _one(select.byline)),
        section=first_text(tree, _one(select.section)),
    )


def first_text(tree: LexborHTMLParser, selectors: tuple[str, ...]) -> str:
    """Text of the first element that any of the selectors, in order, finds filled."""
    for selector in selectors:
        # The first match ends the search of the page, and mostly is the one.
        first = tree.css_first(selector)
        if first is None:
            continue
        for node in chain([first], later(tree, selector)):
            text = text_of(node)
            if text and is_shown(node):
                return text
    return ""


def later(tree: LexborHTMLParser, selector: str) -> Iterator[LexborNode]:
    """The elements that a selector finds behind the first; asked for when needed."""
    yield from tree.css(selector)[1:]


def text_of(node: LexborNode) -> str:
    """Text of an element, white space collapsed, a blank between its parts."""
    return " ".join(shown_text(node).split())


def _one(selector: str | None) -> tuple[str, ...]:
    return () if selector is None else (selector,)
