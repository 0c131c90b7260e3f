"""Tables of cases: `tests/cases/clean/<name>.jsonl`, negatives among them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipelines.clean.chrome import ends_article, is_furniture, opens_box
from pipelines.clean.credits import of_line
from pipelines.clean.labels import labelled
from pipelines.clean.names import names, not_names
from pipelines.clean.publishers import publisher_name
from pipelines.clean.spam import is_spam, overwriting
from pipelines.clean.times import stamps
from pipelines.families.hidden import is_hidden

CASES = Path(__file__).parents[1] / "cases" / "clean"
DATA = Path(__file__).parents[2] / "pipelines" / "clean"


def cases(name: str) -> list[Any]:
    text = (CASES / f"{name}.jsonl").read_text(encoding="utf-8")
    return [pytest.param(json.loads(line), id=line[:60]) for line in text.splitlines()]


@pytest.mark.parametrize("case", cases("times"))
def test_times(case: dict[str, Any]) -> None:
    assert [stamp.iso for stamp in stamps(case["text"])] == case["iso"]


@pytest.mark.parametrize("case", cases("labels"))
def test_labels(case: dict[str, Any]) -> None:
    found = [[each.fact.value, each.value] for each in labelled(case["line"])]
    assert found == case["found"]


@pytest.mark.parametrize("case", cases("names"))
def test_names(case: dict[str, Any]) -> None:
    assert list(names(case["value"])) == case["names"]


@pytest.mark.parametrize("case", cases("bylines"))
def test_bylines(case: dict[str, Any]) -> None:
    people = of_line(case["line"])
    assert list(people.reporters) == case["reporters"]
    assert list(people.editors) == case["editors"]


@pytest.mark.parametrize("case", cases("publishers"))
def test_publishers(case: dict[str, Any]) -> None:
    assert publisher_name(case["value"]) == case["name"]


@pytest.mark.parametrize("case", cases("lines"))
def test_lines(case: dict[str, Any]) -> None:
    assert ends_article(case["line"]) is case["end"]
    assert opens_box(case["line"]) is case["box"]
    assert is_furniture(case["line"]) is case["furniture"]


@pytest.mark.parametrize("case", cases("hidden"))
def test_hidden(case: dict[str, Any]) -> None:
    assert is_hidden({"style": case["style"]}) is case["hidden"]


def test_a_list_of_injected_phrases_is_spam() -> None:
    assert is_spam("国产高清天天在线,无码在线观看,久久久视频")
    assert not is_spam("县公安局打击博彩网站，抓获三人。")
    assert not is_spam("县公安局打击博彩网站")


def test_a_phrase_that_stands_throughout_overwrote_a_name() -> None:
    line = "金沙娱乐市委召开会议，金沙娱乐市长出席，金沙娱乐各单位参加。"
    assert overwriting([line]) == "金沙娱乐"
    assert overwriting(["警方捣毁一个金沙娱乐赌博窝点。"]) is None


@pytest.mark.parametrize("file", ["not_names.txt", "spam.txt"])
def test_word_lists_are_sorted_and_without_duplicates(file: str) -> None:
    words = (DATA / file).read_text(encoding="utf-8").split()
    assert words == sorted(set(words))


def test_no_name_on_the_list_is_too_long_to_matter() -> None:
    assert {word for word in not_names() if not 2 <= len(word) <= 4} == set()
