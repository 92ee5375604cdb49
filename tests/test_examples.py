"""The examples say what they were approved to say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from test_readme import run

TOP = Path(__file__).parents[1]
EXAMPLES = sorted(path.stem for path in (TOP / "examples").iterdir())
APPROVED = TOP / "tests" / "approved"

VERDICTS = {
    "andre-one-hour-short": {"CRSS": "not_eligible"},
    "carol-grandparented": {"CPSRP": "eligible"},
    "denise-parent": {"CPSS": "eligible"},
    "jo-planned-training": {"CPRS": "not_eligible"},
    "kim-almost-twenty-one": {"CPS-I": "undetermined"},
    "lena-three-sittings": {"CPSS": "not_eligible"},
    "maya-ready": {"CRSS": "eligible"},
    "nora-level-two": {"CPS-II": "undetermined"},
    "pat-disputed-hours": {"CPSS": "undetermined"},
    "rosa-substance-use-recovery": {"CRSS": "not_eligible", "CPRS": "eligible"},
    "sam-half-told": {"CRSS": "not_eligible", "CPRS": "not_eligible"},
    "tyler-nineteen": {"CPS-I": "undetermined"},
}
"""Worked out by hand from the facts, before the program ran."""


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_reads_as_approved(name: str) -> None:
    """The whole report of an example, but the digest of the rules, is the one that a person looked at and approved."""
    report = run(f"peercert check examples/{name}.yaml --as-of 2026-11-22")

    assert re.sub("sha256 [0-9a-f]{12}", "sha256 ...", report) == (APPROVED / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_has_the_verdict_of_its_story(name: str) -> None:
    """The verdict is the one that its story tells, for each credential sought."""
    script = "import json, sys; print({one['credential']: one['verdict'] for one in map(json.loads, sys.stdin)})"
    found = run(f'peercert check examples/{name}.yaml --as-of 2026-11-22 -f jsonl | python3 -c "{script}"')

    assert found.strip() == str(VERDICTS[name])
