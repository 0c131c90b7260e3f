"""One page ready to be read: its lines in both scripts and its statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

from pipelines.clean.metadata import NONE, Metadata
from pipelines.clean.outline import Outline
from pipelines.decode.repair import repair
from pipelines.records.document import Edit


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
    url: str


def sheet(outline: Outline, metadata: Metadata, url: str) -> Sheet:
    """Repairs a page's lines and statements in one go."""
    stated = [field.name for field in fields(Metadata)]
    said = [" ".join(getattr(metadata, name).split()) for name in stated]
    spoken = said if metadata != NONE else []
    repaired = repair("\n".join([*spoken, *outline.texts]))
    simplified = repaired.simplified.split("\n")
    published = repaired.published.split("\n")
    if len(simplified) != len(spoken) + len(outline.texts):
        raise ValueError("repair() changed the number of lines")
    starts = [0]
    for line in simplified:
        starts.append(starts[-1] + len(line) + 1)
    count = len(spoken)
    return Sheet(
        outline=outline,
        simplified=simplified[count:],
        published=published[count:],
        starts=starts[count:],
        edits=repaired.edits,
        metadata=Metadata(**dict(zip(stated, simplified, strict=False)))
        if spoken
        else NONE,
        url=url,
    )
