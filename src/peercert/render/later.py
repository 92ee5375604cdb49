"""What a report says only at its end: kept aside meanwhile, out of memory when it grows large."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

_IN_MEMORY = 1024 * 1024
_PIECE = 64 * 1024


class Later:
    """Text that is written bit by bit and read back once, at the end."""

    def __init__(self) -> None:
        self._held: list[str] = []
        self._size = 0
        self._file: IO[str] | None = None

    def __bool__(self) -> bool:
        """Say whether anything is kept."""
        return bool(self._held) or self._file is not None

    def add(self, text: str) -> None:
        """Keep a text."""
        self._held.append(text)
        self._size += len(text)
        if self._size > _IN_MEMORY:
            self._put_away()

    def read(self) -> Iterator[str]:
        """Give back all that was kept, piece by piece, and let go of it."""
        if self._file is not None:
            with self._file as file:
                file.seek(0)
                while piece := file.read(_PIECE):
                    yield piece
            self._file = None
        yield from self._held
        self._held.clear()

    def _put_away(self) -> None:
        if self._file is None:
            from tempfile import TemporaryFile  # most runs have little to keep

            self._file = TemporaryFile("w+", encoding="utf-8", errors="surrogatepass", newline="")  # noqa: SIM115 - read() closes
        self._file.writelines(self._held)
        self._held.clear()
        self._size = 0
