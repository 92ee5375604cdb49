"""`peercert verify`: adds a receipt up again, without the engine that made it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from peercert.cli.options import AddRules, Rules

if TYPE_CHECKING:
    from datetime import date

    from peercert.candidate import Candidate
    from peercert.verify import Result
    from peercert.words import Words


def verify(
    receipt: Annotated[Path, typer.Argument(metavar="RECEIPT", help="A file that check --receipt wrote.")],
    profile: Annotated[
        list[str] | None,
        typer.Option(
            "--profile", "-p", metavar="PATH", help="The profile that was checked; repeat for more. Files and folders."
        ),
    ] = None,
    rules: Rules = None,
    add_rules: AddRules = None,
) -> None:
    """Say whether a receipt holds: against the rules, and against the profile where one is named."""
    from peercert import __version__
    from peercert import verify as checker
    from peercert.cli.asked import opened
    from peercert.cli.exits import Exit
    from peercert.cli.output import destination, style_for
    from peercert.cli.saying import say
    from peercert.digests import program_sha256

    read = checker.read_receipt(receipt)
    catalog = opened(rules, add_rules)
    profiles = _read(profile, catalog.words, checker.day_of(read)) if profile else None
    rulebook = checker.Rulebook(*(layer.folder for layer in catalog.layers))
    found = checker.verify(read, checker.Options(rulebook, (__version__, program_sha256()), profiles))
    say(*found.faults)
    with destination(None) as stream:
        style = style_for(stream)
        for line in () if found.faults else checker.proved(read, rulebook):
            stream.write(style.line(line) + "\n")
        stream.write(style.line(_last_words(found, held_against_profile=profiles is not None)) + "\n")
    raise typer.Exit(Exit.NOT_ELIGIBLE if found.faults else Exit.ELIGIBLE)


def _read(paths: list[str], words: Words, day: date) -> list[tuple[str, Candidate]]:
    """Read profiles, each with its digest."""
    from peercert.candidate import load_candidate
    from peercert.cli.asked import profiles_of
    from peercert.digests import profile_sha256

    documents = [given.read() for given in profiles_of(paths, None, "yaml")]
    return [(profile_sha256(one.value), load_candidate(one, words, day)) for one in documents]


def _last_words(found: Result, *, held_against_profile: bool) -> str:
    if found.faults:
        return "This receipt does not hold."
    said = "This receipt holds: everything in it adds up by the rules"
    said += ", and agrees with the profile." if held_against_profile else ". It was not held against the profile."
    if found.unchecked:
        lines = "1 line" if found.unchecked == 1 else f"{found.unchecked} lines"
        said += f" Taken as it stands, for it cannot be added up again: {lines}."
    return said
