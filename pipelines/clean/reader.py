"""Markup → the outline of the part of the page that matters."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from selectolax.lexbor import LexborHTMLParser

from pipelines.clean import enpower
from pipelines.clean.containers import known_boxes, select_container
from pipelines.clean.depth import shallow
from pipelines.clean.entries import entries
from pipelines.clean.headline import find_headline, set_apart, squeeze
from pipelines.clean.lines import Line, lines
from pipelines.clean.metadata import Metadata, metadata
from pipelines.clean.outline import Outline, unmarked
from pipelines.clean.prose import Prose, is_before, prose
from pipelines.clean.region import region
from pipelines.clean.verse import verse
from pipelines.clean.view import View, texts_below, view
from pipelines.clean.wrapping import unwrapped
from pipelines.families.base import NOTHING, Family, Fields, selected
from pipelines.families.registry import CARRIERS, GENERIC

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.sites import Select

# Text nodes around the article that are read for its facts.
BEFORE = 24
BEFORE_TITLE = 14
AFTER = 16
# Pages with less prose than this are read again with every text node counted.
LITTLE_PROSE = 60.0
# With more than this the text is no script's.
MUCH_PROSE = 400.0
TINY = 2


class Read(NamedTuple):
    """An HTML page as read."""

    outline: Outline
    metadata: Metadata
    fields: Fields


def read(markup: str, family: Family | None, select: Select) -> Read:
    """The outline of an HTML page and what its head and its family's markup state.

    `family`: the declared one, which is used where its containers are on the page;
    null to know none at all.
    """
    source = shallow(markup.encode("utf-8", "replace"))
    tree = LexborHTMLParser(source, scripting=True)
    stated = metadata(tree)
    root = tree.body or tree.root
    if root is None:
        return Read(EMPTY, stated, Fields())
    return _Reader(tree, view(root), stated, family, select).read()


EMPTY = Outline(lines=(), body=range(0), title=range(0), family="generic")


class _Reader:
    """One page while it is read."""

    def __init__(
        self,
        tree: LexborHTMLParser,
        seen: View,
        stated: Metadata,
        family: Family | None,
        select: Select,
    ) -> None:
        self.tree = tree
        self.seen = seen
        self.enpower = enpower.stated(seen.comments)
        title = stated.title or self.enpower.title or set_apart(tree, stated.title_tag)
        self.stated = stated._replace(title=title)
        self.knows_families = family is not None
        self.family = family or GENERIC
        self.select = select
        self.title = range(0)

    def read(self) -> Read:
        body = self._body(self._prose())
        fields = self._fields()
        if fields.text:
            outline = self._outline(range(body.start, body.start))
            outline = _with_carried(outline, fields.text)
        else:
            outline = self._outline(body)
        return Read(outline, self._statements(), fields)

    def _statements(self) -> Metadata:
        """The head's statements, and the date of 方正's comment where it has none."""
        date = "" if self.stated.published else self.enpower.date
        return self.stated._replace(published=date) if date else self.stated

    def _prose(self) -> list[Prose]:
        """Running text, weighed to a headline that stands before it."""
        self.title = find_headline(self.seen, self.stated)
        found = prose(self.seen, self.title)
        if self.title and not self._opens_title() and is_before(found, self.title):
            self.title = range(0)
            found = prose(self.seen, self.title)
        lines = verse(self.seen, self.title, found)
        if lines:
            return sorted({each.at: each for each in [*found, *lines]}.values())
        if sum(each.weight for each in found) < LITTLE_PROSE:
            found = prose(self.seen, self.title, TINY)
        return found

    def _opens_title(self) -> bool:
        """Whether the head's title begins with the headline, before column and site."""
        text = squeeze(self.seen.contents[self.title.start])
        said = (squeeze(self.stated.title_tag), squeeze(self.stated.title))
        return any(each.startswith(text) for each in said)

    def _body(self, found: list[Prose]) -> range:
        """The text nodes of the article's element; settles the family too."""
        chosen = select_container(self.tree, self.select.text)
        if chosen is not None and (texts := texts_below(self.seen, chosen)):
            return texts
        places = self.seen.places
        boxes = [each.box for each in found] if self.knows_families else []
        known = known_boxes(places, self.family, boxes)
        weights = {box: each.weight for box, each in known.items()}
        listed = entries(found, self.seen)
        box = region(found, places, self._box_of_title(), weights, listed)
        if box in known:
            self.family = known[box].family
        elif not any(each.family is self.family for each in known.values()):
            shown = sum(each.weight for each in found)
            declared = self.family.holder is not None
            sought = declared or shown <= MUCH_PROSE
            self.family = self._carrier() if sought else GENERIC
        return texts_below(self.seen, places.blocks[box])

    def _box_of_title(self) -> int | None:
        if not self.title:
            return None
        parent = self.seen.nodes[self.title.start].parent
        return None if parent is None else self.seen.places.of(parent).box

    def _carrier(self) -> Family:
        """A family whose text a script of this page carries, the declared one first."""
        for family in (self.family, *CARRIERS) if self.knows_families else ():
            if family.holder is None or self.tree.css_first(family.holder) is None:
                continue
            if family.carried(self.tree):
                return family
        return GENERIC

    def _fields(self) -> Fields:
        said = self.enpower
        return _first_of(
            selected(self.tree, self.select),
            self.family.fields(self.tree),
            Fields(kicker=said.introtitle, subtitle=said.subtitle, byline=said.author),
        )

    def _outline(self, body: range) -> Outline:
        title, seen = self.title, self.seen
        if title:
            first = min(seen.before(title.start, BEFORE_TITLE), body.start)
        else:
            first = seen.before(body.start, BEFORE)
        part = range(first, seen.after(max(body.stop, title.stop), AFTER))
        done = lines(self.seen, part)
        at = slice(_at(done, body.start), _at(done, body.stop))
        text, watermarks = unmarked(unwrapped(done[at]))
        done[at] = text
        return Outline(
            lines=done,
            body=range(at.start, at.start + len(text)),
            title=range(_at(done, title.start), _at(done, title.stop)),
            watermarks=watermarks,
            family=self.family.name,
        )


def _first_of(*found: Fields) -> Fields:
    """Each field as the first of `found` has it that has any."""
    filled = [each for each in found if each != NOTHING]
    if len(filled) <= 1:
        return filled[0] if filled else NOTHING
    return Fields(*(next(filter(None, each), "") for each in zip(*filled, strict=True)))


def _with_carried(outline: Outline, carried: str) -> Outline:
    """The outline with the text that a script carries behind its lines."""
    tree = LexborHTMLParser(shallow(carried.encode("utf-8", "replace")))
    if tree.body is None:
        return outline
    seen = view(tree.body)
    text, watermarks = unmarked(unwrapped(lines(seen, range(len(seen.nodes)))))
    count = len(outline.lines)
    return Outline(
        lines=[*outline.lines, *text],
        body=range(count, count + len(text)),
        title=outline.title,
        watermarks=watermarks,
        family=outline.family,
    )


def _at(done: Sequence[Line], node: int) -> int:
    """Index of the first line that begins at or after a text node."""
    return next((at for at, line in enumerate(done) if line.first >= node), len(done))
