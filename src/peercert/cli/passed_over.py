"""Files of a folder that may be about people, but are not read: whoever looks at the result must know of them."""

from __future__ import annotations

from peercert.cli.saying import say
from peercert.inputs import SUFFIXES


class PassedOver:
    """Counts them, and says so.

    Args:
        redact: Whether the name of a file, which may be a person's, must not be told.
    """

    def __init__(self, *, redact: bool) -> None:
        self._redact = redact
        self._count = 0
        self._first = ""

    def __call__(self, path: str) -> None:
        """Take one."""
        self._first = self._first or path
        self._count += 1

    def say(self) -> None:
        """Say on standard error how many there were; nothing where there were none."""
        if not self._count:
            return
        such = "" if self._redact else f" ({self._first})" if self._count == 1 else f", such as {self._first}"
        files = (
            "1 file in a folder was not read" if self._count == 1 else f"{self._count} files in folders were not read"
        )
        say(f"{files}{such}. Only names that end in {', '.join(SUFFIXES)} are read. Save a workbook as CSV first.")
