"""`python -m pipelines`: what is done with an archive, on good and bad input."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock

from pipelines.__main__ import main
from pipelines.archive.layout import SegmentKind
from pipelines.verify import verify
from tests.crawler.conftest import ROOT
from tests.crawler.local import Local
from tests.site.content import Site, Web
from tests.site.declared import declare
from tests.site.server import LocalServer

if TYPE_CHECKING:
    from pathlib import Path

PAGE = (
    "<html><head><meta charset=utf-8><title>全县工作会议召开</title></head><body>"
    "<h1>全县工作会议召开</h1><p>2021-01-04 09:04 来源：卢阳日报</p><div><p>1月3日，卢阳县"
    "召开安全生产工作会议，县长{}主持会议并讲话。</p><p>会议强调，要压实责任，抓好落实。"
    "各乡镇负责人参加会议。</p></div></body></html>"
)


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of one crawl, with its sites beside it."""
    folder = tmp_path_factory.mktemp("crawled")
    web = Web(sites={})
    with LocalServer(web) as server:
        host = server.host(1)
        web.sites[host] = Site(host=host, articles=9)
        local = Local(folder=folder)
        declare(local.sites, "luyang", host)
        assert local.crawl("luyang").status == 0
    return folder


@pytest.fixture
def archive(crawled: Path, tmp_path: Path) -> Path:
    shutil.copytree(crawled / "archive", tmp_path / "archive")
    return tmp_path / "archive"


def test_a_sound_archive_is_sound(archive: Path) -> None:
    assert verify(archive) == ([], "1 sites, 1 runs, 1 WARC files")


def flip(file: Path, place: int) -> None:
    content = bytearray(file.read_bytes())
    content[place] ^= 0x20
    file.write_bytes(content)


