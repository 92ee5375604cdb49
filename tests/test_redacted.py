"""A finding in words that tell nothing of the person."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from peercert.errors import Problem
from peercert.explain import Explainer
from peercert.finding import Aside, Finding, Measure
from peercert.logic import Outcome, Why
from peercert.redacted import bare_problem, bare_words
from peercert.requirements.wording import Because
from upper import built_in, decide

CATALOG = built_in()


def said(id_: str, credential: str = "CPSS", **found: Any) -> Because:
    """Put a finding for a requirement of the built-in rules into bare words."""
    speech = Explainer(CATALOG).speech(CATALOG.credential(credential))
    return bare_words(CATALOG.requirement(id_), Finding(id_, **found), speech)


def measure(have: str, need: str, unit: str) -> Measure:
    """Return a measure of two plain numbers."""
    return Measure(Decimal(have), Decimal(need), unit, None)


def test_a_met_requirement_says_its_amounts() -> None:
    """And nothing else."""
    assert said("ms.cpss.exam", outcome=Outcome.MET, measure=measure("80", "75", "percent")) == (
        "This is met. 80 of 75 %.", None,
    )  # fmt: skip
    assert said("ms.cpss.exam", outcome=Outcome.MET) == ("This is met.", None)


def test_an_unmet_requirement_says_how_much_is_missing_and_what_is_asked() -> None:
    """The day of the sitting is not told."""
    text, remedy = said("ms.cpss.exam", outcome=Outcome.UNMET, measure=measure("74.9", "75", "percent"))

    assert text == "This is not met. 74.9 of 75 %; 0.1 short."
    assert remedy is not None
    assert remedy.startswith("Look at what is asked. ")


def test_records_that_do_not_count_are_named_by_their_place() -> None:
    """A place in a list tells nothing of the person."""
    text, _ = said(
        "ms.cpss.exam", outcome=Outcome.UNMET, measure=measure("1", "2", "references"),
        aside=(Aside("references[0]", "after_as_of"),),
    )  # fmt: skip

    assert (
        text
        == "This is not met. 1 of 2 references; 1 short. Not counted: references[0] (dated after the day decided on)."
    )


@pytest.mark.parametrize("why", list(Why))
def test_what_is_not_known_says_why(why: Why) -> None:
    """These sentences name keys and places, never values."""
    text, remedy = said("ms.cpss.exam", outcome=Outcome.UNKNOWN, why=why)

    assert text
    assert remedy


@pytest.mark.parametrize(
    ("id_", "profile", "remedy"),
    [
        ("ms.cpss.literacy", {"attestations": {"disclosure": True}}, "Add `attestations.literacy` to the profile."),
        ("ms.cpss.lived-experience", {}, "Add `lived_experience` to the profile."),
        (
            "ms.cpss.lived-experience", {"lived_experience": [{"who": "self"}]},
            "Add this to lived_experience[0] in the profile.",
        ),
        ("ms.cpss.exam", {}, "Add `exams` to the profile."),
    ],
)  # fmt: skip
def test_what_would_settle_it_is_named_as_without_redaction(id_: str, profile: dict[str, Any], remedy: str) -> None:
    """Also of one statement among several, of readings that disagree, and of a record that is told but for a part."""
    explained = Explainer(CATALOG, redacted=True).explain(decide("CPSS", profile))
    found = {line.requirement.id: line.because.remedy for whole in explained.lines for line in whole.leaves()}

    assert found[id_] == remedy


def test_an_explainer_that_redacts_says_no_day_of_the_person() -> None:
    """Every sentence of a whole report is checked: no date of the profile is in it."""
    told = {
        "birth_date": "1998-04-12",
        "exams": [{"exam": "ms-cpss", "date": "2026-10-09", "score": 74.9}],
        "attestations": {"disclosure": "2026-03-01", "code_of_ethics": "2026-12-24"},
        "employment": "none",
    }
    plain, hidden = (
        Explainer(CATALOG, redacted=redacted).explain(decide("CPSS", told, date(2026, 11, 22)))
        for redacted in (False, True)
    )

    def texts(explanation: Any) -> str:
        return " ".join(str([*leaf.because]) for line in explanation.lines for leaf in line.leaves())

    assert "2026-10-09" in texts(plain)
    assert not any(day in texts(hidden) for day in ("1998", "2026-10-09", "2026-03-01", "2026-12-24"))
    assert hidden.redacted


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ('Unknown key "zebulon" in training.', "Unknown key in training."),
        ('Unknown key "a "quoted" one".', "Unknown key."),
        ("This number is below zero.", "This number is below zero."),
    ],
)
def test_a_problem_quotes_nothing_from_the_file(said: str, left: str) -> None:
    """The place stays, and what would be right."""
    told = bare_problem(Problem("bad.yaml", 3, 5, "unknown-key", said, 'Did you mean "hours"?'))

    assert told == Problem("bad.yaml", 3, 5, "unknown-key", left, 'Did you mean "hours"?')
