"""Cases, run."""

from __future__ import annotations

from pathlib import Path

import pytest

from peercert.casework import Difference

from .toys import cases_with, ran, rules


def test_cases_that_come_out_as_they_say_have_no_difference(tmp_path: Path) -> None:
    """All four pass."""
    assert [result.differences for result in ran(rules(tmp_path))] == [(), (), (), ()]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "verdict: eligible\n", "verdict: not_eligible\n    because: [xx.toy.age]\n",
            Difference("verdict", "not_eligible", "eligible", ("xx.toy.age",)),
        ),
        ("pathway: standard", "pathway: other", Difference("pathway", "other", "standard")),
        (
            "because: [xx.toy.age]", "because: [xx.toy.references]",
            Difference("because", "xx.toy.references", "xx.toy.age", ("xx.toy.age", "xx.toy.references")),
        ),
        ("because: [xx.toy.age]", "because: []", Difference("because", "nothing", "xx.toy.age", ("xx.toy.age",))),
        (
            "eligible_from: 2026-11-23", "eligible_from: 2026-11-24",
            Difference("eligible_from", "2026-11-24", "2026-11-23"),
        ),
    ],
)  # fmt: skip
def test_what_differs_is_told_with_the_requirement(tmp_path: Path, old: str, new: str, expected: Difference) -> None:
    """Only what the case says is held against what came out."""
    found = [one for result in ran(rules(tmp_path, cases_with(old, new))) for one in result.differences]

    assert found == [expected]


def test_readings_are_combined_as_the_case_says(tmp_path: Path) -> None:
    """A case may ask for all readings, or accept any."""
    toy = """\
            - id: xx.toy.age
              kind: disputed
              title: Age
              topic: age
              readings:
                - {id: old, title: Old, kind: age, at_least: 18, sources: [{id: law, at: page 1}]}
                - {id: young, title: Young, kind: age, at_least: 16, sources: [{id: law, at: page 1}]}
"""
    from catalog.toy import TOY

    start, end = TOY.index("            - id: xx.toy.age"), TOY.index("            - id: xx.toy.references")
    cases = """\
given: {birth_date: 2009-11-22, references: 2}
cases:
  - {name: open, as_of: 2026-11-22, verdict: undetermined}
  - {name: all, as_of: 2026-11-22, disputes: strict, verdict: not_yet}
  - {name: any, as_of: 2026-11-22, disputes: lenient, verdict: eligible}
"""

    assert [result.differences for result in ran(rules(tmp_path, cases, toy=TOY[:start] + toy + TOY[end:]))] == [
        (), (), (),
    ]  # fmt: skip
