"""Standard input: read piece by piece, as a file that is no file."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any, BinaryIO, NamedTuple


class StandardInput(NamedTuple):
    """Standard input, not yet read."""

    read: Callable[[], bytes]
    """Gives the next piece; nothing when it has ended."""

    format: str
    """How it is spelled."""

    def file(self) -> BinaryIO:
        """Return it as a file, which never holds more than a piece."""
        return io.BufferedReader(_Pieces(self.read))


class _Pieces(io.RawIOBase):
    def __init__(self, read: Callable[[], bytes]) -> None:
        self._read = read
        self._left = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - whatever room the reader has
        if not self._left:
            self._left = memoryview(self._read())
        room = memoryview(buffer)
        count = min(len(room), len(self._left))
        room[:count], self._left = self._left[:count], self._left[count:]
        return count
