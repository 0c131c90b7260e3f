from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from pipelines.archive.errors import SourceError
from pipelines.archive.saved_files import MAX_BYTES
from pipelines.archive.sources import check_sources, saved_pages
from pipelines.records.issue import Issue
from pipelines.records.page import MediaType, Page, Pages
from pipelines.sites import UNDECLARED, Site
from tests.archive.saved import save
from tests.records.made import digest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SITES: Mapping[str, Site] = {
    "linhe": Site(
        name="linhe", title="临河", area="150800", hosts=("news.linhe.example",)
    ),
    "wuyuan": Site(name="wuyuan", title="五原", area="150821"),
}
CANONICAL = '<link rel="canonical" href="http://news.linhe.example/2021/1.html">'


def note(**keys: str) -> str:
    return json.dumps(keys, ensure_ascii=False) + "\n"


def read(*paths: Path) -> tuple[list[tuple[str, Page]], list[Issue]]:
    """Pages with their site's name, and issues, as a source gives them."""
    items = list(saved_pages(paths, SITES))
    pages = [
        (item.site.name, page)
        for item in items
        if isinstance(item, Pages)
        for page in item.pages
    ]
    return pages, [item for item in items if isinstance(item, Issue)]


def test_bytes_and_their_digest_come_as_saved(tmp_path: Path) -> None:
    body = "﻿会议\r\n".encode() + b"\xff\x00"
    ((_, page),), _ = read(save(tmp_path, {"1.txt": body}))
    assert page.body == body
    assert page.archive.file == "1.txt"
    assert page.archive.digest == digest(body)
    assert (page.archive.offset, page.headers) == (None, ())


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("1.txt", MediaType.TEXT),
        ("1.html", MediaType.HTML),
        ("1.htm", MediaType.HTML),
        ("1.SHTML", MediaType.HTML),
    ],
)
def test_media_type_is_from_the_ending(
    tmp_path: Path, name: str, media_type: MediaType
) -> None:
    ((_, page),), issues = read(save(tmp_path, {name: "会议"}))
    assert page.media_type is media_type
    assert issues == []


def test_order_is_that_of_names(tmp_path: Path) -> None:
    names = ["b/2.txt", "b/10.txt", "a.txt", "c.txt", "a/z.txt"]
    pages, _ = read(save(tmp_path, dict.fromkeys(names, "会议")))
    assert [page.archive.file for _, page in pages] == [
        "a.txt",
        "c.txt",
        "a/z.txt",
        "b/10.txt",
        "b/2.txt",
    ]


def test_several_sources_in_the_order_given(tmp_path: Path) -> None:
    save(tmp_path, {"b/1.txt": "二", "a/1.txt": "一", "c.html": "三"})
    pages, _ = read(tmp_path / "b", tmp_path / "a", tmp_path / "c.html")
    assert [page.body.decode() for _, page in pages] == ["二", "一", "三"]


def test_the_note_beside_a_file_says_what_is_known(tmp_path: Path) -> None:
    known = {
        "url": "https://www.wuyuan.example/1",
        "retrieved_at": "2021-01-03T15:00:00+08:00",
        "charset": "gb18030",
        "site": "wuyuan",
    }
    notes = note(file="1.html", **known)
    save(tmp_path, {"1.html": CANONICAL, "pages.jsonl": notes})
    ((site, page),), issues = read(tmp_path)
    assert (site, page.url, page.retrieved_at, page.charset) == (
        known["site"],
        known["url"],
        known["retrieved_at"],
        known["charset"],
    )
    assert issues == []


def test_a_file_s_time_is_never_the_time_of_retrieval(tmp_path: Path) -> None:
    ((_, page),), _ = read(save(tmp_path, {"1.txt": "会议"}))
    assert page.retrieved_at is None


@pytest.mark.parametrize(
    ("files", "url"),
    [
        ({"1.html": CANONICAL}, "http://news.linhe.example/2021/1.html"),
        ({"1.html": "会议"}, "file:1.html"),
        # A text copy that quotes markup has no head to believe.
        ({"1.txt": CANONICAL}, "file:1.txt"),
        ({"a b/会.txt": "会议"}, "file:a%20b/%E4%BC%9A.txt"),
    ],
)
def test_address_without_a_note(
    tmp_path: Path, files: dict[str, str | bytes], url: str
) -> None:
    ((_, page),), _ = read(save(tmp_path, files))
    assert page.url == url


