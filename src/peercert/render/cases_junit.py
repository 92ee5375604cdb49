"""A run of cases as JUnit XML, in the form that Jenkins and its like read."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from peercert.casework import CasesReport, Result
from peercert.errors import Problem
from peercert.render.cases import explained

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold, not even written as a reference."""


def as_junit(report: CasesReport) -> str:
    """Draw a run: one suite for each credential, one test case for each case.

    Faults in files are errors of a suite of their own; what is untried, where it was asked for, are failures.

    Source:
        junit-10.xsd of the Jenkins xUnit plugin; XML 1.0, section 2.2, on characters.
    """
    root = ET.Element("testsuites")
    for credential in report.credentials:
        results = [result for result in report.results if result.case.credential == credential]
        failed = sum(not result.passed for result in results)
        suite = ET.SubElement(root, "testsuite", {"name": credential, **_counts(len(results), failed, 0)})
        suite.set("file", _clean(results[0].case.source))
        for result in results:
            _case(suite, result, report)
    _gaps(root, report)
    if report.problems:
        suite = ET.SubElement(
            root, "testsuite", {"name": "files", **_counts(len(report.problems), 0, len(report.problems))}
        )
        for problem in report.problems:
            _problem(suite, problem)
    for count in ("tests", "failures", "errors"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _counts(tests: int, failures: int, errors: int) -> dict[str, str]:
    return {"tests": str(tests), "failures": str(failures), "errors": str(errors)}


def _case(suite: ET.Element, result: Result, report: CasesReport) -> None:
    names = {"classname": f"peercert.rules.{result.case.credential}", "name": _clean(result.case.text.name)}
    element = ET.SubElement(suite, "testcase", names)
    if not result.passed:
        first, *_ = said = explained(result, report.catalog)
        failure = ET.SubElement(element, "failure", {"type": result.differences[0].what, "message": _clean(first)})
        failure.text = _clean("\n".join([result.case.place, *said]))


def _gaps(root: ET.Element, report: CasesReport) -> None:
    """Add a suite for what is untried: one test case for each credential."""
    if report.coverage is None:
        return
    failed = sum(not one.complete for one in report.coverage)
    suite = ET.SubElement(root, "testsuite", {"name": "coverage", **_counts(len(report.coverage), failed, 0)})
    for one in report.coverage:
        names = {"classname": "peercert.rules.coverage", "name": one.credential}
        element = ET.SubElement(suite, "testcase", names)
        if not one.complete:
            said = [
                f"{gap.source}:{gap.line}:{gap.column}: {gap.target.subject}, {gap.target.showing}" for gap in one.gaps
            ]
            message = f"{one.whole.percent} percent of what there is to show is shown."
            failure = ET.SubElement(element, "failure", {"type": "coverage", "message": message})
            failure.text = _clean("\n".join([*said, *map(str, one.idle)]))


def _problem(suite: ET.Element, problem: Problem) -> None:
    names = {"classname": "peercert.rules.files", "name": _clean(f"{problem.source}:{problem.line or 1}")}
    element = ET.SubElement(suite, "testcase", names)
    ET.SubElement(element, "error", {"type": problem.code, "message": _clean(str(problem))})


def _clean(text: str) -> str:
    """Show each character that XML forbids as its code point."""
    return _FORBIDDEN.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
