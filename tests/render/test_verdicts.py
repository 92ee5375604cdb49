"""A verdict in words, with what everybody who reads it must know."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from peercert.engine import Verdict
from peercert.explain import Explainer, Explanation
from peercert.logic import Outcome
from peercert.render import text
from peercert.render.style import Style
from peercert.render.verdicts import VERDICTS, instead, options_said, patience, reason, responsible, trust
from upper import TODAY, decide, group, leaf, own_rules

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


def test_a_requirement_that_is_open_in_several_points_counts_them() -> None:
    """So that a reader of one requirement and many signs knows how the two numbers come about."""
    blank = explained("CRSS", {}, date(2026, 11, 22))
    report = text.report(blank, "x", header(), Style(80))

    assert reason(blank) == "8 of 8 requirements cannot be settled yet, in 14 points"
    assert sum(line.startswith("? ") for line in report.splitlines()) == 14


def test_to_wait_is_enough_where_time_alone_does_it() -> None:
    """What is not met today may come with advice to do more; the day comes without it."""
    sitting = [{"exam": "ct-cpsrp", "date": "2026-12-01", "result": "passed"}]
    waits = explained("CPSRP-P", {**READY, "exams": sitting}, date(2026, 11, 22))
    stuck = explained("CPSRP-P", {**READY, "exams": []}, date(2026, 11, 22))

    assert [*patience(waits)] == ["To wait for that day is enough, whatever else is advised here."]
    assert [*patience(stuck)] == []


def test_only_unusual_options_are_said() -> None:
    """A report made under them cannot be taken for one that is not."""
    both = header(disputes="strict", verified_only=True)

    assert list(options_said(header())) == []
    assert list(options_said(both)) == [
        (
            "In this report every reading of a disputed point must be met (strict) "
            "and only records that someone checked are counted."
        )
    ]


def test_of_a_choice_the_nearest_branch_is_responsible() -> None:
    """Of two ways to the same, neither taken, the one that the verdict names; so too of what is open besides."""
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
        "Or instead: One year of college within the last three years."
    )
    assert instead(lines["ms.cpss.exam"], [lines["ms.cpss.exam"]]) == ""


def test_a_choice_inside_a_choice_is_told_whole() -> None:
    """Of three ways to be a practitioner one is shown: the other two would do, and so would either kind of hours."""
    one = explained("CPS-II", {"education": [], "experience": [], "credentials": []})
    (choice,) = [line for line in one.lines if line.requirement.id == "mn.cps-ii.standing"]
    shown = responsible(choice, Outcome.UNMET, one)

    assert [leaf.requirement.id for leaf in shown] == ["mn.cps-ii.practitioner.hours"]
    assert instead(choice, shown) == (
        "Or instead: Practitioner by a bachelor's degree and hours; or Practitioner by a master's degree or a "
        "doctorate; or 6,000 supervised hours of peer services; or 4,000 supervised hours of services and 2,000 more "
        "of peer services."
    )


def test_what_would_do_in_place_of_several_says_of_how_many(tmp_path: Path) -> None:
    """Or it would be taken to stand for the last of them alone."""
    two = group(
        "x.two", "all_of", leaf("x.a", "attestation", name="literacy"), leaf("x.b", "attestation", name="leadership")
    )
    three = [leaf(f"x.{name}", "references", at_least=2) for name in "cde"]
    catalog = own_rules(tmp_path, group("x", "any_of", two, group("x.three", "all_of", *three)))
    one = Explainer(catalog).explain(decide("TOY", {}, catalog=catalog))
    (line,) = one.lines

    assert instead(line, responsible(line, Outcome.UNKNOWN, one)) == "Or instead of these 2: Title of x.three."


def test_whom_to_ask_is_said_where_only_a_secondary_source_tells() -> None:
    """By name; and nothing where better sources tell."""
    (said,) = trust(explained("CPSRP", READY))

    assert "Verify with the Connecticut Certification Board (CCB)" in said
    assert list(trust(explained("CPSS", JORDAN))) == []
