"""How long practical experience lasts."""

from datetime import date
from decimal import Decimal

import pytest

from build import MET, UNKNOWN, UNMET, Raw, because, described, find, outcome, turning
from peercert.finding import Aside, Measure
from peercert.logic import Why

MONTHS: Raw = {"kind": "practicum_length", "months_at_least": 3, "programs": ["il-icb-accredited"]}


def placed(*records: Raw) -> Raw:
    """Return a profile with some practical experience of the programme, unless it says otherwise."""
    return {"practicum": [{"program": "il-icb-accredited", **record} for record in records]}


def stretch(start: str, end: str, **more: object) -> Raw:
    """Return a record from one day to another."""
    return {"start": start, "end": end, **more}


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([stretch("2026-01-12", "2026-04-11")], MET),
        ([stretch("2026-01-12", "2026-04-10")], UNMET),
        ([stretch("2026-01-12", "2026-02-01"), stretch("2026-04-01", "2026-04-11")], MET),
        ([stretch("2026-04-01", "2026-04-11"), stretch("2026-01-12", "2026-02-01")], MET),
        ([stretch("2026-01-12", "2026-02-01"), stretch("2026-04-01", "2026-04-11", program="ms-cpss")], UNMET),
        (
            [stretch("2026-01-12", "2026-02-01"), stretch("2026-04-01", "2026-04-11", program="declined")],
            (UNKNOWN, Why.DECLINED),
        ),
        ([stretch("2025-11-30", "2026-02-27")], MET),
        ([stretch("2025-11-30", "2026-02-26")], UNMET),
        ([{"start": "2026-08-23"}], MET),
        ([{"start": "2026-08-24"}], UNMET),
        ([stretch("2026-01", "2026-04")], (UNKNOWN, Why.IMPRECISE)),
        ([stretch("2026-01", "2026-05")], MET),
        ([stretch("2026-01", "2026-03-30")], UNMET),
        ([stretch("2026-01", "2026-03-31")], (UNKNOWN, Why.IMPRECISE)),
        ([{"hours": 300}], (UNKNOWN, Why.IMPRECISE)),
        ([stretch("declined", "2026-04-11")], (UNKNOWN, Why.DECLINED)),
        ([{"end": "2026-05-01"}], (UNKNOWN, Why.IMPRECISE)),
        ([stretch("2026-10-01", "2027-03-01")], (UNKNOWN, Why.IMPRECISE)),
        ([{"start": "2026-12-01"}], UNMET),
        ([], UNMET),
    ],
)
def test_it_runs_from_the_first_start_to_the_last_end(records: list[Raw], expected: object) -> None:
    """Whole calendar months between the outermost days count; a record without an end goes on to today."""
    assert outcome(MONTHS, placed(*records)) == expected


def test_a_declined_end_proves_no_months() -> None:
    """Who will not say when the practicum ended has not shown how long it lasted."""
    assert outcome(MONTHS, placed({"start": "2026-01-12", "end": "declined"}))[0] is UNKNOWN


@pytest.mark.parametrize(
    ("profile", "options", "expected"),
    [
        ({}, {}, (UNKNOWN, Why.NOT_PROVIDED)),
        ({"practicum": "declined"}, {}, (UNKNOWN, Why.DECLINED)),
        ({"practicum": {"records": [], "complete": False}}, {}, (UNKNOWN, Why.NOT_PROVIDED)),
        (
            {"practicum": {"records": placed(stretch("2026-01-12", "2026-04-11"))["practicum"], "complete": False}},
            {},
            MET,
        ),
        (placed(stretch("2026-01-12", "2026-04-11")), {"verified_only": True}, (UNKNOWN, Why.UNVERIFIED)),
        (placed(stretch("2026-01-12", "2026-04-10")), {"verified_only": True}, UNMET),
        (placed(stretch("2026-10-01", "2027-03-01")), {"finished": True}, MET),
    ],
)
def test_silence_is_not_a_no(profile: Raw, options: Raw, expected: object) -> None:
    """Practical experience not told, perhaps more or unchecked stays open."""
    assert outcome(MONTHS, profile, **options) == expected


@pytest.mark.parametrize(
    ("records", "have", "up_to"),
    [
        ([stretch("2026-01-12", "2026-04-10")], 2, 2),
        ([stretch("2026-01", "2026-04")], 2, 4),
        ([stretch("2026-01-12", "2026-04-10"), stretch("2026-05-01", "2026-06-11", program="declined")], 2, 5),
        ([], 0, 0),
    ],
)
def test_the_shortest_and_the_longest_time_are_measured(records: list[Raw], have: int, up_to: int) -> None:
    """What is proved is the shortest reading of the dates; the longest is the most there may be."""
    assert find(MONTHS, placed(*records)).measure == Measure(Decimal(have), Decimal(3), "months", Decimal(up_to))
    assert find(MONTHS, {}).measure is None


def test_the_records_are_told_apart() -> None:
    """A record that counts is evidence, one that perhaps counts is open, one that does not is set aside."""
    records = [
        stretch("2026-01-12", "2026-02-01"),
        stretch("2026-01", "2026-02-01"),
        stretch("2026-01-12", "2026-02-01", program="none"),
    ]

    found = find(MONTHS, placed(*records))

    assert found.evidence == ("practicum[0]", "practicum[1]")
    assert [one.address for one in found.open] == ["practicum[1]"]
    assert found.aside == (Aside("practicum[2]", "program"),)


@pytest.mark.parametrize("record", [stretch("2026-01", "2026-04-20"), stretch("2026-01-12", "2026-04")])
def test_a_start_that_is_told_is_not_said_to_be_missing(record: Raw) -> None:
    """A start or end known only in part is not exact; it is not "not told"."""
    assert "`start` is not told" not in because(MONTHS, placed(record)).text


def test_the_words_are_plain() -> None:
    """What is asked, how long it lasts and what to do."""
    bare: Raw = {"kind": "practicum_length", "months_at_least": 3}

    assert described(bare) == "At least 3 calendar months of practical experience, first day to last."
    assert because(MONTHS, placed(stretch("2026-01-12", "2026-04-11"))) == ("It lasts 3 whole months.", None)
    assert because(MONTHS, placed(stretch("2026-01-12", "2026-02-11"))) == (
        "It lasts 1 whole month; 3 are needed.",
        "Go on with supervised practice until the time is full.",
    )


def test_a_practicum_that_goes_on_is_waited_for() -> None:
    """The day on which the last month is full is a day to look at again, and so are later records' own days."""
    assert date(2026, 12, 31) in turning(MONTHS, placed({"start": "2026-10-01"}))
    assert date(2027, 3, 1) in turning(MONTHS, placed(stretch("2026-10-01", "2027-03-01")))
    assert turning(MONTHS, {}) == []


def test_dates_that_are_not_exact_are_named_and_other_records_are_passed_over() -> None:
    """One of another programme does not end the search."""
    told = placed(stretch("2026-01-01", "2026-02-01", program="ms-cpss"), stretch("2026-01", "2026-09-30"))

    found = find(MONTHS, told)

    assert (found.evidence, found.open) == (("practicum[1]",), (Aside("practicum[1]", "dates"),))
    assert found.aside == (Aside("practicum[0]", "program"),)


def test_without_a_first_day_there_is_no_limit_to_the_months() -> None:
    """It may have begun at any time."""
    found = find(MONTHS, placed({"end": "2026-06-01"}))

    assert found.measure == Measure(Decimal(), Decimal(3), "months", None)
