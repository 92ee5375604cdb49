"""TOML: one table of a file as plain values, and where in the file each of its keys stood."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from peercert.errors import FileError, Problem
from peercert.reading.characters import decoded
from peercert.reading.files import file_bytes
from peercert.reading.refusals import Refusals

_LIMIT: Final = 1024 * 1024
"""Bytes of a file that are read at most."""

_DOTS: Final = 1000
"""Dots that one line may hold."""

_HEADING: Final = re.compile(r"[ \t]*\[\[?([^\]]*)\]")
_KEY: Final = re.compile(r"([ \t]*)(\"[^\"]*\"|'[^']*'|[A-Za-z0-9_-]+)[ \t]*[=.][ \t]*")
_QUOTES: Final = " \t\"'"


class KeyPlace(NamedTuple):
    """Where a key stands, counted from 1; None where that is not known."""

    line: int | None = None
    column: int | None = None
    value_column: int | None = None
    """Where its value starts, on the same line."""


class Table(NamedTuple):
    """A table of a file."""

    values: Mapping[str, Any]
    places: Mapping[str, KeyPlace]


def read_table(path: Path, source: str, table: tuple[str, ...] = ()) -> Table | None:
    """Read one table.

    Args:
        path: The file.
        source: What to call it.
        table: The names that lead to the table; none for the whole file.

    Returns:
        The table; None where the file does not have it. A file in which the name of the table
        does not even stand is not looked at further, whatever else is in it.

    Raises:
        FileError: If the file cannot be read, or the table is none.
    """
    refusals = Refusals(source)
    data = file_bytes(path, _LIMIT, refusals)
    if ".".join(table).encode() not in data:
        return None
    text = decoded(data, refusals)
    found: Any = _parsed(text, source)
    for part in table:
        found = found.get(part) if isinstance(found, dict) else None
    if found is None:
        return None
    if not isinstance(found, dict):
        name = ".".join(table)
        raise FileError((Problem(source, None, None, "wrong-type", f"{name} must be a heading with keys below it."),))
    return Table(found, _places(text, table))


def _parsed(text: str, source: str) -> dict[str, Any]:
    import tomllib  # only a file with such a table pays for it

    for number, written in enumerate(text.split("\n"), 1):
        if written.count(".") > _DOTS:  # a key of very many parts would hold the reader of TOML up
            message = "This line holds more dots than any setting needs."
            raise FileError((Problem(source, number, 1, "bad-toml", message, "Check that this is the right file."),))
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        told = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        line, column = (int(told[1]), int(told[2])) if told else (None, None)
        message = "From here on this is not written in TOML." if told else "This file is not written in TOML."
        hint = "Check the quotes and brackets, and that no key stands twice."
        raise FileError((Problem(source, line, column, "bad-toml", message, hint),)) from None


def _places(text: str, table: tuple[str, ...]) -> dict[str, KeyPlace]:
    """Return where the keys of a table stand: the reader of TOML does not tell, so their lines are looked for."""
    found: dict[str, KeyPlace] = {}
    heading: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n"), 1):
        if begins := _HEADING.match(line):
            heading = tuple(part.strip(_QUOTES) for part in begins[1].split("."))
            if heading[: len(table)] == table and len(heading) > len(table):
                column = line.index("[") + 1
                found.setdefault(heading[len(table)], KeyPlace(number, column, column))
        elif heading == table and (key := _KEY.match(line)):
            found.setdefault(key[2].strip(_QUOTES), KeyPlace(number, len(key[1]) + 1, key.end() + 1))
    return found
