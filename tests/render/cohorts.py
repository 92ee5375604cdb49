"""The report about the six, for every format."""

from __future__ import annotations

from typing import Any

from cohort.six import cohort, header, summary
from peercert.errors import Problem
from peercert.render.cohort_report import CohortReport, drawing_in
from peercert.render.style import Style
from upper import built_in

PROBLEM = Problem("=bad.yaml", 6, 15, "unknown-key", "Unknown key.", "Did you mean it?")


def report(*, problem: bool = False, verified_only: bool = False, **more: Any) -> CohortReport:  # Any: fields
    """Return the report about the six."""
    problems = (PROBLEM,) if problem else ()
    made = CohortReport(
        built_in(), header(verified_only=verified_only), cohort(more.get("other")), summary(len(problems)), problems
    )
    return made._replace(**more)


def drawn(format_: str, style: Style | None = None, **more: Any) -> str:  # Any: as above
    """Draw the report about the six."""
    return "".join(drawing_in(format_)(report(**more), style or Style(80)))
