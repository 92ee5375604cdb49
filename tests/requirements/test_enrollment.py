"""Being in school."""

from datetime import date

import pytest

from build import MET, UNKNOWN, UNMET, Raw, because, case, described, find, outcome, requirement, turning
from peercert.logic import Why

SCHOOL: Raw = {"kind": "enrollment", "in": ["high_school", "ged_program"], "needs_human": ["college"]}
HUMAN = (UNKNOWN, Why.NEEDS_HUMAN)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"in": "high_school"}, MET),
        ({"in": "ged_program", "until": "2026-11-22"}, MET),
        ({"in": "ged_program", "until": "2026-11-21"}, UNMET),
        ({"in": "ged_program", "until": "2026-11"}, (UNKNOWN, Why.IMPRECISE)),
        ({"in": "ged_program", "until": "2027"}, MET),
        ({"in": "ged_program", "until": "2025"}, UNMET),
        ({"in": "ged_program", "until": "declined"}, (UNKNOWN, Why.DECLINED)),
        ({"in": "none"}, UNMET),
        ({"in": "college"}, HUMAN),
        ({"in": "college", "until": "2025"}, UNMET),
        ({"in": "declined"}, (UNKNOWN, Why.DECLINED)),
        ({"until": "2027-06-01"}, (UNKNOWN, Why.NOT_PROVIDED)),
        ("declined", (UNKNOWN, Why.DECLINED)),
        (None, (UNKNOWN, Why.NOT_PROVIDED)),
    ],
)
def test_one_is_in_school_through_the_last_day(told: object, expected: object) -> None:
    """The last day counts; what is not told or not exact stays open; another school is for a person to judge."""
    assert outcome(SCHOOL, {"enrollment": told} if told else {}) == expected


def test_the_day_decided_on_counts_and_not_the_application() -> None:
    """Enrolment is judged today, whenever the application was made."""
    profile = {"enrollment": {"in": "high_school", "until": "2026-11-21"}, "application_date": "2026-11-01"}

    assert outcome(SCHOOL, profile) == UNMET


def test_the_evidence_is_the_enrollment() -> None:
    """The fact that was looked at is named, where it is told."""
    assert find(SCHOOL, {"enrollment": {"in": "none"}}).evidence == ("enrollment",)
    assert find(SCHOOL, {}).evidence == ()


def test_the_words_are_plain() -> None:
    """What is asked and what would do."""
    assert described(SCHOOL) == "In school now: high school or a GED program."
    assert because(SCHOOL, {"enrollment": {"in": "high_school"}}) == ("In school on that day.", None)
    assert because(SCHOOL, {"enrollment": {"in": "none"}}) == (
        "Not in such a school on that day.", "Being enrolled in one of these would do: high school or a GED program.",
    )  # fmt: skip
    assert because(SCHOOL, {}) == ("The profile does not tell this.", "Add `enrollment` to the profile.")


def test_waiting_does_not_put_anyone_in_school() -> None:
    """Time alone never makes this met."""
    assert turning(SCHOOL, {"enrollment": {"in": "high_school", "until": "2027-06-01"}}) == []


def test_a_last_day_told_by_its_month_may_be_the_months_last() -> None:
    """On that day the candidate may still be in school, and the day after no more."""
    raw, told = {"kind": "enrollment", "in": ["high_school"]}, {"enrollment": {"in": "high_school", "until": "2026-11"}}

    assert outcome(raw, told, date(2026, 11, 30)) == (UNKNOWN, Why.IMPRECISE)
    assert list(requirement(raw).ending_days(case(told))) == [date(2026, 11, 2), date(2026, 12, 1)]
    assert list(requirement(raw).ending_days(case({"enrollment": {"in": "high_school"}}))) == []
