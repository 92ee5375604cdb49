"""Whole calendar years and months, and the day on which somebody reaches an age."""

from calendar import monthrange
from datetime import date
from functools import lru_cache


@lru_cache(maxsize=4096)
def day(written: date | str) -> date:
    """Return a day that a profile gives as a date or in ISO form."""
    return written if isinstance(written, date) else date.fromisoformat(written)


@lru_cache(maxsize=4096)
def plus_months(start: date, months: int) -> date:
    """Return the same day some calendar months on (back, if negative), or the month's last day if it has none."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def plus_years(start: date, years: int) -> date:
    """Return the same day some calendar years on (back, if negative); 29 February becomes 28 in a common year."""
    return plus_months(start, 12 * years)


def comes_of_age(birth: date, years: int) -> date:
    """Return the day on which a person turns so many years old; 29 February becomes 1 March in a common year."""
    birthday = plus_years(birth, years)
    return birthday if birthday.day == birth.day else date(birthday.year, 3, 1)