@pytest.mark.parametrize(
    ("folder", "content", "site"),
    [
        ("linhe/pages", "会议", "linhe"),
        ("linhe", "会议", "linhe"),
        ("2021/wuyuan/03", "会议", "wuyuan"),
        ("linhe/wuyuan", "会议", "wuyuan"),
        # The folder is a person's decision, the host only a hint.
        ("wuyuan/pages", CANONICAL, "wuyuan"),
        ("other", CANONICAL, "linhe"),
        ("other", CANONICAL.replace("news.", "old."), UNDECLARED.name),
        ("other", "会议", UNDECLARED.name),
    ],
)
def test_site(tmp_path: Path, folder: str, content: str, site: str) -> None:
    ((found, _),), _ = read(save(tmp_path, {f"{folder}/1.html": content}))
    assert found == site


@pytest.mark.parametrize("given", ["linhe", "linhe/pages", "linhe/pages/1.txt"])
def test_site_when_the_source_itself_bears_its_name(tmp_path: Path, given: str) -> None:
    save(tmp_path, {"linhe/pages/1.txt": "会议"})
    ((site, _),), _ = read(tmp_path / given)
    assert site == "linhe"


def test_a_folder_far_above_the_source_names_no_site(tmp_path: Path) -> None:
    save(tmp_path, {"linhe/saved/1.txt": "会议"})
    ((site, _),), _ = read(tmp_path / "linhe" / "saved")
    assert site == UNDECLARED.name


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{", "truncated"),
        ("[]", "Expected `object`"),
        ("", "truncated"),
        (note(url="http://a.example/1"), "missing required field `file`"),
        (note(file="1.txt", adress="http://a.example/1"), "unknown field `adress`"),
        (note(file="2.txt"), "no file '2.txt' in this folder"),
        (note(file="sub/3.txt"), "no file 'sub/3.txt' in this folder"),
        (note(file="1.txt", url="/1.html"), "not absolute"),
        (note(file="1.txt", url="ftp://a.example/1"), "not absolute"),
        (note(file="1.txt", retrieved_at="2021-01-03T15:00:00"), "no offset"),
        (note(file="1.txt", retrieved_at="yesterday"), "Invalid isoformat"),
        (note(file="1.txt", site="nowhere"), "site 'nowhere' is not declared"),
        (note(file="1.txt", charset="klingon"), "charset 'klingon' is unknown"),
    ],
)
def test_a_bad_note_is_one_issue_with_its_line(
    tmp_path: Path, line: str, fault: str
) -> None:
    good = note(file="0.txt", url="http://a.example/0")
    notes = f"{good}{line.strip()}\n"
    files = {"0.txt": "会议", "1.txt": "会议", "sub/3.txt": "会议"}
    pages, (issue,) = read(save(tmp_path, {**files, "pages.jsonl": notes}))
    assert issue.code == "bad_pages_line"
    assert issue.value.startswith("pages.jsonl:2: ")
    assert fault in issue.value
    # What the line is about is not taken for the page of no address.
    held = "1.txt" if "1.txt" in line else None
    assert [page.url for _, page in pages] == [
        "http://a.example/0",
        *([] if held else ["file:1.txt"]),
        "file:sub/3.txt",
    ]


def test_a_second_line_of_one_file_is_an_issue(tmp_path: Path) -> None:
    notes = note(file="1.txt", charset="gbk") + note(file="1.txt", charset="big5")
    pages, (issue,) = read(save(tmp_path, {"1.txt": "会议", "pages.jsonl": notes}))
    assert issue.value == "pages.jsonl:2: 1.txt: has a line already"
    assert pages[0][1].charset == "gbk"


def test_other_files_are_issues_but_companions_are_not(tmp_path: Path) -> None:
    strangers = {"1.pdf": b"%PDF", "README": "读我", "data.bin": b"\x00\x01"}
    companions = {
        "site.yml": "name: linhe",
        "pages.jsonl": note(file="1.txt"),
        ".gold.jsonl": "{}",
        ".git/config.txt": "x",
    }
    files = {"1.txt": "会议", **strangers, **companions}
    pages, issues = read(save(tmp_path, files))
    assert len(pages) == 1
    assert {issue.value for issue in issues} == set(strangers)
    assert {(issue.code, issue.site) for issue in issues} == {
        ("unknown_file_kind", UNDECLARED.name)
    }


def test_binary_content_is_for_the_decoder_to_refuse(tmp_path: Path) -> None:
    ((_, page),), issues = read(save(tmp_path, {"1.txt": b"\x00\x01\xff" * 99}))
    assert (page.body[:3], issues) == (b"\x00\x01\xff", [])


