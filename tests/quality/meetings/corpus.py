"""The annotated pages, and what the reader makes of them."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pipelines
from pipelines.records.page import ArchivePlace, MediaType, Page
from pipelines.site_file import load_sites
from pipelines.sites import UNDECLARED, Site

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.records.meeting import Meeting
    from tests.quality.meetings.facts import Gold

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
HALVES = ("open", "held")


def gold_lines(file: Path = HERE / "gold.jsonl") -> list[Gold]:
    """One line of gold a page, in the order of the pages."""
    with file.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def body_of(gold: Gold) -> bytes:
    name: str = gold["file"]
    return (HERE / "pages" / name).read_bytes()


def read_page(gold: Gold) -> Sequence[Meeting]:
    """What the reader finds on one page of this corpus."""
    site = replace(UNDECLARED, name="quality", area=gold["site_area"])
    return _meetings(gold["file"], body_of(gold), site)


def seed_lines() -> list[Gold]:
    """The gold of the five saved seed pages."""
    return gold_lines(ROOT / "tests" / "golden" / "seeds" / "gold.jsonl")


def read_seed(gold: Gold) -> Sequence[Meeting]:
    """What the reader finds on one seed page, read as its own site's."""
    for site in load_sites(ROOT / "seeds").values():
        file = ROOT / "seeds" / site.name / "pages" / gold["file"]
        if file.exists():
            return _meetings(gold["file"], file.read_bytes(), site)
    raise FileNotFoundError(gold["file"])


def _meetings(name: str, body: bytes, site: Site) -> Sequence[Meeting]:
    digest = f"sha256:{hashlib.sha256(body).hexdigest()}"
    page = Page(
        url=f"file:{name}",
        body=body,
        media_type=MediaType.TEXT,
        archive=ArchivePlace(file=name, digest=digest),
        charset="utf-8",
    )
    return pipelines.extract((page,), site).meetings
