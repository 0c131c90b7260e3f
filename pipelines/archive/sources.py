"""Saved material: a folder, a file or a list of them becomes groups of Pages."""

from __future__ import annotations

import os
import stat
from itertools import groupby
from typing import TYPE_CHECKING

from pipelines.archive.errors import SourceError
from pipelines.archive.mhtml import MHTML_ENDING
from pipelines.archive.saved_files import MEDIA_TYPES, is_source, saved_files
from pipelines.archive.standard_input import STDIN, standard_input
from pipelines.archive.warc_source import WACZ_ENDING, WARC_ENDINGS
from pipelines.families.grouping import group, windowed
from pipelines.records.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from pipelines.archive.found import Found
    from pipelines.records.page import Page, Pages
    from pipelines.sites import Site


def check_sources(paths: Sequence[Path]) -> None:
    """Raise SourceError unless every path is a saved page or a folder with one."""
    if not paths:
        raise SourceError("no source is named")
    for path in paths:
        _check_source(path)


def saved_pages(
    paths: Sequence[Path], sites: Mapping[str, Site]
) -> Iterator[Pages | Issue]:
    """The Pages of every article under `paths`, in order of name, one by one.

    What is no page or cannot be read comes as an Issue, and the rest goes on.
    """
    for path in paths:
        found = standard_input(sites) if path == STDIN else saved_files(path, sites)
        for (_, site), together in groupby(found, key=_together):
            if site is None:
                yield from windowed((each.site, each.content) for each in together)
            else:
                issues: list[Issue] = []
                # An Issue between two pages of one article waits for the article.
                yield from group(_pages_only(together, issues), site)
                yield from issues


def _together(found: Found) -> tuple[Path, Site | None]:
    """What is held until its pages are put together; a stream mixes its sites."""
    return found.folder, None if found.streams else found.site


def _pages_only(found: Iterable[Found], issues: list[Issue]) -> Iterator[Page]:
    for each in found:
        if isinstance(each.content, Issue):
            issues.append(each.content)
        else:
            yield each.content


def _check_source(path: Path) -> None:
    if path == STDIN:
        return
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except OSError as error:
        raise SourceError(f"{path}: {error.strerror}") from error
    endings = " ".join((*MEDIA_TYPES, MHTML_ENDING, *WARC_ENDINGS, WACZ_ENDING))
    if is_folder and not any(
        is_source(file) for _, _, files in os.walk(path) for file in files
    ):
        raise SourceError(f"{path}: the folder holds no saved page ({endings})")
    if not is_folder and not is_source(path.name):
        raise SourceError(f"{path}: not a saved page ({endings})")
