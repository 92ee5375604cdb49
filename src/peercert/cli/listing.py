"""`peercert list`: the credentials that the catalogue knows."""

from __future__ import annotations

from typing import Annotated

import typer

from peercert.cli.completing import among
from peercert.cli.defaults import Configured
from peercert.cli.plain_option import Plain
from peercert.cli.rules_options import AddRules, Rules

FORMATS = ("text", "json", "markdown")


def list_(
    format_: Annotated[
        str,
        typer.Option(
            "--format", "-f", metavar="FORMAT", help=f"One of: {', '.join(FORMATS)}.", autocompletion=among(FORMATS)
        ),
    ] = "text",
    rules: Rules = None,
    add_rules: AddRules = None,
    plain: Plain = None,
    _config: Configured = False,
) -> None:
    """List the credentials that can be checked."""
    from peercert.cli.asked import one_of, opened
    from peercert.cli.output import destination, style_for
    from peercert.render.listing import LISTINGS

    draw = LISTINGS[one_of(format_, FORMATS)]
    catalog = opened(rules, add_rules)
    with destination(None) as stream:
        stream.write(draw(catalog, style_for(stream, plain=plain)))
