"""Promises about whole calendar years and months."""

from datetime import date

import pytest

from .days import comes_of_age, plus_months, plus_years


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        (date(2026, 1, 12), 3, date(2026, 4, 12)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 31), -1, date(2025, 12, 31)),
    ],
)
def test_months_are_clamped_to_the_end_of_the_month(start: date, months: int, expected: date) -> None:
    """A month that has no such day ends on its last one."""
    assert plus_months(start, months) == expected


def test_a_leap_day_three_years_back_is_the_28th() -> None:
    """A window that reaches back from 29 February opens on 28 February of a common year."""
    assert plus_years(date(2028, 2, 29), -3) == date(2025, 2, 28)


@pytest.mark.parametrize(
    ("birth", "years", "expected"),
    [
        (date(2008, 2, 29), 18, date(2026, 3, 1)),
        (date(2008, 2, 29), 16, date(2024, 2, 29)),
        (date(2005, 11, 22), 21, date(2026, 11, 22)),
        (date(2008, 2, 28), 18, date(2026, 2, 28)),
    ],
)
def test_a_person_born_on_a_leap_day_comes_of_age_on_the_first_of_march(
    birth: date, years: int, expected: date
) -> None:
    """In a common year the birthday of 29 February is 1 March; every other birthday is itself."""
    assert comes_of_age(birth, years) == expected
