"""The declared sites, where the settings say they are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.utils.conf import closest_scrapy_cfg

from crawler.refusal import Refusal
from pipelines.site_file import SiteError, load_sites

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

    from pipelines.sites import Site


def declared_sites(settings: BaseSettings) -> dict[str, Site]:
    """Every site under SITES_DIR; a relative one starts at scrapy.cfg's folder.

    Raises Refusal, naming file and line, where a declaration does not load.
    """
    # Without a scrapy.cfg (a deployed egg) the current folder stands in for it.
    project = Path(closest_scrapy_cfg()).parent
    try:
        return load_sites(project / settings["SITES_DIR"])
    except (SiteError, OSError) as error:
        raise Refusal(str(error)) from error
