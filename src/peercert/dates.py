"""Calendar days: whole, partial, and moved by whole years and months."""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from datetime import date
from functools import lru_cache
from typing import NamedTuple

BEGINNING, END = date.min, date.max
"""What stands for "no first day" and "no last day" in a span."""

_IN_EVERY_MONTH = 28
"""The last day that every month has."""

_PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


class Span(NamedTuple):
    """The days on which something may have happened; one day where it is known exactly."""

    first: date
    """The earliest day, included."""

    last: date
    """The latest day, included."""


@lru_cache(maxsize=4096)
def parse_span(text: str) -> Span | None:
    """Read an ISO day, month or year, or two of them joined by ``..``.

    Args:
        text: For example ``2023-06-01``, ``2023-06``, ``2023`` or ``2023-05..2023-08``.

    Returns:
        The days it covers, or None when it is not such a date.

    Source:
        ISO 8601 calendar dates in extended form, and the intervals of contract section 1.6.
    """
    first, dots, last = text.partition("..")
    earliest = _part(first)
    latest = _part(last) if dots else earliest
    if earliest is None or latest is None or earliest.first > latest.last:
        return None
    return Span(earliest.first, latest.last)


def _part(text: str) -> Span | None:
    found = _PART.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    if not year or (month is not None and not 1 <= month <= 12):
        return None
    if month is None:
        return Span(date(year, 1, 1), date(year, 12, 31))
    length = monthrange(year, month)[1]
    if day is None:
        return Span(date(year, month, 1), date(year, month, length))
    return Span(date(year, month, day), date(year, month, day)) if 1 <= day <= length else None


def add_months(day: date, months: int) -> date:
    """Move a day by whole calendar months, clamped to the end of the month it lands in.

    Args:
        day: The day to move.
        months: How far; below zero moves back.

    Returns:
        The same day of the month, or the month's last day where there is none; the calendar's own
        first or last day where the move would leave it.
    """
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    if year < BEGINNING.year:
        return BEGINNING
    if year > END.year:
        return END
    if day.day <= _IN_EVERY_MONTH:
        return date(year, month + 1, day.day)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_years(day: date, years: int) -> date:
    """Move a day by whole calendar years; 29 February is clamped to 28 February in common years."""
    return add_months(day, years * 12)


def day_after(day: date, days: int = 1) -> date:
    """Return the day so many days later; the calendar's last day where the move would leave it."""
    return date.fromordinal(min(day.toordinal() + days, END.toordinal()))


def comes_of_age(birth: date, years: int) -> date:
    """Return the birthday on which a person reaches an age.

    Args:
        birth: The day of birth.
        years: The age in whole years.

    Returns:
        The birthday. A person born on 29 February comes of age on 1 March in a common year.

    Source:
        Contract section 1.4.
    """
    if birth.year + years > END.year:
        return END
    if (birth.month, birth.day) == (2, 29) and not isleap(birth.year + years):
        return date(birth.year + years, 3, 1)
    return add_years(birth, years)


def age_on(birth: date, day: date) -> int:
    """Return the age in whole years that a person has on a day."""
    years = day.year - birth.year
    return years if comes_of_age(birth, years) <= day else years - 1


def whole_months(first: date, last: date) -> int:
    """Return how many whole calendar months lie between two days, both included.

    A month is whole when the first day moved by it is not after the day that follows the last.
    """
    if last < first:
        return 0
    after = last.toordinal() + 1
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    while months and add_months(first, months).toordinal() > after:
        months -= 1
    return months
