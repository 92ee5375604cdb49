"""`peercert cohort`: many people at once, for whoever helps them along."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from peercert.cli.defaults import Configured
from peercert.cli.options import (
    AddRules,
    Disputes,
    DisputesChoice,
    FilesFrom,
    InputFormat,
    Jobs,
    Paths,
    Plain,
    Quiet,
    Rules,
    VerifiedOnly,
    credential_option,
    day_option,
    format_option,
    output_option,
    redact_option,
)
from peercert.errors import UsageError
from peercert.inputs import STDIN_FORMATS

if TYPE_CHECKING:
    from peercert.batch import Result
    from peercert.catalog import Catalog, Chosen
    from peercert.cohort import Standing
    from peercert.errors import Problem
    from peercert.inputs import Given
    from peercert.report import Summary
    from peercert.session import Checked, Options

FORMATS = ("text", "csv", "json", "markdown")


def cohort(
    paths: Paths = None,
    credential: Annotated[
        list[str] | None,
        credential_option(
            "A credential to look at for everybody; repeat for more. [default: what each profile seeks, else all]"
        ),
    ] = None,
    as_of: Annotated[str | None, day_option("The day decided on, such as 2026-11-22.")] = None,
    format_: Annotated[str, format_option(FORMATS)] = "text",
    output: Annotated[str | None, output_option("Write the report to a file, whole or not at all.")] = None,
    files_from: FilesFrom = None,
    input_format: InputFormat = STDIN_FORMATS[0],
    min_cell: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            help="For sharing outside: counts alone, those below N hidden so that this report tells none of them. "
            "Needs one --credential; N is 3 or more.",
        ),
    ] = None,
    against: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Other rules: say whose verdict changes under them, and why.")
    ] = None,
    disputes: Disputes = DisputesChoice.undetermined,
    verified_only: VerifiedOnly = False,
    rules: Rules = None,
    add_rules: AddRules = None,
    redact: Annotated[bool | None, redact_option("Call people by number or id only.")] = None,
    jobs: Jobs = 0,
    quiet: Quiet = False,
    plain: Plain = None,
    _config: Configured = False,
) -> None:
    """Show who is ready, who is near, and what stops how many.

    Nobody is judged here, so verdicts do not change the exit code: it is 0, or 4 where a profile could not be used or
    none was found.
    """
    from peercert.catalog import Chosen
    from peercert.cli.asked import day, header_of, one_of, opened, profiles_of
    from peercert.cli.exits import NEVER, exit_for
    from peercert.cli.output import destination, is_plain, none_over, not_over, style_for
    from peercert.cli.passed_over import PassedOver
    from peercert.cli.progress import shown
    from peercert.cohort.cohort import Cohort, gathered
    from peercert.render.cohort_report import CohortReport, drawing_in
    from peercert.report import Summary
    from peercert.session import Options

    form, catalog = one_of(format_, FORMATS), opened(rules, add_rules)
    options = Options(
        as_of=day(as_of),
        credentials=tuple(dict.fromkeys(catalog.find(name) for name in credential or ())),
        disputes=disputes.value,
        verified_only=verified_only,
        redact=bool(os.environ.get("CI")) if redact is None else redact,
    )
    _check_sharing(min_cell, options, against)
    header = header_of(catalog, options)
    other, problems = opened(against) if against else None, list["Problem"]()
    report = CohortReport(catalog, header, Cohort(()), Summary(), problems, other, min_cell)
    passed_over = PassedOver(redact=options.redact)
    profiles = none_over(profiles_of(paths, files_from, input_format, passed_over), output)
    not_over(output, files_from, *(paths or ()))
    chosen = Chosen(rules, tuple(add_rules or ()))
    found = shown(_looked_at(profiles, chosen, against, options, catalog, jobs), "profiles", plain=is_plain(plain))
    with destination(output) as stream:
        report = report._replace(cohort=gathered(catalog, _taken(found, report.summary, problems)))
        for piece in () if quiet else drawing_in(form)(report, style_for(stream, plain=plain)):
            stream.write(piece)
    passed_over.say()
    _last_words(report.summary)
    raise typer.Exit(exit_for(report.summary, {NEVER}))


def _check_sharing(least: int | None, options: Options, against: Path | None) -> None:
    """Refuse what would let a hidden number be worked out (the rule stands in `peercert.cohort.sharing`)."""
    from peercert.cohort.sharing import FEWEST

    if least is None:
        return
    if least < FEWEST:
        raise UsageError(f"--min-cell takes {FEWEST} or more: with less, a hidden number could only be 1.")
    if len(options.credentials) != 1:
        raise UsageError("--min-cell is for one credential at a time. Name it with --credential ID.")
    if against:
        raise UsageError("--min-cell cannot go with --against: what differs between two counts tells of few people.")


def _looked_at(
    profiles: Iterator[Given], rules: Chosen, against: Path | None, options: Options, catalog: Catalog, jobs: int
) -> Iterator[Result[tuple[Standing, ...]]]:
    from peercert.batch import Work, cores, results
    from peercert.same_id import once_each

    work = Work(rules, options, partial(_taking, against))
    return once_each(results(work, profiles, catalog, jobs=jobs or cores()))


def _taking(against: Path | None, catalog: Catalog) -> Callable[[Checked], tuple[Standing, ...]]:
    from peercert.catalog import load_catalog
    from peercert.cohort import standings

    return standings(catalog, load_catalog(against) if against else None)


def _taken(
    found: Iterable[Result[tuple[Standing, ...]]], summary: Summary, problems: list[Problem]
) -> Iterator[tuple[Standing, ...]]:
    """Give everybody's standings as they come; what is wrong with a profile is told at once, and kept."""
    from peercert.batch import count
    from peercert.cli.saying import say

    for one in found:
        count(one, summary)
        say(*one.problems)
        problems += one.problems
        if one.drawn is not None:
            yield one.drawn


def _last_words(summary: Summary) -> None:
    """Say what a person who looks at the terminal should know besides the report."""
    from peercert.cli.exits import say_of_surveys
    from peercert.cli.saying import say

    if not summary.given:
        say("Nothing to look at: no profile was found.")
    say_of_surveys(summary, None)
