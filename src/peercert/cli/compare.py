"""`peercert compare`: credentials side by side."""

from __future__ import annotations

from typing import Annotated

import typer

from peercert.cli.completing import credentials
from peercert.cli.defaults import Configured
from peercert.cli.options import AddRules, Plain, Rules, day_option, format_option

FORMATS = ("text", "json", "markdown")


def compare(
    ids: Annotated[
        list[str], typer.Argument(metavar="ID ID...", help="Two or more credentials.", autocompletion=credentials)
    ],
    as_of: Annotated[str | None, day_option("The day whose rules are compared.")] = None,
    format_: Annotated[str, format_option(FORMATS)] = "text",
    witness: Annotated[
        bool, typer.Option("--witness", help="Show somebody who passes one and fails the other.")
    ] = False,
    rules: Rules = None,
    add_rules: AddRules = None,
    plain: Plain = None,
    _config: Configured = False,
) -> None:
    """Set credentials side by side, and say what one asks that the other does not."""
    from peercert.cli.asked import day, one_of, opened
    from peercert.cli.output import destination, style_for
    from peercert.compare import compare as compared
    from peercert.render import comparison
    from peercert.witness.between import witnesses

    form = one_of(format_, FORMATS)
    catalog = opened(rules, add_rules)
    found = compared(catalog, ids, day(as_of))
    draw = {"text": comparison.as_text, "json": comparison.as_json, "markdown": comparison.as_markdown}[form]
    with destination(None) as stream:
        stream.write(draw(found, style_for(stream, plain=plain), witnesses(catalog, found) if witness else None))
