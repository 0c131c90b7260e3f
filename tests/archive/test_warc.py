"""Captures to WARC 1.1 and back; other makers' files; damage."""

from __future__ import annotations

import gzip
import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from fastwarc.stream_io import ZstdWriter
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pipelines.archive.found import DAMAGES
from pipelines.archive.http import parse_response
from pipelines.archive.layout import RunPaths
from pipelines.archive.members import members
from pipelines.archive.sources import saved_pages
from pipelines.archive.stored import kept_at
from pipelines.archive.warc import response_members, revisit_members, warcinfo_member
from pipelines.archive.warc_files import WarcFiles
from pipelines.archive.warc_reading import WarcError, read_at, records
from pipelines.archive.warc_record import MAX_BLOCK, Damage, Record
from pipelines.records.capture import Capture, Truncation
from pipelines.records.issue import Issue
from pipelines.records.page import Pages

if TYPE_CHECKING:
    from pathlib import Path

URL = "http://www.luyang.example/会议?a=1"
WHEN = "2021-01-03T07:00:01.000123Z"


def capture(
    body: bytes, *fields: bytes, url: str = URL, truncated: Truncation | None = None
) -> Capture:
    head = b"\r\n".join([b"HTTP/1.1 200 OK", *fields, b"", b""])
    return Capture(
        url=url,
        captured_at=WHEN,
        request=b"GET / HTTP/1.1\r\nHost: a\r\n\r\n",
        response=head + body,
        truncated=truncated,
    )


def written(one: Capture) -> bytes:
    return response_members(one, parse_response(one.response))


@given(
    body=st.binary(max_size=2000),
    fields=st.lists(
        st.tuples(st.binary(max_size=20), st.binary(max_size=20)), max_size=5
    ),
)
def test_what_was_received_comes_back_byte_by_byte(
    tmp_path_factory: pytest.TempPathFactory,
    body: bytes,
    fields: list[tuple[bytes, bytes]],
) -> None:
    rows = [
        b"X-" + name.translate(None, b"\r\n:") + b": " + value.translate(None, b"\r\n")
        for name, value in fields
    ]
    sent = capture(body, *rows)
    file = tmp_path_factory.mktemp("warc") / "a.warc.gz"
    info = warcinfo_member("a.warc.gz", "run")
    file.write_bytes(info + written(sent))
    response = read_at(file, len(info))
    assert response.block == sent.response
    assert (response.url, response.date) == (URL, WHEN)
    kinds = [each.kind for each in records(file) if isinstance(each, Record)]
    assert kinds == ["warcinfo", "response", "request"]
    # Another reader agrees, digests included.
    with file.open("rb") as content:
        for record in ArchiveIterator(content, check_digests="raise"):
            record.content_stream().read()


def test_a_run_rolls_over_and_leads_back_by_revisits(tmp_path: Path) -> None:
    paths = RunPaths(root=tmp_path, site="luyang", run="20210103t070001z-00ff")
    files = WarcFiles(paths, rollover=2000)
    first = files.keep(capture(b"x" * 900), None)
    others = [files.keep(capture(bytes([n]) * 900), None) for n in range(9)]
    again = files.keep(capture(b"x" * 900), first)
    changed = files.keep(capture(b"y" * 900), first)
    names = [file.name for file in paths.warcs()]
    assert names[0] == "20210103t070001z-00ff-00000.warc.gz"
    assert len(names) > 1
    assert again.is_revisit
    assert again.original == first.place
    assert not changed.is_revisit
    assert kept_at(tmp_path, again.original).capture.response == first.capture.response
    for each in (first, *others, changed):
        assert kept_at(tmp_path, each.place).capture.response == each.capture.response


@pytest.fixture
def damaged(tmp_path: Path) -> tuple[Path, list[int]]:
    """A file of three captures, with the offsets of their responses."""
    file = tmp_path / "luyang.warc.gz"
    offsets = []
    content = warcinfo_member("a", "run")
    for n in range(3):
        offsets.append(len(content))
        content += written(
            capture(f"<p>第{n}次会议</p>".encode() * 30, url=f"{URL}{n}")
        )
    file.write_bytes(content)
    return file, offsets


