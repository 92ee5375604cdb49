"""`peercert interview`: asks in plain words just what can still change an answer, and writes the profile."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from peercert.cli.completing import credentials
from peercert.cli.defaults import Configured

if TYPE_CHECKING:
    from datetime import date

    from peercert.catalog import Catalog
    from peercert.facts import Facts
    from peercert.interview import State
    from peercert.session import Options

_YAML = (".yaml", ".yml")
_NO_FILE = "<stdin>"
"""What answers that are not saved are called."""


def interview(
    credential: Annotated[
        list[str] | None,
        typer.Option(
            "--credential",
            "-c",
            metavar="ID",
            help="A credential to ask about; repeat for more. [default: what the file seeks, else all]",
            autocompletion=credentials,
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Save the answers here after each one; go on where it is there."
        ),
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day decided on, such as 2026-11-22. [default: today]")
    ] = None,
    rules: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Use this folder of rules instead of the built-in one.")
    ] = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="One thing a line, with a word before it that says what it is.")
    ] = False,
    _config: Configured = False,
) -> None:
    """Ask just what can still change an answer, then check."""
    from peercert.cli.asked import day, opened
    from peercert.cli.asking import sought
    from peercert.interview import Interview, start
    from peercert.session import Options

    catalog = opened(rules)
    told = _told(output, catalog, day(as_of))
    wanted = tuple(dict.fromkeys(catalog.find(name) for name in credential or ()))
    options = Options(as_of=day(as_of), credentials=wanted, redact=bool(os.environ.get("CI")))
    begun = start(Interview(catalog, wanted or sought(catalog, told), options.as_of), _with_seeking(told, wanted))
    facts = _asked(begun, output, plain=plain)
    raise typer.Exit(_report(catalog, rules, options, facts, output))


def _told(path: str | None, catalog: Catalog, as_of: date) -> Facts:
    """Return what a file tells already; nothing where there is none yet."""
    from peercert.candidate import load_candidate
    from peercert.errors import UsageError
    from peercert.reading import read_file

    if path is None:
        return {}
    if not path.lower().endswith(_YAML):
        raise UsageError("The answers are written as YAML. Choose a name that ends in .yaml.")
    if not os.path.lexists(path):
        return {}
    document = read_file(path)
    load_candidate(document, catalog.words, as_of)
    return document.value if isinstance(document.value, dict) else {}


def _with_seeking(told: Facts, wanted: tuple[str, ...]) -> Facts:
    from peercert.reading import Plain

    return {**told, "seeking": [Plain(id_) for id_ in wanted]} if wanted and "seeking" not in told else told


def _asked(begun: State, output: str | None, *, plain: bool) -> Facts:
    """Ask, and save what is told; an interruption ends the program, and loses nothing."""
    from peercert.cli.asking import converse
    from peercert.cli.output import style_for
    from peercert.cli.stopping import last_words

    say = partial(typer.echo, err=True)
    say(f"Your answers are saved in {output} after each one." if output else "Nothing is saved. Use -o FILE for that.")
    style = style_for(sys.stderr)
    kept = f"What you told is in {output}. To go on: peercert interview -o {output}" if output else "Nothing is kept."
    with last_words(f"\nStopped. {kept}\n"):
        state = converse(begun, style._replace(colour=style.colour and not plain), partial(_save, output), plain=plain)
        _save(output, state.facts)
    say("Stopped. What is not told is left open." if state.stopped else "Nothing more can change the answer.")
    return state.facts


def _save(path: str | None, facts: Facts) -> None:
    from peercert.cli.asking import HEAD
    from peercert.cli.output import destination
    from peercert.profile_text import profile_text

    if path is not None:
        with destination(path) as stream:
            stream.write(profile_text(facts, HEAD))


def _report(catalog: Catalog, rules: Path | None, options: Options, facts: Facts, source: str | None) -> int:
    """Write the report that check writes, and return its exit code."""
    from peercert.batch import Work, Worker, count
    from peercert.cli.asked import header_of
    from peercert.cli.asking import told_document
    from peercert.cli.exits import NOT_ELIGIBLE, UNDETERMINED, exit_for
    from peercert.cli.output import destination, style_for
    from peercert.inputs.given import Given
    from peercert.render.text_report import Text
    from peercert.report import Summary

    header, summary = header_of(catalog, options), Summary()
    with destination(None) as stream:
        report = Text(catalog, header, style_for(stream))
        work = Work(rules, options, lambda _: report.candidate)
        result = Worker(work, catalog)(
            1, Given(source or _NO_FILE, None, partial(told_document, facts, source or _NO_FILE))
        )
        count(result, summary)
        for problem in result.problems:
            print(problem, file=sys.stderr)
        if result.drawn is not None:
            stream.write(report.add(result.drawn) + "".join(report.end(summary)))
    return exit_for(summary, (NOT_ELIGIBLE, UNDETERMINED))
