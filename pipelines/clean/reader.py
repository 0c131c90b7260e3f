"""Markup → the outline of the part of the page that matters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipelines.clean.headline import find_headline
from pipelines.clean.hidden import strip_hidden
from pipelines.clean.lines import lines
from pipelines.clean.metadata import Metadata, metadata
from pipelines.clean.outline import Outline
from pipelines.clean.places import Places
from pipelines.clean.prose import prose
from pipelines.clean.region import region
from pipelines.clean.tags import tags

# Text nodes around the article that are read for its facts.
BEFORE = 40
BEFORE_TITLE = 14
AFTER = 40
# Pages with less prose than this are read again with every text node counted.
LITTLE_PROSE = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The visible text nodes of one page."""

    root: LexborNode
    elements: Sequence[LexborNode]
    """Elements and non-blank text nodes in document order."""
    positions: Sequence[int]
    """Which of `elements` are the text nodes."""
    nodes: Sequence[LexborNode]
    """The text nodes."""
    contents: Sequence[str]
    """Their characters, as parsed."""


def view(root: LexborNode) -> View:
    """Lists the text nodes below `root`."""
    text = tags().text
    elements = list(root.traverse(include_text=True, skip_empty=True))
    positions = [at for at, node in enumerate(elements) if node.tag_id == text]
    nodes = [elements[at] for at in positions]
    return View(
        root=root,
        elements=elements,
        positions=positions,
        nodes=nodes,
        contents=[node.text_content or "" for node in nodes],
    )


def read(markup: str) -> tuple[Outline, Metadata]:
    """The outline of an HTML page and what its head states."""
    tree = LexborHTMLParser(markup.encode("utf-8", "replace"), scripting=True)
    stated = metadata(tree)
    strip_hidden(tree)
    root = tree.body or tree.root
    assert root is not None
    seen = view(root)
    return outline(seen, stated), stated


def outline(seen: View, stated: Metadata) -> Outline:
    """The lines of the article's element and of what stands around it."""
    places = Places(seen.root)
    title = find_headline(seen.nodes, seen.contents, places, stated)
    start = 0 if title is None else title + 1
    found = prose(seen.nodes, seen.contents, places, start)
    if sum(each.weight for each in found) < LITTLE_PROSE:
        found = prose(seen.nodes, seen.contents, places, start, 2)
    body = _text_range(seen, places, region(found, places))
    return _outline(seen, places, body, title)


def _text_range(seen: View, places: Places, box: int) -> range:
    """The text nodes below a box."""
    if box == 0:
        return range(len(seen.nodes))
    below = places.blocks[box].traverse(include_text=True, skip_empty=True)
    text = tags().text
    inside = {node.mem_id for node in below if node.tag_id == text}
    held = [at for at, node in enumerate(seen.nodes) if node.mem_id in inside]
    return range(held[0], held[-1] + 1)


def _outline(seen: View, places: Places, body: range, title: int | None) -> Outline:
    first = (
        body.start - BEFORE if title is None else min(title - BEFORE_TITLE, body.start)
    )
    part = range(max(0, first), min(len(seen.nodes), body.stop + AFTER))
    done = lines(seen.nodes, seen.contents, places, part, _breaks(seen, part))
    starts = [line.first for line in done]
    return Outline(
        texts=[line.text for line in done],
        linked=[line.linked for line in done],
        bold=[line.bold for line in done],
        tags=[line.tag for line in done],
        hints=[line.hint for line in done],
        pieces=[line.pieces for line in done],
        body=range(_at(starts, body.start), _at(starts, body.stop)),
        title=None if title is None else _at(starts, title + 1) - 1,
    )


def _at(starts: Sequence[int], node: int) -> int:
    """Index of the first line that begins at or after a text node."""
    return next((at for at, start in enumerate(starts) if start >= node), len(starts))


def _breaks(seen: View, part: range) -> frozenset[int]:
    """Text nodes of `part` before which a block or a <br> begins."""
    breaking = tags().breaking
    before = seen.positions[part.start - 1] if part.start else -1
    found = []
    for index in part:
        at = seen.positions[index]
        if any(
            seen.elements[each].tag_id in breaking for each in range(before + 1, at)
        ):
            found.append(index)
        before = at
    return frozenset(found)
