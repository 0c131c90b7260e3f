r"""Pages that a browser builds: the article stands in the state that a script carries.

Nuxt, Next, Vue and React applications send `window.__NUXT__=(function(a,b){return
{…content:"\\u003Cp\\u003E…",source:b…}}("", "某某融媒体中心"))` or an object by another name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.families.base import Family, Fields
from pipelines.families.cri import CARRIER
from pipelines.families.scripts import scripts_with, string_after

if TYPE_CHECKING:
    from collections.abc import Iterable

    from selectolax.lexbor import LexborHTMLParser

SHORTEST = 80
"""Characters of markup below which a string is no article's text."""
AROUND = 6000
"""Characters on either side of the text in which its object begins and ends."""
PARAGRAPH = re.compile(r"<p[\s>]|<div[\s>]|<br", re.IGNORECASE)
HAN = re.compile(r"[\u4e00-\u9fff]")
WRAPPED = re.compile(r"\(function\((?P<names>[\w$,]*)\)\s*\{\s*return\b")
LITERAL = re.compile(
    r"\s*(?:\"(?P<text>(?:[^\"\\]|\\.)*)\"|(?P<other>[^,\"()]*))\s*(?:,|$)"
)
NUMBER = re.compile(r"\d{10,13}\b")
VARIABLE = re.compile(r"[A-Za-z_$][\w$]{0,3}(?=[,}])")
TITLES = ("title", "articleTitle", "newsTitle")
TIMES = (
    *("publishTime", "pubTime", "publish_time", "publishDate", "pubDate"),
    *("releaseTime", "showTime", "createTime"),
)
SOURCES = ("source", "sourceName", "media", "mediaName", "origin", "copyfrom")


@dataclass(frozen=True, slots=True)
class State:
    """The object of the article in a script's source."""

    text: str
    """Markup."""
    sources: tuple[str, ...]
    """Of its object, and of the one which that stands in; without the text."""
    variables: Mapping[str, str]
    """What the names that stand for values stand for."""

    def value(self, keys: Iterable[str]) -> str:
        """The first of `keys` that has a text or a time; "" for none."""
        for source in self.sources:
            for key in keys:
                for match in re.finditer(rf"\b{key}\b[\"']?\s*:\s*", source):
                    value = self._at(source, match.end())
                    if value:
                        return value
        return ""

    def _at(self, source: str, start: int) -> str:
        if source[start : start + 1] in ("'", '"', "`"):
            return (string_after(source, start) or "").strip()
        number = NUMBER.match(source, start)
        if number is not None:
            return number[0]
        name = VARIABLE.match(source, start)
        return self.variables.get(name[0], "") if name is not None else ""


class AppState(Family):
    name = "appstate"
    holder = "#__nuxt, #__next, #__layout, #app, #root"

    def fields(self, tree: LexborHTMLParser) -> Fields:
        """All of them by one look at the scripts."""
        state = _state(tree)
        if state is None:
            return Fields()
        people = ("作者", state.value(("author",))), ("编辑", state.value(("editor",)))
        return Fields(
            title=state.value(TITLES),
            published=state.value(TIMES),
            publisher=state.value(SOURCES),
            byline=" ".join(f"{label}：{names}" for label, names in people if names),
            text=state.text,
        )

    def carried(self, tree: LexborHTMLParser) -> str:
        state = _state(tree)
        return state.text if state else ""


def _state(tree: LexborHTMLParser) -> State | None:
    """The object with the longest text of the page's scripts, or null."""
    best: State | None = None
    for script in scripts_with(tree, ("ontent", "text")):
        for match in CARRIER.finditer(script):
            value = string_after(script, match.end()) or ""
            longest = max(SHORTEST, len(best.text) if best else 0)
            if len(value) > longest and PARAGRAPH.search(value) and HAN.search(value):
                place = match.start(), _past_string(script, match.end())
                inner, outer = (_object(script, *place, depth) for depth in (1, 2))
                best = State(value, (inner, outer), _variables(script))
    return best


def _past_string(script: str, start: int) -> int:
    """The place behind the string that begins at `start`."""
    quote, at = script[start], start + 1
    while at < len(script) and script[at] != quote:
        at += 2 if script[at] == "\\" else 1
    return at + 1


def _object(script: str, start: int, end: int, depth: int) -> str:
    """What stands around a text: its object's source, or that of the `depth`th one
    around it; marks inside strings are not told apart, and nobody needs them to be."""
    level, first = 0, start
    for at in range(start - 1, max(0, start - AROUND), -1):
        level += {"}": 1, "{": -1}.get(script[at], 0)
        first = at
        if level <= -depth:
            break
    level, last = 0, end
    for at in range(end, min(len(script), end + AROUND)):
        level += {"{": 1, "}": -1}.get(script[at], 0)
        last = at
        if level <= -depth:
            break
    return script[first:start] + script[end : last + 1]


def _variables(script: str) -> dict[str, str]:
    """Names of the function's parameters and the literals that it is called with."""
    wrapped = WRAPPED.search(script)
    call = script.rfind("}(")
    if wrapped is None or call < wrapped.end():
        return {}
    names = wrapped["names"].split(",")
    values: list[str] = []
    at, end = call + 2, script.rfind(")", call, script.rfind(")"))
    while at < end and len(values) < len(names):
        literal = LITERAL.match(script, at, end)
        if literal is None or literal.end() == at:
            break
        values.append(literal["text"] or "")
        at = literal.end()
    return dict(zip(names, values, strict=False))
