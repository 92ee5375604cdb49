"""A run of cases as text and as JSON: what differs, at its place, in plain words; and what is untried."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from peercert.casework import CasesReport, Coverage, Difference, Result
from peercert.casework.report import reasons
from peercert.catalog import Catalog
from peercert.errors import Problem
from peercert.render.json_text import page
from peercert.render.style import Style
from peercert.requirements.wording import counted

FORMAT = "peercert.cases/1"
"""The name and version of the JSON shape."""

_WHAT = {
    "verdict": "The verdict must be {expected}. It came out as {found}.",
    "because": "What blocks must be {expected}. It came out as {found}.",
    "pathway": "The way must be {expected}. It came out as {found}.",
    "eligible_from": "The day from which it is eligible must be {expected}. It came out as {found}.",
}
_SHOWING = {
    "met": "no case has it met",
    "unmet": "no case has it unmet",
    "unknown": "no case leaves it open",
    "only_no": "in no case is it the only no",
    "taken": "no case takes it",
    "apart": "in no case does it say something else than another reading",
    "at": "no case stands just at it",
    "past": "no case stands one step past it",
}
Drawn = dict[str, Any]  # Any: plain data for JSON


def explained(result: Result, catalog: Catalog) -> list[str]:
    """Say what a case should have come to, what it came to, and which requirements make the difference."""
    said: list[str] = []
    for difference in result.differences:
        said.append(_said(difference))
        for one in reasons(result, difference.requirements, catalog):
            title = f" ({one.title}): {one.outcome}." if one.title else ":"
            said.append(f"  {one.id}{title} {one.text}")
    return said


def _said(difference: Difference) -> str:
    return _WHAT[difference.what].format(expected=difference.expected, found=difference.found)


def as_text(report: CasesReport, style: Style) -> str:
    """Draw a run for a terminal: each case that failed, what is untried, and the counts."""
    lines: list[str] = []
    for result in report.failed:
        lines.append(style.paint(style.line(f"{result.case.place}: {result.case.text.name}"), "bold"))
        for line in explained(result, report.catalog):
            indent = 4 if line.startswith("  ") else 2
            lines.append(style.wrap(line.strip(), indent, hang=indent + 2))
        lines.append("")
    for one in report.coverage or ():
        lines += [*_coverage(one, style), ""]
    lines.append(_counts(report, style))
    return "\n".join(lines) + "\n"


def _counts(report: CasesReport, style: Style) -> str:
    failed, number = len(report.failed), len(report.results)
    of_what = f"{counted(number, 'case')} of {counted(len(report.credentials), 'credential')}"
    if not number:
        return style.line("No case was run.")
    if not failed:
        return style.paint(style.line(f"{of_what}: all came out as they must."), "green")
    return style.paint(
        style.line(f"{of_what}: {failed} did not come out as {'it' if failed == 1 else 'they'} must."), "red"
    )


def _coverage(one: Coverage, style: Style) -> Iterator[str]:
    excused = f", {one.excused} cannot be, with a reason" if one.excused else ""
    whole = f"{one.credential}: {one.whole.percent} % shown ({one.whole.shown} of {one.whole.wanted}{excused})"
    yield style.paint(style.line(whole), "bold")
    for name, share in one.groups.items():
        if share.wanted:
            yield style.line(f"  {name}: {share.shown} of {share.wanted}, {share.percent} %")
    for gap in one.gaps:
        place = f"{gap.source}:{gap.line}:{gap.column}"
        yield style.line(f"  {place}: {gap.target.subject}: {_SHOWING[gap.target.showing]} [{gap.target.showing}]")
    yield from (style.line(f"  {problem}") for problem in one.idle)


def as_json(report: CasesReport, style: Style) -> str:
    """Write one JSON object."""
    del style
    drawn: Drawn = {
        "format": FORMAT,
        "catalog": {"version": report.catalog.about.version, "sha256": report.catalog.sha256},
        "cases": [_case(result, report.catalog) for result in report.results],
        "coverage": None if report.coverage is None else [_covered(one) for one in report.coverage],
        "problems": [_problem(problem) for problem in report.problems],
        "summary": {
            "credentials": len(report.credentials),
            "cases": len(report.results),
            "passed": len(report.results) - len(report.failed),
            "failed": len(report.failed),
        },
    }
    return page(drawn)


def _case(result: Result, catalog: Catalog) -> Drawn:
    case, found = result.case, result.determination
    return {
        "credential": case.credential,
        "name": case.text.name,
        "source": case.source,
        "line": case.line,
        "column": case.column,
        "passed": result.passed,
        "expected": {
            "verdict": case.text.verdict,
            "eligible_from": case.text.eligible_from and case.text.eligible_from.isoformat(),
            "pathway": case.text.pathway,
            "because": None if case.text.because is None else list(case.text.because),
        },
        "found": {
            "verdict": found.verdict.value,
            "eligible_from": found.eligible_from and found.eligible_from.isoformat(),
            "pathway": found.chosen.id,
            "because": list(found.chosen.blocking),
        },
        "differences": [_difference(result, one, catalog) for one in result.differences],
    }


def _difference(result: Result, difference: Difference, catalog: Catalog) -> Drawn:
    return {
        "what": difference.what,
        "message": _said(difference),
        "requirements": [
            {"id": one.id, "title": one.title, "outcome": one.outcome, "because": one.text}
            for one in reasons(result, difference.requirements, catalog)
        ],
    }


def _covered(one: Coverage) -> Drawn:
    return {
        "credential": one.credential,
        "shown": one.whole.shown,
        "wanted": one.whole.wanted,
        "excused": one.excused,
        "complete": one.complete,
        "groups": {name: {"shown": share.shown, "wanted": share.wanted} for name, share in one.groups.items()},
        "gaps": [
            {
                "subject": gap.target.subject, "as": gap.target.showing,
                "source": gap.source, "line": gap.line, "column": gap.column,
            }
            for gap in one.gaps
        ],
        "idle_reasons": [_problem(problem) for problem in one.idle],
    }  # fmt: skip


def _problem(problem: Problem) -> Drawn:
    return {
        "source": problem.source,
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
    }
