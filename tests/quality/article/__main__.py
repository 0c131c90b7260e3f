"""Scores of the reader with families and without: `python -m tests.quality.article`."""

from __future__ import annotations

from tests.quality.article.runs import RUNS, run


def main() -> None:
    for name in RUNS:
        print(name)
        for field, value in run(name).flat().items():
            print(f"  {field:12} {value:.3f}")


if __name__ == "__main__":
    main()
