"""The example of a table is read, and each row has the verdict of its story."""

from __future__ import annotations

import json
from pathlib import Path

from program import inside

TOP = Path(__file__).parents[1]
VERDICTS = [
    ("ana-ready", "eligible"),
    ("bo-short-course", "not_eligible"),
    ("cy-waits-for-result", "undetermined"),
    ("dee-keeps-some-to-herself", "undetermined"),
    ("ed-still-learning", "not_eligible"),
]
"""Worked out by hand from the facts, before the program ran."""


def test_each_row_of_the_example_has_the_verdict_of_its_story() -> None:
    """A folder is searched for tables, too."""
    ended = inside("check", "examples-tables", "--as-of", "2026-11-22", "-f", "jsonl", folder=TOP)
    found = [json.loads(line) for line in ended.out.splitlines()]

    assert [(one["candidate"], one["verdict"]) for one in found] == VERDICTS
    assert {(one["credential"], one["source"]) for one in found} == {("CPSRP-P", "examples-tables/cohort.csv")}
    assert ended.code == 1
    assert ended.err.startswith(
        "5 people, 5 determinations: 1 eligible, 2 cannot be determined yet and 2 not eligible.\n"
    )
