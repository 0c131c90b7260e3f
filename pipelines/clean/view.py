"""The text nodes of one page in document order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from pipelines.clean.places import Places
from pipelines.clean.tags import tags


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The text nodes of one page that are not blank, and where they stand."""

    root: LexborNode
    nodes: Sequence[LexborNode]
    contents: Sequence[str]
    """Their characters, as parsed."""
    places: Places

    def is_text_of(self, at: int, block: int) -> bool:
        """Whether text node `at` belongs to the line of block `block`."""
        parent = self.nodes[at].parent
        return parent is not None and self.places.of(parent).block == block


def view(root: LexborNode) -> View:
    """Lists the text nodes below `root`, in one pass without recursion."""
    text = tags().text
    everything = root.traverse(include_text=True, skip_empty=True)
    nodes = [node for node in everything if node.tag_id == text]
    contents = [node.text_content or "" for node in nodes]
    return View(root=root, nodes=nodes, contents=contents, places=Places(root))


def texts_below(seen: View, element: LexborNode) -> range:
    """The text nodes of the page that stand below an element."""
    text = tags().text
    inner = element.traverse(include_text=True, skip_empty=True)
    inside = [node.mem_id for node in inner if node.tag_id == text]
    if not inside:
        return range(0)
    first = next(at for at, node in enumerate(seen.nodes) if node.mem_id == inside[0])
    return range(first, first + len(inside))
