"""`--keep-files`: saved files whose bytes go into the archive as `resource` records."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

from pipelines.__main__ import main
from pipelines.archive.warc_reading import records
from pipelines.archive.warc_record import Record
from pipelines.verify import verify
from tests.archive.saved import save

if TYPE_CHECKING:
    from pathlib import Path

REPORT = (
    "全县工作会议召开\n2021-01-04 09:04 来源：卢阳日报\n1月3日，卢阳县召开安全生产工作会议，"
    "县长王一川主持会议并讲话。会议强调，要压实责任，抓好落实。\n"
)
PAGE = f"<title>全县工作会议召开</title><h1>全县工作会议召开</h1><p>{REPORT[9:]}</p>"
SITE = (
    "name: {0}\ntitle: {0}\narea: CN\nhosts: [www.{0}.example]\n"
    "start: ['http://www.{0}.example/']\narticle: '/x/'\nfamily: generic\n"
)
FILES = {
    "a/one.txt": REPORT,
    "a/two.html": PAGE.replace("王一川", "李二河").encode("gb18030"),
    "a/pages.jsonl": json.dumps(
        {
            "file": "two.html",
            "url": "http://www.luyang.example/x/2.html",
            "charset": "gb18030",
            "retrieved_at": "2021-02-03T04:05:06+08:00",
        }
    )
    + "\n",
    "b/quiet.html": "<title>花开了</title><p>春天到了，田里的油菜花开了。</p>",
}


def lines(archive: Path) -> list[dict[str, object]]:
    files = sorted(archive.glob("articles/*/*.jsonl"))
    rows = [line for file in files for line in file.read_bytes().splitlines()]
    return sorted(map(json.loads, rows), key=lambda row: str(row["id"]))


def run(source: Path, archive: Path, *options: str) -> list[dict[str, object]]:
    given = [str(source), "-o", str(archive), "-j", "1", "--sites", str(source.parent)]
    assert main([*given, *options]) == 0
    return lines(archive)


def test_the_archive_alone_gives_the_same_records(tmp_path: Path) -> None:
    source = save(tmp_path / "saved", FILES)
    first = run(source, tmp_path / "first", "--keep-files")
    assert len(first) == 2
    assert verify(tmp_path / "first") == ([], "1 sites, 1 runs, 1 WARC files")
    again = run(tmp_path / "first" / "warc", tmp_path / "again")
    assert again == first
    # Its records name places in the first, which is no damage of the second.
    damages, checked = verify(tmp_path / "again")
    assert not damages
    assert checked.endswith("; the bytes of 2 pages stand in another archive")
    dates = {row["retrieved_at"] for row in first}
    assert dates == {None, "2021-02-03T04:05:06+08:00"}


def test_every_file_is_kept_byte_by_byte(tmp_path: Path) -> None:
    source = save(tmp_path / "saved", FILES)
    run(source, tmp_path / "archive", "--keep-files")
    (warc,) = (tmp_path / "archive").glob("warc/*/*.warc.gz")
    kept = [each for each in records(warc) if isinstance(each, Record)]
    blocks = {each.block for each in kept if each.kind == "resource"}
    # What was passed over is kept too: a lost page is gone for ever.
    assert blocks == {
        file.read_bytes()
        for file in source.rglob("*")
        if file.suffix in {".txt", ".html"}
    }


def test_without_the_option_no_bytes_are_copied(tmp_path: Path) -> None:
    source = save(tmp_path / "saved", FILES)
    run(source, tmp_path / "archive")
    assert not (tmp_path / "archive" / "warc").exists()


def test_a_bundle_of_several_sites_holds_each_file_once(tmp_path: Path) -> None:
    source = save(
        tmp_path / "seeds",
        {
            f"{name}/{file}": content
            for name in ("luyang", "baihe")
            for file, content in {
                "site.yml": SITE.format(name),
                "pages/one.txt": REPORT,
            }.items()
        },
    )
    archive = tmp_path / "archive"
    given = [str(source), "-o", str(archive), "--sites", str(source), "--keep-files"]
    assert main(given) == 0
    bundle = tmp_path / "out.wacz"
    assert main(["wacz", str(archive), str(bundle)]) == 0
    with zipfile.ZipFile(bundle) as packed:
        names = [name for name in packed.namelist() if name.startswith("archive/")]
    assert len(names) == len(set(names)) == 2
