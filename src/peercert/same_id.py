"""Two profiles with one id: the later one is refused, and both are named."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import TYPE_CHECKING, TypeVar

from peercert.batch import Result
from peercert.errors import FileError, Problem
from peercert.inputs import Given

if TYPE_CHECKING:
    from sqlite3 import Connection

P = TypeVar("P")

_IN_MEMORY = 20_000
"""Ids that are held in memory; more go to a private temporary file that vanishes with the run."""


def once_each(results: Iterable[tuple[Given, Result[P]]]) -> Iterator[Result[P]]:
    """Give the results, with a problem in place of each whose id another profile had before."""
    seen = _Seen()
    for given, result in results:
        before = None if result.own_id is None else seen.before(result.own_id, _place(result))
        yield result if before is None else Result(given.source, (_problem(given, before),))


def _place(result: Result[P]) -> str:
    return result.source if result.line is None else f"{result.source}:{result.line}"


def _problem(given: Given, before: str) -> Problem:
    message, hint = f"Another profile has the same id: {before}.", "Give each person an id of their own."
    try:
        return given.read().problem(("id",), "duplicate-candidate", message, hint)
    except FileError:  # the file has changed meanwhile
        return Problem(given.source, None, None, "duplicate-candidate", message, hint)


class _Seen:
    """Remembers where each id was first seen; of the ids themselves only a digest is kept."""

    def __init__(self) -> None:
        self._places: dict[bytes, str] = {}
        self._more: Connection | None = None

    def before(self, id_: str, place: str) -> str | None:
        """Return where an id was seen before; remember it where it was not."""
        key = blake2b(id_.encode(), digest_size=16).digest()
        found = self._places.get(key) or self._found(key)
        if found is None:
            self._remember(key, place)
        return found

    def _found(self, key: bytes) -> str | None:
        if self._more is None:
            return None
        row = self._more.execute("SELECT place FROM seen WHERE id = ?", (key,)).fetchone()
        return None if row is None else os.fsdecode(row[0])

    def _remember(self, key: bytes, place: str) -> None:
        if len(self._places) < _IN_MEMORY:
            self._places[key] = place
            return
        if self._more is None:
            from sqlite3 import connect

            self._more = connect("", isolation_level=None)
            self._more.execute("CREATE TABLE seen (id BLOB PRIMARY KEY, place BLOB) WITHOUT ROWID")
            self._more.execute("BEGIN")
        self._more.execute("INSERT INTO seen VALUES (?, ?)", (key, os.fsencode(place)))
