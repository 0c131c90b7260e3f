"""The command line: the held half keeps its misses to itself."""

from __future__ import annotations

import pytest

from tests.quality.meetings.__main__ import main


@pytest.mark.parametrize(
    "arguments",
    [["--errors"], ["--errors", "--half", "held"], ["--errors", "--page", "002"]],
)
def test_misses_of_the_held_half_are_refused(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().out == ""


def test_a_page_of_the_open_half_lists_its_table(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["--errors", "--page", "059"]) == 0
    assert "facts, pooled" in capsys.readouterr().out
