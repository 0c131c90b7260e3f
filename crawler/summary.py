"""The few lines that a person reads when a run is over."""

from __future__ import annotations

from collections import Counter
from operator import itemgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from pipelines.archive.layout import SegmentKind
from pipelines.archive.log import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from pipelines.archive.manifest import Manifest

# More kinds than this hide the picture; the manifests have them all.
KINDS_SHOWN = 12
REASONS_SHOWN = 4


def summary(
    *,
    title: str,
    manifests: Sequence[Manifest],
    root: Path,
    feeds: Sequence[str],
    reasons: Mapping[str, int] = MappingProxyType({}),
) -> str:
    """What a run added to the archive, over all its sites, a line a fact.

    `title` is the first line; `feeds` are the files asked for by -o and -O;
    `reasons`: why requests were refused or failed, with how many.
    """
    outcomes = _total(manifest.outcomes for manifest in manifests)
    issues = _total(manifest.issues for manifest in manifests)
    duplicates = outcomes[Outcome.DUPLICATE]
    rows = (
        (sum(each.pages for each in manifests), "pages", _kinds(outcomes)),
        (sum(each.articles for each in manifests), "articles", ""),
        (sum(each.meetings for each in manifests), "meetings", ""),
        (issues.total(), "issues", _kinds(issues)),
        (
            duplicates,
            "duplicates",
            "archived or asked for before" if duplicates else "",
        ),
    )
    counts = (_row(count, noun, kinds) for count, noun, kinds in rows)
    why = _reasons(reasons)
    return "\n".join((title, *counts, *why, *_places(manifests, root, feeds)))


def _reasons(reasons: Mapping[str, int]) -> Iterable[str]:
    ordered = sorted(reasons.items(), key=itemgetter(1), reverse=True)
    for reason, count in ordered[:REASONS_SHOWN]:
        yield f"  {count:>6} {reason}"
    if len(ordered) > REASONS_SHOWN:
        yield f"         {len(ordered) - REASONS_SHOWN} more in the log"


def _row(count: int, noun: str, kinds: str) -> str:
    counted = noun.removesuffix("s") if count == 1 else noun
    return f"{count:>8} {counted:<11}{kinds}".rstrip()


def _total(counts: Iterable[Mapping[Any, int]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for each in counts:
        total.update(each)
    return total


def _kinds(counts: Counter[str]) -> str:
    present = [f"{count} {kind}" for kind, count in counts.most_common() if count]
    more = len(present) - KINDS_SHOWN
    shown = present[:KINDS_SHOWN] + ([f"{more} kinds more"] if more > 0 else [])
    return ", ".join(shown)


def _places(
    manifests: Sequence[Manifest], root: Path, feeds: Sequence[str]
) -> Iterable[str]:
    if manifests:
        kinds = ", ".join(sorted(SegmentKind))
        sites = ", ".join(manifest.site for manifest in manifests)
        yield f"  archive  {root.resolve()}"
        yield f"  lines    {{{kinds}}}/<site>/{manifests[0].run}.jsonl"
        yield f"  log      runs/<site>/{manifests[0].run}.log and .json"
        yield f"  sites    {sites}"
    for feed in feeds:
        yield f"  feed     {feed}"
