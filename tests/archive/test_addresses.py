from __future__ import annotations

import pytest

from pipelines.archive.addresses import canonical_address, file_address, printable_name

ARTICLE = "http://news.linhe.example/2021/1.html"


@pytest.mark.parametrize(
    ("head", "address"),
    [
        (f'<link rel="canonical" href="{ARTICLE}">', ARTICLE),
        (f"<LINK HREF='{ARTICLE}' REL='Canonical'/>", ARTICLE),
        (f"<link rel=canonical href={ARTICLE}>", ARTICLE),
        (f'<meta property="og:url" content="{ARTICLE}">', ARTICLE),
        (f'<meta content="{ARTICLE}" property="og:url">', ARTICLE),
        (
            (
                '<meta property="og:url" content="http://a.example/2">'
                f'<link rel="canonical" href="{ARTICLE}">'
            ),
            ARTICLE,
        ),
        (
            '<link rel="canonical" href="http://a.example/x?a=1&amp;b=2">',
            "http://a.example/x?a=1&b=2",
        ),
        (
            '<link rel="canonical" href="http://a.example/view.php?id=7">',
            "http://a.example/view.php?id=7",
        ),
        (f'<link rel="canonical"\n  href = "{ARTICLE}" >', ARTICLE),
        # Not an address of this page, or of no page at all.
        ("", None),
        ('<link rel="stylesheet" href="http://a.example/a.css">', None),
        ('<link rel="alternate" href="http://m.example/canonical.html">', None),
        ('<link rel="canonical" href="/2021/1.html">', None),
        ('<link rel="canonical" href="http://a.example/">', None),
        ('<link rel="canonical" href="http://a.example">', None),
        ('<link rel="canonical" href="javascript:void(0)">', None),
        ('<link rel="canonical" href="http://[a/1.html">', None),
        ('<link rel="canonical" href="">', None),
        ('<link rel="canonical">', None),
    ],
)
def test_canonical_address(head: str, address: str | None) -> None:
    page = f"<html><head><title>会议</title>{head}</head><body>会议</body></html>"
    assert canonical_address(page.encode()) == address


def test_bytes_that_are_no_utf_8_are_no_address() -> None:
    body = '<link rel="canonical" href="http://a.example/会议">'
    assert canonical_address(body.encode("gb18030")) is None


def test_a_link_that_the_article_quotes_is_not_the_pages_own() -> None:
    quoted = f'<link rel="canonical" href="{ARTICLE}">'.encode()
    assert canonical_address(b"<p>" + b"x" * 70_000 + quoted) is None


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("cri/pages/1.txt", "file:cri/pages/1.txt"),
        ("a b#1?.html", "file:a%20b%231%3F.html"),
        ("会议.txt", "file:%E4%BC%9A%E8%AE%AE.txt"),
        ("\udcbb\udce1.txt", "file:%BB%E1.txt"),
    ],
)
def test_file_address(name: str, address: str) -> None:
    assert file_address(name) == address


def test_a_name_in_another_encoding_can_be_printed() -> None:
    assert printable_name("会\udcbb\udce1.txt") == r"会\xbb\xe1.txt"
