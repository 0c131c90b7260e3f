"""Bytes to text: what is declared, what the bytes show, and why one wins."""

from __future__ import annotations

import pytest

from pipelines.decode import decode
from pipelines.decode.labels import LABELS
from pipelines.records.issue import Stage
from tests.decode.samples import SIMPLIFIED, TRADITIONAL, page

DECLARED = ["utf-8", "gb2312", "GBK", "big5", "iso-8859-1", "x-unknown", "uft-8"]
CODECS = {
    "utf-8": ("utf-8", SIMPLIFIED),
    "gb18030": ("gb18030", SIMPLIFIED + "镕喆䶮𠮷"),
    "big5": ("big5hkscs", TRADITIONAL),
    "utf-16le": ("utf-16-le", SIMPLIFIED),
    "utf-16be": ("utf-16-be", SIMPLIFIED),
}


@pytest.mark.parametrize("declared", DECLARED)
@pytest.mark.parametrize("name", CODECS)
def test_bytes_beat_the_declaration(received, declared: str, name: str) -> None:
    codec, text = CODECS[name]
    markup = page(text, declared)
    document = decode(received(markup.encode(codec)))
    assert document.text == markup
    assert document.encoding == name
    assert document.evidence[-1].source == "bytes"
    assert not document.issues
    assert not document.edits


@pytest.mark.parametrize("declared", DECLARED)
def test_the_header_loses_to_the_bytes(received, declared: str) -> None:
    markup = page(SIMPLIFIED, "gbk")
    document = decode(received(markup.encode("gbk"), declared))
    assert document.text == markup
    header, meta, _ = document.evidence
    assert (header.source, header.label) == ("header", declared)
    assert (header.verdict == "accepted") is (declared.lower() in ("gb2312", "gbk"))
    assert (meta.source, meta.verdict) == ("meta", "accepted")


@pytest.mark.parametrize("words", ["通知", "小组", "市委办公室", "关于召开会议的通知"])
def test_short_gbk_is_read(received, words: str) -> None:
    # The bytes of 通知 are valid UTF-8.
    assert decode(received(f"<p>{words}</p>".encode("gbk"), "utf-8")).text == (
        f"<p>{words}</p>"
    )


@pytest.mark.parametrize(
    ("mark", "codec", "name"),
    [
        (b"\xef\xbb\xbf", "utf-8", "utf-8"),
        (b"\xff\xfe", "utf-16-le", "utf-16le"),
        (b"\xfe\xff", "utf-16-be", "utf-16be"),
    ],
)
def test_byte_order_mark(received, mark: bytes, codec: str, name: str) -> None:
    document = decode(received(mark + page(SIMPLIFIED, "gbk").encode(codec), "gbk"))
    assert document.text == page(SIMPLIFIED, "gbk")
    assert document.encoding == name
    assert document.evidence[0].source == "bom"


def test_other_declarations(received) -> None:
    body = b'<?xml version="1.0" encoding="GB2312"?>' + SIMPLIFIED.encode("gbk")
    document = decode(received(body, charset="gbk"))
    assert [each.source for each in document.evidence] == ["noted", "xml", "bytes"]
    assert document.text.endswith(SIMPLIFIED)


def test_a_commented_declaration_does_not_count(received) -> None:
    markup = '<!-- <meta charset="big5"> -->' + page(SIMPLIFIED)
    evidence = decode(received(markup.encode())).evidence
    assert [each.label for each in evidence[:-1]] == ["utf-8"]


def test_latin_text_stays(received) -> None:
    document = decode(received("<p>café, naïve</p>".encode("latin-1"), "iso-8859-1"))
    assert document.text == "<p>café, naïve</p>"
    assert document.encoding == "windows-1252"


@pytest.mark.parametrize(
    "stray", ["通知", "习近平", "县委书记卢明主持", "朱镕基主持", "小组、会议"]
)
def test_stray_gbk_in_utf8(received, stray: str) -> None:
    before, after = page(SIMPLIFIED).split("会议", 1)
    body = before.encode() + stray.encode("gb18030") + after.encode()
    body += "<p>小节·é×</p>".encode() + "市委".encode("gbk")
    document = decode(received(body))
    assert document.text == before + stray + after + "<p>小节·é×</p>市委"
    for edit in document.edits:
        assert edit.kind == "charset"
        assert edit.after.endswith(document.text[edit.start : edit.end])


def test_stray_utf8_in_gbk(received) -> None:
    words = "，重要的是能吃苦"
    before, after = "全市安全生产工作会议昨天召开" * 3, "。教练回忆，冬天训练。"
    body = before.encode("gbk") + words.encode() + after.encode("gbk")
    document = decode(received(body, "gbk"))
    assert document.text == before + words + after
    assert [edit.kind for edit in document.edits] == ["charset"]
    assert not document.issues


def test_torn_bytes_are_marked(received) -> None:
    body = (
        page(SIMPLIFIED).encode().replace("强调".encode(), "强".encode() + b"\xe8\xb0")
    )
    document = decode(received(body))
    assert document.text == page(SIMPLIFIED).replace("强调", "强\ufffd")
    assert [edit.kind for edit in document.edits] == ["lost"]
    assert [issue.code for issue in document.issues] == ["undecodable_bytes"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "empty_page"),
        (b" \r\n ", "empty_page"),
        (b"%PDF-1.4 ...", "binary_page"),
        (b"\x1f\x8b\x08\x00" + b"a" * 50, "binary_page"),
        (b"\x89PNG\r\n\x1a\n", "binary_page"),
        (b"\x00\x01\x02\x03\x00\x00" * 200, "binary_page"),
        (bytes(range(256)) * 100, "binary_page"),
    ],
)
def test_no_page(received, body: bytes, code: str) -> None:
    document = decode(received(body))
    assert document.text == ""
    [issue] = document.issues
    assert (issue.stage, issue.code) == (Stage.DECODE, code)
    assert issue.url == "http://news.example/1.html"


def test_labels_have_one_case_and_no_blanks() -> None:
    assert all(label == label.strip().lower() for label in LABELS)
