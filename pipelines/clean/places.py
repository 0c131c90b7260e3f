"""Where a text node stands: its block, its box, link and weight."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pipelines.clean.tags import tags

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

# Lexbor numbers the elements it knows from 0; others get an address.
LAST_KNOWN = 10_000


class Place(NamedTuple):
    """What an element means for the text below it."""

    block: int
    """Index of the nearest block: two texts of one block may share a line."""
    box: int
    """Index of the nearest box, a block that may hold blocks."""
    link: bool
    bold: bool
    silent: bool
    """Nothing below it is shown."""


class Places:
    """Places of the elements of one page, each worked out once, from the top.

    Only elements above text that matters are ever asked about: the hundreds of
    links around an article cost nothing.
    """

    def __init__(self, root: LexborNode) -> None:
        self.blocks = [root]
        """Block elements in the order they were asked about."""
        self.tags = ["body"]
        """Their names."""
        self.parents = [-1]
        """Index of the box around each, always smaller."""
        self.known = {root.mem_id: Place(0, 0, link=False, bold=False, silent=False)}

    def of(self, element: LexborNode) -> Place:
        """The place of an element below the root; linear over the whole page."""
        chain = []
        node: LexborNode | None = element
        place = None
        while node is not None and place is None:
            place = self.known.get(node.mem_id)
            if place is None:
                chain.append(node)
                node = node.parent
        if place is None:
            place = self.known[self.blocks[0].mem_id]
        for below in reversed(chain):
            place = self.known[below.mem_id] = self._below(place, below)
        return place

    def inside(self, box: int, outer: int) -> bool:
        """Whether box `box` is `outer` or stands in it."""
        while box > outer:
            box = self.parents[box]
        return box == outer

    def _below(self, above: Place, node: LexborNode) -> Place:
        kinds, number = tags(), node.tag_id
        name = kinds.names.get(number)
        if name is not None:
            block = self._open(above.box, node, name)
            box = above.box if number in kinds.leaf else block
            return Place(
                block, box, above.link, above.bold or name[0] == "h", above.silent
            )
        if number == kinds.a:
            # <a name="top"> without an end tag wraps whole articles.
            return above._replace(link=above.link or "href" in node.attributes)
        if number in kinds.bold:
            return above._replace(bold=True)
        if number in kinds.silent:
            return above._replace(silent=True)
        # Word leaves <o:p> and <st1:...> behind, inline; names with a hyphen are
        # wrappers (<founder-content>).
        if number > LAST_KNOWN and "-" in (name := node.tag or ""):
            block = self._open(above.box, node, name)
            return Place(block, block, above.link, above.bold, above.silent)
        return above

    def _open(self, parent: int, node: LexborNode, name: str) -> int:
        self.parents.append(parent)
        self.blocks.append(node)
        self.tags.append(name)
        return len(self.blocks) - 1


def hint(node: LexborNode) -> str:
    """Id and class names of an element, lower case, between spaces; "" for none."""
    attributes = node.attributes
    words = f"{attributes.get('id') or ''} {attributes.get('class') or ''}".split()
    return f" {' '.join(words).lower()} " if words else ""
