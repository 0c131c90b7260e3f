"""Every family's twin crawled from its list page to the right articles, live and
offline alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.crawler.local import Local, run_command
from tests.site.server import LocalServer
from tests.site.twins import Twins

if TYPE_CHECKING:
    from pathlib import Path


def test_each_twin_gives_its_records(tmp_path: Path) -> None:
    twins, local = Twins(), Local(folder=tmp_path)
    with LocalServer(twins) as server:
        twins.fill(server, local.sites)
        assert len(twins.twins) >= 8
        run = run_command(local.command("crawlall", "-j", "3"))
    rows = {line.split()[0]: line.split()[1:] for line in run.out.splitlines()[1:]}
    for twin in twins.twins.values():
        assert rows[twin.name][:2] == ["good", str(len(twin.pages))], run.out
    read = {each["url"]: each for each in local.records("articles")}
    for twin in twins.twins.values():
        for number, page in enumerate(twin.pages):
            article = read[f"http://{twin.host}{twin.path(number)}"]
            for name, value in page.expected.items():
                found = article[name]
                assert found == value, (page.name, name)
    offline = tmp_path / "offline"
    for name in ("guancha", "cri", "pingxiang", "yuncheng"):
        local.crawl(name, OFFLINE=str(local.archive), ARCHIVE_DIR=str(offline))
        for kind in ("articles", "meetings"):
            lines = sorted(
                line
                for file in (local.archive / kind / name).glob("*")
                for line in file.read_bytes().splitlines(keepends=True)
            )
            again = sorted(
                line
                for file in (offline / kind / name).glob("*")
                for line in file.read_bytes().splitlines(keepends=True)
            )
            assert again == lines, (name, kind)
