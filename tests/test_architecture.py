"""The rules of the house that no linter knows."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
PIPELINES = sorted((ROOT / "pipelines").rglob("*.py"))
CRAWLER = sorted((ROOT / "crawler").rglob("*.py"))
# The network side, and what brings it along: itemadapter imports Scrapy's items.
NETWORK = frozenset({"scrapy", "twisted", "crawler", "itemadapter"})
# Lexbor is the one HTML engine of this package.
OTHER_ENGINES = frozenset({"lxml", "parsel", "bs4", "html5lib"})
MUTABLE_CALLS = frozenset(
    {"list", "dict", "set", "bytearray", "defaultdict", "deque", "Counter"}
)
MUTATORS = frozenset(
    {
        "add", "append", "clear", "discard", "extend", "insert", "pop", "popitem",
        "remove", "setdefault", "sort", "update",
    }
)  # fmt: skip
# Types whose values mypy lets nobody change.
READ_ONLY = frozenset({"Mapping", "Sequence", "Collection", "Set"})


def name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def imported(tree: ast.Module) -> Iterator[str]:
    """The top-level package of every import, wherever it stands."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (alias.name.split(".")[0] for alias in names)
            case ast.ImportFrom(module=str(module), level=0):
                yield module.split(".")[0]


def state(tree: ast.Module) -> Iterator[str]:
    """Containers at the top of a module that are more than a table.

    A table is typed as read-only, or named as a constant, filled where it stands and
    never changed by its module.
    """
    changed = {ast.unparse(target) for target in changes(tree)}
    for node in tree.body:
        match node:
            case ast.Assign(targets=targets, value=value):
                names = [ast.unparse(target) for target in targets]
            case ast.AnnAssign(target=target, annotation=annotation, value=value):
                declared = ast.unparse(annotation).split("[")[0].split(".")[-1]
                names = [] if declared in READ_ONLY else [ast.unparse(target)]
            case _:
                continue
        if value is not None and is_mutable(value):
            filled = not is_empty(value)
            for each in names:
                is_table = filled and each.isupper() and each not in changed
                if not is_table and each != "__all__":
                    yield each


def changes(tree: ast.Module) -> Iterator[ast.expr]:
    """What is assigned into, extended or emptied anywhere in a module."""
    for node in ast.walk(tree):
        match node:
            case ast.Subscript(value=value, ctx=ast.Store() | ast.Del()):
                yield value
            case ast.AugAssign(target=target):
                yield target
            case ast.Call(func=ast.Attribute(value=value, attr=method)):
                if method in MUTATORS:
                    yield value


def is_empty(value: ast.expr) -> bool:
    match value:
        case ast.List(elts=content) | ast.Set(elts=content) | ast.Dict(keys=content):
            return not content
        case ast.Call(args=arguments):
            return not arguments or ast.unparse(value.func).endswith("defaultdict")
    return False


def is_mutable(value: ast.expr) -> bool:
    match value:
        case ast.List() | ast.Dict() | ast.Set():
            return True
        case ast.ListComp() | ast.DictComp() | ast.SetComp():
            return True
        case ast.Call(func=function):
            return ast.unparse(function).split(".")[-1] in MUTABLE_CALLS
    return False


def parse(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("file", PIPELINES, ids=name)
def test_pipelines_import_no_network_and_no_second_engine(file: Path) -> None:
    assert not set(imported(parse(file))) & (NETWORK | OTHER_ENGINES)


@pytest.mark.parametrize("file", CRAWLER, ids=name)
def test_crawler_leaves_articles_to_lexbor(file: Path) -> None:
    assert not set(imported(parse(file))) & {"selectolax", "lxml", "bs4"}


def test_nothing_that_pipelines_import_brings_the_network_in() -> None:
    # `__main__` runs when imported; it may import only what the others do.
    modules = [
        ".".join(file.relative_to(ROOT).with_suffix("").parts)
        for file in PIPELINES
        if file.stem != "__main__"
    ]
    code = (
        "import importlib, sys\n"
        f"for module in {modules!r}: importlib.import_module(module)\n"
        f"print(sorted({set(NETWORK | OTHER_ENGINES)!r} & set(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        check=False,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert (run.stdout, run.returncode) == ("[]\n", 0), run.stderr


@pytest.mark.parametrize("file", PIPELINES, ids=name)
def test_pipelines_hold_no_module_level_state(file: Path) -> None:
    tree = parse(file)
    assert list(state(tree)) == []
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Global)]


@pytest.mark.parametrize("file", CRAWLER, ids=name)
def test_no_response_is_read_as_text(file: Path) -> None:
    # Scrapy guesses the encoding; pipelines.decode reads the bytes.
    found = [
        ast.unparse(node)
        for node in ast.walk(parse(file))
        if isinstance(node, ast.Attribute)
        and node.attr in {"text", "body_as_unicode"}
        and ast.unparse(node.value).split(".")[-1] in {"response", "resp"}
    ]
    assert found == []


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("TABLE = {}", ["TABLE"]),
        ("a = b = []", ["a", "b"]),
        ("SEEN: set[str] = set()", ["SEEN"]),
        ("CACHE = collections.defaultdict(list)", ["CACHE"]),
        ("rows = [row for row in FILE]", ["rows"]),
        ("TABLE: Mapping[str, int] = {}", []),
        ("UNITS = {'万': 10_000}", []),
        ("UNITS: dict[str, int] = {'万': 10_000}", []),
        ("units = {'万': 10_000}", ["units"]),
        ("UNITS = {'万': 10_000}\ndef f():\n    UNITS['亿'] = 1", ["UNITS"]),
        ("WORDS = ['a']\ndef f():\n    WORDS.append('b')", ["WORDS"]),
        ("WORDS = ['a']\ndef f():\n    WORDS.count('b')", []),
        ("WORDS = frozenset({'a'})", []),
        ("WORDS = ('a',)", []),
        ("__all__ = ['extract']", []),
        ("def f():\n    rows = []", []),
    ],
)
def test_the_rule_on_module_level_state(code: str, names: list[str]) -> None:
    assert list(state(ast.parse(code))) == names


@pytest.mark.parametrize(
    ("code", "packages"),
    [
        ("import scrapy.http", {"scrapy"}),
        ("from twisted.internet import defer", {"twisted"}),
        ("def f():\n    import crawler", {"crawler"}),
        ("from . import scrapy", set()),
    ],
)
def test_the_rule_on_imports(code: str, packages: set[str]) -> None:
    assert set(imported(ast.parse(code))) == packages
