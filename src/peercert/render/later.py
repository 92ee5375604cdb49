"""What a report says only at its end: kept aside meanwhile, out of memory when it grows large."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tempfile import SpooledTemporaryFile

_IN_MEMORY = 1024 * 1024
_PIECE = 64 * 1024


class Later:
    """Text that is written bit by bit and read back once, at the end."""

    def __init__(self) -> None:
        self._kept: SpooledTemporaryFile[str] | None = None

    def __bool__(self) -> bool:
        """Say whether anything is kept."""
        return self._kept is not None

    def add(self, text: str) -> None:
        """Keep a text."""
        if self._kept is None:
            from tempfile import SpooledTemporaryFile  # most runs have nothing to keep

            self._kept = SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", newline="")  # noqa: SIM115 - read() closes
        self._kept.write(text)

    def read(self) -> Iterator[str]:
        """Give back all that was kept, piece by piece, and let go of it."""
        if self._kept is not None:
            with self._kept as kept:
                kept.seek(0)
                while piece := kept.read(_PIECE):
                    yield piece
            self._kept = None
