"""`scrapy probe`: one page explained, from a file or from a real local server."""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from tests.crawler import forked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.crawler.conftest import Run

PAGE = (
    "<html><head><meta charset=utf-8><title>全市信访工作会议召开</title></head><body>"
    "<h1>全市信访工作会议召开</h1><p>2021-01-04 09:04 来源：某某日报</p>"
    "<div><p>1月3日，全市信访工作会议召开，市长王一川主持会议并讲话。</p>"
    "<p>王一川强调，一要压实责任；二要抓好落实。各县区负责人参加会议。</p></div>"
    "</body></html>"
)


def probe(*arguments: str) -> Run:
    return forked.run(["probe", *arguments, "-sPRIVATE_ADDRESSES_ALLOWED=1"])


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    handler = partial(SimpleHTTPRequestHandler, directory=str(tmp_path))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_file_is_explained(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text(PAGE, "utf-8")
    run = probe(str(file))
    assert run.status == 0
    for words in ("encoding   utf-8", "某某日报", "meeting        全市信访工作会议",
                  "王一川  [chair, speaker]", "/participants/0/name"):  # fmt: skip
        assert words in run.out


def test_an_address_is_fetched_and_explained(served: str) -> None:
    run = probe(f"{served}/a.html")
    assert run.status == 0, run.err
    assert "meeting        全市信访工作会议" in run.out


def test_a_missing_address_is_refused_in_one_line(served: str) -> None:
    run = probe(f"{served}/none.html")
    assert run.status == 2
    assert run.err.strip().startswith("scrapy probe: ")
    assert "Traceback" not in run.err


@pytest.mark.parametrize("path", ["no-such-file", "tests/crawler"])
def test_what_holds_no_page_is_refused(path: str) -> None:
    run = probe(path)
    assert run.status == 2
    assert run.err.startswith("scrapy probe: ")
    assert len(run.err.splitlines()) == 1