@pytest.mark.parametrize("folder", ["warc", *SegmentKind, "runs"])
def test_a_flipped_bit_is_found_in_every_file(archive: Path, folder: str) -> None:
    for file in sorted((archive / folder).glob("*/*.*")):
        if file.suffix == ".json":
            continue
        flip(file, file.stat().st_size // 2)
        damages, _ = verify(archive)
        assert any(file.name in damage for damage in damages), file


def test_what_is_gone_is_named(archive: Path) -> None:
    for file in (archive / "warc").glob("*/*"):
        file.unlink()
    damages, _ = verify(archive)
    assert any("is gone from the archive" in damage for damage in damages)
    assert main(["verify", str(archive)]) == 1


def test_a_log_that_is_gone_is_named_by_what_it_leaves(archive: Path) -> None:
    (log,) = (archive / "runs").glob("*/*.log")
    log.unlink()
    damages, _ = verify(archive)
    assert f"runs/luyang/{log.stem}.json: the log of its run is gone" in damages
    assert f"meetings/luyang/{log.stem}.jsonl: the log of its run is gone" in damages
    assert (
        f"warc/luyang/{log.stem}-00000.warc.gz: the log of its run is gone" in damages
    )


def test_a_run_that_is_not_over_is_no_damage(archive: Path) -> None:
    (manifest,) = (archive / "runs").glob("*/*.json")
    manifest.unlink()
    with FileLock(manifest.with_name("lock")):
        assert verify(archive)[0] == []
    damages, _ = verify(archive)
    assert damages == [
        f"runs/luyang/{manifest.stem}.log: no manifest: the run is not over, or was killed"
    ]


def test_a_source_that_cannot_be_read_whole_says_so(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (warc,) = (archive / "warc").glob("*/*.warc.gz")
    command = [str(warc), "-o", str(tmp_path / "read"), "--sites", str(tmp_path), "-j1"]
    assert main(command) == 0
    assert " 0 entries archived before" in capsys.readouterr().err
    assert main(command) == 0
    assert " 0 entries archived before" not in capsys.readouterr().err
    flip(warc, warc.stat().st_size // 2)
    assert main(command) == 10
    assert "1 damaged_record" in capsys.readouterr().err


def test_diff_shows_fields_and_pairs_what_has_another_id(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other"
    shutil.copytree(archive, other)
    (file,) = (other / "meetings").glob("*/*.jsonl")
    meetings = [json.loads(line) for line in file.read_bytes().splitlines()]
    meetings[0]["id"] = "0" * 16
    meetings[0]["participants"][0]["roles"] = ["attendee"]
    del meetings[1]
    file.write_text("".join(json.dumps(each) + "\n" for each in meetings))
    assert main(["diff", str(archive), str(archive)]) == 0
    assert capsys.readouterr().out == ""
    assert main(["diff", str(archive), str(other)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    changed = next(line for line in lines if "→0000000000000000" in line)
    assert changed.endswith('→ ["attendee"]')
    assert any("\t- " in line for line in lines)


BAD = [
    (["nowhere"], 2, "nowhere"),
    (["verify", "nowhere"], 2, "no archive"),
    (["verfy", "archive"], 2, "did you mean the command verify?"),
    (["diff", "nowhere", "nowhere"], 2, "no archive"),
    (["history", "http://a.example/", "-o", "nowhere"], 2, "no archive"),
    (["wacz", "nowhere", "out.wacz"], 2, "no archive"),
]


@pytest.mark.parametrize(("given", "status", "words"), BAD)
def test_bad_input_is_one_line(
    given: list[str], status: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(given) == status
    told = capsys.readouterr().err
    assert words in told
    assert told.count("\n") == 1


def inputs(crawled: Path, folder: Path) -> dict[str, bytes]:
    """One meeting or more, in each form that standard input may have."""
    page = PAGE.format("王一川")
    (warc,) = (crawled / "archive" / "warc").glob("*/*")
    bundle = folder / "out.wacz"
    assert main(["wacz", str(crawled / "archive"), str(bundle)]) == 0
    mhtml = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: http://a.example/1.html\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/html; charset=utf-8\r\n"
        f"Content-Transfer-Encoding: 8bit\r\n\r\n{page}\r\n--b--\r\n"
    )
    return {
        "page": page.encode(),
        "warc": warc.read_bytes(),
        "wacz": bundle.read_bytes(),
        "mhtml": mhtml.encode(),
    }


def test_standard_input(tmp_path: Path, crawled: Path) -> None:
    for name, content in inputs(crawled, tmp_path).items():
        out = tmp_path / name
        run = subprocess.run(
            [sys.executable, "-m", "pipelines", "-", "-o", str(out), "-j", "1"],
            cwd=ROOT,
            input=content,
            capture_output=True,
            check=False,
        )
        assert run.returncode == 0, run.stderr
        assert list((out / "meetings").glob("*/*.jsonl")), name


def test_a_warc_that_is_gone_is_not_passed_over_in_silence(archive: Path) -> None:
    (warc,) = (archive / "warc").glob("*/*")
    warc.unlink()
    assert main(["wacz", str(archive), str(archive / "out.wacz")]) == 2
    assert not (archive / "out.wacz").exists()
    damages, _ = verify(archive)
    assert any("gone" in each for each in damages)


def test_an_index_that_cannot_be_made_again_is_named(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for part in archive.glob("index.sqlite*"):
        part.unlink()
    (archive / "index.sqlite").mkdir()
    page = archive / "page.html"
    page.write_text(PAGE.format("王一川"), "utf-8")
    assert main([str(page), "-o", str(archive), "-j", "1"]) == 5
    assert "cannot write" in capsys.readouterr().err


def test_a_folder_gives_the_same_lines_for_any_number_of_workers(
    tmp_path: Path,
) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(60):
        (pages / f"{number:03}.html").write_text(PAGE.format("王一川"), "utf-8")
    (pages / "note.doc").write_bytes(b"x")
    outs = []
    for workers in ("1", "2", "3"):
        out = tmp_path / f"out{workers}"
        assert main([str(pages), "-o", str(out), "-j", workers]) == 0
        outs.append(
            {
                kind: b"".join(f.read_bytes() for f in (out / kind).glob("*/*.jsonl"))
                for kind in SegmentKind
            }
        )
    assert outs[0] == outs[1] == outs[2]
    assert outs[0][SegmentKind.ARTICLES].count(b"\n") == 60
    assert outs[0][SegmentKind.ISSUES].count(b"unknown_file_kind") == 1
