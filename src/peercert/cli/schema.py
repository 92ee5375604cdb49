"""`peercert schema`: the shape of a file, for editors and for other programs; of a table, for people."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from peercert.cli.completing import among
from peercert.cli.defaults import Configured

_NAMES = ("candidate", "credential", "report", "catalog", "sources", "words", "cases", "questions")
_COLUMNS = "columns"


def schema(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help=f"One of: {', '.join(_NAMES)}; or {_COLUMNS}, for tables.",
            autocompletion=among((*_NAMES, _COLUMNS)),
        ),
    ],
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to a file, whole or not at all.")
    ] = None,
    rules: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Use this folder of rules instead of the built-in one.")
    ] = None,
    _config: Configured = False,
) -> None:
    """Print a JSON Schema (2020-12): of a profile, of rules, or of a report; or the columns of a table."""
    from peercert.cli.asked import one_of, opened
    from peercert.cli.output import destination
    from peercert.schema import COLUMNS, NAMES, written

    text = written(one_of(name, (*NAMES, COLUMNS), "schema"), opened(rules).words)
    with destination(output) as stream:
        stream.write(text)
