"""The option by which a command is told to write for a screen reader."""

from __future__ import annotations

from typing import Annotated

import typer

Plain = Annotated[
    bool | None,
    typer.Option(
        "--plain/--no-plain",
        show_default=False,
        help="One fact a line, without columns, in words in place of signs. [default: on where TERM is dumb]",
    ),
]
