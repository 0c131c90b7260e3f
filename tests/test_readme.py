"""The README's commands are what the checks run."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def _commands() -> list[str]:
    text = (ROOT / "README.md").read_text("utf-8")
    section = text.split("## Two commands")[1].split("\n## ")[0]
    return re.findall(r"```sh\n(.+?)\n```", section, re.DOTALL)


def test_there_are_two_commands() -> None:
    run, test = _commands()
    assert "scrapy crawl replay -a source=seeds" in run
    assert test.endswith("pytest")


def test_checks_run_the_test_command_to_the_letter() -> None:
    assert _commands()[1] in (ROOT / ".ci/run").read_text("utf-8").splitlines()
