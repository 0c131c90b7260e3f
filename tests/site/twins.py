"""Local twins of the five sites and the common families: every golden page, served in
its own bytes under its own path, with a list page in the manner of its system."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tests.clean.golden import Golden, golden
from tests.site.declared import declare
from tests.site.server import Answer, Asked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.site.server import LocalServer

SITES = {
    "guancha": "guancha",
    "cri": "cri",
    "dedecms": "yuncheng",
    "discuz": "pingxiang",
}
"""Families of the five sites; WeChat's accounts have no list page."""
TEXT_PAGES = "seeds"


def _rows(paths: list[str]) -> str:
    return "".join(
        f'<li><a href="{path}">第{n}篇：全市召开重要会议</a><span>2021-03-05</span></li>'
        for n, path in enumerate(paths)
    )


def _plain(paths: list[str], following: str | None) -> str:
    pager = f'<a href="{following}">下一页</a>' if following else ""
    return f"<ul>{_rows(paths)}</ul><div class='page'>{pager}</div>"


def _discuz(paths: list[str], following: str | None) -> str:
    rows = "".join(
        f'<dl class="bbda cl"><dt><a href="{path}">第{n}篇会议</a></dt></dl>'
        for n, path in enumerate(paths)
    )
    pager = f'<div class="pg"><a href="{following}" class="nxt">&gt;</a></div>'
    return rows + (pager if following else "")


def _jcms(paths: list[str], following: str | None) -> str:
    records = "".join(
        f"<record><![CDATA[<li><a href='{path}'>第{n}篇</a></li>]]></record>"
        for n, path in enumerate(paths)
    )
    pager = f"<a href='{following}'>下一页</a>" if following else ""
    return (
        "<script type='text/xml'><datastore><recordset>"
        f"{records}</recordset></datastore></script>{pager}"
    )


def _trs(paths: list[str], following: str | None) -> str:
    page = '<script>createPageHTML(2, {}, "list", "html");</script>'
    return f"<ul>{_rows(paths)}</ul>" + page.format(0 if following else 1)


LISTS: dict[str, Callable[[list[str], str | None], str]] = {
    "discuz": _discuz,
    "jcms": _jcms,
    "trs": _trs,
}
ENCODINGS = {"discuz": "gbk", "dedecms": "gbk", "cri": "big5"}


@dataclass(kw_only=True)
class Twin:
    """One host: the golden pages of one family."""

    family: str
    host: str
    pages: list[Golden] = field(default_factory=list)

    @property
    def name(self) -> str:
        return SITES.get(self.family, self.family)

    def path(self, number: int) -> str:
        """The page's own path; cases may share one, so a serial is put before it."""
        parts = urlsplit(self.pages[number].url)
        query = f"?{parts.query}" if parts.query else ""
        return f"/{number}{parts.path or '/index.html'}{query}"

    def __call__(self, asked: Asked) -> Answer:
        for number, page in enumerate(self.pages):
            if asked.path == self.path(number):
                # No charset: each page's own bytes have to tell.
                return Answer(body=page.body, content_type=b"text/html")
        if asked.path in {"/list.html", "/list_1.html"}:
            return self._list(is_first=asked.path == "/list.html")
        return Answer(status=404, body=b"")

    def _list(self, *, is_first: bool) -> Answer:
        half = (len(self.pages) + 1) // 2
        numbers = range(half) if is_first else range(half, len(self.pages))
        paths = [self.path(number) for number in numbers]
        made = LISTS.get(self.family, _plain)(
            paths, "/list_1.html" if is_first else None
        )
        encoding = ENCODINGS.get(self.family, "utf-8")
        markup = f"<html><head><title>列表</title></head><body>{made}</body></html>"
        return Answer(
            body=markup.encode(encoding, "xmlcharrefreplace"), content_type=b"text/html"
        )


@dataclass(kw_only=True)
class Twins:
    """All of them, by the Host header."""

    twins: dict[str, Twin] = field(default_factory=dict)

    def fill(self, server: LocalServer, sites: Path) -> None:
        """A host for each family, and its declaration under `sites`."""
        by_family: dict[str, list[Golden]] = defaultdict(list)
        for page in golden():
            family = page.name.split("/")[0]
            if family != TEXT_PAGES and page.declared == family:
                by_family[family].append(page)
        for number, (family, pages) in enumerate(sorted(by_family.items()), start=1):
            host = server.host(number)
            self.twins[host] = Twin(family=family, host=host, pages=pages)
            declare(
                sites,
                self.twins[host].name,
                host,
                start="/list.html",
                article=r"^http://[^/]+/\d+/",
                family=family,
            )

    def __call__(self, asked: Asked) -> Answer:
        twin = self.twins.get(asked.host)
        return twin(asked) if twin else Answer(status=404, body=b"no such host")
