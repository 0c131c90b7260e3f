"""Whole pages that were misread before they were saved."""

from __future__ import annotations

from collections import Counter

import pytest
from selectolax.lexbor import LexborHTMLParser

from pipelines.decode import decode, repair
from tests.decode.samples import (
    SIMPLIFIED,
    TRADITIONAL,
    page,
    read_as_1252,
    read_by_windows,
)

LOSSLESS = {
    "UTF-8 as Latin-1": lambda text: text.encode().decode("latin-1"),
    "UTF-8 as windows-1252": lambda text: read_as_1252(text.encode()),
    "GBK as Latin-1": lambda text: text.encode("gb18030").decode("latin-1"),
    "GBK as windows-1252": lambda text: read_as_1252(text.encode("gb18030")),
    "Big5 as GBK": lambda text: text.encode("big5hkscs").decode("gb18030"),
}
LOSSY = {
    "Windows": lambda text: read_by_windows(text.encode()),
    "browser": lambda text: text.encode().decode("gb18030", "replace"),
    "Python": lambda text: text.encode().decode("gbk", "replace"),
    "Java": lambda text: text.encode().decode("gbk", "replace").replace("\ufffd", "?"),
}


@pytest.mark.parametrize("name", LOSSLESS)
def test_restored_whole(received, name: str) -> None:
    markup = page(TRADITIONAL if name.startswith("Big5") else SIMPLIFIED)
    document = decode(received(LOSSLESS[name](markup).encode()))
    assert document.text == markup
    assert {edit.kind for edit in document.edits} == {"mojibake"}


@pytest.mark.parametrize("name", [*LOSSLESS, *LOSSY])
@pytest.mark.parametrize("line", [0, 2, 4])
def test_one_paragraph(received, name: str, line: int) -> None:
    misread = {**LOSSLESS, **LOSSY}[name]
    text = TRADITIONAL if name.startswith("Big5") else SIMPLIFIED
    lines = text.split("\n")
    original, lines[line] = lines[line], misread(lines[line])
    restored = repair("\n".join(lines)).published.split("\n")
    assert restored[:line] + restored[line + 1 :] == lines[:line] + lines[line + 1 :]
    if name in LOSSLESS:
        assert restored[line] == original
    else:
        assert only_loses(restored[line], original)


@pytest.mark.parametrize("name", LOSSY)
def test_the_rest_of_a_lossy_page(received, name: str) -> None:
    document = decode(received(LOSSY[name](page(SIMPLIFIED)).encode()))
    tree = LexborHTMLParser(document.text)
    assert len(tree.css("p")) == len(SIMPLIFIED.split("\n")) - 1
    assert tree.css_first("meta[name=description]").attributes["content"]
    for node, line in zip(tree.css("h1, p"), SIMPLIFIED.split("\n"), strict=True):
        assert only_loses(node.text(), line)


def only_loses(restored: str, original: str) -> bool:
    """Whether what is there was there, and what is gone is marked."""
    kept = restored.replace("\ufffd", "").replace("〓", "")
    marks = len(restored) - len(kept)
    missing = len(original) - len(kept)
    return not Counter(kept) - Counter(original) and (marks > 0) is (missing > 0)


def test_a_right_template_around_misread_text(received) -> None:
    lines = SIMPLIFIED.split("\n")
    article = "\n".join([lines[0], *[read_by_windows(x.encode()) for x in lines[1:]]])
    restored = decode(received(page(article).encode())).text
    assert f"<h1>{lines[0]}</h1>" in restored
    shown = LexborHTMLParser(restored).css("p")
    for node, line in zip(shown, lines[1:], strict=True):
        assert only_loses(node.text(), line)


@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL, "plain English text"])
def test_sound_pages_pass(received, text: str) -> None:
    document = decode(received(page(text).encode()))
    assert document.text == page(text)
    assert document.edits == ()
