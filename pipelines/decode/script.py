"""Traditional to Simplified, offset by offset."""

from __future__ import annotations

import re
from functools import cache

from pipelines.decode.ambiguous import CHOICES, SURNAME_YU
from pipelines.decode.variants import (
    VARIANTS,
    converter,
    simplified_forms,
    traditional_characters,
)
from pipelines.records.article import Script


def is_traditional(text: str) -> bool:
    """Whether a text as published is in Traditional characters."""
    return script_of(text) is Script.HANT


def script_of(text: str) -> Script:
    """The script of a text as published.

    Traditional where Traditional forms are at least as many as characters that
    only Simplified text has; text with neither counts as Simplified.
    """
    sample = text[:20_000]
    traditional = len(traditional_only().findall(sample))
    if not traditional or traditional < len(simplified_only().findall(sample)):
        return Script.HANS
    return Script.HANT


def simplify(text: str) -> str:
    """`text` in Simplified characters, as many as before."""
    if not traditional_only().search(text):
        return text
    converted = _converted(text)
    return _chosen(text, converted)


@cache
def traditional_only() -> re.Pattern[str]:
    """A character that Simplified text does not have."""
    return re.compile(f"[{traditional_characters()}]")


@cache
def simplified_only() -> re.Pattern[str]:
    """A character that came with the simplification: 会, not 后 or 云."""
    return re.compile(f"[{''.join(sorted(_only_modern()))}]")


def _only_modern() -> set[str]:
    """Simplified forms that Big5, the Traditional encoding, does not have.

    Those beyond the BMP are left out: they would make the class a slow one.
    """
    forms = simplified_forms().values()
    return {each for each in forms if each <= "\uffff" and not _in_big5(each)}


def _in_big5(character: str) -> bool:
    try:
        character.encode("big5")
    except UnicodeEncodeError:
        return False
    return True


@cache
def _variants() -> tuple[re.Pattern[str], dict[int, str]]:
    return re.compile(f"[{''.join(VARIANTS)}]"), str.maketrans(VARIANTS)


def _converted(text: str) -> str:
    """By OpenCC's phrases; character by character where one changes a length."""
    converted: str = converter().convert(text)
    if len(converted) != len(text):
        converted = "\n".join(map(_line_converted, text.split("\n")))
    pattern, table = _variants()
    return converted.translate(table) if pattern.search(converted) else converted


def _line_converted(line: str) -> str:
    converted: str = converter().convert(line)
    if len(converted) == len(line):
        return converted
    forms = simplified_forms()
    return "".join([forms.get(character, character) for character in line])


_AMBIGUOUS = re.compile(f"[{''.join(CHOICES)}]")


def _chosen(text: str, converted: str) -> str:
    """`converted` with the characters put right whose form depends on the word."""
    pieces: list[str] = []
    done = 0
    called = _called_yu(text)
    for match in _AMBIGUOUS.finditer(text):
        at = match.start()
        form = _form(text, at, match[0])
        if called and text.startswith(called, at):
            form = match[0]  # who is so called in one place is so in all
        if form != converted[at]:
            pieces += (converted[done:at], form)
            done = at + 1
    pieces.append(converted[done:])
    return "".join(pieces)


def _called_yu(text: str) -> tuple[str, ...]:
    """Who bears the surname 於, each once: 於文 where only a person can stand."""
    # Looked at from 於 on: a search would try what stands before a name everywhere.
    found = (_named_yu().match(text, each.start()) for each in _YU.finditer(text))
    return tuple({match[0] for match in found if match})


_YU = re.compile("於")


@cache
def _named_yu() -> re.Pattern[str]:
    """The surname 於 and its given name, in a place that only people fill."""
    return re.compile(SURNAME_YU)


def _form(text: str, at: int, character: str) -> str:
    choice = CHOICES[character]
    if choice.stays is not None and choice.stays.match(text, at):
        return character
    if choice.converts is not None and not choice.converts.match(text, at):
        return character
    return choice.simplified
