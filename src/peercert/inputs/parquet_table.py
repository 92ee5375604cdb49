"""Parquet tables: one profile on each row, under the same columns as in a CSV table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import count, islice
from typing import Any, BinaryIO

from peercert.candidate.columns import Takes, columns, misnamed
from peercert.candidate.rows import Cell, Row, read_row
from peercert.errors import FileError, Problem
from peercert.inputs.given import NO_ROWS, Given, refused
from peercert.reading.characters import REFUSED, refuse
from peercert.reading.refusals import PROBLEM_LIMIT, Refusals

_AT_ONCE = 1024
"""Rows that are read at once."""

_NEEDED = ("needs-extra", "Parquet tables need one more package.", 'Install it with: pip install "peercert[table]"')
_NOT_PARQUET = ("bad-parquet", "This is not a sound Parquet file.", "Write it anew, or save the table as CSV.")
_KIND = "This column holds values of a kind that is not read here."
_KIND_HINT = "Use text, numbers, dates, or true and false; lists of text only where several words may stand."

_CHUNK = 64 * 1024 * 1024
"""Bytes that one column may take for one group of rows."""

_ZEROS = re.compile(r"(\.\d*?)0+$")
_MIDNIGHT = re.compile(r" 00:00:00(\.0+)?$")


def parquet_table(file: BinaryIO, source: str, stem: str) -> Iterator[Given]:
    """Give one profile for each row that is not empty; some rows are held at once.

    Args:
        file: The table.
        source: What the user called the file.
        stem: What candidates without an id are called, before the number of their row, counted from 1.
    """
    try:
        import pyarrow as pa
    except ImportError:
        yield refused(source, Problem(source, None, None, *_NEEDED))
        return
    try:
        table = _opened(file, source)
        names = _header(table.schema_arrow, source)
        rows = (row for batch in table.iter_batches(_AT_ONCE) for row in zip(*map(_cells, batch.columns), strict=True))
        empty = True
        for number, cells in zip(count(1), rows, strict=False):
            if any(cell != "" for cell in cells):
                empty = False
                yield Given(source, f"{stem}-{number}", partial(_read, names, cells, source, number))
        if empty:
            yield refused(source, Problem(source, None, None, *NO_ROWS))
    except (pa.ArrowException, OSError, ValueError):
        yield refused(source, Problem(source, None, None, *_NOT_PARQUET))
    except FileError as error:
        yield refused(source, *error.problems)


def _opened(file: BinaryIO, source: str) -> Any:  # noqa: ANN401 - pyarrow tells no types
    """Open a table; each text that comes many times is held once.

    Raises:
        FileError: If a column of it takes too much room to be read.
    """
    from pyarrow import parquet, types

    schema = parquet.read_schema(file)
    table = parquet.ParquetFile(file, read_dictionary=[one.name for one in schema if types.is_string(one.type)])
    groups = (table.metadata.row_group(number) for number in range(table.num_row_groups))
    chunks = (group.column(number) for group in groups for number in range(group.num_columns))
    if any(chunk.total_uncompressed_size > _CHUNK for chunk in chunks):
        message = "A column of this table takes more than 64 MiB in one group of rows, and larger ones are not read."
        raise FileError((Problem(source, None, None, "too-large", message, "Write it in smaller groups of rows."),))
    return table


def _header(schema: Any, source: str) -> tuple[str, ...]:  # noqa: ANN401 - pyarrow tells no types
    """Return the names of the columns.

    Raises:
        FileError: If any of them cannot be used.
    """
    names = tuple(schema.names)
    wrong = islice(misnamed(names), PROBLEM_LIMIT)
    problems = [_problem(source, one.at, one.code, one.message, one.hint) for one in wrong]
    if not problems:
        several = [column.takes is Takes.SEVERAL for column in columns(names)]
        problems = [
            _problem(source, index, "wrong-type", _KIND, _KIND_HINT)
            for index, kind in enumerate(schema.types)
            if not _is_read(kind, several=several[index])
        ]
    if problems:
        raise FileError(tuple(problems))
    return names


def _problem(source: str, index: int, code: str, message: str, hint: str) -> Problem:
    return Problem(source, None, None, code, f"Column {index + 1}: {message}", hint)


def _is_read(kind: Any, *, several: bool) -> bool:  # noqa: ANN401 - pyarrow tells no types
    from pyarrow import types

    if types.is_dictionary(kind):
        kind = kind.value_type
    elif several and (types.is_list(kind) or types.is_large_list(kind)):
        kind = kind.value_type
        return bool(types.is_string(kind) or types.is_large_string(kind))
    known = (
        types.is_string, types.is_large_string, types.is_string_view, types.is_boolean, types.is_integer,
        types.is_floating, types.is_decimal, types.is_date, types.is_timestamp, types.is_null,
    )  # fmt: skip
    return any(is_one(kind) for is_one in known)


def _cells(values: Any) -> list[Cell]:  # noqa: ANN401 - pyarrow tells no types
    """Return the cells of one column as they would be written in a CSV table; nothing for null."""
    from pyarrow import string, types

    if types.is_list(values.type) or types.is_large_list(values.type):
        return ["" if several is None else [text or "" for text in several] for several in values.to_pylist()]
    kind = values.type
    if types.is_dictionary(kind):
        known = _cells(values.dictionary)
        return ["" if place is None else known[place] for place in values.indices.to_pylist()]
    texts = ["" if text is None else text for text in values.cast(string()).to_pylist()]
    if types.is_floating(kind) or types.is_decimal(kind):
        return [_ZEROS.sub(r"\1", text).removesuffix(".") for text in texts]
    return [_MIDNIGHT.sub("", text) for text in texts] if types.is_timestamp(kind) else texts


def _read(names: tuple[str, ...], cells: Sequence[Cell], source: str, number: int) -> Row:
    """Read one row; its number and that of a column are the place of a problem.

    Raises:
        FileError: If it holds what no profile may hold.
    """
    refusals = Refusals(source)
    for index, cell in enumerate(cells, 1):
        if cell == "":
            continue
        for character in dict.fromkeys(REFUSED.findall(cell if isinstance(cell, str) else "".join(cell))):
            refuse(character, (number, index), refusals)
    refusals.settle()
    return read_row(names, cells, source, partial(_spots, number, len(cells)))


def _spots(number: int, width: int) -> list[tuple[int, int]]:
    return [(number, column) for column in range(1, width + 1)]
