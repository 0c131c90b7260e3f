"""What a run tells its scheduler; Scrapy alone exits 0 whatever happened."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from crawler.hours import OUTSIDE_HOURS
from crawler.refusal import Refusal
from pipelines.archive.errors import ArchiveError, SiteLocked

if TYPE_CHECKING:
    from collections.abc import Mapping

ARCHIVE_STAT = "huiyi/archive_error"
"""Stat that holds the exit status of what stopped the archive."""
LOST_STAT = "huiyi/items_lost"
"""Stat that counts items that reached no archive."""
UNREACHABLE_STAT = "huiyi/nothing_reachable"
ASSERTIONS_STAT = "huiyi/assertions_failed"
DAMAGED_STAT = "huiyi/archive_damaged"
"""Stats that are set where a run deserves the status of that name."""


class ExitStatus(IntEnum):
    """The exit statuses of `scrapy crawl`, each with its reason."""

    GOOD = 0
    FAILED = 1
    """An error that has no code of its own; the log tells it."""
    REFUSED = 2
    """Nothing was started: wrong source, argument or site declaration. The number
    is argparse's."""
    START_FAILED = 3
    """The spider's start broke off: pages were left out."""
    ITEM_LOST = 4
    """A page was read and did not reach the archive."""
    ARCHIVE_FAILED = 5
    """The archive could not be written (disk full, no permission)."""
    ALREADY_RUNNING = 6
    """Another run is writing the same site."""
    FEED_FAILED = 7
    """A file asked for by -o or -O could not be stored."""
    NOTHING_REACHABLE = 8
    """No list page and no article of the site came."""
    ASSERTIONS_FAILED = 9
    """What came is not what the site's declaration says a healthy run looks like."""
    ARCHIVE_DAMAGED = 10
    """A record in the archive could not be read; `python -m pipelines verify`."""
    INTERRUPTED = 130
    """Ctrl-C or SIGTERM; the archive was closed. The number is the shell's."""


VERDICTS = {
    DAMAGED_STAT: ExitStatus.ARCHIVE_DAMAGED,
    UNREACHABLE_STAT: ExitStatus.NOTHING_REACHABLE,
    ASSERTIONS_STAT: ExitStatus.ASSERTIONS_FAILED,
}


def status_of_error(error: BaseException) -> ExitStatus:
    """The status of a run that an exception ended before it had started."""
    if isinstance(error, Refusal):
        return ExitStatus.REFUSED
    if isinstance(error, SiteLocked):
        return ExitStatus.ALREADY_RUNNING
    if isinstance(error, ArchiveError):
        return ExitStatus.ARCHIVE_FAILED
    return ExitStatus.FAILED


def status_of_run(stats: Mapping[str, Any]) -> ExitStatus:
    """The status of a run that came to its end, from what it counted."""
    if ARCHIVE_STAT in stats:
        return ExitStatus(stats[ARCHIVE_STAT])
    if stats.get(LOST_STAT):
        return ExitStatus.ITEM_LOST
    reason = stats.get("finish_reason")
    if reason in {"shutdown", None}:
        # None: a second Ctrl-C, before the spider was closed.
        return ExitStatus.INTERRUPTED
    if reason == "start_error":
        return ExitStatus.START_FAILED
    if any(name.startswith("feedexport/failed_count/") for name in stats):
        return ExitStatus.FEED_FAILED
    if stats.get("log_count/ERROR") or stats.get("log_count/CRITICAL"):
        return ExitStatus.FAILED
    for stat, status in VERDICTS.items():
        if stats.get(stat):
            return status
    # `closespider_*` and a site's hours are limits that the user sets.
    if reason in {"finished", OUTSIDE_HOURS} or reason.startswith("closespider_"):
        return ExitStatus.GOOD
    return ExitStatus.FAILED
