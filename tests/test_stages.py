"""The item pipelines as Scrapy calls them, without Scrapy."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import msgspec
import pytest

from pipelines import stages
from pipelines.archive.errors import ArchiveError
from pipelines.archive.layout import RunPaths, SegmentKind
from pipelines.records.article import Reading
from pipelines.records.document import Document, Documents
from pipelines.records.issue import Issue, Stage
from pipelines.records.result import Result
from pipelines.stages import Archive, Clean, Decode, Extract
from tests.records.made import (
    SITE,
    made_article,
    made_issue,
    made_page,
    made_pages,
    made_result,
)

if TYPE_CHECKING:
    from pathlib import Path

    from pipelines.records.page import Pages

TEXT = "临河区召开会议\n1月3日，临河区政府召开安全生产会议。副区长刘大明主持会议。"


def broken(_: object) -> None:
    raise LookupError("no such\nthing \udcff " + "x" * 300)


def documents(pages: Pages, *issues: Issue) -> Documents:
    document = Document(
        page=pages.pages[0], text=TEXT, encoding="utf-8", evidence=(), issues=issues
    )
    return Documents(pages=pages, documents=(document,))


def test_pages_pass_through_all_stages() -> None:
    pages = made_pages(made_page(TEXT))
    decoded = Decode().process_item(pages)
    assert isinstance(decoded, Documents)
    cleaned = Clean().process_item(decoded)
    assert isinstance(cleaned, Reading)
    result = Extract().process_item(cleaned)
    assert isinstance(result, Result)
    assert result.pages is pages
    assert result.article is not None
    assert "安全生产会议" in result.article.text


@pytest.mark.parametrize(
    ("function", "stage", "expected"),
    [
        ("decode", Decode(), Stage.DECODE),
        ("clean", Clean(), Stage.CLEAN),
        ("read", Extract(), Stage.MEETINGS),
    ],
)
def test_an_exception_becomes_an_issue_of_its_page(
    monkeypatch: pytest.MonkeyPatch,
    function: str,
    stage: Decode | Clean | Extract,
    expected: Stage,
) -> None:
    monkeypatch.setattr(stages, function, broken)
    pages, earlier = made_pages(), made_issue("earlier")
    items = {
        Stage.DECODE: pages,
        Stage.CLEAN: documents(pages, earlier),
        Stage.MEETINGS: Reading(
            pages=pages, article=made_article(pages), issues=(earlier,)
        ),
    }
    result = stage.process_item(items[expected])
    assert isinstance(result, Result)
    # A fault of the meetings' reader does not cost the article.
    article = made_article(pages) if expected is Stage.MEETINGS else None
    assert (result.pages, result.article, result.meetings) == (pages, article, ())
    *before, issue = result.issues
    # What the stages before had noticed is not lost with the page.
    assert before == ([] if expected is Stage.DECODE else [earlier])
    assert (issue.stage, issue.code) == (expected, "exception")
    assert issue.value.startswith(f"{expected}: LookupError: no such thing")
    assert (issue.url, issue.site) == (pages.pages[0].url, SITE.name)
    assert len(issue.value) == 200
    msgspec.json.encode(issue)


@pytest.mark.parametrize("stage", [Decode(), Clean(), Extract()])
@pytest.mark.parametrize("item", [made_result(), made_issue()])
def test_what_is_not_theirs_passes_unchanged(
    stage: Decode | Clean | Extract, item: object
) -> None:
    assert stage.process_item(item) is item


def test_the_archive_returns_what_it_wrote(tmp_path: Path) -> None:
    archive = Archive.from_crawler(
        SimpleNamespace(settings={"ARCHIVE_DIR": str(tmp_path)})
    )
    items = [made_result(), made_issue(site="wuyuan")]
    assert [archive.process_item(item) for item in items] == items
    manifests = archive.close("finished")
    assert [(each.site, each.reason) for each in manifests] == [
        ("linhe", "finished"),
        ("wuyuan", "finished"),
    ]


def test_a_record_that_utf_8_cannot_carry_is_an_issue_not_a_loss(
    tmp_path: Path,
) -> None:
    result = made_result()
    pages = result.pages
    bad = Result(pages=pages, article=made_article(pages, title="半个\ud83d"))
    archive = Archive(tmp_path)
    archive.process_item(bad)
    (manifest,) = archive.close("finished")
    assert manifest.issues == {"exception": 1}
    paths = RunPaths(root=tmp_path, site=SITE.name, run=manifest.run)
    assert b"archive: UnicodeEncodeError" in (
        paths.segment(SegmentKind.ISSUES).read_bytes()
    )
    assert not paths.segment(SegmentKind.ARTICLES).exists()


def test_an_item_that_nobody_read_is_no_silence(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="Pages came to the archive unread"):
        Archive(tmp_path).process_item(made_pages())


def test_an_archive_without_a_place_is_refused_before_the_crawl(
    tmp_path: Path,
) -> None:
    place = tmp_path / "a file"
    place.write_text("")
    with pytest.raises(ArchiveError, match="a file"):
        Archive.from_crawler(SimpleNamespace(settings={"ARCHIVE_DIR": str(place)}))
