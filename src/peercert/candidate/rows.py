"""Rows: one row of a table as the profile that it spells, with the way from each fact back to its cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from peercert.candidate.columns import COMPLETE, Column, Takes, columns
from peercert.candidate.fields import DECLINED
from peercert.errors import FileError, Problem
from peercert.reading import Document, Places, Plain, Value, ValuePath

Cell: TypeAlias = "str | list[str]"
"""A text, or the texts of a cell that holds several; an empty text is a fact that is not told."""

Spots: TypeAlias = "Callable[[], Sequence[tuple[int, int]]]"
"""Finds the line and the column of every cell of a row; only called where there is a problem."""

_NONE = "none"
_SEPARATOR = ";"
_RECORDS = "records"
_YES = ("true", "yes")
_AS_SHEETS_WRITE = {"TRUE": "true", "FALSE": "false", "True": "true", "False": "false"}
"""A yes or a no, as programs for tables write it when they save one."""


class _Told(NamedTuple):
    """One cell that tells something."""

    at: int
    """Which cell, counted from 0."""

    path: ValuePath
    """The way to its fact in the profile."""

    takes: Takes
    value: Value


class _Clash(NamedTuple):
    """A cell that cannot be understood beside the others of its row."""

    at: int
    code: str
    message: str
    hint: str


@dataclass(frozen=True)
class Row(Document):
    """One row of a table, read as a profile. A problem with a fact is a problem with its cell."""

    cells: dict[ValuePath, int] = field(default_factory=dict, repr=False, compare=False)
    """Which cell each fact stands in, counted from 0."""

    spots: Spots = field(default=list, repr=False, compare=False)

    def problem(
        self, path: ValuePath, code: str, message: str, hint: str | None = None, *, key: bool = False
    ) -> Problem:
        """Return a problem with a fact, at its cell and in the words of a table."""
        if code == "wrong-type" and path == ("seeking",):
            message = "This cell takes the ids of credentials."
            hint = "See `peercert list`. Leave the cell empty where none is sought."
        elif code == "wrong-type":
            message = "This cell takes only a word, such as declined, or none where it stands for a list."
            hint = "Tell the rest in columns of its own. See `peercert schema columns`."
        return super().problem(path, code, message, hint, key=key)

    def _find_places(self) -> Places:
        spots = self.spots()
        found = Places({}, {})
        for path, at in self.cells.items():
            for length in range(len(path) + 1):
                found.values.setdefault(path[:length], spots[at])
        return found


def read_row(names: tuple[str, ...], cells: Sequence[Cell], source: str, spots: Spots, line: int = 1) -> Row:
    """Read a row.

    Args:
        names: The columns, all of them known.
        cells: What stands in each.
        source: The file as the user named it.
        spots: Finds the places of the cells.
        line: The line of the file from which these places count.

    Raises:
        FileError: If cells of the row contradict each other.
    """
    told = list(_told(columns(names), cells))
    facts: dict[str, Value] = {}
    clashes = [*_filled(facts, told), *_completed(facts, told)]
    if clashes:
        raise FileError(tuple(_problem(clash, source, spots(), line) for clash in sorted(clashes)))
    wrapped = {one.path[0] for one in told if one.takes is Takes.COMPLETE}
    where = {_as_written(one.path, wrapped): one.at for one in told}
    return Row(source, facts, first_line=line, cells=where, spots=spots)


def _problem(clash: _Clash, source: str, spots: Sequence[tuple[int, int]], line: int) -> Problem:
    row, column = spots[clash.at]
    return Problem(source, row + line - 1, column, clash.code, clash.message, clash.hint)


def _told(known: Sequence[Column], cells: Sequence[Cell]) -> Iterator[_Told]:
    """Give the cells that tell something; records are counted anew from 0, without those that tell nothing."""
    said = [
        (at, column, value)
        for at, (column, cell) in enumerate(zip(known, cells, strict=True))
        if cell != "" and (value := _value(column.takes, cell)) is not None  # most cells of most tables are empty
    ]
    places = _places({column.path[:2] for _, column, _ in said if _is_record(column.path)})
    for at, column, value in said:
        path = column.path
        if _is_record(path):
            path = (path[0], places[path[:2]], *path[2:])
        yield _Told(at, path, column.takes, value)


def _places(numbers: set[ValuePath]) -> dict[ValuePath, int]:
    """Return the place in its list, from 0, of each numbered record."""
    places: dict[ValuePath, int] = {}
    counts: dict[str | int, int] = {}
    for ledger, number in sorted(numbers):
        places[ledger, number] = counts.get(ledger, 0)
        counts[ledger] = places[ledger, number] + 1
    return places


def _is_record(path: ValuePath) -> bool:
    return len(path) > 1 and isinstance(path[1], int)


def _value(takes: Takes, cell: Cell) -> Value | None:
    """Return what a cell says; None where it says nothing."""
    if isinstance(cell, list):
        return [Plain(text.strip()) for text in cell]
    text = cell.strip()
    if not text:
        return None
    if text == _NONE and takes in (Takes.SEVERAL, Takes.RECORDS):
        return []
    if takes is Takes.SEVERAL and text != DECLINED:
        return [Plain(word.strip()) for word in text.split(_SEPARATOR) if word.strip()] or None
    if takes in (Takes.YES_NO, Takes.COMPLETE):
        return Plain(_AS_SHEETS_WRITE.get(text, text))
    return Plain(text)


def _filled(facts: dict[str, Value], told: Sequence[_Told]) -> Iterator[_Clash]:
    """Put each fact in its place, and give the cells whose place is taken."""
    for ledger, count in _counts(told).items():
        facts[ledger] = [{} for _ in range(count)]
    for one in (one for one in told if one.takes is not Takes.COMPLETE):
        holder: Value = facts
        for part in one.path[:-1]:
            if isinstance(holder, dict):
                holder = holder.setdefault(str(part), {})
            elif isinstance(holder, list) and isinstance(part, int):
                holder = holder[part]
        if isinstance(holder, dict) and str(one.path[-1]) not in holder:
            holder[str(one.path[-1])] = one.value
        else:
            yield _twice(one.at)


def _counts(told: Sequence[_Told]) -> dict[str, int]:
    """Return how many records of each list are told."""
    counts: dict[str, int] = {}
    for one in told:
        if len(one.path) > 1 and isinstance(one.path[1], int):
            counts[str(one.path[0])] = max(counts.get(str(one.path[0]), 0), one.path[1] + 1)
    return counts


def _completed(facts: dict[str, Value], told: Sequence[_Told]) -> Iterator[_Clash]:
    """Say of each list whether it is all that there is, and give the cells that cannot say so."""
    for one in (one for one in told if one.takes is Takes.COMPLETE):
        ledger = str(one.path[0])
        records = facts.get(ledger)
        if records is None and one.value in _YES:
            message = "This says that the list is complete, but none of it is told."
            yield _Clash(one.at, "missing-key", message, f"Write none under {ledger}, or leave this cell empty.")
        elif not isinstance(records, list | None):
            yield _twice(one.at)
        else:
            facts[ledger] = {_RECORDS: records or [], COMPLETE: one.value}


def _twice(at: int) -> _Clash:
    message = "This does not go with another cell of the row, which tells of the same thing."
    return _Clash(at, "told-twice", message, "Empty one of the two.")


def _as_written(path: ValuePath, wrapped: set[str | int]) -> ValuePath:
    return (path[0], _RECORDS, *path[1:]) if path[0] in wrapped and _is_record(path) else path
