"""A run against what its site declares and against its own history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median
from typing import TYPE_CHECKING

from pipelines.archive.log import Outcome
from pipelines.records.issue import Issue, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipelines.archive.manifest import Manifest
    from pipelines.sites import Site

WEEK = timedelta(days=7)
FAR_TOO_HIGH = 5.0
"""Times the declared number: more likely a pattern that takes everything."""
ENOUGH = 3
"""Runs of a kind before they count as usual."""
DROP = 0.3
"""By how much a share must fall below its median to mean another template."""
SHARES = ("dated", "titled", "publisher")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing about a run that a person should know."""

    issue: Issue
    fails: bool
    """Whether the run counts as failed: a scheduler is told so."""

    @property
    def words(self) -> str:
        """One line for a person."""
        return f"{self.issue.code}: {self.issue.value}"


def findings(
    site: Site, run: Manifest, history: Sequence[Manifest]
) -> tuple[Finding, ...]:
    """What is wrong with `run`, given the site's earlier ones that are over."""
    past = [each for each in history if each.run != run.run]
    # What a killed or stopped run saw of the site is no measure of it.
    whole = [each for each in past if each.reason == "finished"]
    return tuple(
        Finding(
            issue=Issue(stage=Stage.MONITOR, code=code, value=value, site=site.name),
            fails=fails,
        )
        for code, value, fails in (
            *_declared(site, run, past),
            *_usual(run, whole),
            *_template(run, whole),
            *_seen(run),
        )
    )


Row = tuple[str, str, bool]


def _declared(site: Site, run: Manifest, past: Sequence[Manifest]) -> Iterator[Row]:
    share = site.assertions.dated
    if share is not None and run.shares.get("dated", 1.0) < share:
        value = f"{run.shares['dated']:.2f} of the articles have a date, not {share}"
        yield "too_few_dated", value, True
    expected = site.assertions.articles_per_week
    if expected is None:
        return
    runs = [each for each in (*past, run) if _since(each, run) <= WEEK]
    articles = sum(each.articles for each in runs)
    observed = max((_since(each, run) for each in past), default=timedelta())
    if articles > FAR_TOO_HIGH * expected and len(past) >= ENOUGH:
        value = f"{articles} articles in a week, {expected:g} were declared"
        yield "too_many_articles", value, False
    # A site that was not looked at for a week cannot have had too few.
    if observed >= WEEK and articles < expected:
        value = f"{articles} articles in a week, {expected:g} were declared"
        yield "too_few_articles", value, True


def _since(earlier: Manifest, run: Manifest) -> timedelta:
    return _start(run) - _start(earlier)


def _start(run: Manifest) -> datetime:
    return datetime.fromisoformat(run.started_at)


def _usual(run: Manifest, whole: Sequence[Manifest]) -> Iterator[Row]:
    weekday = _start(run).weekday()
    same = [each.articles for each in whole if _start(each).weekday() == weekday]
    if len(same) < ENOUGH:
        return
    usual = median(same)
    if usual >= ENOUGH and run.articles < usual / 3:
        value = f"{run.articles} articles, usual on this weekday: {usual:g}"
        yield "fewer_than_usual", value, False


def _template(run: Manifest, whole: Sequence[Manifest]) -> Iterator[Row]:
    for name in SHARES:
        before = [each.shares[name] for each in whole if name in each.shares]
        if before and name in run.shares and run.shares[name] < median(before) - DROP:
            value = f"{name}: {run.shares[name]:.2f}, before {median(before):.2f}"
            yield "template_changed", value, True
    unread = run.outcomes.get(Outcome.UNREADABLE, 0)
    stored = run.outcomes.get(Outcome.STORED, 0)
    if unread > stored and unread > 1:
        yield "pages_not_understood", f"{unread} of {unread + stored} articles", True


def _seen(run: Manifest) -> Iterator[Row]:
    for code, finding, fails in (
        ("block_page", "block_pages", True),
        ("list_without_links", "lists_without_links", True),
        ("unreadable_response", "unreadable_responses", False),
        ("list_failed", "lists_failed", False),
    ):
        if count := run.issues.get(code):
            yield finding, f"{count} in this run", fails
    for code, finding in (
        ("unknown_meeting_kind", "unknown_meeting_kinds"),
        ("unresolved_area", "unresolved_areas"),
    ):
        if count := run.issues.get(code):
            yield finding, f"{count} in this run", False
