"""Six people: four who want CPSRP, two who want CPSS, each short of something else."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from peercert.catalog import Catalog
from peercert.cohort import Cohort, Group, of
from peercert.report import Header, Summary
from peercert.session import Checked, Options, check
from upper import TODAY, Written, built_in, person

_STRETCH = {"start": "2026-01-05", "end": "2026-10-30"}

CPSRP: Written = {
    "seeking": ["CPSRP"],
    "lived_experience": [{"who": "self", "condition": "mental_illness"}],
    "training": [{"program": "ct-cpsrp", "completed": "2026-07-24", "hours": 80}],
    "exams": [{"exam": "ct-cpsrp", "date": "2026-08-05", "result": "passed"}],
    "experience": [{"kind": "paid", "role": "peer", "supervised": True, "hours": 300, **_STRETCH}],
}
"""Meets CPSRP by the new course."""

CPSS: Written = {
    "seeking": ["CPSS"],
    "birth_date": "1990-02-11",
    "residence": {"state": "MS"},
    "education": [{"level": "ged", "completed": "2010-06-01"}],
    "lived_experience": [{"who": "self", "condition": "mental_illness", "received_services": True}],
    "attestations": {"disclosure": True, "literacy": True, "code_of_ethics": True},
    "training": [{"program": "ms-cpss", "completed": "2026-03-13"}],
    "exams": [{"exam": "ms-cpss", "date": "2026-03-27", "score": 80}],
    "experience": [{"role": "peer", "population": ["adults", "mental_illness"], "hours": 260, **_STRETCH}],
    "references": 2,
    "employment": {"setting": "ms-dmh-certified", "supervisor": "mental_health_professional"},
}
"""Meets CPSS."""

SIX: dict[str, Written] = {
    "ana": CPSRP,
    "bo": {**CPSRP, "training": [{"program": "ct-cpsrp", "completed": "2026-07-24", "hours": 79.5}]},
    "cy": {
        **CPSRP,
        "lived_experience": [{"who": "family_member", "condition": "mental_illness", "relation": "parent"}],
        "exams": [{"exam": "ct-cpsrp", "date": "2026-08-05", "result": "failed"}],
        "experience": [{"kind": "paid", "role": "peer", "supervised": True, "hours": 280, **_STRETCH}],
    },
    "di": {
        **CPSRP,
        "experience": [{"kind": "volunteer", "role": "peer", "supervised": True, "hours": 300, **_STRETCH}],
    },
    "ed": {**CPSS, "exams": [{"exam": "ms-cpss", "date": "2026-03-27", "score": 74.9}]},
    "fay": {key: fact for key, fact in CPSS.items() if key not in ("birth_date", "references")},
}
"""Ana is ready. Bo misses half an hour; Cy misses the exam and 20 hours,
and tells of a family member, so that grandparenting is no nearer; Di's hours are disputed. Ed misses a tenth of
a point; Fay leaves her birth date and references untold."""


def checked(label: str, profile: Written) -> Checked:
    """Check one person for what the profile seeks."""
    return check(built_in(), person({"id": label, **profile}), Options(TODAY))


def cohort(against: Catalog | None = None) -> Cohort:
    """Look at the six."""
    return of(built_in(), [checked(label, profile) for label, profile in SIX.items()], against=against)


@cache
def groups() -> dict[str, Group]:
    """Return the six by credential."""
    return {group.credential: group for group in cohort().groups}


def header(*, verified_only: bool = False) -> Header:
    """Return under what a report was made."""
    return Header("0.1.0", "2026.11", "abc", TODAY, "undetermined", verified_only, redacted=False)


def summary(invalid: int = 0) -> Summary:
    """Return the counts of the six."""
    return Summary(candidates=6, invalid=invalid)


def write(folder: Path) -> Path:
    """Write each of the six to a file of their name."""
    for label, profile in SIX.items():
        (folder / f"{label}.json").write_text(json.dumps(profile))
    return folder
