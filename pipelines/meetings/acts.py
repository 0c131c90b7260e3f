"""What each mentioned person did, sentence by sentence.

What stands behind a verb of saying is content, and people in it were not necessarily
there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipelines.meetings.contexts import CITED_AFTER, context_of
from pipelines.meetings.mention import Mention
from pipelines.meetings.roles import SAYING, role_matches, roles_of
from pipelines.meetings.runs import Run, runs
from pipelines.records.terms import MentionContext, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.meetings.people import People
    from pipelines.meetings.prose import Prose, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What one mention of a person says that he did."""

    mention: Mention
    sentence: int
    """Index of the sentence."""
    role_spans: tuple[tuple[Role, tuple[int, int]], ...]
    """Each role with the words that give it."""
    context: MentionContext | None
    """Why the person is only mentioned; null for people who act."""
    verb_start: int
    """Of the words that give the role; equal to `verb_end` when there are none."""
    verb_end: int

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(role for role, _ in self.role_spans)

    def span(self, role: Role) -> tuple[int, int]:
        """Of the words that give `role`; those of the first role where it has none."""
        return dict(self.role_spans).get(role, (self.verb_start, self.verb_end))


def read_acts(prose: Prose, people: People) -> tuple[Act, ...]:
    """One Act for each mention, in order of place."""
    acts: list[Act] = []
    at = 0
    mentions = people.mentions
    for sentence in prose.sentences:
        inside: list[Mention] = []
        while at < len(mentions) and mentions[at].start < sentence.end:
            inside.append(mentions[at])
            at += 1
        inside = _with_pronouns(prose.flat, sentence, inside, acts)
        acts.extend(_sentence_acts(prose.flat, sentence, inside))
    return tuple(acts)


# 他强调, 她在会上: at the head of a clause, before words that people do.
_PRONOUN = re.compile(r"(?:^|(?<=[，。；：\n“\s]))[他她](?![们人的家国乡山])")
_SUBJECTS = frozenset({Role.CHAIR, Role.SPEAKER, Role.LEAD})


def _with_pronouns(
    flat: str, sentence: Sentence, mentions: list[Mention], acts: list[Act]
) -> list[Mention]:
    """The mentions of a sentence and those that a pronoun stands for."""
    rows = list(mentions)
    for match in _PRONOUN.finditer(flat, sentence.start, sentence.end):
        before = [m for m in mentions if m.end <= match.start()]
        meant = before[-1] if before else _antecedent(acts, sentence)
        if meant is not None:
            start, end = match.span()
            rows.append(
                replace(
                    meant,
                    start=start,
                    end=end,
                    chain_start=start,
                    titles=(),
                    rule="pronoun",
                )
            )
    return sorted(rows, key=lambda mention: mention.start)


def _antecedent(acts: list[Act], sentence: Sentence) -> Mention | None:
    """The subject of the sentence before, else the last who spoke, chaired or led."""
    rows = [act for act in acts if act.context is None]
    last = [act for act in rows if act.sentence == sentence.index - 1]
    speakers = [act for act in last if act.roles & _SUBJECTS]
    if last:
        return (speakers or last)[0].mention
    doers = [act for act in rows[-6:] if act.roles & _SUBJECTS]
    chosen = doers or rows
    return chosen[-1].mention if chosen else None


def _sentence_acts(
    flat: str, sentence: Sentence, mentions: list[Mention]
) -> Iterator[Act]:
    content = False
    for run in _through_represented(flat, list(runs(flat, sentence, mentions))):
        said = SAYING.search(flat, *run.before)
        content = (content or said is not None) and not _new_subject(flat, run)
        yield from _run_acts(flat, sentence, run, content)


def _through_represented(flat: str, rows: list[Run]) -> Iterator[Run]:
    """A代表B讲话: what is told behind B was done by A."""
    for at, run in enumerate(rows):
        between = flat[slice(*run.after)].strip()
        stands_for = between in _FOR_NEXT or _OF_THE_NEXT.fullmatch(between)
        nearby = rows[at + 1].after if at + 1 < len(rows) else run.after
        beside = _COMPANY.match(flat, *nearby)
        if stands_for and at + 1 < len(rows):
            yield replace(run, after=nearby)
        elif beside and _IN_COMPANY.match(flat, *run.after):
            yield replace(run, after=(beside.end(), nearby[1]))
        elif own := _COMPANY.match(flat, *run.after):
            yield replace(run, after=(run.after[0], own.end()))
        else:
            yield run


# A代表|B讲话, A率|B、C到某镇调研: what is told behind B was done by A.
_FOR_NEXT = frozenset({"代表", "带领", "率领", "率"})
# A、B，列席会议的|C在主席台就座: A and B too.
_OF_THE_NEXT = re.compile(r"[，；、](?:应邀)?(?:列席|出席|参加|主持)[^，。；]{0,10}的")
# A在…B等同志的陪同下，走访慰问了…: what is told behind is A's.
_COMPANY = re.compile(r"(?:等)?(?:县|市|区|州)?(?:领导|同志|人)?(?:等)?的?陪同下，?")


# 李二河按照河长职责，在|某某的陪同下: who goes, before those who go along.
_IN_COMPANY = re.compile(r"(?:同志)?(?:，?[^。；，\n]{2,40}，)?在")


def _new_subject(flat: str, run: Run) -> bool:
    """；B要求: behind a mark, a person who acts at once ends the content before."""
    before = flat[slice(*run.before)].rstrip()
    return (not before or before[-1] in "；。，") and bool(
        role_matches(flat, run.after[0], min(run.after[0] + 12, run.after[1]))
        and not CITED_AFTER.match(flat, run.after[0])
    )


def _run_acts(flat: str, sentence: Sentence, run: Run, content: bool) -> Iterator[Act]:
    context = context_of(flat, run)
    roles: dict[Role, tuple[int, int]] = {}
    if content and context is None:
        context = MentionContext.UPSTREAM
    elif context is None:
        roles = roles_of(flat, run, sentence.start)
    first = min(roles.values(), default=(run.after[0], run.after[0]))
    for mention in run.mentions:
        yield Act(
            mention=mention,
            sentence=sentence.index,
            role_spans=tuple(roles.items()),
            context=context,
            verb_start=first[0],
            verb_end=first[1],
        )
