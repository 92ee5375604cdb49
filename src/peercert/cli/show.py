"""`peercert show`: one credential as a list to tick by hand."""

from __future__ import annotations

from typing import Annotated

import typer

from peercert.cli.completing import credentials
from peercert.cli.defaults import Configured
from peercert.cli.options import AddRules, Plain, Rules, day_option, format_option

FORMATS = ("text", "markdown", "json")


def show(
    id_: Annotated[
        str,
        typer.Argument(metavar="ID", help="A credential, by its id, title or other name.", autocompletion=credentials),
    ],
    as_of: Annotated[str | None, day_option("The day whose rules are shown.")] = None,
    format_: Annotated[str, format_option(FORMATS)] = "text",
    rules: Rules = None,
    add_rules: AddRules = None,
    plain: Plain = None,
    _config: Configured = False,
) -> None:
    """Show one credential as a checklist, with its sources."""
    from peercert.cli.asked import day, one_of, opened
    from peercert.cli.output import destination, style_for
    from peercert.render.checklist import checklist
    from peercert.render.checklist_json import as_json
    from peercert.render.checklist_markdown import as_markdown
    from peercert.render.checklist_text import as_text

    form = one_of(format_, FORMATS)
    found = checklist(opened(rules, add_rules), id_, day(as_of))
    draw = {"text": as_text, "markdown": as_markdown, "json": as_json}[form]
    with destination(None) as stream:
        stream.write(draw(found, style_for(stream, plain=plain)))
