"""Declarations for local sites, as an analyst would write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = r"/xw/2021/t\d+_\d+(?:_2)?\.html$"


def declare(
    folder: Path,
    name: str,
    host: str,
    *,
    start: str = "/xw/",
    article: str = ARTICLE,
    family: str = "trs",
    more: str = "",
    starts: str = "",
) -> Path:
    """Write `folder/name/site.yml`; `more` is added to it, `starts` stands in YAML for
    the one address `start`. Returns the folder."""
    file = folder / name / "site.yml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        f"name: {name}\ntitle: 卢阳县人民政府\narea: '410326'\nhosts: ['{host}']\n"
        f"start: {starts or [f'http://{host}{start}']}\narticle: '{article}'\nfamily: {family}\n{more}",
        encoding="utf-8",
    )
    return folder
