"""A run of cases as JUnit XML, in the form that Jenkins and its like read."""

from __future__ import annotations

from peercert.casework import CasesReport, Result
from peercert.errors import Problem
from peercert.render.cases import explained
from peercert.render.xml_text import Element, add, element, written


def as_junit(report: CasesReport) -> str:
    """Draw a run: one suite for each credential, one test case for each case.

    Faults in files are errors of a suite of their own; what is untried, where it was asked for, are failures.

    Source:
        junit-10.xsd of the Jenkins xUnit plugin; XML 1.0, section 2.2, on characters.
    """
    root = element("testsuites")
    for credential in report.credentials:
        results = [result for result in report.results if result.case.credential == credential]
        failed = sum(not result.passed for result in results)
        counts = _counts(len(results), failed, 0)
        suite = add(root, "testsuite", name=credential, **counts, file=results[0].case.source)
        for result in results:
            _case(suite, result, report)
    _gaps(root, report)
    if report.problems:
        suite = add(root, "testsuite", name="files", **_counts(len(report.problems), 0, len(report.problems)))
        for problem in report.problems:
            _problem(suite, problem)
    for count in ("tests", "failures", "errors"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written(root)}'


def _counts(tests: int, failures: int, errors: int) -> dict[str, str]:
    return {"tests": str(tests), "failures": str(failures), "errors": str(errors)}


def _case(suite: Element, result: Result, report: CasesReport) -> None:
    classname = f"peercert.rules.{result.case.credential}"
    case = add(suite, "testcase", classname=classname, name=result.case.text.name)
    if not result.passed:
        first, *_ = said = explained(result, report.catalog)
        add(case, "failure", (result.case.place, *said), type=result.differences[0].what, message=first)


def _gaps(root: Element, report: CasesReport) -> None:
    """Add a suite for what is untried: one test case for each credential."""
    if report.coverage is None:
        return
    failed = sum(not one.complete for one in report.coverage)
    suite = add(root, "testsuite", name="coverage", **_counts(len(report.coverage), failed, 0))
    for one in report.coverage:
        case = add(suite, "testcase", classname="peercert.rules.coverage", name=one.credential)
        if not one.complete:
            said = [
                f"{gap.source}:{gap.line}:{gap.column}: {gap.target.subject}, {gap.target.showing}" for gap in one.gaps
            ]
            message = f"{one.whole.percent} percent of what there is to show is shown."
            add(case, "failure", (*said, *map(str, one.idle)), type="coverage", message=message)


def _problem(suite: Element, problem: Problem) -> None:
    name = f"{problem.source}:{problem.line or 1}"
    case = add(suite, "testcase", classname="peercert.rules.files", name=name)
    add(case, "error", type=problem.code, message=str(problem))
