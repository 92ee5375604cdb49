"""What several commands ask for in the same way: a day, a format, a folder of rules."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from pathlib import Path

import typer

from peercert.catalog import Catalog, load_catalog
from peercert.cli.exits import Exit
from peercert.dates import Span, parse_span
from peercert.errors import FileError, Problem, UsageError
from peercert.inputs import STDIN_FORMATS, Given, given
from peercert.reading import did_you_mean


def day(text: str | None) -> date:
    """Return the day that --as-of names; today where it is left out.

    Raises:
        UsageError: If it is not one whole day.
    """
    if text is None:
        return date.today()  # noqa: DTZ011 - the only look at the clock; a calendar day where the user is
    span = parse_span(text)
    if not isinstance(span, Span) or span.first != span.last:
        raise UsageError("--as-of needs one day, written as year-month-day, such as 2026-11-22.")
    return span.first


def one_of(name: str, known: Collection[str], what: str = "format") -> str:
    """Return a name that must be a known one.

    Raises:
        UsageError: If it is not; it names the known ones and the nearest.
    """
    if name in known:
        return name
    nearest = did_you_mean(name, list(known))
    hint = f' Did you mean "{nearest}"?' if nearest else ""
    raise UsageError(f"There is no such {what}.{hint} Known: {', '.join(known)}.")


def profiles_of(paths: Sequence[str] | None, files_from: str | None, input_format: str) -> Iterator[Given]:
    """Return the profiles that the command line names.

    Raises:
        UsageError: If it names none, or one that is not there.
    """
    if not paths and files_from is None:
        raise UsageError("Name what to look at: files, folders, tables, or - for standard input.")
    return given(
        paths or (), lambda: sys.stdin.buffer.read(2 * 1024 * 1024), files_from=files_from,
        stdin_format=one_of(input_format, STDIN_FORMATS, "input format"), terminal=sys.stdin.isatty(),
    )  # fmt: skip


def opened(rules: Path | None) -> Catalog:
    """Open the rules; somebody's own are read whole, so that a fault in any of them is told.

    Raises:
        Exit: If there is no such folder: a path that does not exist is a matter of usage.
        FileError: If a file of them cannot be used; it names every problem.
    """
    try:
        catalog = load_catalog(rules)
    except FileError as error:
        print(*error.problems, sep="\n", file=sys.stderr)
        raise typer.Exit(Exit.USAGE) from error
    if rules is None:
        return catalog
    problems: list[Problem] = []
    catalog.about, catalog.sources, catalog.words  # noqa: B018 - each reads its file
    for id_ in catalog.ids:
        try:
            catalog.credential(id_)
        except FileError as error:
            problems += error.problems
    if problems:
        raise FileError(tuple(problems))
    return catalog
