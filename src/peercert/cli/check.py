"""`peercert check`: profiles in, verdicts with their reasons out."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TextIO

import typer

from peercert import __version__
from peercert.catalog import Catalog
from peercert.cli.asked import day, one_of, opened
from peercert.cli.exits import FAIL_ON, NEVER, exit_for
from peercert.cli.output import destination, style_for
from peercert.errors import Problem, UsageError
from peercert.inputs import given
from peercert.render.reports import REPORTS, Report
from peercert.report import Ending, Header, Summary
from peercert.session import Checked, Options, run


class DisputesChoice(StrEnum):
    """How to read points on which sources disagree."""

    undetermined = "undetermined"
    strict = "strict"
    lenient = "lenient"


def check(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Profiles: files, folders, or - for standard input.")
    ],
    credential: Annotated[
        list[str] | None,
        typer.Option(
            "--credential",
            "-c",
            metavar="ID",
            help="A credential to check for; repeat for more. [default: what the profile seeks, else all]",
        ),
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day decided on, such as 2026-11-22. [default: today]")
    ] = None,
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help=f"One of: {', '.join(REPORTS)}.")
    ] = "text",
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write the report to a file, whole or not at all."),
    ] = None,
    fail_on: Annotated[
        str,
        typer.Option(
            metavar="LIST",
            help="Which verdicts give a failing exit code: not_eligible (with not_yet), undetermined, or never.",
        ),
    ] = "not_eligible,undetermined",
    disputes: Annotated[
        DisputesChoice, typer.Option(help="Where sources disagree: leave open, ask for all readings, or accept any.")
    ] = DisputesChoice.undetermined,
    verified_only: Annotated[
        bool, typer.Option("--verified-only", help="Count only records that name who checked them.")
    ] = False,
    rules: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Use this folder of rules instead of the built-in one.")
    ] = None,
    redact: Annotated[
        bool | None, typer.Option("--redact/--no-redact", help="Leave out names. [default: on when CI is set]")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only the exit code and the problems.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say more on standard error.")] = False,
) -> None:
    """Check profiles, and explain every requirement that is not met."""
    catalog = opened(rules)
    options = Options(
        as_of=day(as_of),
        credentials=tuple(dict.fromkeys(catalog.find(name) for name in credential or ())),
        disputes=disputes.value,
        verified_only=verified_only,
        redact=bool(os.environ.get("CI")) if redact is None else redact,
    )
    draw, failing = REPORTS[one_of(format_, REPORTS)], _failing(fail_on)
    profiles = given(paths, lambda: sys.stdin.buffer.read(2 * 1024 * 1024))
    header = _header(catalog, options)
    summary, problems = Summary(), list[Problem]()

    def tell(problem: Problem) -> None:
        problems.append(problem)
        print(problem, file=sys.stderr)

    with destination(output) as stream:
        checked = run(catalog, profiles, options, summary, tell)
        if quiet:
            for _ in checked:
                pass
        else:
            _write(draw(catalog, header, style_for(stream)), checked, stream, lambda: Ending(tuple(problems), summary))
    _last_words(summary, verbose=verbose, header=header)
    raise typer.Exit(exit_for(summary, failing))


def _write(report: Report, checked: Iterator[Checked], stream: TextIO, ending: Callable[[], Ending]) -> None:
    stream.write(report.begin())
    stream.writelines(report.candidate(one) for one in checked)
    stream.write(report.end(ending()))


def _failing(text: str) -> frozenset[str]:
    words = frozenset(word.strip() for word in text.split(",") if word.strip())
    if not words or not words <= set(FAIL_ON) or (NEVER in words and len(words) > 1):
        raise UsageError(f"--fail-on takes not_eligible and undetermined, with a comma between, or {NEVER}.")
    return words


def _header(catalog: Catalog, options: Options) -> Header:
    return Header(
        __version__, catalog.about.version, catalog.sha256, options.as_of,
        options.disputes, options.verified_only, options.redact,
    )  # fmt: skip


def _last_words(summary: Summary, *, verbose: bool, header: Header) -> None:
    say = typer.echo
    if not summary.candidates and not summary.invalid:
        say("Nothing to check: no profile was found.", err=True)
    if summary.surveys:
        who = "one profile" if summary.surveys == 1 else f"{summary.surveys} profiles"
        say(
            f"No credential was asked for, so every one was looked at for {who}. "
            "The exit code then says nothing about eligibility. Use --credential ID, or `seeking` in the profile.",
            err=True,
        )
    if verbose:
        say(f"peercert {header.version}, catalogue {header.catalog_version}, sha256 {header.catalog_sha256}", err=True)
