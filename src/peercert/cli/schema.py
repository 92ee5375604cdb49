"""`peercert schema`: the shape of a file, for editors and for other programs; of a table, for people."""

from __future__ import annotations

from typing import Annotated

import typer

from peercert.cli.completing import among
from peercert.cli.defaults import Configured
from peercert.cli.options import AddRules, Rules, output_option

_NAMES = ("candidate", "credential", "report", "plan", "catalog", "sources", "words", "cases", "questions")
_COLUMNS = "columns"
_DIALECTS = ("2020-12", "draft-07")


def schema(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help=f"One of: {', '.join(_NAMES)}; or {_COLUMNS}, for tables.",
            autocompletion=among((*_NAMES, _COLUMNS)),
        ),
    ],
    output: Annotated[str | None, output_option("Write it to a file, whole or not at all.")] = None,
    dialect: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help=f"Which JSON Schema to write: {' or '.join(_DIALECTS)}.",
            autocompletion=among(_DIALECTS),
        ),
    ] = _DIALECTS[0],
    rules: Rules = None,
    add_rules: AddRules = None,
    _config: Configured = False,
) -> None:
    """Print a JSON Schema: of a profile, of rules, or of a report; or the columns of a table."""
    from peercert.cli.asked import one_of, opened
    from peercert.cli.output import destination
    from peercert.schema import COLUMNS, DIALECTS, NAMES, written

    name, dialect = one_of(name, (*NAMES, COLUMNS), "schema"), one_of(dialect, DIALECTS, "dialect")
    text = written(name, opened(rules, add_rules).words, dialect)
    with destination(output) as stream:
        stream.write(text)
