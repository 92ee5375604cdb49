"""What several commands ask for in the same way: a day, a format, a folder of rules."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from pathlib import Path

import typer

from peercert import __version__
from peercert.catalog import Catalog, Chosen, load_chosen
from peercert.catalog.editions import with_edition
from peercert.cli.exits import Exit
from peercert.cli.saying import say
from peercert.dates import Span, parse_span
from peercert.errors import FileError, Problem, UsageError
from peercert.inputs import STDIN_FORMATS, Given, PassedOver, given
from peercert.reading import did_you_mean
from peercert.report import Header
from peercert.session import Options


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


def profiles_of(
    paths: Sequence[str] | None, files_from: str | None, input_format: str, passed_over: PassedOver | None = None
) -> Iterator[Given]:
    """Return the profiles that the command line names.

    Args:
        paths: What it names.
        files_from: A list of more.
        input_format: How standard input is spelled.
        passed_over: Takes each file of a folder that may be about people, but is not read.

    Raises:
        UsageError: If it names none, or one that is not there.
    """
    if not paths and files_from is None:
        raise UsageError("Name what to look at: files, folders, tables, or - for standard input.")
    return given(
        paths or (), lambda: sys.stdin.buffer.read(2 * 1024 * 1024), files_from=files_from,
        stdin_format=one_of(input_format, STDIN_FORMATS, "input format"), terminal=sys.stdin.isatty(),
        passed_over=passed_over,
    )  # fmt: skip


def opened(rules: Path | None, added: Sequence[Path] | None = None) -> Catalog:
    """Open the rules; somebody's own are read whole, so that a fault in any of them is told.

    Args:
        rules: A folder in place of the built-in rules.
        added: Folders of more credentials on top.

    Raises:
        Exit: If there is no such folder: a path that does not exist is a matter of usage.
        FileError: If a file of them cannot be used; it names every problem.
    """
    try:
        catalog = load_chosen(Chosen(rules, tuple(added or ())))
    except FileError as error:
        say(*error.problems)
        raise typer.Exit(Exit.USAGE) from error
    if rules is None and not added:
        return catalog
    problems: list[Problem] = []
    if not catalog.ids:
        hint = "Write a file for each credential, in a folder below this one."
        problems.append(
            Problem(str(rules), None, None, "no-credentials", "There is no credential in these rules.", hint)
        )
    catalog.about, catalog.sources, catalog.words  # noqa: B018 - each reads its file
    for id_ in catalog.ids:
        try:
            catalog.credential(id_)
        except FileError as error:
            problems += error.problems
    problems += [] if problems else catalog.clashes()
    if problems:
        raise FileError(tuple(problems))
    return catalog


def under_edition(catalog: Catalog, options: Options, edition: str) -> tuple[Catalog, bool]:
    """Let an edition decide that is asked for by name.

    Returns:
        The rules under it, and whether it is the edition in force on the day decided on anyway.

    Raises:
        UsageError: If it is not one credential that was asked for, or it has no such edition.
    """
    if len(options.credentials) != 1:
        raise UsageError("--edition is for one credential at a time. Name it with --credential ID.")
    (id_,) = options.credentials
    in_force = catalog.credential(id_).edition_on(options.as_of)
    return with_edition(catalog, id_, edition), in_force is not None and in_force.id == edition


def header_of(catalog: Catalog, options: Options, edition: str | None = None) -> Header:
    """Return under what a report is made.

    Args:
        catalog: The rules.
        options: What was asked.
        edition: The edition that decides, where it is not the one in force.
    """
    layers = [(layer.about.version, layer.sha256) for layer in catalog.layers]
    return Header(
        __version__, catalog.about.version, catalog.sha256, options.as_of,
        options.disputes, options.verified_only, options.redact,
        edition, tuple(layers) if len(layers) > 1 else (),
    )  # fmt: skip
