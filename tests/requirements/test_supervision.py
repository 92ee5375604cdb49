"""Hours of supervision."""

from datetime import date
from decimal import Decimal

import pytest

from build import MET, UNKNOWN, UNMET, Raw, because, case, described, find, outcome, requirement, turning
from peercert.finding import Aside, Measure
from peercert.logic import Why

HOURS: Raw = {"kind": "supervision", "at_least": 100}
RECENT: Raw = {**HOURS, "window": {"years": 4}}


def received(*records: Raw) -> Raw:
    """Return a profile with some supervision."""
    return {"supervision": list(records)}


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([{"hours": 100}], MET),
        ([{"hours": 99.9}], UNMET),
        ([{"hours": 60}, {"hours": 40}], MET),
        ([{}], (UNKNOWN, Why.NOT_PROVIDED)),
        ([{"hours": "declined"}], (UNKNOWN, Why.DECLINED)),
        ([{"hours": 100, "start": "2026-12-01"}], UNMET),
        ([{"hours": 100, "start": "2026-01-01", "end": "2026-12-01"}], (UNKNOWN, Why.IMPRECISE)),
        ([], UNMET),
    ],
)
def test_hours_are_added_up(records: list[Raw], expected: object) -> None:
    """The number is enough, a tenth less is not; hours not told stay open."""
    assert outcome(HOURS, received(*records)) == expected


@pytest.mark.parametrize(
    ("profile", "options", "expected"),
    [
        ({}, {}, (UNKNOWN, Why.NOT_PROVIDED)),
        ({"supervision": "declined"}, {}, (UNKNOWN, Why.DECLINED)),
        ({"supervision": {"records": [{"hours": 99}], "complete": False}}, {}, (UNKNOWN, Why.NOT_PROVIDED)),
        (received({"hours": 100}), {"verified_only": True}, (UNKNOWN, Why.UNVERIFIED)),
        (received({"hours": 100, "start": "2027-01-01"}), {"finished": True}, MET),
    ],
)
def test_silence_is_not_a_no(profile: Raw, options: Raw, expected: object) -> None:
    """Supervision not told, perhaps more or unchecked stays open."""
    assert outcome(HOURS, profile, **options) == expected


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"start": "2022-11-22", "end": "2023-01-01"}, MET),
        ({"start": "2022-11-21", "end": "2023-01-01"}, (UNKNOWN, Why.IMPRECISE)),
        ({"start": "2020-01-01", "end": "2022-11-21"}, UNMET),
        ({}, (UNKNOWN, Why.IMPRECISE)),
    ],
)
def test_a_window_has_both_its_ends(record: Raw, expected: object) -> None:
    """The first day counts, the day before does not, and across the edge it counts perhaps."""
    assert outcome(RECENT, received({"hours": 100, **record})) == expected


def test_hours_are_measured_and_records_told_apart() -> None:
    """Proved and possible hours are counted, and each record has its place."""
    records: list[Raw] = [{"hours": 60, "start": "2025-01-01"}, {"hours": 20}, {"hours": 5, "start": "2027-01-01"}]

    found = find(RECENT, received(*records))

    assert found.measure == Measure(Decimal(60), Decimal(100), "hours", Decimal(80))
    assert found.evidence == ("supervision[0]", "supervision[1]")
    assert (found.open, found.aside) == (
        (Aside("supervision[1]", "window"),),
        (Aside("supervision[2]", "after_as_of"),),
    )


def test_the_words_are_plain() -> None:
    """What is asked, how much counts and how much more is needed."""
    assert described(HOURS) == "At least 100 hours of documented supervision."
    assert described(RECENT) == "At least 100 hours of documented supervision, gained in the 4 years before you apply."
    assert because(HOURS, received({"hours": 100})) == ("100 of 100 hours count.", None)
    assert because(HOURS, received({"hours": 99.5})) == (
        "99.5 of 100 hours count.", "Gain 0.5 more hours of documented supervision.",
    )  # fmt: skip
    assert because(HOURS, received({})) == (
        "This cannot be settled yet. supervision[0]: its hours are not told.",
        "Add this to supervision[0] in the profile.",
    )  # fmt: skip


def test_supervision_dated_later_is_waited_for() -> None:
    """The days of later records are days to look at again."""
    assert date(2026, 12, 31) in turning(HOURS, received({"hours": 100, "start": "2026-11-01", "end": "2026-12-31"}))
    assert turning(HOURS, {}) == []


def test_it_ends_when_records_fall_out_of_the_window() -> None:
    """The day after the years of the window; where there is none, never."""
    raw, told = {"kind": "supervision", "at_least": 10}, {"supervision": [{"start": "2024-06-01", "end": "2024-06-01"}]}
    windowed = requirement({**raw, "window": {"years": 3}})

    assert date(2027, 6, 2) in set(windowed.ending_days(case(told)))
    assert list(requirement(raw).ending_days(case(told))) == []
