"""The text nodes of one page in document order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from pipelines.clean.places import Place, Places
from pipelines.clean.tags import tags


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The text nodes of one page that are not blank, and where they stand."""

    root: LexborNode
    nodes: Sequence[LexborNode]
    contents: Sequence[str]
    """Their characters, as parsed."""
    comments: Sequence[LexborNode]
    """The page's comments, where some systems state their facts."""
    places: Places

    def is_text_of(self, at: int, block: int) -> bool:
        """Whether text node `at` belongs to the line of block `block`."""
        return self.place(at).block == block

    def place(self, at: int) -> Place:
        """Where text node `at` stands."""
        parent = self.nodes[at].parent
        return self.places.of(self.root if parent is None else parent)

    def is_silent(self, at: int) -> bool:
        """Whether a reader of the page does not see text node `at`."""
        return self.place(at).silent

    def before(self, at: int, count: int) -> int:
        """The text node that stands `count` shown ones before `at`, or the first."""
        while at > 0 and count > 0:
            at -= 1
            count -= not self.is_silent(at)
        return at

    def after(self, at: int, count: int) -> int:
        """The end of the `count` shown text nodes from `at` on, or of them all."""
        while at < len(self.nodes) and count > 0:
            count -= not self.is_silent(at)
            at += 1
        return at


def view(root: LexborNode) -> View:
    """Lists the text nodes below `root`, in one pass without recursion."""
    nodes, comments = _walk(root)
    contents = [node.text_content or "" for node in nodes]
    return View(
        root=root,
        nodes=nodes,
        contents=contents,
        comments=comments,
        places=Places(root),
    )


def texts_below(seen: View, element: LexborNode) -> range:
    """The text nodes of the page that stand below an element."""
    inside, _ = _walk(element)
    if not inside:
        return range(0)
    wanted = inside[0].mem_id
    first = next(at for at, node in enumerate(seen.nodes) if node.mem_id == wanted)
    return range(first, first + len(inside))


def _walk(root: LexborNode) -> tuple[list[LexborNode], list[LexborNode]]:
    """The texts below `root` that are not blank nor a script's, and the comments."""
    kinds = tags()
    text, comment, scripts = kinds.text, kinds.comment, kinds.scripts
    wanted = {text, comment}
    nodes, comments, before = [], [], 0
    for node in root.traverse(include_text=True, skip_empty=True):
        number = node.tag_id
        if number in wanted:
            if number == comment:
                comments.append(node)
            # Behind <script src="…"></script> comes a text that is not its own.
            elif before not in scripts or node.prev is not None:
                nodes.append(node)
        before = number
    return nodes, comments
