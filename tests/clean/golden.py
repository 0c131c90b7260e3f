"""The golden pages: bytes, what their site declares, and what a reader finds."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipelines.clean import clean
from pipelines.sites import Site
from tests.clean.pages import documents

if TYPE_CHECKING:
    from pipelines.records.article import Article
    from pipelines.records.document import Documents

ROOT = Path(__file__).parents[1] / "golden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Golden:
    """One golden page."""

    name: str
    url: str
    declared: str
    expected: dict[str, Any]
    body: bytes

    def documents(self) -> Documents:
        """The page as decoded, of a site that declares the family."""
        site = Site(name="golden", title="金", area=None, family=self.declared)
        return documents((self.url, self.body), site=site)

    def read(self) -> Article | None:
        """The article that is read of it."""
        return clean(self.documents()).article


def golden() -> list[Golden]:
    """Every golden page, by name."""
    return [_load(file.parent) for file in sorted(ROOT.glob("*/*/input.html"))]


def _load(folder: Path) -> Golden:
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    return Golden(
        name=f"{folder.parent.name}/{folder.name}",
        url=meta["url"],
        declared=meta["declared"],
        expected=expected,
        body=(folder / "input.html").read_bytes(),
    )
