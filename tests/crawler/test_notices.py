"""Findings are really sent: to a server on loopback, by Apprise."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING

from scrapy.settings import Settings

from crawler.monitors import Finding
from crawler.notices import notify
from pipelines.records.issue import Issue, Stage
from tests.site.server import Answer, Asked, LocalServer

if TYPE_CHECKING:
    import pytest

ISSUE = Issue(
    stage=Stage.MONITOR,
    code="few_articles",
    value="3 where 20 are usual",
    site="luyang",
)
FOUND = (Finding(issue=ISSUE, fails=True),)


def test_a_finding_reaches_its_reader(caplog: pytest.LogCaptureFixture) -> None:
    with LocalServer(lambda _: Answer(body=b"ok")) as server:
        settings = Settings({"NOTIFY_URLS": [f"json://127.0.0.1:{server.port}/hook"]})
        notify(settings, "luyang", FOUND)
        (asked,) = server.asked
    told = json.loads(asked.body)
    assert (asked.method, asked.path) == ("POST", "/hook")
    assert "luyang" in told["title"]
    assert told["message"] == FOUND[0].words
    assert "could not be sent" not in caplog.text


def test_a_notice_that_is_not_taken_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def refuse(_: Asked) -> Answer:
        return Answer(status=500)

    with LocalServer(refuse) as server, caplog.at_level(logging.ERROR):
        settings = Settings({"NOTIFY_URLS": [f"json://127.0.0.1:{server.port}/hook"]})
        notify(settings, "luyang", FOUND)
    assert "A notice of luyang could not be sent" in caplog.text


def test_nothing_is_sent_where_nothing_was_found() -> None:
    with LocalServer(lambda _: Answer()) as server:
        settings = Settings({"NOTIFY_URLS": [f"json://127.0.0.1:{server.port}/hook"]})
        notify(settings, "luyang", ())
        assert server.asked == []
