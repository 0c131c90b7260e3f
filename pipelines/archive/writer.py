"""The archive as a run sees it: every site it meets, one writer each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.archive.errors import ArchiveError
from pipelines.archive.index import Index
from pipelines.archive.layout import RunPaths, new_run_id
from pipelines.archive.run import SiteRun

if TYPE_CHECKING:
    from pathlib import Path

    from pipelines.archive.entry import Entry
    from pipelines.archive.log import Outcome
    from pipelines.archive.manifest import Manifest
    from pipelines.records.capture import Capture, Kept
    from pipelines.records.page import ArchivePlace, Page


class Writer:
    """Opens a site's share of the run at its first entry, and closes them all."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.run = new_run_id()
        self._runs: dict[str, SiteRun] = {}
        self._current: SiteRun | None = None

    def prepare(self) -> None:
        """Make the root; ArchiveError where it cannot be one."""
        try:
            self.root.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ArchiveError(f"cannot write {self.root}: {error.strerror}") from error

    def add(self, entry: Entry) -> Outcome:
        """Archive one entry; ArchiveError and SiteLocked as `SiteRun` raises them."""
        return self.site(entry.site).add(entry)

    def keep(self, site: str, capture: Capture, earlier: Kept | None = None) -> Kept:
        """Archive what was received; raises as `SiteRun.keep`."""
        return self.site(site).keep(capture, earlier)

    def keep_file(self, site: str, page: Page) -> ArchivePlace:
        """Archive the bytes of a saved file; raises as `SiteRun.keep_file`."""
        return self.site(site).keep_file(page)

    def site(self, name: str) -> SiteRun:
        """The site's share of the run, opened when first asked for.

        Raises ArchiveError and SiteLocked.
        """
        run = self._runs.get(name)
        if run is None:
            paths = RunPaths(root=self.root, site=name, run=self.run)
            run = self._runs[name] = SiteRun(paths)
        if run is not self._current:
            # Five hundred sites in one source would use up the file handles.
            if self._current is not None:
                self._current.rest()
            self._current = run
        return run

    def close(self, reason: str) -> tuple[Manifest, ...]:
        """Close every site and return the manifests, by site.

        Raises the first ArchiveError after having tried them all.
        """
        manifests: list[Manifest] = []
        errors: list[ArchiveError] = []
        for _, run in sorted(self._runs.items()):
            try:
                manifest = run.close(reason)
            except ArchiveError as error:
                errors.append(error)
            else:
                manifests += [] if manifest is None else [manifest]
                Index(self.root, run.site).close()
        self._runs.clear()
        if errors:
            raise errors[0]
        return tuple(manifests)
