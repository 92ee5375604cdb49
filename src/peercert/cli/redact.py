"""`peercert redact`: the least of a profile that still proves the answer for one credential."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from peercert.cli.completing import credentials
from peercert.cli.defaults import Configured

if TYPE_CHECKING:
    from datetime import date

    from peercert.catalog import Catalog, Credential
    from peercert.disclosure import Disclosed
    from peercert.reading import Document


def redact(
    path: Annotated[str, typer.Argument(metavar="PATH", help="A profile: a file, or - for standard input.")],
    credential: Annotated[
        str,
        typer.Option(
            "--credential",
            "-c",
            metavar="ID",
            help="The credential to prove the answer for.",
            autocompletion=credentials,
        ),
    ],
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write it to a file. [default: standard output]"),
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day decided on, such as 2026-11-22. [default: today]")
    ] = None,
    rules: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Use this folder of rules instead of the built-in one.")
    ] = None,
    _config: Configured = False,
) -> None:
    """Write the least of a profile that still proves the answer for one credential."""
    from peercert.cli.asked import day, opened
    from peercert.cli.output import destination, not_over
    from peercert.disclosure import least

    catalog, as_of_day = opened(rules), day(as_of)
    asked = catalog.credential(catalog.find(credential))
    not_over(output, path)
    disclosed = least(catalog, asked, _only(path), as_of_day)
    head = _note(disclosed, asked, catalog, as_of_day)
    text = _proved(disclosed, head, catalog, asked, as_of_day)
    with destination(output) as stream:
        stream.write(text)
    for line in head:
        typer.echo(line, err=True)


def _only(path: str) -> Document:
    """Read the one profile that a path names."""
    from peercert.cli.asked import profiles_of
    from peercert.errors import UsageError
    from peercert.inputs import STDIN_FORMATS

    given = list(profiles_of([path], None, STDIN_FORMATS[0]))
    if len(given) != 1:
        raise UsageError("Name one profile. Each person's is made smaller by itself.")
    return given[0].read()


def _note(disclosed: Disclosed, asked: Credential, catalog: Catalog, as_of: date) -> list[str]:
    """Return what was done, by kinds of facts and without any value."""
    said = {
        "Left out": disclosed.left_out,
        "Left out in part": disclosed.in_part,
        "Days told less exactly": disclosed.coarser,
    }
    verdict = disclosed.determination.verdict.value
    return [
        f"The least of a profile that still proves one answer: {asked.id} {verdict} on {as_of}.",
        f"Rules: version {catalog.about.version}, sha256 {catalog.sha256}.",
        *(f"{what}: {', '.join(keys)}." for what, keys in said.items() if keys),
        "A list with `complete: false` may hold more than is shown.",
        f"To check it: peercert check FILE -c {asked.id} --as-of {as_of}",
    ]


def _proved(disclosed: Disclosed, head: list[str], catalog: Catalog, asked: Credential, as_of: date) -> str:
    """Return the text of the file, read and decided once more.

    Raises:
        AssertionError: If it does not prove the same; then nothing is written.
    """
    from peercert.candidate import load_candidate
    from peercert.case import Case
    from peercert.disclosure.least import proof
    from peercert.engine import determine
    from peercert.profile_text import profile_text
    from peercert.reading import read_text

    text = profile_text(disclosed.facts, head)
    candidate = load_candidate(read_text(text, "redacted"), catalog.words, as_of)
    if proof(determine(catalog, asked, Case(candidate, catalog, as_of))) != proof(disclosed.determination):
        raise AssertionError
    return text
