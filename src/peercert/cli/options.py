"""Options that several commands have, each declared once: spelled, explained and completed in the same way."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from typer.models import OptionInfo

from peercert.cli.completing import among, credentials
from peercert.inputs import STDIN_FORMATS


class DisputesChoice(StrEnum):
    """How to read points on which sources disagree."""

    undetermined = "undetermined"
    strict = "strict"
    lenient = "lenient"


def credential_option(what: str) -> OptionInfo:
    """Declare the credentials that are asked for; `what` says what for."""
    made: OptionInfo = typer.Option("--credential", "-c", metavar="ID", help=what, autocompletion=credentials)
    return made


def day_option(what: str) -> OptionInfo:
    """Declare the day that is decided on; `what` says what happens on it."""
    made: OptionInfo = typer.Option("--as-of", metavar="DATE", help=f"{what} [default: today]")
    return made


def format_option(formats: Sequence[str]) -> OptionInfo:
    """Declare the format of a report."""
    known = ", ".join(formats)
    made: OptionInfo = typer.Option(
        "--format", "-f", metavar="FORMAT", help=f"One of: {known}.", autocompletion=among(formats)
    )
    return made


def output_option(what: str) -> OptionInfo:
    """Declare the file that is written; `what` says what is written to it."""
    made: OptionInfo = typer.Option("--output", "-o", metavar="FILE", help=what, callback=_file)
    return made


def _file(named: str | None) -> str | None:
    """Return the file that is named; none for a dash, which everywhere stands for the stream."""
    return None if named == "-" else named


def redact_option(what: str) -> OptionInfo:
    """Declare whether personal things are left out; `what` says which."""
    made: OptionInfo = typer.Option("--redact/--no-redact", help=f"{what} [default: on when CI is set]")
    return made


Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH...",
        show_default=False,
        help="Profiles: files, folders, patterns, tables, or - for standard input.",
    ),
]
"""Who is looked at."""

FilesFrom = Annotated[
    str | None,
    typer.Option(metavar="FILE", help="Take the files that this file names, one on a line; - for standard input."),
]
"""A list of more of them."""

InputFormat = Annotated[str, typer.Option(metavar="FORMAT", help=f"What - is written in: {', '.join(STDIN_FORMATS)}.")]
"""How standard input is read."""

Disputes = Annotated[
    DisputesChoice, typer.Option(help="Where sources disagree: leave open, ask for all readings, or accept any.")
]
"""How to read points on which sources disagree."""

VerifiedOnly = Annotated[
    bool, typer.Option("--verified-only/--no-verified-only", help="Count only records that name who checked them.")
]
"""Whether what nobody checked counts."""

Jobs = Annotated[
    int,
    typer.Option(
        "--jobs", "-j", min=0, metavar="N", show_default=False, help="Work in this many processes. [default: cores]"
    ),
]
"""How many processes work side by side; 0 for as many as there are cores."""

Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Only the exit code and the problems.")]
"""Whether the report is left out."""

Rules = Annotated[
    Path | None, typer.Option(metavar="DIR", help="Use this folder of rules instead of the built-in one.")
]
"""Rules of one's own alone."""

RulesFolder = Annotated[
    Path | None, typer.Argument(metavar="[DIR]", help="A folder of rules. [default: the built-in one]")
]
"""The rules that a command is about."""

AddRules = Annotated[
    list[Path] | None, typer.Option(metavar="DIR", help="Put this folder of more credentials on top; repeat for more.")
]
"""Rules of one's own beside the others."""

Plain = Annotated[
    bool | None,
    typer.Option(
        "--plain/--no-plain",
        show_default=False,
        help="One fact a line, without columns, in words in place of signs. [default: on where TERM is dumb]",
    ),
]
"""Whether to write for a screen reader."""
