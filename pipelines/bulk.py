"""The bulk road: saved material to the archive on all cores, without Scrapy."""

from __future__ import annotations

import signal
from collections import Counter, deque
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from multiprocessing import get_context
from typing import TYPE_CHECKING, TypeVar

from pipelines.archive.entry import Entry, issue_entry, result_entry
from pipelines.archive.log import Outcome
from pipelines.archive.sources import saved_pages
from pipelines.archive.writer import Writer
from pipelines.failure import failed
from pipelines.prefilter import may_hold_meeting
from pipelines.records.issue import Issue, Stage
from pipelines.records.page import Pages
from pipelines.records.result import Result
from pipelines.stages import Clean, Decode, Extract

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from pipelines.sites import Site

T = TypeVar("T")
R = TypeVar("R")

BATCH = 16
"""Articles that go to a worker at once: what they cost to send is spread."""
BATCH_BYTES = 4 << 20
"""And their bytes at most, so that memory is bounded whatever the pages' size."""
WAITING = 3
"""Batches a worker that are read ahead."""


@dataclass(kw_only=True)
class Progress:
    """What the bulk road has done so far."""

    articles: int = 0
    """Read, or known from before."""
    passed_over: int = 0
    """Pages that cannot hold a meeting."""
    meetings: int = 0
    issues: Counter[str] = field(default_factory=Counter)
    """By code."""
    duplicates: int = 0
    """Articles that the archive had before."""


def read_all(
    sources: Sequence[Path],
    sites: Mapping[str, Site],
    root: Path,
    *,
    workers: int,
    keep_all: bool,
    keep_files: bool,
    told: Callable[[Progress, int], None],
) -> Progress:
    """Read the sources into the archive at `root`; the same lines for any `workers`.

    `keep_all`: read pages without a word for a meeting too. `keep_files`: write the
    bytes of saved files into the archive's WARCs, passed over or not. `told` is called after
    each batch with the progress and the bytes read. Raises ArchiveError, SourceError.
    """
    writer, progress = Writer(root), Progress()
    writer.prepare()
    reason = "failed"
    try:
        found = saved_pages(sources, sites)
        kept = _kept(found, writer) if keep_files else found
        items = _candidates(kept, progress, keep_all=keep_all)
        for entries, size in _in_order(_entries, _batched(items), workers):
            for entry, meetings, issues in entries:
                outcome = writer.add(entry)
                progress.duplicates += outcome is Outcome.DUPLICATE
                progress.articles += entry.article_id is not None
                progress.meetings += meetings
                progress.issues.update(issues)
            told(progress, size)
        reason = "finished"
    except KeyboardInterrupt:
        reason = "shutdown"
        raise
    finally:
        writer.close(reason)
    return progress


def _kept(items: Iterable[Pages | Issue], writer: Writer) -> Iterator[Pages | Issue]:
    """The same with their bytes in the archive, where they came from saved files."""
    for item in items:
        if isinstance(item, Issue):
            yield item
        else:
            site = item.site.name
            yield replace(
                item,
                pages=tuple(
                    page
                    if page.archive.offset is not None
                    else replace(page, archive=writer.keep_file(site, page))
                    for page in item.pages
                ),
            )


def _candidates(
    items: Iterable[Pages | Issue], progress: Progress, *, keep_all: bool
) -> Iterator[Pages | Issue]:
    for item in items:
        if (
            keep_all
            or isinstance(item, Issue)
            or any(may_hold_meeting(page.body) for page in item.pages)
        ):
            yield item
        else:
            progress.passed_over += len(item.pages)


def _batched(
    items: Iterable[Pages | Issue],
) -> Iterator[tuple[list[Pages | Issue], int]]:
    batch: list[Pages | Issue] = []
    size = 0
    for item in items:
        batch.append(item)
        size += _bytes(item)
        if len(batch) >= BATCH or size >= BATCH_BYTES:
            yield batch, size
            batch, size = [], 0
    if batch:
        yield batch, size


def _bytes(item: Pages | Issue) -> int:
    return sum(len(page.body) for page in item.pages) if isinstance(item, Pages) else 0


Read = tuple[Entry, int, tuple[str, ...]]
"""An entry with how many meetings it holds, and the codes of its issues."""


def _entries(batch: list[Pages | Issue]) -> list[Read]:
    return [_entry(item) for item in batch]


def _entry(item: Pages | Issue) -> Read:
    if isinstance(item, Issue):
        return issue_entry(item), 0, (item.code,)
    result = _through(item)
    try:
        entry = result_entry(result)
    except UnicodeEncodeError as error:
        result = failed(Stage.ARCHIVE, item, error)
        entry = result_entry(result)
    return entry, len(result.meetings), tuple(issue.code for issue in result.issues)


STAGES = (Decode(), Clean(), Extract())


def _through(item: object) -> Result:
    """The same stages as a crawl's, so that a fault has the same outcome here."""
    for stage in STAGES:
        item = stage.process_item(item)
    assert isinstance(item, Result)
    return item


def _in_order(
    step: Callable[[T], R], batches: Iterable[tuple[T, int]], workers: int
) -> Iterator[tuple[R, int]]:
    """`step` of each batch, in their order, never more than a few ahead."""
    if workers == 1:
        yield from ((step(batch), size) for batch, size in batches)
        return
    waiting: deque[tuple[Future[R], int]] = deque()
    iterator = iter(batches)
    # The first batch is read here: what the readers load, lexicons above all, is then
    # there before the workers are forked, once for all of them.
    for batch, size in islice(iterator, 1):
        yield step(batch), size
    # No thread runs yet that could hold a lock which a worker would inherit.
    context = get_context("fork")
    ignore = partial(signal.signal, signal.SIGINT, signal.SIG_IGN)
    with ProcessPoolExecutor(workers, context, initializer=ignore) as pool:
        for batch, size in iterator:
            waiting.append((pool.submit(step, batch), size))
            if len(waiting) > WAITING * workers:
                future, done = waiting.popleft()
                yield future.result(), done
        while waiting:
            future, done = waiting.popleft()
            yield future.result(), done
