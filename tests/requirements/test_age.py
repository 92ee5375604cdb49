"""A least age."""

from datetime import date
from decimal import Decimal

import pytest

from build import MET, UNKNOWN, UNMET, Raw, because, described, find, outcome, turning
from peercert.finding import Measure
from peercert.logic import Why

ADULT: Raw = {"kind": "age", "at_least": 18}


@pytest.mark.parametrize(
    ("birth", "as_of", "expected"),
    [
        ("2008-11-22", date(2026, 11, 22), MET),
        ("2008-11-23", date(2026, 11, 22), UNMET),
        ("2008-02-29", date(2026, 2, 28), UNMET),
        ("2008-02-29", date(2026, 3, 1), MET),
        ("2008", date(2026, 11, 22), (UNKNOWN, Why.IMPRECISE)),
        ("2007", date(2026, 11, 22), MET),
        ("2009", date(2026, 11, 22), UNMET),
        ("2008-11", date(2026, 11, 29), (UNKNOWN, Why.IMPRECISE)),
        ("2008-11", date(2026, 11, 30), MET),
    ],
)
def test_one_is_old_enough_from_the_birthday_on(birth: str, as_of: date, expected: tuple[object, object]) -> None:
    """The birthday itself is enough, the day before is not; a birth date known in part may leave it open."""
    assert outcome(ADULT, {"birth_date": birth}, as_of) == expected


@pytest.mark.parametrize(("profile", "why"), [({}, Why.NOT_PROVIDED), ({"birth_date": "declined"}, Why.DECLINED)])
def test_an_age_not_told_is_not_known(profile: Raw, why: Why) -> None:
    """A birth date that is not told, or declined, leaves it open, and nothing is counted."""
    found = find(ADULT, profile)

    assert (found.outcome, found.why, found.measure, found.evidence) == (UNKNOWN, why, None, ())


def test_the_age_is_judged_on_the_day_decided_on_and_not_the_application() -> None:
    """An application far ahead makes nobody older today."""
    assert outcome(ADULT, {"birth_date": "2008-12-24", "application_date": "2027-06-01"}) == UNMET


@pytest.mark.parametrize(
    ("birth", "have", "up_to", "short"),
    [("2008-11-23", 17, 17, 1), ("2005-01-01", 21, 21, 0), ("2008", 17, 18, 1), ("2026-11-01", 0, 0, 18)],
)
def test_the_age_is_measured_in_whole_years(birth: str, have: int, up_to: int, short: int) -> None:
    """The youngest possible age counts; the oldest is the most that there may be."""
    found = find(ADULT, {"birth_date": birth})

    assert found.measure == Measure(Decimal(have), Decimal(18), "years", Decimal(up_to))
    assert found.measure.short == short
    assert found.evidence == ("birth_date",)


def test_no_age_is_below_zero() -> None:
    """Someone who may be born after the as-of day, by a date known in part, has the age zero at least."""
    found = find(ADULT, {"birth_date": "2026"}, date(2026, 6, 1))

    assert found.measure is not None
    assert found.measure.have == 0


def test_the_words_are_plain() -> None:
    """What is asked, why it is met or not, and when it will be."""
    assert described(ADULT) == "At least 18 years old."
    assert because(ADULT, {"birth_date": "2005-01-01"}) == ("18 years or older.", None)
    assert because(ADULT, {"birth_date": "2008-11-23"}) == (
        "17 years old; 18 years are needed.", "Apply again from that birthday on.",
    )  # fmt: skip
    assert because(ADULT, {"birth_date": "2009"}) == (
        "16 to 17 years old; 18 years are needed.", "Apply again from that birthday on.",
    )  # fmt: skip
    assert because(ADULT, {"birth_date": "2008"}) == (
        "What is told is not exact enough.", "Give exact dates or exact words for it.",
    )  # fmt: skip
    assert because(ADULT, {}) == ("The profile does not tell this.", "Add `birth_date` to the profile.")


@pytest.mark.parametrize(
    ("birth", "days"),
    [
        ("2008-11-23", [date(2026, 11, 23)]),
        ("2009", [date(2027, 12, 31)]),
        ("2012-02-29", [date(2030, 3, 1)]),
        ("2005-01-01", []),
    ],
)
def test_the_birthday_is_the_day_to_wait_for(birth: str, days: list[date]) -> None:
    """Time settles an age on the latest possible birthday."""
    assert turning(ADULT, {"birth_date": birth}) == days


def test_nobody_waits_for_a_birthday_that_is_not_told() -> None:
    """Without a birth date there is no day to wait for."""
    assert turning(ADULT, {}) == []


def test_a_birthday_that_no_calendar_holds_breaks_nothing() -> None:
    """On the far end of the calendar a person is not old enough, and nothing fails."""
    assert outcome(ADULT, {"birth_date": "9996-02-29"}, date(9998, 1, 1)) == UNMET
