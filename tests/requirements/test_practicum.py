"""Hours of practical experience."""

from datetime import date
from decimal import Decimal

import pytest

from build import MET, UNKNOWN, UNMET, Raw, because, find, outcome, turning
from peercert.finding import Aside, Measure
from peercert.logic import Why

HOURS: Raw = {"kind": "practicum", "at_least": 300, "supervised": True}


def placed(*records: Raw) -> Raw:
    """Return a profile with some supervised practical experience, unless it says otherwise."""
    return {"practicum": [{"supervised": True, **record} for record in records]}


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([{"hours": 300}], MET),
        ([{"hours": 299.9}], UNMET),
        ([{"hours": 150}, {"hours": 150}], MET),
        ([{"hours": 300, "supervised": False}], UNMET),
        ([{"hours": 300, "supervised": "declined"}], (UNKNOWN, Why.DECLINED)),
        ([{}], (UNKNOWN, Why.NOT_PROVIDED)),
        ([{"hours": 300, "start": "2026-12-01"}], UNMET),
        ([{"hours": 300, "start": "2026-01-01", "end": "2026-12-01"}], (UNKNOWN, Why.IMPRECISE)),
        ([], UNMET),
    ],
)
def test_hours_that_fit_are_added_up(records: list[Raw], expected: object) -> None:
    """The number is enough, a tenth less is not; hours not told stay open."""
    assert outcome(HOURS, placed(*records)) == expected


@pytest.mark.parametrize(
    ("profile", "options", "expected"),
    [
        ({}, {}, (UNKNOWN, Why.NOT_PROVIDED)),
        ({"practicum": "declined"}, {}, (UNKNOWN, Why.DECLINED)),
        ({"practicum": {"records": [], "complete": False}}, {}, (UNKNOWN, Why.NOT_PROVIDED)),
        (placed({"hours": 300}), {"verified_only": True}, (UNKNOWN, Why.UNVERIFIED)),
        (placed({"hours": 300, "start": "2027-01-01"}), {"finished": True}, MET),
    ],
)
def test_silence_is_not_a_no(profile: Raw, options: Raw, expected: object) -> None:
    """Practical experience not told, perhaps more or unchecked stays open."""
    assert outcome(HOURS, profile, **options) == expected


def test_hours_are_measured_and_records_told_apart() -> None:
    """Proved and possible hours are counted, and each record has its place."""
    found = find(
        HOURS, placed({"hours": 100}, {"hours": 50, "supervised": "declined"}, {"hours": 9, "supervised": False})
    )

    assert found.measure == Measure(Decimal(100), Decimal(300), "hours", Decimal(150))
    assert found.evidence == ("practicum[0]", "practicum[1]")
    assert (found.open, found.aside) == ((Aside("practicum[1]", "supervised"),), (Aside("practicum[2]", "supervised"),))


def test_the_words_are_plain() -> None:
    """How much counts and how much more is needed."""
    assert because(HOURS, placed({"hours": 300})) == ("300 of 300 hours count.", None)
    assert because(HOURS, placed({"hours": 299}, {"hours": 9, "supervised": False})) == (
        "299 of 300 hours count. Not counted: practicum[1] (not supervised).",
        "Gain 1 more hour of supervised practical experience.",
    )
    assert because(HOURS, {}) == ("The profile does not tell this.", "Add `practicum` to the profile.")


def test_records_dated_later_are_waited_for() -> None:
    """The days of later records are days to look at again."""
    assert date(2026, 12, 31) in turning(HOURS, placed({"hours": 300, "start": "2026-11-01", "end": "2026-12-31"}))
    assert turning(HOURS, {}) == []
