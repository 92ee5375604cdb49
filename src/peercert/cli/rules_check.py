"""`peercert rules check`: what is wrong with rules although every file is well formed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from peercert.catalog import Catalog
from peercert.cli.options import AddRules, RulesFolder, day_option, format_option
from peercert.cli.saying import say

FORMATS = ("text", "json")


def check(
    folder: RulesFolder = None,
    add_rules: AddRules = None,
    against: Annotated[
        Path | None, typer.Option(metavar="DIR", help="The rules before a change: tells of ids that were renamed.")
    ] = None,
    as_of: Annotated[str | None, day_option("The day on which sources must be fresh.")] = None,
    format_: Annotated[str, format_option(FORMATS)] = "text",
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings fail too.")] = False,
) -> None:
    """Look for rules that cannot be right, each at its line and with a proof."""
    from peercert.cli.asked import day, one_of
    from peercert.cli.exits import Exit
    from peercert.cli.output import destination, style_for
    from peercert.lint import check as checked
    from peercert.lint import refused
    from peercert.render import remarks

    draw = {"text": remarks.as_text, "json": remarks.as_json}[one_of(format_, FORMATS)]
    as_of_day, catalog = day(as_of), _opened(folder, add_rules)
    older = _opened(against) if against else None
    problems = refused(catalog) + (refused(older) if older else ())
    say(*map(remarks.problem_line, problems))
    linted = remarks.Linted(as_of_day, catalog.ids, checked(catalog, as_of_day, older), problems)
    with destination(None) as stream:
        stream.write(draw(linted, style_for(stream)))
    if problems or linted.errors or (strict and linted.remarks):
        raise typer.Exit(Exit.INVALID)


def _opened(folder: Path | None, added: Sequence[Path] | None = None) -> Catalog:
    """Open rules without reading them: a file that cannot be used must not keep the others from being looked at."""
    from peercert.catalog import Chosen, load_chosen
    from peercert.cli.exits import Exit
    from peercert.errors import FileError

    try:
        return load_chosen(Chosen(folder, tuple(added or ())))
    except FileError as error:
        say(*error.problems)
        raise typer.Exit(Exit.USAGE) from error
