"""What holds of every text."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from pypinyin.pinyin_dict import pinyin_dict

from pipelines.decode import decode, repair
from pipelines.decode.readings import plain
from pipelines.records.page import ArchivePlace, MediaType, Page
from tests.decode.samples import SIMPLIFIED, TRADITIONAL, read_as_1252

LINES = (SIMPLIFIED + "\n" + TRADITIONAL).split("\n")
HANZI = re.compile("[\u4e00-\u9fff]")
RESIDUE = re.compile(
    "[\ufffd\u200b-\u200f\u202a-\u202e\ufeff\u2e80-\u2fd5\ue000-\uf8ff]"
)

lines = st.sampled_from(LINES)
prose = st.lists(lines, min_size=1, max_size=4).map("\n".join)
anything = st.text(
    st.sampled_from(
        "会议於乾著(（)）zhàn? \u3000\xa0\n\ufffd锟斤拷&;#20250nbspÂä¼»á浼氳涓€\ue863⼀１"
    )
    | st.characters(),
    max_size=60,
)


@st.composite
def glossed(draw: st.DrawFn) -> tuple[str, str]:
    """A text, and the same with readings beside any of its characters."""
    text = draw(prose)
    chosen = draw(st.sets(st.integers(0, len(text) - 1), max_size=40))
    form = draw(st.sampled_from(["({})", "（{}）", "( {})", "({} )", "（ {} ）"]))
    bare = draw(st.booleans())
    pieces = []
    for at, character in enumerate(text):
        pieces.append(character)
        if at in chosen and HANZI.match(character):
            reading = draw(st.sampled_from(pinyin_dict[ord(character)].split(",")))
            pieces.append(form.format(plain(reading) if bare else reading))
    return text, "".join(pieces)


@given(glossed())
def test_glossing_and_removing_gives_the_text_back(pair: tuple[str, str]) -> None:
    text, annotated = pair
    repaired = repair(annotated)
    assert repaired.published == text
    glosses = [edit for edit in repaired.edits if edit.kind == "gloss"]
    assert len(glosses) == annotated.count("(") + annotated.count("（") - (
        text.count("(") + text.count("（")
    )


@given(prose)
def test_right_text_stays(text: str) -> None:
    assert repair(text).published == text


@given(anything)
def test_lengths_agree_and_edits_lie_in_order(text: str) -> None:
    repaired = repair(text)
    assert len(repaired.published) == len(repaired.simplified)
    starts = [edit.start for edit in repaired.edits]
    assert starts == sorted(starts)
    for edit in repaired.edits:
        assert 0 <= edit.start <= edit.end <= len(repaired.published)
        assert len(edit.before) <= 40
        assert len(edit.after) <= 40
        assert edit.count > 0


@given(anything)
def test_no_residue_and_no_line_lost(text: str) -> None:
    published = repair(text).published
    assert not RESIDUE.search(published.replace("\u200d", ""))


@given(
    st.text(st.characters(max_codepoint=0x7F, exclude_characters="&\x7f"), max_size=80)
)
def test_ascii_passes(text: str) -> None:
    kept = re.sub(r"[\x00-\x08\x0b-\x1f]", "", text)
    assert repair(text).published == kept or re.search(r"\d[ \t]+\d", text) is not None


@given(prose)
def test_repairing_twice_changes_nothing_more(text: str) -> None:
    once = repair(text).published
    assert repair(once).published == once


@settings(max_examples=50)
@given(
    lines,
    st.sampled_from(
        [
            lambda text: text.encode().decode("latin-1"),
            lambda text: read_as_1252(text.encode()),
            lambda text: text.encode("gb18030").decode("latin-1"),
            lambda text: read_as_1252(text.encode("gb18030")),
        ]
    ),
)
def test_a_misread_line_comes_back(line: str, misread: Any) -> None:
    assert repair(misread(line)).published == line


@settings(max_examples=50)
@given(lines)
def test_utf8_read_as_gbk_comes_back_but_for_what_was_lost(line: str) -> None:
    restored = repair(line.encode().decode("gb18030", "replace")).published
    kept = [part for part in restored.split("〓") if part]
    at = 0
    for part in kept:
        at = line.index(part, at) + len(part)
    assert sum(map(len, kept)) >= 0.9 * len(line)


@given(st.binary(max_size=200))
def test_decode_never_raises(body: bytes) -> None:
    place = ArchivePlace(file="x", digest="sha256:" + "0" * 64)
    page = Page(url="file:x", body=body, media_type=MediaType.HTML, archive=place)
    document = decode(page)
    assert document.text or document.issues or not body.strip()
    for edit in document.edits:
        assert 0 <= edit.start <= edit.end <= len(document.text)
