"""JSON Schema of everything that is written, made from the records themselves.

`python -m pipelines.records.schema docs/schema` writes one file a record. The
docstrings under the fields and enum members, which Python itself throws away, become
the descriptions.
"""

from __future__ import annotations

import ast
import dataclasses
import inspect
import sys
from enum import Enum
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from pipelines.archive.log import LogLine
from pipelines.archive.manifest import Manifest
from pipelines.records.article import Article
from pipelines.records.issue import Issue
from pipelines.records.meeting import Meeting
from pipelines.records.observation import Observation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DIALECT = "https://json-schema.org/draft/2020-12/schema"
# One file a record, named for the lines or the document it describes.
RECORDS: Mapping[str, type] = {
    "article": Article,
    "meeting": Meeting,
    "issue": Issue,
    "observation": Observation,
    "log": LogLine,
    "manifest": Manifest,
}


def schema(record: type) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one record and all that it holds."""
    (top,), definitions = msgspec.json.schema_components(
        (record,), ref_template="#/$defs/{name}"
    )
    classes = {each.__name__: each for each in classes_within(record)}
    for name, definition in definitions.items():
        _describe(definition, classes[name])
    return {"$schema": DIALECT, **top, "$defs": definitions}


def schema_text(record: type) -> str:
    """The schema as it is committed: indented, UTF-8, one line feed at the end."""
    encoded = msgspec.json.encode(schema(record))
    return msgspec.json.format(encoded, indent=2).decode() + "\n"


@cache
def member_docs(owner: type) -> Mapping[str, str]:
    """The docstring under each field or enum member of a class, by its name."""
    source = inspect.getsource(sys.modules[owner.__module__])
    body = next(
        node.body
        for node in ast.parse(source).body
        if isinstance(node, ast.ClassDef) and node.name == owner.__name__
    )
    return dict(_documented(body))


def _documented(body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    for statement, below in pairwise(body):
        target = _target(statement)
        if target and isinstance(below, ast.Expr):
            match below.value:
                case ast.Constant(value=str(text)):
                    yield target, " ".join(text.split())


def _target(statement: ast.stmt) -> str | None:
    match statement:
        case ast.AnnAssign(target=ast.Name(id=name)):
            return name
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name
    return None


def classes_within(record: type) -> set[type]:
    """The record's class and those of all records and enums within it."""
    kinds = (msgspec.inspect.DataclassType, msgspec.inspect.EnumType)
    found: set[type] = set()
    waiting: list[object] = [msgspec.inspect.type_info(record)]
    while waiting:
        info = waiting.pop()
        if isinstance(info, kinds):
            if info.cls in found:
                continue
            found.add(info.cls)
        waiting += _within(info)
    return found


def _within(info: object) -> list[object]:
    """The type nodes directly below one that msgspec gives for an annotation."""
    parts = ("fields", "types", "item_types")
    below: list[object] = [each for part in parts for each in getattr(info, part, ())]
    singles = ("type", "item_type", "key_type", "value_type")
    return below + [getattr(info, name) for name in singles if hasattr(info, name)]


def _describe(definition: dict[str, Any], owner: type) -> None:
    # msgspec sorts members and puts required fields first; the order of declaration
    # is that of the lines, and of levels and roles.
    docs = member_docs(owner)
    if issubclass(owner, Enum):
        definition["enum"] = [member.value for member in owner]
        head = [definition["description"]] if "description" in definition else []
        lines = [f"`{owner[name].value}`: {text}" for name, text in docs.items()]
        definition["description"] = "\n".join(head + lines)
        return
    assert dataclasses.is_dataclass(owner)
    properties = definition["properties"]
    definition["properties"] = {
        field.name: properties[field.name] | _description(docs.get(field.name))
        for field in dataclasses.fields(owner)
    }


def _description(text: str | None) -> dict[str, str]:
    return {} if text is None else {"description": text}


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, record in RECORDS.items():
        file = folder / f"{name}.json"
        file.write_text(schema_text(record), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
