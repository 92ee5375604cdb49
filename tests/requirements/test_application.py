"""Applying within a stretch of days."""

from datetime import date

import pytest

from build import MET, UNMET, Raw, because, case, described, find, outcome, requirement, turning
from peercert.requirements.choices import Choice

OPEN: Raw = {"kind": "application", "on_or_after": "2026-06-01", "on_or_before": "2026-10-01"}


@pytest.mark.parametrize(
    ("applied", "expected"), [("2026-05-31", UNMET), ("2026-06-01", MET), ("2026-10-01", MET), ("2026-10-02", UNMET)]
)
def test_both_ends_are_in_time(applied: str, expected: object) -> None:
    """The first and the last day count; the days beside them do not."""
    assert outcome(OPEN, {"application_date": applied}) == expected


@pytest.mark.parametrize(
    ("as_of", "expected"), [(date(2026, 10, 1), MET), (date(2026, 10, 2), UNMET), (date(2026, 5, 31), UNMET)]
)
def test_without_an_application_it_is_the_day_decided_on(as_of: date, expected: object) -> None:
    """Who has not applied is taken to apply today."""
    assert outcome(OPEN, {}, as_of) == expected


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (OPEN, "Apply on or after 2026-06-01 and on or before 2026-10-01."),
        ({"kind": "application", "on_or_after": "2026-06-01"}, "Apply on or after 2026-06-01."),
        ({"kind": "application", "on_or_before": "2026-10-01"}, "Apply on or before 2026-10-01."),
    ],
)
def test_it_says_when_to_apply(raw: Raw, text: str) -> None:
    """Only the ends that there are are named."""
    assert described(raw) == text


def test_the_words_name_the_day_of_application() -> None:
    """The day is shown beside what is asked."""
    assert because(OPEN, {"application_date": "2026-10-01"}) == (
        "The day of application, 2026-10-01, is in time. Apply on or after 2026-06-01 and on or before 2026-10-01.",
        None,
    )
    assert because(OPEN, {"application_date": "2026-10-02"}) == (
        "The day of application is 2026-10-02. Apply on or after 2026-06-01 and on or before 2026-10-01.",
        "Look at the other ways to this credential.",
    )
    assert find(OPEN, {"application_date": "2026-10-02"}).detail == (date(2026, 10, 2),)


def test_its_choices_are_both_ends_and_the_days_beside_them() -> None:
    """Each end is in time, and the day on its other side is not."""
    assert list(requirement(OPEN).choices(case({}))) == [
        Choice("application_date", "", (date(2026, 6, 1),), (date(2026, 5, 31),)),
        Choice("application_date", "", (date(2026, 10, 1),), (date(2026, 10, 2),)),
    ]
    assert list(requirement({"kind": "application"}).choices(case({}))) == []


@pytest.mark.parametrize(
    ("profile", "raw", "days"),
    [
        ({}, OPEN, [date(2026, 10, 2)]),
        ({"application_date": "2026-07-01"}, OPEN, []),
        ({}, {"kind": "application", "on_or_after": "2026-06-01"}, []),
    ],
)
def test_who_has_not_applied_is_late_the_day_after_the_last(profile: Raw, raw: Raw, days: list[date]) -> None:
    """Time ends it for nobody who has applied."""
    assert list(requirement(raw).ending_days(case(profile, date(2026, 7, 1)))) == days


@pytest.mark.parametrize(
    ("profile", "raw", "days"),
    [
        ({}, OPEN, [date(2026, 6, 1)]),
        ({"application_date": "2026-05-01"}, OPEN, []),
        ({}, {"kind": "application", "on_or_before": "2026-10-01"}, []),
    ],
)
def test_only_who_has_not_applied_can_wait_for_the_first_day(profile: Raw, raw: Raw, days: list[date]) -> None:
    """A day of application that is told does not move."""
    assert turning(raw, profile, date(2026, 5, 1)) == days
