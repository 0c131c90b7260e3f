"""A Page decoded, with the evidence and the repairs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pipelines.records.issue import Issue
from pipelines.records.page import Page, Pages


class RepairKind(StrEnum):
    """What was wrong with the characters."""

    CHARSET = "charset"
    """Stray bytes of another encoding inside a page."""
    MOJIBAKE = "mojibake"
    """Text read in the wrong encoding before it was published."""
    LOST = "lost"
    """Information gone (锟斤拷, U+FFFD, a lost byte): marked, never guessed."""
    ENTITY = "entity"
    """Character references escaped twice."""
    GLOSS = "gloss"
    """A pinyin reading in brackets after its character."""
    ORPHAN_GLOSS = "orphan_gloss"
    """A reading whose character was lost."""
    RADICAL = "radical"
    """Kangxi radicals and compatibility ideographs."""
    PRIVATE_USE = "private_use"
    INVISIBLE = "invisible"
    """Zero-width, bidirectional and control characters."""
    WIDTH = "width"
    """Full-width letters and digits."""
    SPACE = "space"
    """Ideographic, no-break and layout spaces inside words."""
    PUNCTUATION = "punctuation"
    """Stray or doubled marks inside titles and lists."""
    SCRIPT = "script"
    """Traditional to Simplified; `text_as_published` keeps the original."""
    EVASION = "evasion"
    """Homophones in place of a filtered word (市卫 for 市委)."""
    SPAM = "spam"
    """Injected phrases."""
    WATERMARK = "watermark"
    CHROME = "chrome"
    """Page furniture inside the article's text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Changes of one kind at one place of a repaired text."""

    kind: RepairKind
    start: int
    """Offset in code points into the repaired text."""
    end: int
    """End of what stands there now; equal to `start` for a removal."""
    before: str
    """What stood there, with a character or two of context, at most 40."""
    after: str
    """What stands there now, with the same context, at most 40."""
    count: int = 1
    """How many changes of this kind this row stands for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Why an encoding was chosen or refused."""

    source: str
    """`bom`, `header`, `meta`, `xml`, `noted`, `bytes`."""
    label: str
    """The label as written, or what the bytes showed."""
    verdict: str
    """`accepted`, or why it lost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One Page as Unicode: markup or plain text, not yet parsed."""

    page: Page
    text: str
    """The markup of an HTML page, or the lines of a text page."""
    encoding: str
    """WHATWG name of the encoding that was used (`gb18030`)."""
    evidence: tuple[Evidence, ...]
    """Every declaration found and what the bytes said of it."""
    edits: tuple[Edit, ...] = ()
    """Repairs of the whole page, in its own offsets."""
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Documents:
    """The Documents of one article, in the order of its Pages."""

    pages: Pages
    documents: tuple[Document, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Repaired:
    """A text as a reader sees it, its characters put right."""

    published: str
    """Repaired, in the script it was published in."""
    simplified: str
    """The same in Simplified characters; same length, offset by offset."""
    edits: tuple[Edit, ...]
    """Repairs in order of place; offsets hold in both texts."""
