"""The committed JSON Schema is that of the records, and every field says what it is."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from pipelines.records.schema import (
    RECORDS,
    classes_within,
    member_docs,
    schema,
    schema_text,
)
from pipelines.records.terms import Level

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = Path(__file__).parents[2] / "docs" / "schema"

# Name and type say all there is to say; what is added here must be argued for.
SELF_EVIDENT: Mapping[str, str] = {
    "AgendaItem": "classification description order",
    "Appointment": "action name",
    "Demand": "span",
    "Formula": "phrase span",
    "Group": "roles",
    "Meeting": (
        "agenda appointments attendance branch_locations classification "
        "co_organizers date_basis evidence extractor_version formulae "
        "groups lists location mentions modality motions organization "
        "passages relations responds_to session sources speeches subjects "
        "time_of_day"
    ),
    "Mention": "context name posts",
    "Motion": "result text",
    "NameList": "roles scope span",
    "Post": "qualifier",
    "Relation": "kind",
    "Repair": "kind",
    "Response": "area_id date kind level relation",
    "Source": (
        "archive article_id content_hash published_at publisher "
        "retrieved_at site title url"
    ),
    "Speech": "demands span",
}


@pytest.mark.parametrize("name", RECORDS)
def test_committed_schema_is_current(name: str) -> None:
    committed = (FOLDER / f"{name}.json").read_bytes()
    hint = "run python -m pipelines.records.schema docs/schema"
    assert committed == schema_text(RECORDS[name]).encode(), hint


def test_no_schema_without_a_record() -> None:
    assert {file.stem for file in FOLDER.glob("*.json")} == set(RECORDS)


def test_every_field_is_documented() -> None:
    records = {
        each
        for record in RECORDS.values()
        for each in classes_within(record)
        if dataclasses.is_dataclass(each)
    }
    bare = {
        f"{record.__name__}.{field.name}"
        for record in records
        for field in dataclasses.fields(record)
        if field.name not in member_docs(record)
    }
    exempt = {
        f"{record}.{name}"
        for record, names in SELF_EVIDENT.items()
        for name in names.split()
    }
    assert bare == exempt


def test_docstrings_become_descriptions() -> None:
    issue = schema(RECORDS["issue"])["$defs"]["Issue"]
    assert issue["description"].startswith("One thing that was not understood")
    assert issue["properties"]["start"]["description"] == (
        "Offset in code points into `Article.text`; null when not in the text."
    )


def test_enum_members_become_lines_of_the_description() -> None:
    modality = schema(RECORDS["meeting"])["$defs"]["Modality"]
    assert "`telephone_video`: 电视电话." in modality["description"].splitlines()


def test_order_is_that_of_declaration() -> None:
    definitions = schema(RECORDS["meeting"])["$defs"]
    assert definitions["Level"]["enum"] == [level.value for level in Level]
    meeting = list(definitions["Meeting"]["properties"])
    assert meeting == [field.name for field in dataclasses.fields(RECORDS["meeting"])]


@pytest.mark.parametrize("name", RECORDS)
def test_every_reference_has_its_definition(name: str) -> None:
    text = schema_text(RECORDS[name])
    definitions = json.loads(text)["$defs"]
    references = {part.split('"')[0] for part in text.split("#/$defs/")[1:]}
    assert references <= set(definitions)


def test_the_schema_is_msgspec_s_own_but_for_words_and_order() -> None:
    (_,), plain = msgspec.json.schema_components(
        (RECORDS["meeting"],), ref_template="#/$defs/{name}"
    )
    for name, definition in schema(RECORDS["meeting"])["$defs"].items():
        assert set(definition.get("properties", ())) == set(
            plain[name].get("properties", ())
        )
        assert set(definition.get("enum", ())) == set(plain[name].get("enum", ()))
        assert definition.get("required") == plain[name].get("required")
