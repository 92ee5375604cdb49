"""A verdict in words, with what everybody who reads it must know."""

from __future__ import annotations

from datetime import date

import pytest

from peercert.engine import Verdict
from peercert.explain import Explainer, Explanation
from peercert.logic import Outcome
from peercert.render.verdicts import VERDICTS, instead, options_said, reason, responsible, trust
from upper import TODAY, decide

from .drawing import JORDAN, READY, header, rules


def explained(credential: str, profile: dict[str, object], as_of: date = TODAY) -> Explanation:
    """Explain what is decided under the built-in rules."""
    return Explainer(rules()).explain(decide(credential, profile, as_of))


def test_each_verdict_has_words() -> None:
    """None is told by a code alone."""
    assert set(VERDICTS) == set(Verdict)


@pytest.mark.parametrize(
    ("credential", "profile", "as_of", "said"),
    [
        ("CPSRP", READY, date(2026, 11, 22), "all 4 requirements are met"),
        ("CPSRP", READY, date(2026, 5, 31), "1 of 1 requirement cannot be settled yet"),
        ("CPSRP-P", {**READY, "exams": []}, date(2026, 11, 22), "1 of 3 requirements is not met"),
        ("CPSS", JORDAN, date(2026, 11, 22), "3 of 12 requirements are not met"),
        (
            "CPSRP-P", {**READY, "exams": [{"exam": "ct-cpsrp", "date": "2026-12-01", "result": "passed"}]},
            date(2026, 11, 22), "eligible from 2026-12-01 on, if nothing else changes",
        ),
    ],
)  # fmt: skip
def test_a_verdict_has_its_reason(credential: str, profile: dict[str, object], as_of: date, said: str) -> None:
    """How many requirements, or from which day on."""
    assert reason(explained(credential, profile, as_of)) == said


def test_only_unusual_options_are_said() -> None:
    """A report made under them cannot be taken for one that is not."""
    both = header(disputes="strict", verified_only=True)

    assert list(options_said(header())) == []
    assert list(options_said(both)) == [
        "In this report disputed points are read as strict and only records that someone checked are counted."
    ]


def test_of_a_choice_the_nearest_branch_is_responsible() -> None:
    """Of two ways to the same, neither taken, the one that the verdict names; of what is open, all."""
    one = explained("CPSS", JORDAN)
    lines = {line.requirement.id: line for line in one.lines}

    nearest = responsible(lines["ms.cpss.experience"], Outcome.UNMET, one)
    assert [leaf.requirement.id for leaf in nearest] == ["ms.cpss.experience.hours"]
    open_ = responsible(lines["ms.cpss.employment"], Outcome.UNKNOWN, one)
    assert [leaf.requirement.id for leaf in open_] == ["ms.cpss.employment"]


def test_a_line_without_such_leaves_stands_for_itself() -> None:
    """So that a list of what is missing never lacks a line."""
    one = explained("CPSS", JORDAN)
    line = one.lines[0]

    assert responsible(line, Outcome.UNMET, one) == [line]


def test_what_would_do_as_well_is_named() -> None:
    """Beside the branch that is shown, the others; nothing where there is no choice."""
    one = explained("CPSS", JORDAN)
    lines = {line.requirement.id: line for line in one.lines}
    choice = lines["ms.cpss.experience"]

    assert instead(choice, responsible(choice, Outcome.UNMET, one)) == (
        "One year of college within the last three years",
    )
    assert instead(lines["ms.cpss.exam"], [lines["ms.cpss.exam"]]) == ()


def test_whom_to_ask_is_said_where_only_a_secondary_source_tells() -> None:
    """By name; and nothing where better sources tell."""
    (said,) = trust(explained("CPSRP", READY))

    assert "Verify with the Connecticut Certification Board (CCB)" in said
    assert list(trust(explained("CPSS", JORDAN))) == []
