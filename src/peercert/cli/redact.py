"""`peercert redact`: the least of a profile that still proves the answer for one credential."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from peercert.cli.defaults import Configured
from peercert.cli.options import (
    AddRules,
    Disputes,
    DisputesChoice,
    Rules,
    VerifiedOnly,
    credential_option,
    day_option,
    output_option,
)
from peercert.cli.saying import say

if TYPE_CHECKING:
    from peercert.disclosure import Asked, Disclosed
    from peercert.reading import Document


def redact(
    path: Annotated[str, typer.Argument(metavar="PATH", help="A profile: a file, or - for standard input.")],
    credential: Annotated[str, credential_option("The credential to prove the answer for.")],
    output: Annotated[str | None, output_option("Write it to a file. [default: standard output]")] = None,
    as_of: Annotated[str | None, day_option("The day decided on, such as 2026-11-22.")] = None,
    disputes: Disputes = DisputesChoice.undetermined,
    verified_only: VerifiedOnly = False,
    rules: Rules = None,
    add_rules: AddRules = None,
    _config: Configured = False,
) -> None:
    """Write the least of a profile that still proves the answer for one credential."""
    from peercert.cli.asked import day, opened
    from peercert.cli.output import destination, not_over
    from peercert.disclosure import Asked, least

    catalog = opened(rules, add_rules)
    asked = Asked(
        catalog, catalog.credential(catalog.find(credential)), day(as_of), disputes.value, verified_only=verified_only
    )
    not_over(output, path)
    disclosed = least(asked, _only(path, output))
    head = _note(disclosed, asked)
    text = _proved(disclosed, head, asked)
    with destination(output) as stream:
        stream.write(text)
    say(*head)


def _only(path: str, output: str | None) -> Document:
    """Read the one profile that a path names; it is not written over."""
    from peercert.cli.asked import profiles_of
    from peercert.cli.output import none_over
    from peercert.errors import UsageError
    from peercert.inputs import STDIN_FORMATS

    given = list(none_over(profiles_of([path], None, STDIN_FORMATS[0]), output))
    if len(given) != 1:
        raise UsageError("Name one profile. Each person's is made smaller by itself.")
    return given[0].read()


def _note(disclosed: Disclosed, asked: Asked) -> list[str]:
    """Return what was done, by kinds of facts and without any value."""
    said = {
        "Left out": disclosed.left_out,
        "Left out in part": disclosed.in_part,
        "Days told less exactly": disclosed.coarser,
    }
    verdict, id_ = disclosed.determination.verdict.value, asked.credential.id
    options = f" --disputes {asked.disputes}" if asked.disputes != "undetermined" else ""
    options += " --verified-only" if asked.verified_only else ""
    return [
        f"The least of a profile that still proves one answer: {id_} {verdict} on {asked.as_of}.",
        f"Rules: version {asked.catalog.about.version}, sha256 {asked.catalog.sha256}.",
        *(f"{what}: {', '.join(keys)}." for what, keys in said.items() if keys),
        "A list with `complete: false` may hold more than is shown.",
        f"To check it: peercert check FILE -c {id_} --as-of {asked.as_of}{options}",
    ]


def _proved(disclosed: Disclosed, head: list[str], asked: Asked) -> str:
    """Return the text of the file, read and decided once more.

    Raises:
        AssertionError: If it does not prove the same; then nothing is written.
    """
    from peercert.disclosure.least import proof
    from peercert.profile_text import profile_text
    from peercert.reading import read_text

    text = profile_text(disclosed.facts, head)
    if proof(asked.decided(read_text(text, "redacted"))) != proof(disclosed.determination):
        raise AssertionError
    return text
