"""CSV cells: one row's text cut into cells, and the place of each for those who have a problem with it."""

from __future__ import annotations

import csv
import re
from functools import cache
from typing import NamedTuple

from peercert.reading.characters import cleaned, decoded
from peercert.reading.lines import Lines
from peercert.reading.refusals import Refusals


class RawRow(NamedTuple):
    """One row, not yet cut into cells."""

    line: int
    """The line on which it starts, counted from 1."""

    data: bytes


def row_text(row: RawRow, source: str) -> str:
    """Return the text of a row.

    Raises:
        FileError: If it is not UTF-8, or holds a character that may not stand in a file.
    """
    refusals = Refusals(source, row.line)
    text = cleaned(decoded(row.data, refusals), refusals)
    refusals.settle()
    return text


def cells_of(text: str, delimiter: str) -> list[str]:
    """Return the cells of one row that is known to be sound."""
    return next(csv.reader([text], delimiter=delimiter, strict=True, skipinitialspace=True))


def spots_of(text: str, delimiter: str) -> list[tuple[int, int]]:
    """Return the line and the column where each cell of a row starts, counted from 1; quotes belong to the cell."""
    lines = Lines(text)
    return [lines.place(start) for start in _starts(text, delimiter)[0]]


def open_quotes(text: str, delimiter: str) -> tuple[int, int] | None:
    """Return the line and the column of quotes that are not closed where they should be, or None."""
    starts, sound = _starts(text, delimiter)
    return None if sound else Lines(text).place(starts[-1])


def _starts(text: str, delimiter: str) -> tuple[list[int], bool]:
    """Return where the cells of the first row of a text start, and whether all of them are sound."""
    starts: list[int] = []
    for found in _cell(delimiter).finditer(text):
        starts.append(found.end(1))
        if found[2] is None:
            return starts, False
        if not found[3]:
            break
    return starts, True


@cache
def _cell(delimiter: str) -> re.Pattern[str]:
    """Return what one cell looks like: quotes around it, each quote inside written twice; or no quotes first."""
    return re.compile(
        rf'( *+)("[^"]*+(?:""[^"]*+)*+"(?=[{delimiter}\r\n]|\Z)|(?!")[^{delimiter}\r\n]*+)?+({delimiter}?)'
    )
