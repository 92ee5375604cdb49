"""One person whose report has something of everything, drawn for every format."""

from __future__ import annotations

from peercert.catalog import Catalog
from peercert.engine import Determination
from peercert.errors import Problem
from peercert.explain import Explainer
from peercert.logic import Disputes
from peercert.render.style import Style
from peercert.render.text import report
from peercert.report import Header, Summary
from upper import TODAY, Written, built_in, decide

JORDAN: Written = {
    "id": "jordan",
    "name": "Jordan Rivera",
    "seeking": ["CPSS"],
    "birth_date": "1998-04-12",
    "residence": {"state": "MS", "since": "2019-05-01"},
    "education": [{"level": "ged", "completed": "2016-06-01"}],
    "exams": [{"exam": "ms-cpss", "date": "2026-10-09", "score": 74.9}],
    "training": [{"id": "T-01", "program": "ms-cpss", "completed": "2026-10-02"}],
    "experience": [
        {
            "id": "E-01",
            "role": "support",
            "population": ["adults", "mental_illness"],
            "start": "2024-01-08",
            "end": "2025-06-30",
            "hours": 100,
        },
        {
            "id": "E-02",
            "role": "support",
            "population": ["adults", "mental_illness"],
            "start": "2026-12-01",
            "hours": 200,
        },
    ],
    "references": 1,
}
"""Three requirements of CPSS missed, some open, some met, and one record dated later."""

READY: Written = {
    "birth_date": "1998-04-12",
    "lived_experience": [
        {"who": "self", "condition": "mental_illness", "primary_diagnosis": True, "received_services": True}
    ],
    "training": [{"program": "ct-cpsrp", "completed": "2026-07-24", "hours": 80}],
    "exams": [{"exam": "ct-cpsrp", "date": "2026-08-05", "result": "passed"}],
    "experience": [
        {"kind": "paid", "role": "peer", "supervised": True, "start": "2026-02-02", "end": "2026-10-30", "hours": 300}
    ],
}
"""Meets CPSRP, which only a secondary source tells of."""

WIDE = Style(100)
PROBLEM = Problem("bad.yaml", 6, 15, "unknown-key", "Unknown key.", "Did you mean it?")


def header(*, disputes: Disputes = "undetermined", verified_only: bool = False, redacted: bool = False) -> Header:
    """Return under what a report was made."""
    return Header("0.1.0", "2026.11", "abc", TODAY, disputes, verified_only, redacted)


def drawn(determination: Determination, style: Style = WIDE, said: Header | None = None, label: str = "jordan") -> str:
    """Draw one determination as text."""
    return report(Explainer(built_in()).explain(determination), label, said or header(), style)


def jordan(**options: object) -> Determination:
    """Decide CPSS for Jordan."""
    return decide("CPSS", {**JORDAN, **options})


def rules() -> Catalog:
    """Return the built-in rules."""
    return built_in()


def summary(*determinations: Determination, invalid: int = 0) -> Summary:
    """Count some determinations of one candidate."""
    counts = Summary(invalid=invalid)
    counts.add([one.verdict for one in determinations], [], survey=False)
    return counts
