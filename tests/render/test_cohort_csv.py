"""A cohort as CSV."""

from __future__ import annotations

import csv
from io import StringIO

from .cohorts import drawn


def rows(text: str) -> list[dict[str, str]]:
    """Read a table back."""
    return list(csv.DictReader(StringIO(text)))


def test_there_is_a_row_for_each_person_and_requirement() -> None:
    """Four people with four requirements, two with sixteen."""
    found = rows(drawn("csv"))

    assert len(found) == 4 * 4 + 2 * 16
    assert found[5] == {
        "candidate": "bo", "credential": "CPSRP", "pathway": "standard", "verdict": "not_eligible",
        "requirement": "ct.cpsrp.std.training", "outcome": "unmet", "have": "79.5", "need": "80", "short": "0.5",
        "unit": "hours", "blocking": "yes", "verdict_after": "", "blocking_after": "", "problem": "",
        "as_of": "2026-11-22", "catalog": "2026.11", "disputes": "undetermined", "verified_only": "no",
        "catalog_sha256": "abc",
    }  # fmt: skip


def test_a_problem_is_a_row_that_cannot_act() -> None:
    """Its file begins like a formula, so an apostrophe goes before it."""
    last = rows(drawn("csv", problem=True))[-1]

    assert (last["candidate"], last["outcome"]) == ("'=bad.yaml", "")
    assert last["problem"] == "'=bad.yaml:6:15: Unknown key. Did you mean it?"


def test_with_other_rules_each_row_says_what_becomes_of_it() -> None:
    """The very same rules change nothing, and are named."""
    from upper import built_in

    found = rows(drawn("csv", other=built_in()))

    assert (found[5]["verdict_after"], found[5]["blocking_after"], found[5]["catalog_after"]) == (
        "not_eligible", "yes", "2026.11",
    )  # fmt: skip
    assert found[4]["blocking_after"] == "no"


def test_for_sharing_there_is_a_row_for_each_count() -> None:
    """Of nobody in particular; the group of two is not told apart."""
    found = [(row["credential"], row["about"], row["item"], row["people"]) for row in rows(drawn("csv", least=3))]

    assert found == [
        ("CPSRP", "people", "all", "3 to 6"),
        ("CPSRP", "verdict", "eligible", "<3"),
        ("CPSRP", "verdict", "undetermined", "<3"),
        ("CPSRP", "verdict", "not_yet", "0"),
        ("CPSRP", "verdict", "not_eligible", "<3"),
        ("CPSS", "people", "all", "<3"),
    ]
