"""The stream: every profile that the command line names, in the order named, and never more than one held."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import PurePath
from typing import BinaryIO, NamedTuple, TypeAlias

from peercert.errors import FileError, Problem, UsageError
from peercert.inputs.given import Given, refused
from peercert.inputs.lists import listed
from peercert.inputs.new_files import NewFiles
from peercert.inputs.patterns import is_folder, is_pattern, matches
from peercert.inputs.standard_input import StandardInput
from peercert.reading import SIZE_LIMIT, Syntax, files_below, open_lines, read_bytes, read_file

_ONE_EACH = (".yaml", ".yml", ".json")
_MANY_EACH = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv", ".parquet": "parquet"}
SUFFIXES = (*_ONE_EACH, *_MANY_EACH)
"""Endings of the files that a folder is searched for."""

_DOCUMENTS = frozenset(
    {
        ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".numbers", ".docx", ".doc", ".odt", ".rtf", ".pdf",
        ".txt", ".tab", ".psv",
    }
)  # fmt: skip
"""Endings of files in which people may stand too, but in a form that is not read."""

STDIN = "-"
STDIN_FORMATS = ("yaml", "json", "jsonl", "csv")
"""How standard input may be spelled."""

_NAME = "<stdin>"
_CLOSED = ("unreadable", "This folder cannot be read.", "Ask its owner for it.")
_BROKEN_OFF = ("unreadable", "This file cannot be read to its end.", "Check the disk that it is on.")

_IsNew: TypeAlias = Callable[[str], bool]
"""Says whether a file is named for the first time."""

PassedOver: TypeAlias = Callable[[str], object]
"""Takes each file of a searched folder that may be about people, but is not read."""


class _Search(NamedTuple):
    """What is asked, or told, of each file that is found."""

    is_new: _IsNew
    passed_over: PassedOver


_Cut: TypeAlias = Callable[[BinaryIO, str, str], Iterator[Given]]
"""Cuts a file into profiles; it takes what the user called it, and what to call candidates without an id."""


def given(
    paths: Sequence[str], stdin: Callable[[], bytes], *, files_from: str | None = None,
    stdin_format: str = "yaml", terminal: bool = False, passed_over: PassedOver | None = None,
) -> Iterator[Given]:  # fmt: skip
    """Give the profiles that paths stand for, in the order named; a folder's sorted by name. No file is given twice.

    Args:
        paths: Files, folders, patterns such as `cohort/*.yaml`, or ``-`` for standard input.
        stdin: Reads the next piece of standard input, up to a limit of its own; nothing when it has ended.
        files_from: A file that lists more paths, one a line, or ``-`` for standard input. They come after `paths`.
        stdin_format: How standard input is spelled: one of `STDIN_FORMATS`.
        terminal: Whether standard input is a terminal, at which somebody would wait in vain.
        passed_over: Takes each file of a folder that may be about people, but is not read.

    Raises:
        UsageError: At once, if a path does not exist, or standard input cannot be used as asked.
    """
    for path in paths:
        _check(path)
    if files_from not in (None, STDIN) and not os.path.lexists(files_from):
        raise UsageError(f"There is no file {files_from!r} with a list of files.")
    readers = [*paths, files_from].count(STDIN)
    if readers > 1:
        raise UsageError("Standard input can be read only once. Name - a single time.")
    if readers and terminal:
        raise UsageError("Standard input is a terminal. Name a file, or send a file to standard input with <.")
    return _stream(paths, files_from, StandardInput(stdin, stdin_format), passed_over or _any)


def _check(path: str) -> None:
    if path == STDIN or os.path.lexists(path):
        return
    if not is_pattern(path):
        raise UsageError(f"There is no file or folder {path!r}.")
    if next(matches(path, lambda _error: None), None) is None:
        raise UsageError(f"There is no file that fits {path!r}.")


def _stream(
    paths: Sequence[str], files_from: str | None, stdin: StandardInput, passed_over: PassedOver
) -> Iterator[Given]:
    is_new = NewFiles() if len(paths) > 1 or files_from is not None else _any  # one path alone names no file twice
    search = _Search(is_new, passed_over)
    for path in paths:
        if path == STDIN:
            yield from _standard_input(stdin)
        elif os.path.lexists(path):
            yield from _path(path, search)
        else:
            yield from _fitting(path, search)
    if files_from == STDIN:
        yield from _listed(stdin.file(), _NAME, search)
    elif files_from is not None:
        yield from _opened(files_from, lambda file: _listed(file, files_from, search))


def _any(_path: str) -> bool:
    return True


def _standard_input(stdin: StandardInput) -> Iterator[Given]:
    if stdin.format in ("jsonl", "csv"):
        yield from _cut(stdin.format)(stdin.file(), _NAME, "stdin")
        return
    syntax: Syntax = "json" if stdin.format == "json" else "yaml"
    yield Given(_NAME, None, partial(read_bytes, stdin.read(), _NAME, syntax=syntax))


def _listed(file: BinaryIO, source: str, search: _Search) -> Iterator[Given]:
    """Give what a list names; what is not there is a problem of its own."""
    try:
        for path in listed(file, source):
            yield from _path(path, search)
    except FileError as error:
        yield refused(source, *error.problems)


def _fitting(pattern: str, search: _Search) -> Iterator[Given]:
    closed: list[OSError] = []
    for path in matches(pattern, closed.append):
        yield from _path(path, search)
    yield from map(_closed, closed)


def _path(path: str, search: _Search) -> Iterator[Given]:
    if is_folder(path):
        yield from _inside(path, search)
    elif search.is_new(path):
        yield from _file(path)


def _inside(folder: str, search: _Search) -> Iterator[Given]:
    """Give the files of a folder and the folders in it, sorted; hidden ones and links to folders left out."""
    closed: list[OSError] = []
    for path in files_below(folder, closed.append):
        ending = _ending(path)
        if ending in _DOCUMENTS and search.is_new(path):
            search.passed_over(path)
        elif ending in SUFFIXES and search.is_new(path):
            yield from _file(path)
    yield from map(_closed, closed)


def _closed(error: OSError) -> Given:
    name = str(error.filename)
    return refused(name, Problem(name, None, None, *_CLOSED))


def _file(path: str) -> Iterator[Given]:
    """Give the profiles in a file: one, or, as its ending says, many."""
    form = _MANY_EACH.get(_ending(path))
    if form is None:
        yield Given(path, None, partial(read_file, path, source=path, limit=SIZE_LIMIT))
    else:
        cut = _cut(form)
        yield from _opened(path, lambda file: cut(file, path, PurePath(path).stem))


def _opened(path: str, read: Callable[[BinaryIO], Iterator[Given]]) -> Iterator[Given]:
    """Open a file, and give the profiles in it; if it cannot be opened or read on, that is its problem."""
    try:
        with open_lines(path) as file:
            yield from read(file)
    except FileError as error:
        yield refused(path, *error.problems)
    except OSError:
        yield refused(path, Problem(path, None, None, *_BROKEN_OFF))


def _cut(form: str) -> _Cut:
    """Return what cuts a form of files into profiles; only the one that is needed is loaded."""
    if form == "jsonl":
        from peercert.inputs.json_lines import json_lines

        return json_lines
    if form == "csv":
        from peercert.inputs.csv_table import csv_table

        return csv_table
    from peercert.inputs.parquet_table import parquet_table

    return parquet_table


def _ending(path: str) -> str:
    return PurePath(path).suffix.lower()
