"""One profile that was given, and how to read it, here or in another process."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from peercert.errors import FileError, Problem
from peercert.reading import Document

NO_ROWS = ("empty-file", "There are no people in this table.", "Write a row for each, below the names of the columns.")
"""What is said of a table in which nobody stands."""


class Given(NamedTuple):
    """One profile that was given: where it is from, and how to read it."""

    source: str
    label: str | None
    """What to call the candidate where the profile does not say; None for the file's name."""

    read: Callable[[], Document]
    """Made of functions of a module and plain values only, so that it can be sent to another process."""


def refused(source: str, *problems: Problem) -> Given:
    """Return what was given but cannot be read; whoever reads it is told why."""
    return Given(source, None, partial(_refuse, problems))


def _refuse(problems: tuple[Problem, ...]) -> Document:
    raise FileError(problems)
