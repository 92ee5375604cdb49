"""What the command line names, as a stream of profiles: files, folders, JSON Lines, and standard input."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import count
from pathlib import Path
from typing import NamedTuple

from peercert.errors import FileError, Problem, UsageError
from peercert.reading import Document, open_lines, read_bytes, read_file

SUFFIXES = (".yaml", ".yml", ".json", ".jsonl")
"""Endings of the files that a folder is searched for."""

STDIN = "-"
_LINES = ".jsonl"
_LIMIT = 1024 * 1024
"""Bytes of one profile that are read at most."""


class Given(NamedTuple):
    """One profile that was given: where it is from, and how to read it."""

    source: str
    label: str | None
    """What to call the candidate where the profile does not say; None for the file's name."""

    read: Callable[[], Document]


def given(paths: Sequence[str], stdin: Callable[[], bytes]) -> Iterator[Given]:
    """Give the profiles that paths stand for, in the order named; a folder's sorted by name.

    Args:
        paths: Files, folders, or ``-`` for standard input.
        stdin: Reads standard input.

    Raises:
        UsageError: At once, if a path does not exist.
    """
    for path in paths:
        if path != STDIN and not os.path.lexists(path):
            raise UsageError(f"There is no file or folder {path!r}.")
    return _stream(paths, stdin)


def _stream(paths: Sequence[str], stdin: Callable[[], bytes]) -> Iterator[Given]:
    for path in paths:
        if path == STDIN:
            yield Given("<stdin>", None, partial(read_bytes, stdin(), "<stdin>"))
        elif Path(path).is_dir():
            yield from _inside(Path(path))
        else:
            yield from _file(path)


def _inside(folder: Path) -> Iterator[Given]:
    """Give the files of a folder and the folders in it, sorted; hidden ones and links to folders left out."""
    closed: list[OSError] = []
    for root, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES:
                yield from _file(str(Path(root) / name))
    for error in closed:
        told = Problem(
            str(error.filename), None, None, "unreadable", "This folder cannot be read.", "Ask its owner for it."
        )
        yield Given(told.source, None, partial(_refuse, (told,)))


def _file(path: str) -> Iterator[Given]:
    if Path(path).suffix.lower() == _LINES:
        yield from _lines(path)
    else:
        yield Given(path, None, partial(read_file, path, source=path, limit=_LIMIT))


def _lines(path: str) -> Iterator[Given]:
    """Give one profile for each line that is not blank; only one line is held at a time."""
    try:
        file = open_lines(path)
    except FileError as error:
        problems = error.problems
        yield Given(path, None, partial(_refuse, problems))
        return
    with file:
        for number in count(1):
            line = file.readline(_LIMIT + 2)
            if not line:
                return
            if line.strip():
                yield Given(path, f"{Path(path).stem}-{number}", _line_reader(line, path, number))
            while len(line) > _LIMIT and not line.endswith(b"\n"):
                line = file.readline(_LIMIT + 2)


def _refuse(problems: tuple[Problem, ...]) -> Document:
    raise FileError(problems)


def _line_reader(line: bytes, path: str, number: int) -> Callable[[], Document]:
    return partial(read_bytes, line, path, syntax="json", first_line=number)
