"""`python -m tests.quality.meetings`: how well the reader reads the corpus."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from tests.quality.meetings.corpus import (
    HALVES,
    gold_lines,
    read_page,
    read_seed,
    seed_lines,
)
from tests.quality.meetings.scorer import (
    OUTSIDE_POOL,
    ROWS,
    Score,
    Tally,
    score_page,
    total,
)

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a table a half; 2 where the held half's misses are asked for."""
    asked = _parser().parse_args(arguments)
    if asked.seeds:
        _report("seeds", total(_seed_scores(asked.page)), errors=asked.errors)
        return 0
    halves = {asked.half} if asked.half else set(HALVES)
    lines = [g for g in gold_lines() if g["half"] in halves]
    if asked.page:
        lines = [g for g in lines if g["file"] == f"{asked.page}.txt"]
    if asked.errors and any(g["half"] == "held" for g in lines):
        print("--errors is for the open half: add --half open", file=sys.stderr)
        return 2
    for half in HALVES:
        scores = [score_page(g, read_page(g)) for g in lines if g["half"] == half]
        if scores:
            _report(f"{half}, {len(scores)} pages", total(scores), errors=asked.errors)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tests.quality.meetings")
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--page", metavar="NNN", help="number of one page")
    parser.add_argument("--errors", action="store_true", help="list each miss")
    parser.add_argument("--seeds", action="store_true", help="score the seed pages")
    return parser


def _seed_scores(page: str | None) -> list[Score]:
    wanted = [g for g in seed_lines() if not page or g["file"].startswith(page)]
    return [score_page(gold, read_seed(gold)) for gold in wanted]


def _report(title: str, score: Score, *, errors: bool) -> None:
    print(f"\n{title}")
    print(f"{'':18}{'right':>7}{'wrong':>7}{'missed':>7}{'P':>7}{'R':>7}{'F1':>7}")
    for row in ROWS:
        mark = "*" if row in OUTSIDE_POOL else ""
        print(_line(f"{row}{mark}", score.of(row)))
    print(_line("facts, pooled", score.pooled))
    for miss in score.misses if errors else ():
        gaps = [f"-{value}" for value in miss.missed]
        gaps += [f"+{value}" for value in miss.wrong]
        print(f"{miss.file} [{miss.meeting}] {miss.row}: {'  '.join(gaps)}")


def _line(label: str, tally: Tally) -> str:
    counts = f"{tally.right:7}{tally.wrong:7}{tally.missed:7}"
    shares = f"{tally.precision:7.3f}{tally.recall:7.3f}{tally.f1:7.3f}"
    return f"{label:18}{counts}{shares}"


if __name__ == "__main__":
    sys.exit(main())
