"""Killed at each point of the protocol by name, one after the other in one archive."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

from tests.crawler import forked
from tests.crawler.befall import Blow
from tests.crawler.goes_on import assert_goes_on
from tests.crawler.local import Local
from tests.site.content import Site, Web
from tests.site.declared import declare
from tests.site.server import LocalServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WARC = "pipelines.archive.warc_files:WarcFiles._append"
SEGMENT = "pipelines.archive.segment:Segment.append"
# Point, call, act. A page with a meeting appends to a WARC, to the segments of
# issues, meetings and articles where it has lines for them, and to the log.
POINTS = [
    (WARC, 1, "before"),
    (WARC, 4, "before"),
    (WARC, 4, "after"),
    *[(SEGMENT, call, "torn") for call in range(5, 12)],
    (SEGMENT, 7, "before"),
    (SEGMENT, 9, "after"),
    ("pipelines.archive.run:SiteRun.add", 3, "before"),
    ("pipelines.archive.run:SiteRun.add", 5, "after"),
    ("pipelines.archive.run:SiteRun._start", 1, "after"),
    ("pipelines.archive.run:recover", 1, "before"),
    ("pipelines.archive.recovery:write_manifest", 1, "before"),
    ("pipelines.archive.run:recover", 1, "after"),
    ("pipelines.archive.index:Index._read", 1, "before"),
    ("pipelines.archive.index:Index._read", 2, "after"),
    ("pipelines.archive.segment:Segment.sync", 1, "before"),
    ("pipelines.archive.segment:Segment.sync", 5, "after"),
    ("pipelines.archive.run:write_manifest", 1, "before"),
    ("pipelines.archive.run:write_manifest", 1, "after"),
    ("pipelines.archive.index:Index._sync", 2, "before"),
]


@pytest.fixture
def web() -> Iterator[tuple[LocalServer, Site]]:
    sites = Web(sites={})
    with LocalServer(sites) as server:
        host = server.host(1)
        sites.sites[host] = Site(host=host, articles=110, paged={3, 50})
        yield server, sites.sites[host]


def test_at_no_point_is_anything_lost_or_doubled(
    tmp_path: Path, web: tuple[LocalServer, Site]
) -> None:
    _, site = web
    whole, killed = (Local(folder=tmp_path / name) for name in ("whole", "killed"))
    for each in (whole, killed):
        declare(each.sites, "luyang", site.host)
    assert whole.crawl("luyang").status == 0
    arguments = killed.arguments("crawl", "luyang")
    for point in POINTS:
        assert forked.run(arguments, Blow(*point)).status == -signal.SIGKILL, point
    assert_goes_on(killed, whole)
