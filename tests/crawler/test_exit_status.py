from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from crawler.exit_status import (
    ARCHIVE_STAT,
    LOST_STAT,
    ExitStatus,
    status_of_error,
    status_of_run,
)
from crawler.refusal import Refusal
from pipelines.archive.errors import ArchiveError, SiteLocked

if TYPE_CHECKING:
    from tests.crawler.conftest import Crawl

DONE = {"finish_reason": "finished"}


@pytest.mark.parametrize(
    ("stats", "status"),
    [
        (DONE, ExitStatus.GOOD),
        ({**DONE, "log_count/WARNING": 3}, ExitStatus.GOOD),
        ({"finish_reason": "closespider_itemcount"}, ExitStatus.GOOD),
        ({**DONE, "feedexport/success_count/FileFeedStorage": 1}, ExitStatus.GOOD),
        ({**DONE, "log_count/ERROR": 1}, ExitStatus.FAILED),
        ({"finish_reason": "memusage_exceeded"}, ExitStatus.FAILED),
        ({**DONE, LOST_STAT: 1, "log_count/ERROR": 1}, ExitStatus.ITEM_LOST),
        ({"finish_reason": "start_error"}, ExitStatus.START_FAILED),
        ({"finish_reason": "shutdown"}, ExitStatus.INTERRUPTED),
        ({}, ExitStatus.INTERRUPTED),
        (
            {**DONE, "feedexport/failed_count/FileFeedStorage": 1},
            ExitStatus.FEED_FAILED,
        ),
        (
            {"finish_reason": "archive_failed", ARCHIVE_STAT: 5, LOST_STAT: 1},
            ExitStatus.ARCHIVE_FAILED,
        ),
        ({**DONE, ARCHIVE_STAT: 6}, ExitStatus.ALREADY_RUNNING),
    ],
)
def test_status_of_run(stats: dict[str, Any], status: ExitStatus) -> None:
    assert status_of_run(stats) is status


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (Refusal("no"), ExitStatus.REFUSED),
        (SiteLocked("taken"), ExitStatus.ALREADY_RUNNING),
        (ArchiveError("full"), ExitStatus.ARCHIVE_FAILED),
        (RuntimeError("a defect"), ExitStatus.FAILED),
    ],
)
def test_status_of_error(error: Exception, status: ExitStatus) -> None:
    assert status_of_error(error) is status


def test_statuses_are_distinct_and_fit_a_byte() -> None:
    values = [status.value for status in ExitStatus]
    assert len(set(values)) == len(ExitStatus.__members__)
    assert all(0 <= value < 256 for value in values)


@pytest.mark.parametrize(
    ("arguments", "settings", "status", "said"),
    [
        (["start-breaks"], {}, ExitStatus.START_FAILED, "LookupError"),
        (["init-breaks"], {}, ExitStatus.FAILED, "The run could not start"),
        (
            ["replay", "-asource=seeds/cri"],
            # Nobody reads the pages before the archive gets them.
            {"ITEM_PIPELINES": '{"pipelines.stages.Archive": 1}'},
            ExitStatus.ITEM_LOST,
            "Lost file:pages/004_28466384e7f7432c.txt: Pages came to the archive",
        ),
        (
            # A feed below a file cannot be opened.
            ["replay", "-asource=seeds/cri", "-Oscrapy.cfg/meetings.jsonl"],
            {},
            ExitStatus.FEED_FAILED,
            "feed scrapy.cfg/meetings.jsonl: ",
        ),
    ],
)
def test_the_command_tells_the_truth(
    crawl: Crawl,
    arguments: list[str],
    settings: dict[str, str],
    status: ExitStatus,
    said: str,
) -> None:
    modules = "crawler.spiders,tests.crawler.broken"
    run = crawl(*arguments, SPIDER_MODULES=modules, **settings)
    assert run.status == status, run.err
    assert said in run.err
    # What is logged names a page by its address, never by its bytes.
    assert "body=b" not in run.err
