"""CSV rows: a table's text cut into rows as it streams by, each with its bytes and the line on which it starts."""

from __future__ import annotations

import csv
import io
from collections import deque
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO, Final

from peercert.errors import Problem
from peercert.reading.csv_cells import RawRow, open_quotes
from peercert.reading.lines import line_ends
from peercert.reading.refusals import PROBLEM_LIMIT

ROW_LIMIT: Final = 1024 * 1024
"""Bytes that one row may hold."""

_PIECE: Final = ROW_LIMIT + 1
"""Characters that are read of a line at once, so that one that is too long shows."""

_DELIMITERS: Final = ",;\t"
_NEWLINES: Final = ("\n", "\r")
_BYTE_ORDER_MARK: Final = "\ufeff"


class _LongError(Exception):
    """A row is longer than is allowed."""


class TableText:
    """The text of one table, which gives its lines to the csv module and remembers those of the row in hand."""

    def __init__(self, file: BinaryIO, source: str) -> None:
        # Bytes that are no text come through unharmed, so that only their own row is refused.
        self._file = io.TextIOWrapper(file, encoding="utf-8", errors="surrogateescape", newline="")
        self._source = source
        self._ahead: deque[str] = deque()
        self._held: list[str] = []
        self._size = 0
        self._line = 1  # of the first line that is held

    def close(self) -> None:
        """Let go of the file, which stays open for those who opened it."""
        self._file.detach()

    def delimiter(self) -> str:
        """Return the sign between the cells, as the first line that is not blank shows it; it is not used up."""
        line = self._file.readline(_PIECE).removeprefix(_BYTE_ORDER_MARK)
        while line.isspace():
            self._line += 1
            line = self._file.readline(_PIECE)
        self._ahead.append(line)
        return max(_DELIMITERS, key=line.count)

    def rows(self, delimiter: str) -> Iterator[RawRow | Problem]:
        """Give the rows, without blank ones; for one that cannot be cut into cells, what is wrong with it.

        A row that cannot be cut ends with its first line, so that the rows below it are still read. After many
        such rows the rest of the table is left unread, and a problem says so.
        """
        reader = csv.reader(self, delimiter=delimiter, strict=True, skipinitialspace=True)
        for _ in range(PROBLEM_LIMIT):
            yield from self._sound(reader)
            if not self._held:
                return
            spot = open_quotes("".join(self._held), delimiter)
            line, text = self._let_go(1)
            ends = line_ends(text, partial(self._file.readline, ROW_LIMIT), _NEWLINES)
            yield self._broken(line, spot if ends else None, ends=ends)
            if not ends:
                return
        if next(self, None) is not None:
            message = "There are more problems from here on, and the rest of this table is not read."
            yield Problem(self._source, self._line, 1, "too-many-problems", message, "Mend the first ones.")

    def __iter__(self) -> Iterator[str]:
        """Return the lines, as the csv module asks for them."""
        return self

    def __next__(self) -> str:
        """Return the next line, with its end."""
        line = self._ahead.popleft() if self._ahead else self._file.readline(_PIECE)
        if not line:
            raise StopIteration
        self._held.append(line)
        self._size += len(line.encode(errors="surrogateescape"))
        if self._size > ROW_LIMIT:
            raise _LongError
        return line

    def _sound(self, reader: Iterator[list[str]]) -> Iterator[RawRow]:
        """Give rows until one cannot be cut into cells; its lines are then held."""
        try:
            for cells in reader:
                line, text = self._let_go(len(self._held))
                if any(cell and not cell.isspace() for cell in cells):
                    yield RawRow(line, text.encode(errors="surrogateescape"))
        except (csv.Error, _LongError):
            return

    def _let_go(self, count: int) -> tuple[int, str]:
        """Let go of the first lines held, and put the others back; return where the row starts, and its text."""
        line, text = self._line, "".join(self._held[:count])
        self._ahead.extendleft(reversed(self._held[count:]))
        self._line += count
        self._held.clear()
        self._size = 0
        return line, text

    def _broken(self, line: int, spot: tuple[int, int] | None, *, ends: bool) -> Problem:
        """Return what is wrong with a row that starts on a line: the quotes at a spot of it, or else its length."""
        if spot is None:
            rest = "and longer rows are not read" if ends else "and the rest of this table is not read"
            message = f"This row is longer than 1 MiB, {rest}."
            return Problem(self._source, line, 1, "too-large", message, "Check that this is the right file.")
        message = "The quotes that open here are not closed at the end of the cell."
        hint = "Add the closing quote. A quote inside a cell is written twice."
        return Problem(self._source, line + spot[0] - 1, spot[1], "csv-syntax", message, hint)