def test_a_flipped_bit_costs_one_record(damaged: tuple[Path, list[int]]) -> None:
    file, offsets = damaged
    whole = bytearray(file.read_bytes())
    for place in range(offsets[1] + 20, offsets[1] + 200, 30):
        content = bytearray(whole)
        content[place] ^= 0x10
        file.write_bytes(content)
        found = list(records(file))
        urls = [e.url for e in found if isinstance(e, Record) and e.kind == "response"]
        broken = [e for e in found if isinstance(e, Damage)]
        if broken:
            assert urls == [f"{URL}0", f"{URL}2"]
            assert broken[0].offset == offsets[1]
        with pytest.raises(WarcError):
            read_at(file, offsets[1])


def test_a_tail_torn_at_any_byte_keeps_the_whole_records(
    damaged: tuple[Path, list[int]],
) -> None:
    file, offsets = damaged
    whole = file.read_bytes()
    ends = [each.end for each in members(file)]
    for cut in range(offsets[1], len(whole), 37):
        file.write_bytes(whole[:cut])
        sound = [each for each in members(file) if each.is_whole]
        assert sound[-1].end == max(end for end in ends if end <= cut)


# Other makers -------------------------------------------------------------------


def foreign(version: str, *, is_gzip: bool) -> bytes:
    """As warcio writes it: a page, a revisit, a picture, a page that was not found."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=is_gzip, warc_version=version)
    page = "<html><body><p>全县工作会议召开。</p></body></html>".encode("gbk")
    for url, status, kind, body in (
        ("http://a.example/1.html", "200 OK", "text/html; charset=gbk", page),
        ("http://b.example/1.html", "200 OK", "text/html; charset=gbk", page),
        ("http://a.example/2.html", "404 Not Found", "text/html", b"no"),
        ("http://a.example/3.png", "200 OK", "image/png", b"\x89PNG"),
        ("http://a.example/4.html", "200 OK", "text/html", b"<p>\xff"),
    ):
        head = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            url, "response", payload=io.BytesIO(body), http_headers=head
        )
        writer.write_record(record)
    record = writer.create_revisit_record(
        "http://a.example/1.html", "sha1:AAAA", "http://a.example/1.html", WHEN
    )
    writer.write_record(record)
    return out.getvalue()


def zstd(content: bytes) -> bytes:
    out = io.BytesIO()
    writer = ZstdWriter(out)
    writer.write(content)
    writer.close()
    return out.getvalue()


@pytest.mark.parametrize("version", ["WARC/1.0", "WARC/1.1"])
@pytest.mark.parametrize("ending", [".warc", ".warc.gz", ".warc.zst", ".wacz"])
def test_warcs_of_other_makers(tmp_path: Path, version: str, ending: str) -> None:
    file = tmp_path / f"crawl-1{ending}"
    content = foreign(version, is_gzip=ending in {".warc.gz", ".wacz"})
    if ending == ".warc.zst":
        content = zstd(content)
    if ending == ".wacz":
        with zipfile.ZipFile(file, "w") as bundle:
            bundle.writestr("archive/a.warc.gz", content)
            bundle.writestr("pages/pages.jsonl", "{}")
    else:
        file.write_bytes(content)
    items = list(saved_pages([file], {}))
    urls = [each.pages[0].url for each in items if isinstance(each, Pages)]
    assert urls == [
        "http://a.example/1.html",
        "http://b.example/1.html",
        "http://a.example/4.html",
    ]
    assert not [each for each in items if isinstance(each, Issue)]
    page = next(each for each in items if isinstance(each, Pages)).pages[0]
    assert "工作会议" in page.body.decode("gbk")
    assert page.archive.offset is not None


def test_a_capture_that_was_cut_off_is_an_issue(tmp_path: Path) -> None:
    file = tmp_path / "a.warc.gz"
    cut = capture(b"<p>", truncated=Truncation.DISCONNECT)
    file.write_bytes(written(cut) + written(capture(b"<p>x")))
    items = list(saved_pages([file], {}))
    codes = [each.code for each in items if isinstance(each, Issue)]
    assert codes == ["truncated_record"]
    assert not DAMAGES & set(codes)
    assert len(items) == 2


LARGE = [("text/html", ["damaged_record"]), ("", ["damaged_record"]), ("video/mp4", [])]


@pytest.mark.parametrize(("named", "codes"), LARGE)
def test_a_page_too_large_to_be_read_is_told(
    tmp_path: Path, named: str, codes: list[str]
) -> None:
    field = f"Content-Type: {named}\r\n" if named else ""
    block = f"HTTP/1.1 200 OK\r\n{field}\r\n".encode().ljust(MAX_BLOCK + 1)
    head = (
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/2.html"
        "\r\nWARC-Record-ID: <urn:uuid:0f4c93cc-1d17-4a43-8ed1-19f0b2c83dc4>\r\n"
        "WARC-Date: 2021-03-05T00:00:00Z\r\nContent-Type: application/http"
        f"\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    large = head.encode() + block + b"\r\n\r\n"
    (tmp_path / "a.warc.gz").write_bytes(
        gzip.compress(large, 1) + written(capture(b"<p>x"))
    )
    items = list(saved_pages([tmp_path], {}))
    assert [each.code for each in items if isinstance(each, Issue)] == codes
    assert [each.pages[0].url for each in items if isinstance(each, Pages)] == [URL]
    # Trouble behind it is told once more, and it is not.
    with (tmp_path / "a.warc.gz").open("ab") as file:
        file.write(b"rubbish" * 100 + written(capture(b"<p>y", url=URL + "2")))
    items = list(saved_pages([tmp_path], {}))
    issues = [each.code for each in items if isinstance(each, Issue)]
    assert issues == [*codes, "damaged_record"]
    urls = [each.pages[0].url for each in items if isinstance(each, Pages)]
    assert urls == [URL, URL + "2"]


def test_a_bundle_without_a_warc_is_told(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as bundle:
        bundle.writestr("pages/pages.jsonl", "{}")
    (issue,) = saved_pages([tmp_path], {})
    assert isinstance(issue, Issue)
    assert issue.code == "empty_source"


NO_WARC = [("rubbish", b"not a WARC at all" * 100), ("empty", b""), ("torn", None)]


@pytest.mark.parametrize(("name", "content"), NO_WARC, ids=[row[0] for row in NO_WARC])
def test_what_is_no_warc_is_an_issue_and_the_rest_goes_on(
    tmp_path: Path, name: str, content: bytes | None
) -> None:
    whole = written(capture(b"<p>x"))
    (tmp_path / "a.warc.gz").write_bytes(whole[:150] if content is None else content)
    (tmp_path / "b.warc.gz").write_bytes(whole)
    items = list(saved_pages([tmp_path], {}))
    assert isinstance(items[0], Issue), name
    assert [each.pages[0].url for each in items if isinstance(each, Pages)] == [URL]


def test_mhtml(tmp_path: Path) -> None:
    page = "<html><body><h1>全县工作会议召开</h1></body></html>"
    (tmp_path / "a.mhtml").write_bytes(
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: http://a.example/1.html"
        b'\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"\r\n\r\n'
        b"--B\r\nContent-Type: text/html; charset=utf-8\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
        + "".join(f"={byte:02X}" for byte in page.encode()).encode()
        + b"\r\n--B--\r\n"
    )
    (tmp_path / "b.mhtml").write_bytes(b"Subject: no page\r\n\r\nhello")
    first, second = list(saved_pages([tmp_path], {}))
    assert isinstance(first, Pages)
    assert first.pages[0].url == "http://a.example/1.html"
    assert first.pages[0].body.decode().strip() == page
    assert isinstance(second, Issue)


def test_a_304_leads_to_what_was_sent_before() -> None:
    raw = b"HTTP/1.1 304 Not Modified\r\nETag: x\r\n\r\n"
    again = Capture(url=URL, captured_at=WHEN, response=raw)
    content = revisit_members(
        again, parse_response(raw), url=URL, captured_at=WHEN, payload=b"before"
    )
    plain = gzip.decompress(content)
    assert b"WARC-Type: revisit" in plain
    assert b"revisit/server-not-modified" in plain
    assert b"WARC-Refers-To-Date: " + WHEN.encode() in plain
    assert plain.rstrip().endswith(b"ETag: x")
