"""An append-only file without a buffer."""

from __future__ import annotations

import os
from io import FileIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class Segment:
    """A new file that is created with its first byte and only ever grows.

    When `append` returns, the kernel has the bytes: a killed process loses none.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.size = 0
        self._file: FileIO | None = None
        self._mode = "x"

    def create(self) -> None:
        """Create the file before its first byte; FileExistsError if it is there."""
        self._opened()

    def append(self, data: bytes) -> None:
        """Write all of `data`; OSError leaves a torn end for recovery to cut."""
        rest = memoryview(data)
        try:
            while rest:
                # A raw write may take less than it is given on a disk nearly full.
                rest = rest[self._opened().write(rest) :]
        except OSError as error:
            # A raw file's errors do not say which.
            error.filename = error.filename or str(self.path)
            raise
        self.size += len(data)

    def sync(self) -> None:
        """Have the disk itself hold what was written: for a loss of power."""
        if self.size:
            os.fsync(self._opened().fileno())

    def rest(self) -> None:
        """Give the file handle back; the next `append` opens the file again."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _opened(self) -> FileIO:
        if self._file is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._file = FileIO(self.path, self._mode)
            self._mode = "a"
        return self._file
