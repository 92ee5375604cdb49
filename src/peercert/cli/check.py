"""`peercert check`: profiles in, verdicts with their reasons out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import partial
from typing import Annotated

import typer

from peercert.batch import Result, Work, cores, count, results
from peercert.catalog import Catalog, Chosen
from peercert.cli.asked import day, header_of, one_of, opened, profiles_of, under_edition
from peercert.cli.completing import listed
from peercert.cli.defaults import Configured
from peercert.cli.exits import FAIL_ON, NEVER, exit_for, say_of_surveys
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
from peercert.cli.output import destination, none_over, not_over, style_for
from peercert.cli.passed_over import PassedOver
from peercert.cli.progress import shown
from peercert.cli.receipts import receipt_to, with_receipt
from peercert.cli.saying import say
from peercert.errors import UsageError
from peercert.inputs import STDIN_FORMATS
from peercert.render.reports import FORMATS, WITH_ROOM, Report, report_in
from peercert.render.style import Style
from peercert.render.text import summed_up
from peercert.report import Header, Summary
from peercert.same_id import once_each
from peercert.session import Checked, Options


def check(
    paths: Paths = None,
    credential: Annotated[
        list[str] | None,
        credential_option("A credential to check for; repeat for more. [default: what the profile seeks, else all]"),
    ] = None,
    as_of: Annotated[str | None, day_option("The day decided on, such as 2026-11-22.")] = None,
    format_: Annotated[str, format_option(FORMATS)] = "text",
    output: Annotated[str | None, output_option("Write the report to a file, whole or not at all.")] = None,
    files_from: FilesFrom = None,
    input_format: InputFormat = STDIN_FORMATS[0],
    fail_on: Annotated[
        str,
        typer.Option(
            metavar="LIST",
            help="Which verdicts give a failing exit code: not_eligible (with not_yet), undetermined, or never.",
            autocompletion=listed(FAIL_ON),
        ),
    ] = "not_eligible,undetermined",
    disputes: Disputes = DisputesChoice.undetermined,
    verified_only: VerifiedOnly = False,
    rules: Rules = None,
    add_rules: AddRules = None,
    edition: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Decide under this edition of the rules instead of the one in force."),
    ] = None,
    timeline: Annotated[
        bool, typer.Option("--timeline", help="Tell the days on which the verdict changes, past and to come.")
    ] = False,
    redact: Annotated[
        bool | None,
        redact_option("Leave out all that tells of the person but ids, amounts and the day of eligibility."),
    ] = None,
    ask: Annotated[
        bool, typer.Option("--ask", help="First ask for what is open and matters. Nothing of it is saved.")
    ] = False,
    fragility: Annotated[
        bool, typer.Option("--fragility", help="Say how safe each yes is: what carries it, and when it is lost.")
    ] = False,
    receipt: Annotated[
        str | None, typer.Option(metavar="FILE", help="Write what proves each answer to a file, for `peercert verify`.")
    ] = None,
    jobs: Jobs = 0,
    quiet: Quiet = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say more on standard error.")] = False,
    plain: Plain = None,
    _config: Configured = False,
) -> None:
    """Check profiles, and explain every requirement that is not met."""
    catalog = opened(rules, add_rules)
    options = Options(
        as_of=day(as_of),
        credentials=tuple(dict.fromkeys(catalog.find(name) for name in credential or ())),
        disputes=disputes.value,
        verified_only=verified_only,
        redact=bool(os.environ.get("CI")) if redact is None else redact,
        timeline=timeline,
        fragility=fragility,
    )
    format_, failing = one_of(format_, FORMATS), _failing(fail_on)
    if format_ not in WITH_ROOM and (timeline or fragility):
        option = "--timeline" if timeline else "--fragility"
        raise UsageError(f"{option} goes with these formats: {', '.join(WITH_ROOM)}.")
    chosen, in_force = Chosen(rules, tuple(add_rules or ())), True
    if edition is not None:
        catalog, in_force = under_edition(catalog, options, edition)
        chosen = chosen._replace(edition=(options.credentials[0], edition))
        if receipt is not None and not in_force:
            raise UsageError("A receipt is for rules in force. Leave out --edition or --receipt.")
    passed_over = PassedOver(redact=options.redact)
    profiles = none_over(profiles_of(paths, files_from, input_format, passed_over), output, receipt)
    not_over(output, receipt, files_from, *(paths or ()))
    not_over(receipt, files_from, *(paths or ()))
    if ask:
        from peercert.cli.asking import each_asked  # only a person at a terminal waits for it

        if "-" in (*(paths or ()), files_from):
            raise UsageError("With --ask, standard input is for the answers. Name the profile as a file.")
        profiles = each_asked(profiles, catalog, options, plain=plain)
    header, summary = header_of(catalog, options, None if in_force else edition), Summary()
    with destination(output) as stream, receipt_to(receipt, header) as taken:
        style = style_for(stream, plain=plain)
        drawing = _nothing if quiet else partial(_candidates, format_, header, style)
        work = Work(chosen, options, partial(with_receipt, drawing, header, receipt is not None))
        report = None if quiet else report_in(format_)(catalog, header, style)
        checked = taken(once_each(results(work, profiles, catalog, jobs=jobs or cores())))
        scrolls = report is not None and stream.isatty()  # which says by itself how far it has come
        _report(report, shown(checked, "profiles", plain=style.plain or scrolls), summary, stream.write)
    passed_over.say()
    _last_words(summary, said=quiet or format_ == "text")
    if verbose:
        layers = header.layers or ((header.catalog_version, header.catalog_sha256),)
        named = [f"catalogue {version}, sha256 {sha256}" for version, sha256 in layers]
        say(", ".join([f"peercert {header.version}", *named]))
    raise typer.Exit(exit_for(summary, failing))


def _candidates(format_: str, header: Header, style: Style, catalog: Catalog) -> Callable[[Checked], tuple[str, ...]]:
    return report_in(format_)(catalog, header, style).candidate


def _nothing(catalog: Catalog) -> Callable[[Checked], tuple[str, ...]]:
    del catalog
    return lambda _: ()


def _report(
    report: Report | None, checked: Iterable[Result[tuple[str, ...]]], summary: Summary, write: Callable[[str], object]
) -> None:
    """Write a report as its results come in; every problem is told on standard error too."""
    if report:
        write(report.begin())
    for one in checked:
        count(one, summary)
        say(*one.problems)
        if report:
            write(report.refused(one.problems) if one.drawn is None else report.add(one.drawn))
    if report:
        for piece in report.end(summary):
            write(piece)


def _failing(text: str) -> frozenset[str]:
    words = frozenset(word.strip() for word in text.split(",") if word.strip())
    if not words or not words <= set(FAIL_ON) or (NEVER in words and len(words) > 1):
        raise UsageError(f"--fail-on takes not_eligible and undetermined, with a comma between, or {NEVER}.")
    return words


def _last_words(summary: Summary, *, said: bool) -> None:
    """Say what a person who looks at the terminal should know: the counts, unless they are said already."""
    if not summary.given:
        say("Nothing to check: no profile was found.")
    if summary.given > 1 and not said:
        say(*summed_up(summary))
    say_of_surveys(summary, "eligibility")
