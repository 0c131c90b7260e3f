"""Where a text node stands: its block, its box, link and weight."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pipelines.clean.tags import tags
from pipelines.families.hidden import is_hidden

if TYPE_CHECKING:
    from collections.abc import Mapping

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
        self.names = ["body"]
        """Names of their tags."""
        self.parents = [-1]
        """Index of the box around each, always smaller."""
        self._kinds = tags()
        self._hints: dict[int, str] = {}
        self._known = {root.mem_id: Place(0, 0, link=False, bold=False, silent=False)}

    def of(self, element: LexborNode) -> Place:
        """The place of an element below the root; linear over the whole page."""
        known = self._known
        place = known.get(element.mem_id)
        if place is not None:
            return place
        chain = [element]
        node = element.parent
        while node is not None:
            place = known.get(node.mem_id)
            if place is not None:
                break
            chain.append(node)
            node = node.parent
        if place is None:
            place = known[self.blocks[0].mem_id]
        for below in reversed(chain):
            place = known[below.mem_id] = self._below(place, below)
        return place

    def hint(self, block: int) -> str:
        """Id and class names of a block, as ` #id .class .class `, lower case.

        "" where it has no attributes.
        """
        found = self._hints.get(block)
        if found is None:
            found = self._hints[block] = _hint(self.blocks[block].attributes)
        return found

    def _below(self, above: Place, node: LexborNode) -> Place:
        kinds, number = self._kinds, node.tag_id
        attributes = node.attributes
        if attributes and is_hidden(attributes):
            above = above._replace(silent=True)
        _, box, link, bold, silent = above
        name = kinds.names.get(number)
        if name is not None:
            block = self._open(box, node, name)
            heading = name[0] == "h" and name[1:].isdigit()
            inner = box if number in kinds.leaf else block
            return Place(block, inner, link, bold or heading, silent)
        if number == kinds.a:
            # <a name="top"> without an end tag wraps whole articles.
            linked = link or "href" in attributes
            return Place(above.block, box, linked, bold, silent)
        if number in kinds.bold:
            return Place(above.block, box, link, True, silent)
        if number in kinds.silent:
            return Place(above.block, box, link, bold, True)
        # Word leaves <o:p> and <st1:...> behind, inline; names with a hyphen are
        # wrappers (<founder-content>).
        if number > LAST_KNOWN and "-" in (custom := node.tag or ""):
            block = self._open(box, node, custom)
            return Place(block, block, link, bold, silent)
        return above

    def _open(self, parent: int, node: LexborNode, name: str) -> int:
        self.parents.append(parent)
        self.blocks.append(node)
        self.names.append(name)
        return len(self.blocks) - 1


def _hint(attributes: Mapping[str, str | None]) -> str:
    if not attributes:
        return ""
    words = [f".{word}" for word in (attributes.get("class") or "").split()]
    if identity := attributes.get("id"):
        words.insert(0, f"#{identity}")
    return f" {' '.join(words)} ".lower()
