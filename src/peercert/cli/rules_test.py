"""`peercert rules test`: the cases beside each credential, run; what they leave untried; and what to add."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from peercert.cli.exits import Exit
from peercert.cli.options import AddRules, RulesFolder, format_option, output_option
from peercert.cli.saying import say
from peercert.errors import Problem, UsageError

if TYPE_CHECKING:
    from peercert.casework import CaseFile, CasesReport
    from peercert.render.style import Style

FORMATS = ("text", "json", "junit")


def run_cases(
    folder: RulesFolder = None,
    add_rules: AddRules = None,
    credential: Annotated[
        list[str] | None,
        typer.Option("--credential", "-c", metavar="ID", help="Only the cases of this credential; repeat for more."),
    ] = None,
    words: Annotated[
        str, typer.Option("--keyword", "-k", metavar="WORDS", help="Only cases whose name has all of these words.")
    ] = "",
    format_: Annotated[str, format_option(FORMATS)] = "text",
    output: Annotated[str | None, output_option("Write it to a file, whole or not at all.")] = None,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="Say what the cases leave untried too, and fail if it is anything.")
    ] = False,
    propose: Annotated[
        bool, typer.Option("--propose", help="Write cases for numbers and days that are untried, with no verdict yet.")
    ] = False,
) -> None:
    """Run the cases that stand beside each credential."""
    from peercert.casework import CasesReport, all_coverage, case_files, run, selected
    from peercert.cli.asked import one_of, opened

    form = one_of(format_, FORMATS)
    if words and (coverage or propose):
        raise UsageError("--coverage and --propose look at every case of a credential, so leave -k out.")
    if propose and (coverage or form != "text"):
        raise UsageError("--propose writes cases and no report, so leave --coverage and -f out.")
    catalog = opened(folder, add_rules)
    wanted = {catalog.find(name) for name in credential or ()}
    problems: list[Problem] = []
    files = list(case_files(catalog, wanted, problems.append))
    results = tuple(run(case, catalog) for file in files for case in selected(file, words))
    covered = tuple(all_coverage(catalog, files, results, wanted)) if coverage or propose else None
    report = CasesReport(catalog, results, covered, tuple(problems))
    say(*problems)
    if not results:
        say("No case was run." if problems else "Nothing to run: no case was found.")
    _write(output, lambda style: _proposed(report, files) if propose else _drawn(form, report, style))
    raise typer.Exit(_ending(report, coverage=coverage))


def _write(output: str | None, draw: Callable[[Style], str]) -> None:
    from peercert.cli.output import destination, style_for

    with destination(output) as stream:
        stream.write(draw(style_for(stream)))


def _drawn(form: str, report: CasesReport, style: Style) -> str:
    if form == "junit":
        from peercert.render.cases_junit import as_junit

        return as_junit(report)
    from peercert.render import cases

    return cases.as_json(report, style) if form == "json" else cases.as_text(report, style)


def _proposed(report: CasesReport, files: Sequence[CaseFile]) -> str:
    """Write the proposals for each file; say on standard error what can only be written by hand."""
    from peercert.casework.proposing import propose, written
    from peercert.requirements.wording import counted

    parts: list[str] = []
    by_hand = 0
    for file in files:
        found = next(one for one in report.coverage or () if one.credential == file.credential)
        mine = [result for result in report.results if result.case.credential == file.credential]
        proposals = propose(report.catalog, file, mine, found)
        by_hand += len(found.gaps) - len(proposals)
        if proposals:
            parts.append(f"  # Put these under `cases:` in {file.document.source}\n{written(proposals)}")
    if by_hand:
        say(f"{counted(by_hand, 'gap')} can only be closed by hand. See --coverage.")
    return "\n".join(parts)


def _ending(report: CasesReport, *, coverage: bool) -> Exit:
    if report.problems or not report.results:
        return Exit.INVALID
    short = coverage and any(not one.complete for one in report.coverage or ())
    return Exit.NOT_ELIGIBLE if report.failed or short else Exit.ELIGIBLE
