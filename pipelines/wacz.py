"""Closed WARCs as one WACZ 1.1.1 file, for viewers such as pywb and ReplayWeb.page."""

from __future__ import annotations

import gzip
import hashlib
import json
import zipfile
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from pipelines.archive.http import HttpError, parse_response
from pipelines.archive.layout import RunPaths, runs_of
from pipelines.archive.log import read_log
from pipelines.archive.warc_pages import NoPage, media_type_of
from pipelines.archive.warc_reading import records
from pipelines.archive.warc_record import Damage, Record
from pipelines.surt import surt
from pipelines.version import EXTRACTOR_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


class WaczError(ValueError):
    """An archive that cannot be exported; the message says why."""


def export(root: Path, output: Path, site: str | None = None) -> str:
    """Write `output`; returns a line that says what is in it.

    Only runs that are over, and whose WARCs are whole. Raises WaczError.
    """
    runs = list(_runs(root, site))
    # One run of several sites gives each of them a file of the same name.
    files = {f"{run.site}-{file.name}": file for run in runs for file in run.warcs()}
    if gone := sorted({name for run in runs for name in _gone(run)}):
        raise WaczError(f"{gone[0]}: gone from the archive; see verify")
    if not files:
        raise WaczError(f"{root}: no WARC of a run that is over")
    index, pages = _indexed(files)
    part = output.with_name(output.name + ".part")
    with zipfile.ZipFile(part, "w", zipfile.ZIP_STORED) as bundle:
        _fill(bundle, files, index, pages)
    part.replace(output)
    return f"{output}: {len(files)} WARC files, {len(pages)} pages"


def _indexed(files: Mapping[str, Path]) -> tuple[bytes, list[dict[str, Any]]]:
    """The CDXJ index of the WARCs, by their names in the bundle, and their pages."""
    rows: list[tuple[str, str]] = []
    pages: list[dict[str, Any]] = []
    for name, file in files.items():
        for record, length in _with_length(file):
            rows += _cdxj(record, length, name)
            pages += _page(record)
    index = "".join(f"{key} {value}\n" for key, value in sorted(rows))
    return index.encode(), pages


def _fill(
    bundle: zipfile.ZipFile,
    files: Mapping[str, Path],
    index: bytes,
    pages: list[dict[str, Any]],
) -> None:
    """Write every member of the bundle, last the list of them and its hash."""
    head = {"format": "json-pages-1.0", "id": "pages", "title": "Articles and lists"}
    rows = [json.dumps(each, ensure_ascii=False) for each in [head, *pages]]
    listed = "".join(f"{row}\n" for row in rows).encode()
    resources = [
        *(_add_file(bundle, f"archive/{name}", file) for name, file in files.items()),
        _add(bundle, "indexes/index.cdx.gz", gzip.compress(index, mtime=0)),
        _add(bundle, "pages/pages.jsonl", listed),
    ]
    facts = {
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "software": f"huiyi/{EXTRACTOR_VERSION}",
        "resources": resources,
    }
    package = json.dumps(facts, ensure_ascii=False, indent=2).encode()
    _add(bundle, "datapackage.json", package)
    digest = {"path": "datapackage.json", "hash": _hash(package)}
    _add(bundle, "datapackage-digest.json", json.dumps(digest).encode())


def _runs(root: Path, site: str | None) -> Iterator[RunPaths]:
    folder = root / "runs"
    if not folder.is_dir():
        raise WaczError(f"{root}: no archive")
    for each in sorted(folder.iterdir()):
        if each.is_dir() and site in {None, each.name}:
            for run in runs_of(root, each.name):
                if run.manifest.exists():
                    yield run


def _gone(run: RunPaths) -> Iterator[str]:
    """WARCs of the run that its log names and that are not there."""
    there = {run.name(file) for file in run.warcs()}
    for read in read_log(run.log):
        for place in read.line.archive if read.line else ():
            is_ours = place.file.startswith(f"warc/{run.site}/{run.run}-")
            if is_ours and place.file not in there:
                yield place.file


def _with_length(file: Path) -> Iterator[tuple[Record, int]]:
    """Each record with the bytes of its member; WaczError for a damaged file."""
    before: Record | None = None
    for each in records(file):
        if isinstance(each, Damage):
            raise WaczError(f"{file}: damaged at {each.offset}; see verify")
        if before is not None:
            yield before, each.offset - before.offset
        before = each
    if before is not None:
        yield before, file.stat().st_size - before.offset


def _cdxj(record: Record, length: int, name: str) -> list[tuple[str, str]]:
    """The line of a CDXJ index: key and time, then what pywb looks a record up by."""
    if record.kind not in {"response", "revisit", "resource"}:
        return []
    status, mime = "200", record.fields.get("content-type", "")
    if record.kind != "resource":
        try:
            message = parse_response(record.block)
        except HttpError:
            return []
        status = str(message.status)
        mime = message.field(b"Content-Type").split(b";")[0].decode("latin-1").strip()
    value = {
        "url": record.url,
        "mime": "warc/revisit" if record.kind == "revisit" else mime,
        "status": status,
        "digest": record.fields.get("warc-payload-digest", ""),
        "length": str(length),
        "offset": str(record.offset),
        "filename": name,
    }
    time = "".join(c for c in record.date.split(".")[0] if c.isdigit())[:14]
    return [(f"{surt(record.url)} {time}", json.dumps(value, ensure_ascii=False))]


def _page(record: Record) -> list[dict[str, Any]]:
    if record.kind == "resource":
        return [_listed(record)] if urlsplit(record.url).netloc else []
    if record.kind != "response":
        return []
    try:
        message = parse_response(record.block)
        media_type_of(message)
    except (HttpError, NoPage):
        return []
    if message.status != 200 or urlsplit(record.url).path == "/robots.txt":
        return []
    return [_listed(record)]


def _listed(record: Record) -> dict[str, Any]:
    key = hashlib.sha256(f"{record.url} {record.date}".encode()).hexdigest()[:16]
    return {"id": key, "url": record.url, "ts": record.date}


def _add_file(bundle: zipfile.ZipFile, name: str, file: Path) -> dict[str, Any]:
    digest, size = hashlib.sha256(), 0
    with file.open("rb") as source, bundle.open(name, "w", force_zip64=True) as target:
        while chunk := source.read(1 << 20):
            digest.update(chunk)
            size += len(chunk)
            target.write(chunk)
    return _resource(name, f"sha256:{digest.hexdigest()}", size)


def _add(bundle: zipfile.ZipFile, name: str, content: bytes) -> dict[str, Any]:
    with bundle.open(name, "w") as target:
        target.write(content)
    return _resource(name, _hash(content), len(content))


def _resource(name: str, digest: str, size: int) -> dict[str, Any]:
    return {
        "name": name.rsplit("/", 1)[-1],
        "path": name,
        "hash": digest,
        "bytes": size,
    }


def _hash(content: bytes) -> str:
    return f"sha256:{hashlib.sha256(content).hexdigest()}"
