"""What stops a run before it starts, in one line."""

from __future__ import annotations


class Refusal(Exception):
    """The user asked for something that cannot be run; the message is one line."""
