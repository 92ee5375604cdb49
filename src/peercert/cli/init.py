"""`peercert init`: a commented profile to fill in, or the first row of a table."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from peercert.cli.defaults import Configured
from peercert.cli.options import AddRules, Rules, credential_option, output_option

_MOST = 100
"""Records of each list for which a table may have columns."""


def init(
    credential: Annotated[
        list[str] | None, credential_option("A credential to ask about; repeat for more. [default: all]")
    ] = None,
    csv: Annotated[bool, typer.Option("--csv", help="Write the first row of a table: one row a person.")] = False,
    records: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, max=_MOST, help="With --csv: how many records of each list. [default: 1]"),
    ] = None,
    output: Annotated[str | None, output_option("Write it to a new file. [default: standard output]")] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    rules: Rules = None,
    add_rules: AddRules = None,
    _config: Configured = False,
) -> None:
    """Write a profile to fill in, with a plain word about each field; or a table's first row."""
    from peercert.cli.asked import opened
    from peercert.cli.output import destination, style_for
    from peercert.errors import UsageError
    from peercert.render.style import safe
    from peercert.scaffold import scaffold
    from peercert.scaffold_table import header

    if records is not None and not csv:
        raise UsageError("--records says how wide a table is. Use it with --csv.")
    catalog = opened(rules, add_rules)
    text = header(catalog, credential or (), records or 1) if csv else scaffold(catalog, credential or ())
    if output is not None and os.path.lexists(output) and not force:
        raise UsageError(f"{output} is there already. Choose another name, or use --force to write over it.")
    with destination(output) as stream:
        stream.write(style_for(stream).fit(safe(text)))
