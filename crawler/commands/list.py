"""`scrapy list`: every declared site; what is wrong with one in a line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from scrapy.commands.list import Command as ScrapyList

from crawler.declarations import declarations
from crawler.exit_status import ExitStatus
from crawler.refusal import Refusal

if TYPE_CHECKING:
    import argparse


class Command(ScrapyList):
    """Overrides the built-in of the same name: a command is its module's name."""

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        try:
            super().run(args, opts)
            for error in declarations(self.settings).broken.values():
                self._refuse(error)
        except Refusal as refusal:
            self._refuse(refusal)

    def _refuse(self, error: Exception) -> None:
        self.exitcode = ExitStatus.REFUSED
        print(f"scrapy list: {error}", file=sys.stderr)
