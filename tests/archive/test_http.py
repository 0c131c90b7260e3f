"""Responses as bytes: heads, chunks and content codings, right and wrong."""

from __future__ import annotations

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.archive.http import HttpError, body_of, entity_of, parse_response

TEXT = "会议召开".encode() * 50


def response(body: bytes, *fields: bytes, status: bytes = b"200 OK") -> bytes:
    return b"\r\n".join([b"HTTP/1.1 " + status, *fields, b"", b""]) + body


def chunked(body: bytes, size: int) -> bytes:
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    rows = [b"%x;ext=1\r\n%b\r\n" % (len(piece), piece) for piece in pieces]
    return b"".join(rows) + b"0\r\n\r\n"


CODED = [
    ("plain", TEXT, ()),
    ("gzip", gzip.compress(TEXT), (b"Content-Encoding: gzip",)),
    ("gzip of two members", gzip.compress(TEXT[:60]) + gzip.compress(TEXT[60:]), (b"Content-Encoding: gzip",)),
    ("x-gzip", gzip.compress(TEXT), (b"content-encoding: X-GZIP",)),
    ("gzip that is none", TEXT, (b"Content-Encoding: gzip",)),
    ("zlib deflate", zlib.compress(TEXT), (b"Content-Encoding: deflate",)),
    ("raw deflate", zlib.compress(TEXT)[2:-4], (b"Content-Encoding: deflate",)),
    ("chunked", chunked(TEXT, 7), (b"Transfer-Encoding: chunked",)),
    ("chunked gzip", chunked(gzip.compress(TEXT), 11), (b"Transfer-Encoding: Chunked", b"Content-Encoding: gzip")),
    ("chunks that an archiver joined", TEXT, (b"Transfer-Encoding: chunked",)),
    ("identity", TEXT, (b"Content-Encoding: identity",)),
]  # fmt: skip


@pytest.mark.parametrize(("body", "fields"), [row[1:] for row in CODED], ids=[row[0] for row in CODED])  # fmt: skip
def test_the_entity(body: bytes, fields: tuple[bytes, ...]) -> None:
    assert entity_of(parse_response(response(body, *fields))) == TEXT


BROKEN = [
    ("unknown coding", response(TEXT, b"Content-Encoding: br")),
    ("broken gzip", response(b"\x1f\x8b\x08\x00rubbish", b"Content-Encoding: gzip")),
    ("bomb", response(gzip.compress(b"0" * 17_000_000), b"Content-Encoding: gzip")),
    ("two bombs", response(gzip.compress(b"0" * 9_000_000) * 2, b"Content-Encoding: gzip")),
    ("no status line", b"<html>\r\n\r\n"),
    ("no end of the header", b"HTTP/1.1 200 OK\r\nA: b"),
    ("empty", b""),
]  # fmt: skip


@pytest.mark.parametrize("raw", [row[1] for row in BROKEN], ids=[row[0] for row in BROKEN])  # fmt: skip
def test_what_cannot_be_unpacked_is_an_error(raw: bytes) -> None:
    with pytest.raises(HttpError):
        entity_of(parse_response(raw))


def test_a_head_is_kept_as_it_came() -> None:
    raw = "HTTP/1.0 404 找不到\nA: 甲\na:  b \nno colon\n folded\n\nx".encode("gbk")
    message = parse_response(raw)
    assert message.head + message.payload == raw
    assert (message.status, message.payload) == (404, b"x")
    assert message.headers == ((b"A", "甲".encode("gbk")), (b"a", b"b"))
    assert message.field(b"A") == "甲".encode("gbk")


@given(st.binary(max_size=300), st.integers(1, 50))
def test_chunking_and_joining_gives_the_body_back(body: bytes, size: int) -> None:
    raw = response(chunked(body, size), b"Transfer-Encoding: chunked")
    assert body_of(parse_response(raw)) == body
