"""`python -m pipelines`: the bulk road, and what is done with an archive."""

from __future__ import annotations

import argparse
import os
import sys
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Never

from tqdm import tqdm

from pipelines.archive.errors import ArchiveError, SiteLocked, SourceError
from pipelines.archive.found import DAMAGES
from pipelines.archive.sources import check_sources
from pipelines.arguments import positive
from pipelines.bulk import read_all
from pipelines.diff import DiffError, diff_lines
from pipelines.history import history_lines
from pipelines.site_file import SiteError, load_sites
from pipelines.verify import verify
from pipelines.wacz import WaczError, export

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Sequence

    from pipelines.bulk import Progress

# Those of `scrapy crawl` where both have them; DAMAGED of a source is 10 there too.
GOOD, DAMAGED, REFUSED, ARCHIVE_FAILED, ALREADY_RUNNING = 0, 1, 2, 5, 6
SOURCE_DAMAGED = 10
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns the exit status: that of `scrapy crawl` where both have it."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    command = COMMANDS.get(given[0]) if given else None
    try:
        return command(given[1:]) if command else _read(given)
    except (SourceError, SiteError, WaczError, DiffError, OSError) as error:
        print(f"python -m pipelines: {error}", file=sys.stderr)
        return REFUSED
    except SiteLocked as error:
        print(f"python -m pipelines: {error}", file=sys.stderr)
        return ALREADY_RUNNING
    except ArchiveError as error:
        print(f"python -m pipelines: {error}", file=sys.stderr)
        return ARCHIVE_FAILED
    except KeyboardInterrupt:
        print("stopped; run the same command again for the rest", file=sys.stderr)
        return INTERRUPTED


def _read(given: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m pipelines",
        description="Read saved material into an archive, on all cores.",
        epilog=f"Other commands: {', '.join(COMMANDS)} (each with --help).",
    )
    parser.add_argument("source", nargs="+", type=_source, help="folder, page, .warc, .warc.gz, .warc.zst, .wacz, or - for standard input")  # fmt: skip
    parser.add_argument("-o", "--output", type=Path, default=Path("archive"), help="the archive (default: archive)")  # fmt: skip
    parser.add_argument("-j", "--jobs", type=positive, default=os.cpu_count() or 1, help="worker processes (default: all cores)")  # fmt: skip
    parser.add_argument("--all", action="store_true", help="read pages without a word for a meeting too")  # fmt: skip
    parser.add_argument("--keep-files", action="store_true", help="write the bytes of saved files into the archive's WARCs")  # fmt: skip
    parser.add_argument("--sites", type=Path, default=_seeds(), help="where sites are declared (default: seeds)")  # fmt: skip
    options = parser.parse_args(given)
    if not Path(given[0]).exists() and (near := get_close_matches(given[0], COMMANDS)):
        raise SourceError(
            f"{given[0]}: no such file; did you mean the command {near[0]}?"
        )
    check_sources(options.source)
    sites = load_sites(options.sites) if options.sites else {}
    # Its thread would be forked along with the workers.
    tqdm.monitor_interval = 0
    with tqdm(unit="B", unit_scale=True, total=_size(options.source), disable=None) as bar:  # fmt: skip
        progress = read_all(
            options.source,
            sites,
            options.output,
            workers=options.jobs,
            keep_all=options.all,
            keep_files=options.keep_files,
            told=_told(bar),
        )
    _report(progress, options.output)
    return SOURCE_DAMAGED if DAMAGES & progress.issues.keys() else GOOD


def _told(bar: tqdm[Never]) -> Callable[[Progress, int], None]:
    def tell(progress: Progress, size: int) -> None:
        bar.update(size)
        bar.set_postfix_str(
            f"{progress.articles} articles, {progress.meetings} meetings, "
            f"{progress.passed_over} passed over",
            refresh=False,
        )

    return tell


def _report(progress: Progress, root: Path) -> None:
    rows = (
        (progress.articles, "articles"),
        (progress.meetings, "meetings"),
        (progress.duplicates, "entries archived before, not written again"),
        (progress.issues.total(), f"issues  {_kinds(progress.issues)}".rstrip()),
        (progress.passed_over, "pages passed over: no word for a meeting"),
    )
    for count, noun in rows:
        print(f"{count:>8} {noun}", file=sys.stderr)
    print(f"  archive  {root.resolve()}", file=sys.stderr)


def _kinds(issues: Counter[str]) -> str:
    return ", ".join(f"{count} {code}" for code, count in issues.most_common())


def _size(sources: list[Path]) -> int | None:
    """Bytes of all files; of packed ones no more than an order of magnitude."""
    if any(source == Path("-") for source in sources):
        return None
    return sum(
        file.stat().st_size
        for source in sources
        for file in ([source] if source.is_file() else source.rglob("*"))
        if file.is_file()
    )


def _source(text: str) -> Path:
    if not text.strip():
        # Path("") would be the current folder: an unset variable of a shell.
        raise argparse.ArgumentTypeError("a source is empty")
    return Path(text)


def _seeds() -> Path | None:
    folder = Path("seeds")
    return folder if folder.is_dir() else None


def _diff(given: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m pipelines diff")
    parser.description = "Status 1 where they differ."
    parser.add_argument("old", type=Path, help="archive, or a .jsonl of meetings")
    parser.add_argument("new", type=Path)
    options = parser.parse_args(given)
    changed = False
    for line in diff_lines(options.old, options.new):
        changed = True
        print(line)
    return DAMAGED if changed else GOOD


def _history(given: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m pipelines history")
    parser.add_argument("url")
    parser.add_argument("-o", "--archive", type=Path, default=Path("archive"))
    options = parser.parse_args(given)
    for line in history_lines(options.archive, options.url):
        print(line)
    return GOOD


def _verify(given: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m pipelines verify")
    parser.add_argument("archive", type=Path)
    options = parser.parse_args(given)
    damages, checked = verify(options.archive)
    for damage in damages:
        print(damage)
    print(f"{checked}; {len(damages)} damages", file=sys.stderr)
    return DAMAGED if damages else GOOD


def _wacz(given: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m pipelines wacz")
    parser.add_argument("archive", type=Path)
    parser.add_argument("output", type=Path, help="the .wacz to write")
    parser.add_argument("--site", help="one site (default: all)")
    options = parser.parse_args(given)
    print(export(options.archive, options.output, options.site), file=sys.stderr)
    return GOOD


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "diff": _diff,
    "history": _history,
    "verify": _verify,
    "wacz": _wacz,
}

if __name__ == "__main__":
    sys.exit(main())
