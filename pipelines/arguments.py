"""What the command lines of both roads take."""

from __future__ import annotations

import argparse


def positive(text: str) -> int:
    """A number of processes; argparse tells the user where it is none."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{number} is less than 1")
    return number
