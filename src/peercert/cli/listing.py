"""`peercert list`: the credentials that the catalogue knows."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

FORMATS = ("text", "json", "markdown")


def list_(
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help=f"One of: {', '.join(FORMATS)}.")
    ] = "text",
    rules: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Use this folder of rules instead of the built-in one.")
    ] = None,
) -> None:
    """List the credentials that can be checked."""
    from peercert.cli.asked import one_of, opened
    from peercert.cli.output import style_for
    from peercert.render.listing import LISTINGS

    draw = LISTINGS[one_of(format_, FORMATS)]
    sys.stdout.write(draw(opened(rules), style_for(sys.stdout)))
