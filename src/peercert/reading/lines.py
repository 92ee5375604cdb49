"""Lines: at which line and column a place in a text is, as an editor counts them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import AnyStr

_LINE_END = re.compile(r"\r\n|\r|\n")


_LOST = 64
"""Pieces of a line that is too long after which its end is no longer looked for."""


def line_ends(text: AnyStr, read: Callable[[], AnyStr], ends: AnyStr | tuple[AnyStr, ...]) -> bool:
    """Read on to the end of a line that is too long to be held.

    Args:
        text: Its first piece.
        read: Gives the next piece; nothing where the file has ended.
        ends: What ends a line.

    Returns:
        Whether there is an end; False where it was looked for in vain.
    """
    for _ in range(_LOST):
        if not text or text.endswith(ends):
            return True
        text = read()
    return False


class Lines:
    """Where the lines of one text start."""

    __slots__ = ("_starts",)

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def place(self, index: int) -> tuple[int, int]:
        """Return the line and the column of a character, both counted from 1.

        Args:
            index: The character's place in the text, counted from 0.
        """
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1

    def start(self, line: int) -> int:
        """Return the place in the text, counted from 0, of the first character of a line, counted from 1."""
        return self._starts[min(line, len(self._starts)) - 1]
