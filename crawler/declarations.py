"""The declared sites, where the settings say they are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.utils.conf import closest_scrapy_cfg

from crawler.refusal import Refusal
from pipelines.site_file import Declarations, SiteError, load_declarations

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

    from pipelines.sites import Site


def declarations(settings: BaseSettings) -> Declarations:
    """What stands under SITES_DIR; a relative one starts at scrapy.cfg's folder.

    Raises Refusal where there is no such folder.
    """
    # Without a scrapy.cfg (a deployed egg) the current folder stands in for it.
    project = Path(closest_scrapy_cfg()).parent
    try:
        return load_declarations(project / settings["SITES_DIR"])
    except (SiteError, OSError) as error:
        raise Refusal(str(error)) from error


def declared_sites(settings: BaseSettings) -> dict[str, Site]:
    """Every site under SITES_DIR, for whoever asks which one a page is of.

    Raises Refusal, naming file and line, where a declaration does not load.
    """
    found = declarations(settings)
    for error in found.broken.values():
        raise Refusal(str(error)) from error
    return found.sites
