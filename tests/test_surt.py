"""Keys of addresses, as the viewers of a WACZ look them up."""

from __future__ import annotations

import pytest

from pipelines.surt import surt

KEYS = [
    ("http://www.luyang.gov.cn/XW/1.html", "cn,gov,luyang)/xw/1.html"),
    ("https://news.cri.cn/?b=2&a=1", "cn,cri,news)/?a=1&b=2"),
    ("http://127.0.0.1:8000/", "127.0.0.1:8000)/"),
    ("http://a.example/xw/", "example,a)/xw"),
    ("http://a.example", "example,a)/"),
    ("https://a.example:443/x", "example,a)/x"),
    ("http://a.example:8080/x", "example,a:8080)/x"),
    ("http://www2.a.example/a//b/", "example,a)/a/b"),
    ("http://a.example/路/?q=会", "example,a)/%e8%b7%af?q=%e4%bc%9a"),
    ("http://a.example/A%20b%2520c", "example,a)/a%20b%20c"),
    ("http://a.example/x?", "example,a)/x"),
    ("http://a.example/p.php?mod=view&aid=7#top", "example,a)/p.php?aid=7&mod=view"),
    (f"http://a.example/x?sid={'0a' * 16}&b=1", "example,a)/x?b=1"),
    (
        "http://a.example/x?u=http%3A%2F%2Fb.example%2F",
        "example,a)/x?u=http://b.example/",
    ),
]


@pytest.mark.parametrize(("url", "key"), KEYS)
def test_keys(url: str, key: str) -> None:
    assert surt(url) == key


@pytest.mark.parametrize("url", [url for url, _ in KEYS if "127" not in url])
def test_pywb_has_the_same(url: str) -> None:
    canonicalize = pytest.importorskip("pywb.utils.canonicalize").canonicalize
    assert surt(url) == canonicalize(url)
