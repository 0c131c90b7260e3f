"""What can end a run: the archive's and the source's own exceptions."""

from __future__ import annotations


class ArchiveError(Exception):
    """The archive cannot be written; the message says where and why."""


class SiteLocked(ArchiveError):
    """Another process writes this site's archive; the message names the lock."""


class SourceError(ValueError):
    """A source that cannot be replayed; the message says what to give instead."""