def test_an_unreadable_file_is_one_issue_and_the_rest_goes_on(tmp_path: Path) -> None:
    save(tmp_path, {"1.txt": "一", "3.txt": "三"})
    (tmp_path / "2.txt").symlink_to("gone.txt")
    (tmp_path / "4.txt").symlink_to("4.txt")
    pages, issues = read(tmp_path)
    assert [page.body.decode() for _, page in pages] == ["一", "三"]
    assert [(issue.code, issue.url) for issue in issues] == [
        ("unreadable_file", "file:2.txt"),
        ("unreadable_file", "file:4.txt"),
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_one_issue(tmp_path: Path) -> None:
    save(tmp_path, {"1.txt": "一", "2.txt": "二", "shut/3.txt": "三"})
    (tmp_path / "1.txt").chmod(0)
    (tmp_path / "shut").chmod(0)
    pages, issues = read(tmp_path)
    (tmp_path / "shut").chmod(0o700)
    assert [page.body.decode() for _, page in pages] == ["二"]
    assert [issue.code for issue in issues] == ["unreadable_file", "unreadable_folder"]


def test_what_is_no_regular_file_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "1.txt")
    pages, (issue,) = read(save(tmp_path, {"2.txt": "二"}))
    assert len(pages) == 1
    assert (issue.code, issue.url) == ("unknown_file_kind", "file:1.txt")


def test_a_file_too_large_for_an_article_is_an_issue(tmp_path: Path) -> None:
    with (tmp_path / "1.txt").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    pages, (issue,) = read(save(tmp_path, {"2.txt": "二"}))
    assert len(pages) == 1
    assert (issue.code, issue.url) == ("too_large", "file:1.txt")


def test_links_that_lead_out_are_not_followed(tmp_path: Path) -> None:
    outside = save(tmp_path / "outside", {"secret.txt": "密", "more/1.txt": "密"})
    source = save(tmp_path / "source", {"1.txt": "会议", "sub/2.txt": "会议"})
    (source / "file.txt").symlink_to(outside / "secret.txt")
    (source / "folder").symlink_to(outside / "more")
    (source / "up").symlink_to("..")
    pages, issues = read(source)
    assert {page.body.decode() for _, page in pages} == {"会议"}
    assert {(issue.code, issue.url) for issue in issues} == {
        ("link_outside", "file:file.txt"),
        ("link_outside", "file:folder"),
        ("link_outside", "file:up"),
    }


def test_links_inside_are_followed_to_files_only(tmp_path: Path) -> None:
    source = save(tmp_path, {"sub/2.txt": "会议"})
    (source / "1.txt").symlink_to("sub/2.txt")
    (source / "again").symlink_to("sub")
    pages, issues = read(source)
    assert [page.archive.file for _, page in pages] == ["1.txt", "sub/2.txt"]
    assert issues == []


def test_a_source_may_itself_be_a_link(tmp_path: Path) -> None:
    save(tmp_path / "real", {"1.txt": "会议"})
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "page.txt").symlink_to("real/1.txt")
    pages, issues = read(tmp_path / "link", tmp_path / "page.txt")
    assert (len(pages), issues) == (2, [])


def test_a_file_name_that_is_no_utf_8(tmp_path: Path) -> None:
    name = os.fsdecode("会议.txt".encode("gb18030"))
    ((_, page),), _ = read(save(tmp_path, {name: "会议"}))
    assert page.archive.file == r"\xbb\xe1\xd2\xe9.txt"
    assert page.url == "file:%BB%E1%D2%E9.txt"


@pytest.mark.parametrize(
    ("files", "given", "message"),
    [
        ({}, ["nowhere"], "No such file or directory"),
        ({}, [], "no source is named"),
        ({"empty/.keep": ""}, ["empty"], "holds no saved page"),
        ({"pictures/1.jpg": b"\xff"}, ["pictures"], "holds no saved page"),
        ({"1.pdf": b"%PDF"}, ["1.pdf"], "not a saved page"),
        ({"a/1.txt": "会议"}, ["a", "b"], "No such file or directory"),
    ],
)
def test_a_source_that_cannot_be_replayed_is_refused(
    tmp_path: Path, files: dict[str, str | bytes], given: list[str], message: str
) -> None:
    save(tmp_path, files)
    with pytest.raises(SourceError, match=message) as refusal:
        check_sources([tmp_path / name for name in given])
    assert "\n" not in str(refusal.value)


def test_a_source_with_one_page_somewhere_is_taken(tmp_path: Path) -> None:
    save(tmp_path, {"a/b/1.HTM": "会议", "x.bin": b"\x00"})
    check_sources([tmp_path, tmp_path / "a" / "b" / "1.HTM"])
