"""CSV tables: one profile on each row, under columns that are paths into a profile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from functools import partial
from typing import BinaryIO, NamedTuple

from peercert.candidate.columns import misnamed
from peercert.candidate.rows import Row, read_row
from peercert.errors import FileError, Problem
from peercert.inputs.given import NO_ROWS, Given, refused
from peercert.reading.csv_cells import RawRow, cells_of, row_text, spots_of
from peercert.reading.csv_rows import TableText
from peercert.reading.refusals import Refusals

_SPOKEN = {",": "comma", ";": "semicolon", "\t": "tab"}


class _Header(NamedTuple):
    """What the first row of a table says of all others."""

    names: tuple[str, ...]
    delimiter: str


def csv_table(file: BinaryIO, source: str, stem: str) -> Iterator[Given]:
    """Give one profile for each row that is not blank; only one row is held at a time.

    Args:
        file: The table; its cells are parted by commas, semicolons or tabs, as its first row shows.
        source: What the user called the file.
        stem: What candidates without an id are called, before the number of the line that their row starts on.
    """
    with closing(TableText(file, source)) as text:
        delimiter = text.delimiter()
        rows = text.rows(delimiter)
        try:
            header = _header(next(rows, None), source, delimiter)
        except FileError as error:
            yield refused(source, *error.problems)
            return
        row = None
        for row in rows:
            if isinstance(row, Problem):
                yield refused(source, row)
            else:
                yield Given(source, f"{stem}-{row.line}", partial(_read, header, row, source))
        if row is None:
            yield refused(source, Problem(source, None, None, *NO_ROWS))


def _header(row: RawRow | Problem | None, source: str, delimiter: str) -> _Header:
    """Return the names of the columns.

    Raises:
        FileError: If any of them cannot be used.
    """
    if isinstance(row, Problem):
        raise FileError((row,))
    if row is None:
        raise Refusals(source).stop_empty()
    text = row_text(row, source)
    names = tuple(cell.strip() for cell in cells_of(text, delimiter))
    refusals = Refusals(source, row.line)
    spots = spots_of(text, delimiter)
    for one in misnamed(names):
        refusals.add(one.code, spots[one.at], one.message, one.hint)
    refusals.settle()
    return _Header(names, delimiter)


def _read(header: _Header, row: RawRow, source: str) -> Row:
    """Read one row.

    Raises:
        FileError: If it holds more or fewer cells than there are columns, or what no profile may hold.
    """
    text = row_text(row, source)
    cells = cells_of(text, header.delimiter)
    spots = partial(spots_of, text, header.delimiter)
    if len(cells) != len(header.names):
        place = spots()[len(header.names)] if len(cells) > len(header.names) else (1, 1)
        message = f"This row has {len(cells)} cells, but the table has {len(header.names)} columns."
        sign = _SPOKEN[header.delimiter]
        hint = f"Put a text with a {sign} in it in quotes, and write a {sign} for each cell that is left empty."
        raise Refusals(source, row.line).stop("wrong-length", place, message, hint)
    return read_row(header.names, cells, source, spots, row.line)
