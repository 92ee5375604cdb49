"""`peercert rules mutate`: the rules changed a little, again and again, to see whether a case notices."""

from __future__ import annotations

from typing import Annotated

import typer

from peercert.cli.options import AddRules, RulesFolder, format_option, output_option
from peercert.cli.saying import say

FORMATS = ("text", "json")


def mutate(
    folder: RulesFolder = None,
    add_rules: AddRules = None,
    credential: Annotated[
        list[str] | None,
        typer.Option("--credential", "-c", metavar="ID", help="Only the rules of this credential; repeat for more."),
    ] = None,
    format_: Annotated[str, format_option(FORMATS)] = "text",
    output: Annotated[str | None, output_option("Write it to a file, whole or not at all.")] = None,
) -> None:
    """Change the rules in small ways, and demand that a case notices each time."""
    from peercert.casework import case_files, run
    from peercert.casework.mutating import score
    from peercert.cli.asked import one_of, opened
    from peercert.cli.exits import Exit
    from peercert.cli.output import destination, style_for
    from peercert.errors import Problem
    from peercert.render import mutations

    form = one_of(format_, FORMATS)
    catalog = opened(folder, add_rules)
    problems: list[Problem] = []
    files = list(case_files(catalog, {catalog.find(name) for name in credential or ()}, problems.append))
    results = {file.credential: [run(case, catalog) for case in file.cases] for file in files}
    failing = [result.case for mine in results.values() for result in mine if not result.passed]
    say(*problems, *(f"{case.place}: This case fails as it is, so it can prove nothing." for case in failing))
    if not files:
        say("Nothing to run: no case was found.")
    scores = tuple(score(catalog, file, results[file.credential]) for file in files)
    draw = mutations.as_json if form == "json" else mutations.as_text
    with destination(output) as stream:
        stream.write(draw(catalog, scores, style_for(stream)))
    if problems or not files:
        raise typer.Exit(Exit.INVALID)
    raise typer.Exit(Exit.NOT_ELIGIBLE if failing or any(not one.complete for one in scores) else Exit.ELIGIBLE)
