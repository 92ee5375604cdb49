"""Calendar days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercert.dates import BEGINNING, END, Span, add_months, add_years, age_on, comes_of_age, parse_span, whole_months

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023-06-01", date(2023, 6, 1), date(2023, 6, 1)),
        ("2023-06", date(2023, 6, 1), date(2023, 6, 30)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023-05..2023-08", date(2023, 5, 1), date(2023, 8, 31)),
        ("2022..2023-03-04", date(2022, 1, 1), date(2023, 3, 4)),
        ("2023-05-01..2023-05-01", date(2023, 5, 1), date(2023, 5, 1)),
        ("2023-05..2023", date(2023, 5, 1), date(2023, 12, 31)),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
        ("0001-01-01", BEGINNING, BEGINNING),
    ],
)
def test_a_date_known_in_part_covers_all_its_days(text: str, first: date, last: date) -> None:
    """A day, a month, a year or a stretch is read as its first and its last day."""
    assert parse_span(text) == Span(first, last)


@pytest.mark.parametrize(
    "text",
    [
        "", "..", "2023-06..", "..2023-06", "2023-6", "23-06-01", "2023-13", "2023-00", "2023-06-00",
        "2023-06-31", "2023-02-29", "0000", "0000-01-01", "2023-08..2023-05", "2023-05..2023-06..2023-07",
        "2023/06/01", " 2023", "2023-06-01T10:00", "２０２３", "12023", "2023-06-01-01",
    ],
)  # fmt: skip
def test_what_is_not_a_date_is_not_read_as_one(text: str) -> None:
    """A text that is no ISO day, month, year or stretch gives nothing."""
    assert parse_span(text) is None


@given(DAYS, DAYS)
def test_a_stretch_runs_from_its_first_to_its_last_day_and_never_backwards(one: date, other: date) -> None:
    """Two days joined by dots cover both, and nothing where they stand in the wrong order."""
    expected = Span(one, other) if one <= other else None

    assert parse_span(f"{one}..{other}") == expected


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 12), 3, date(2026, 4, 12)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 31), -1, date(2025, 12, 31)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
        (date(2026, 5, 5), 0, date(2026, 5, 5)),
        (date(9998, 3, 5), 12, date(9999, 3, 5)),
        (date(2, 3, 5), -12, date(1, 3, 5)),
        (date(2026, 5, 5), 20_000 * 12, END),
        (date(2026, 5, 5), -20_000 * 12, BEGINNING),
    ],
)
def test_months_are_clamped_to_the_end_of_the_month(day: date, months: int, expected: date) -> None:
    """A month without that day ends on its last one; a move off the calendar stops at its end."""
    assert add_months(day, months) == expected


@pytest.mark.parametrize(
    ("day", "years", "expected"),
    [
        (date(2028, 2, 29), -3, date(2025, 2, 28)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
        (date(2026, 11, 22), -4, date(2022, 11, 22)),
    ],
)
def test_years_are_clamped_to_the_end_of_february(day: date, years: int, expected: date) -> None:
    """A window that reaches back from 29 February opens on 28 February of a common year."""
    assert add_years(day, years) == expected


@pytest.mark.parametrize(
    ("birth", "years", "expected"),
    [
        (date(2005, 11, 22), 21, date(2026, 11, 22)),
        (date(2008, 2, 29), 18, date(2026, 3, 1)),
        (date(2008, 2, 29), 16, date(2024, 2, 29)),
        (date(2008, 2, 28), 18, date(2026, 2, 28)),
        (date(2092, 2, 29), 8, date(2100, 3, 1)),
        (date(9981, 3, 5), 18, date(9999, 3, 5)),
    ],
)
def test_a_leap_day_birthday_is_kept_on_1_march_in_a_common_year(birth: date, years: int, expected: date) -> None:
    """A person comes of age on the birthday; on 1 March for 29 February in a common year."""
    assert comes_of_age(birth, years) == expected


def test_coming_of_age_after_the_calendar_ends_is_its_last_day() -> None:
    """A birthday that no calendar can hold is taken as the last day, whatever the day of birth."""
    assert comes_of_age(date(9996, 2, 28), 21) == END
    assert comes_of_age(date(9996, 2, 29), 21) == END


@pytest.mark.parametrize(
    ("birth", "day", "expected"),
    [
        (date(2005, 11, 22), date(2026, 11, 22), 21),
        (date(2005, 11, 23), date(2026, 11, 22), 20),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2026, 11, 22), date(2026, 11, 22), 0),
    ],
)
def test_age_grows_on_the_birthday(birth: date, day: date, expected: int) -> None:
    """A person is a year older on the birthday, and not the day before."""
    assert age_on(birth, day) == expected


@given(DAYS, st.integers(0, 80))
def test_one_is_of_an_age_from_that_birthday_on_and_not_the_day_before(birth: date, years: int) -> None:
    """The age on the day of coming of age is that age; the day before it is a year less."""
    day = comes_of_age(birth, years)

    assert (age_on(birth, day), age_on(birth, day - timedelta(days=1))) == (years, years - 1)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2026, 1, 12), date(2026, 4, 11), 3),
        (date(2026, 1, 12), date(2026, 4, 10), 2),
        (date(2026, 1, 1), date(2026, 3, 31), 3),
        (date(2026, 1, 31), date(2026, 2, 27), 1),
        (date(2026, 1, 31), date(2026, 2, 26), 0),
        (date(2026, 11, 30), date(2027, 2, 27), 3),
        (date(2026, 5, 5), date(2026, 5, 5), 0),
        (date(2026, 5, 5), date(2026, 5, 4), 0),
        (date(2025, 5, 5), date(2027, 5, 4), 24),
    ],
)
def test_a_month_is_whole_when_its_last_day_is_included(first: date, last: date, expected: int) -> None:
    """The first day moved by so many months is not after the day that follows the last."""
    assert whole_months(first, last) == expected


@given(DAYS, st.integers(-1, 900))
def test_whole_months_are_as_many_as_fit(first: date, length: int) -> None:
    """So many months fit between two days, and one more does not."""
    last = first + timedelta(days=length)
    after = last + timedelta(days=1)

    months = whole_months(first, last)

    assert months == max(n for n in range(40) if n == 0 or add_months(first, n) <= after)


def test_months_reach_to_the_end_of_the_calendar() -> None:
    """A stretch without a last day has whole months too."""
    assert whole_months(date(9999, 1, 1), END) == 12
