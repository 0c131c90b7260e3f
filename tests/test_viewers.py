"""What others make of an exported WACZ: the extra `viewers`, run by itself."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from pipelines.__main__ import main
from pipelines.archive.layout import RunPaths, new_run_id
from pipelines.archive.run import SiteRun
from pipelines.records.capture import Capture
from tests.site.content import Site

if TYPE_CHECKING:
    from pathlib import Path

HOST = "www.luyang.example"
PORT = 18_637


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A WACZ of a list page and two articles, one in GBK, captured as from a site."""
    paths = RunPaths(root=tmp_path / "archive", site="luyang", run=new_run_id())
    run = SiteRun(paths)
    site = Site(host=HOST, articles=2, encoding="gbk")
    for path, body in (
        ("/xw/", site.list_page(0)),
        *((site.path(n), site.article_page(n, second=False)) for n in range(2)),
    ):
        payload = body.encode("gbk")
        head = (
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n"
        )
        run.keep(
            Capture(
                url=f"http://{HOST}{path}",
                captured_at="2021-01-03T07:00:01.000000Z",
                method="GET",
                request=b"GET / HTTP/1.1\r\nHost: " + HOST.encode() + b"\r\n\r\n",
                response=head % len(payload) + payload,
            )
        )
    run.close("finished")
    output = tmp_path / "out.wacz"
    assert main(["wacz", str(paths.root), str(output)]) == 0
    return output


def test_the_wacz_tool_finds_it_valid(bundle: Path) -> None:
    pytest.importorskip("wacz")
    run = subprocess.run(
        [
            sys.executable,
            "-c",
            "from wacz.main import main; main()",
            "validate",
            "-f",
            bundle,
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Validation succeeded" in run.stdout + run.stderr


def test_pywb_shows_its_pages(bundle: Path) -> None:
    pytest.importorskip("pywb")
    folder = bundle.parent
    manage = "from pywb.manager.manager import main; main()"
    for arguments in (["init", "c"], ["add", "--unpack-wacz", "c", bundle]):
        subprocess.run(
            [sys.executable, "-c", manage, *arguments], cwd=folder, check=True
        )
    serve = "from pywb.apps.cli import wayback; wayback()"
    shown = subprocess.Popen(
        [sys.executable, "-c", serve, "-p", str(PORT), "-d", folder], cwd=folder
    )
    try:
        site = Site(host=HOST, articles=2)
        for path in ("/xw/", site.path(1)):
            page = _fetched(f"http://127.0.0.1:{PORT}/c/2021mp_/http://{HOST}{path}")
            assert "卢阳县召开".encode("gbk") in page
    finally:
        shown.terminate()
        shown.wait()


def _fetched(url: str) -> bytes:
    for _ in range(100):
        try:
            with urlopen(url) as answer:
                content: bytes = answer.read()
                return content
        except URLError as error:
            if "refused" not in str(error):
                raise
            time.sleep(0.2)
    raise TimeoutError(url)
