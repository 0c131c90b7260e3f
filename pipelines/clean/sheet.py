"""One page ready to be read: its lines in both scripts and its statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipelines.clean.labels import TAB
from pipelines.clean.lines import collapse
from pipelines.clean.metadata import NONE, Metadata
from pipelines.clean.outline import Outline
from pipelines.decode.repair import repair
from pipelines.families.base import NOTHING, Fields
from pipelines.records.document import Edit

STATED = len(Metadata._fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page's lines after its characters were put right."""

    outline: Outline
    simplified: Sequence[str]
    """Lines in Simplified characters, one for each of the outline."""
    published: Sequence[str]
    """The same as published; each as long as its twin."""
    starts: Sequence[int]
    """Offset of each line in the repaired text that `edits` point into."""
    edits: Sequence[Edit]
    metadata: Metadata
    """The page's own statements, in Simplified characters."""
    fields: Fields
    """What the family's own markup says, in Simplified characters."""
    url: str
    markup: str
    """As decoded, for what no element shows; empty for a page of plain text."""

    def without(self, phrase: str, mark: str) -> Sheet:
        """The sheet with a phrase marked wherever it stands; lengths stay."""
        published = []
        for line, source in zip(self.simplified, self.published, strict=True):
            shown, at = source, line.find(phrase)
            while at >= 0:
                shown = shown[:at] + mark + shown[at + len(mark) :]
                at = line.find(phrase, at + len(mark))
            published.append(shown)
        return replace(
            self,
            simplified=[line.replace(phrase, mark) for line in self.simplified],
            published=published,
        )

    def marked(self, line: int) -> str:
        """A line with `TAB` between the texts of its elements."""
        source = self.outline.lines[line]
        text = self.simplified[line]
        if not source.pieces:
            return text
        pieces = [piece for piece in map(collapse, source.pieces) if piece]
        if text != source.text:
            pieces = [repair(piece).simplified for piece in pieces]
        return TAB.join(pieces)


def sheet(
    outline: Outline, metadata: Metadata, fields: Fields, url: str, markup: str = ""
) -> Sheet:
    """Repairs a page's lines and statements in one go."""
    spoken: list[str] = []
    if metadata is not NONE:
        spoken = [" ".join(said.split()) for said in (*metadata, *fields[:-1])]
    repaired = repair("\n".join(spoken + [line.text for line in outline.lines]))
    simplified = repaired.simplified.split("\n")
    published = repaired.published.split("\n")
    if not outline.lines and not spoken:
        simplified = published = []
    count = len(spoken)
    if len(simplified) != count + len(outline.lines):
        raise ValueError("repair() changed the number of lines")
    starts = [0]
    for line in simplified:
        starts.append(starts[-1] + len(line) + 1)
    return Sheet(
        outline=outline,
        simplified=simplified[count:],
        published=published[count:],
        starts=starts[count:],
        edits=repaired.edits,
        metadata=Metadata(*simplified[:STATED]) if spoken else NONE,
        fields=Fields(*simplified[STATED:count]) if spoken else NOTHING,
        url=url,
        markup=markup,
    )
