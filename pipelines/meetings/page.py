"""Everything that is read of a page once, before its meetings are told apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pipelines.meetings.acts import Act
from pipelines.meetings.demands import Row
from pipelines.meetings.marks import Marks
from pipelines.meetings.naming import Naming
from pipelines.meetings.openings import Opening
from pipelines.meetings.participants import Roster
from pipelines.meetings.people import People
from pipelines.meetings.prose import Prose, Sentence
from pipelines.meetings.setting import Setting
from pipelines.meetings.when import When
from pipelines.records.article import Article
from pipelines.records.people import Post


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReading:
    """One article's text with its words, people, dates and places marked."""

    article: Article
    published: date | None
    prose: Prose
    marks: Marks
    people: People
    acts: tuple[Act, ...]
    dates: tuple[When, ...]
    setting: Setting
    namings: tuple[Naming, ...]
    posts: Mapping[str, tuple[tuple[Post, tuple[int, int]], ...]]
    """Posts of each person over the page, each with its span."""
    rosters: tuple[Roster, ...]
    openings: tuple[Opening, ...]
    rows: tuple[Row, ...]

    def sentences(self, indices: tuple[int, ...]) -> tuple[Sentence, ...]:
        return tuple(self.prose.sentences[index] for index in indices)
