"""`peercert rules diff`: what changed between two states of the rules, and who is answered otherwise for it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from peercert.catalog import Catalog, Edition
from peercert.cli.options import day_option, format_option

FORMATS = ("text", "json")
_TWO = 2


def diff(
    old: Annotated[
        Path | None,
        typer.Argument(metavar="OLD", help="The rules before; with --edition, the built-in ones if left out."),
    ] = None,
    new: Annotated[
        Path | None, typer.Argument(metavar="NEW", help="The rules after. [default: the built-in ones]")
    ] = None,
    credential: Annotated[
        list[str] | None, typer.Option("--credential", "-c", metavar="ID", help="Only this credential. Repeatable.")
    ] = None,
    edition: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="Given twice: hold two editions of one credential against each other."),
    ] = None,
    as_of: Annotated[str | None, day_option("The day on which people are tried.")] = None,
    format_: Annotated[str, format_option(FORMATS)] = "text",
) -> None:
    """Say what changed in the rules, and show somebody whose answer changes for it."""
    from peercert.cli.asked import day, one_of, opened
    from peercert.cli.exits import Exit
    from peercert.cli.output import destination, style_for
    from peercert.errors import UsageError
    from peercert.render import rules_diff
    from peercert.witness import diffing

    draw = {"text": rules_diff.as_text, "json": rules_diff.as_json}[one_of(format_, FORMATS)]
    as_of_day, before = day(as_of), opened(old)
    if edition:
        if new is not None:
            raise UsageError("--edition holds two editions of the same rules against each other. Name one folder.")
        after = before
        id_, (first, second) = _editions(before, credential or [], edition)
        held = diffing.edition_diff(id_, (before, first), (before, second), as_of_day)
        found = diffing.Diff((), (), (held,))
    else:
        if old is None:
            raise UsageError("Name the folder of the rules before, and the folder of the rules after.")
        after = opened(new)
        found = diffing.diff(before, after, _known(before, after, credential or []), as_of_day)
    with destination(None) as stream:
        stream.write(draw(rules_diff.Compared(found, before, after), style_for(stream)))
    if not found.same:
        raise typer.Exit(Exit.NOT_ELIGIBLE)


def _known(before: Catalog, after: Catalog, names: list[str]) -> list[str]:
    """Return the ids that names mean in either state of the rules."""
    found = []
    for name in names:
        either = [one.words.credential(name) for one in (after, before)]
        found.append(either[0] or either[1] or after.find(name))
    return found


def _editions(catalog: Catalog, names: list[str], ids: list[str]) -> tuple[str, tuple[Edition, Edition]]:
    """Return two editions of one credential.

    Raises:
        UsageError: If they are not two, or not of one credential, or there is no such edition.
    """
    from peercert.cli.asked import one_of
    from peercert.errors import UsageError

    if len(ids) != _TWO or len(names) != 1:
        raise UsageError("Give --edition twice, first the old one, and --credential once.")
    id_ = catalog.find(names[0])
    known = {one.id: one for one in catalog.credential(id_).editions}
    first, second = (known[one_of(name, known, "edition")] for name in ids)
    return id_, (first, second)
