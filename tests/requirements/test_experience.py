"""Hours of work."""

from datetime import date
from decimal import Decimal

import pytest

from build import MET, UNKNOWN, UNMET, Raw, because, described, faults, find, outcome, turning
from peercert.finding import Aside, Measure
from peercert.logic import Why

HOURS: Raw = {"kind": "experience", "at_least": 250, "roles": ["peer"]}
SOME: Raw = {"kind": "experience", "any_amount": True, "roles": ["peer"]}


def worked(*records: Raw) -> Raw:
    """Return a profile with some positions as a peer, unless they say otherwise."""
    return {"experience": [{"role": "peer", **record} for record in records]}


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([{"hours": 250}], MET),
        ([{"hours": 249.9}], UNMET),
        ([{"hours": 100}, {"hours": 150}], MET),
        ([{"hours": 250, "role": "other"}], UNMET),
        ([{"hours": 200}, {"hours": 50, "role": "declined"}], (UNKNOWN, Why.DECLINED)),
        ([{"hours": 200}, {"hours": 49, "role": "declined"}], UNMET),
        ([{}], (UNKNOWN, Why.NOT_PROVIDED)),
        ([{"hours": "declined"}], (UNKNOWN, Why.DECLINED)),
        ([{"hours": 250, "start": "2026-01-01", "end": "2026-12-31"}], (UNKNOWN, Why.IMPRECISE)),
        ([{"hours": 250, "start": "2026-11-23"}], UNMET),
        ([], UNMET),
    ],
)
def test_hours_that_fit_are_added_up(records: list[Raw], expected: object) -> None:
    """Hours count exactly; those that perhaps count leave it open only where they could reach."""
    assert outcome(HOURS, worked(*records)) == expected


@pytest.mark.parametrize("raw", [HOURS, SOME])
@pytest.mark.parametrize(
    ("profile", "options", "expected"),
    [
        ({}, {}, (UNKNOWN, Why.NOT_PROVIDED)),
        ({"experience": "declined"}, {}, (UNKNOWN, Why.DECLINED)),
        ({"experience": {"records": [], "complete": False}}, {}, (UNKNOWN, Why.NOT_PROVIDED)),
        (worked({"hours": 250}), {"verified_only": True}, (UNKNOWN, Why.UNVERIFIED)),
        (worked({"hours": 250, "verified_by": "A. B."}), {"verified_only": True}, MET),
        (worked({"hours": 250, "start": "2027-01-01"}), {"finished": True}, MET),
    ],
)
def test_silence_is_not_a_no(raw: Raw, profile: Raw, options: Raw, expected: object) -> None:
    """Work not told, perhaps more or unchecked stays open."""
    assert outcome(raw, profile, **options) == expected


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([{"hours": 0.5}], MET),
        ([{}], (UNKNOWN, Why.NOT_PROVIDED)),
        ([{"hours": "declined"}], (UNKNOWN, Why.DECLINED)),
        ([{"hours": 0}], UNMET),
        ([{"start": "2026-01-01", "end": "2026-11-22", "hours": 9}], MET),
        ([{"start": "2026-01-01", "hours": 9}], MET),
        ([{"start": "2026-01-01", "end": "2026-11-23", "hours": 9}], (UNKNOWN, Why.IMPRECISE)),
        ([{"start": "2026-11", "end": "2027-03-01", "hours": 9}], (UNKNOWN, Why.IMPRECISE)),
        ([{"start": "2026-11-23", "end": "2027-03-01"}], UNMET),
        ([{"hours": 9, "role": "other"}], UNMET),
        ([{"hours": 9, "role": "other"}, {"hours": 1}], MET),
        ([{"hours": 9, "role": "declined"}], (UNKNOWN, Why.DECLINED)),
        ([], UNMET),
    ],
)
def test_where_no_amount_is_established_any_will_do(records: list[Raw], expected: object) -> None:
    """Some such work is enough, and none is not; work of hours that nobody tells may have had none."""
    assert outcome(SOME, worked(*records)) == expected


def test_hours_are_measured_and_records_told_apart() -> None:
    """Proved and possible hours are counted, and each record has its place."""
    found = find(HOURS, worked({"hours": 100}, {"hours": 50, "role": "declined"}, {"hours": 9, "role": "other"}))

    assert found.measure == Measure(Decimal(100), Decimal(250), "hours", Decimal(150))
    assert found.evidence == ("experience[0]", "experience[1]")
    assert found.open == (Aside("experience[1]", "role"),)
    assert found.aside == (Aside("experience[2]", "role"),)
    assert find(HOURS, {}).measure is None


def test_where_any_amount_will_do_nothing_is_measured() -> None:
    """No number is asked, so none is shown; the records are told apart all the same."""
    found = find(SOME, worked({"hours": 9}, {"hours": 9, "role": "declined"}, {"hours": 0}))

    assert (found.measure, found.evidence) == (None, ("experience[0]", "experience[1]"))
    assert find(SOME, worked({"hours": 0, "role": "other"})).aside == (Aside("experience[0]", "role"),)
    assert found.open == (Aside("experience[1]", "role"),)
    assert found.aside == (Aside("experience[2]", "hours"),)


def test_the_words_are_plain() -> None:
    """What is asked, how much counts and how much more is needed."""
    assert described({"kind": "experience", "at_least": 1}) == "At least 1 hour of work."
    assert described(SOME) == "Some work: in one of these roles: peer."
    assert because(HOURS, worked({"hours": 250})) == ("250 of 250 hours count.", None)
    assert because(HOURS, worked({"hours": 249}, {"hours": 9, "role": "other"})) == (
        (
            "249 of 250 hours count. Not counted: experience[1] (another role). "
            "What counts: At least 250 hours of work: in one of these roles: peer."
        ),
        "Gain 1 more hour of work that fits.",
    )
    assert because(SOME, worked({"hours": 1})) == ("Work that fits is told.", None)
    assert because(SOME, worked({"role": "other"})) == (
        (
            "No work that fits is told. Not counted: experience[0] (another role). "
            "What counts: Some work: in one of these roles: peer."
        ),
        "Gain some of this experience.",
    )


@pytest.mark.parametrize(
    ("asked", "right"),
    [
        ({}, False),
        ({"at_least": 1, "any_amount": True}, False),
        ({"any_amount": False}, False),
        ({"at_least": 1, "any_amount": False}, True),
    ],
)
def test_a_rule_asks_for_an_amount_or_for_any(asked: Raw, right: bool) -> None:
    """Neither or both is a fault of the rules file."""
    found = faults({"kind": "experience", **asked})

    assert found == [] if right else ("missing-key", "Give either `at_least` or `any_amount: true`.") in found


def test_positions_dated_later_are_waited_for() -> None:
    """The days of later work are days to look at again."""
    assert date(2026, 12, 1) in turning(HOURS, worked({"hours": 250, "start": "2026-12-01"}))
    assert turning(HOURS, {}) == []


def test_work_that_goes_on_past_the_day_may_have_had_no_hour_yet() -> None:
    """Its hours are told for the whole stretch; how many lie before the day decided on nobody tells."""
    rule = {"kind": "experience", "any_amount": True, "settings": ["clinic"]}
    work = {"setting": "clinic", "start": "2026-01-01", "end": "2027-12-01", "hours": 100}

    assert outcome(rule, {"experience": [work]}) == (UNKNOWN, Why.IMPRECISE)
    assert outcome(rule, {"experience": [{**work, "end": "2026-11-22"}]}) == MET


def test_any_amount_must_lie_in_the_window() -> None:
    """Older work is none."""
    raw = {**SOME, "window": {"years": 3}}

    assert outcome(raw, worked({"start": "2020-01-01", "end": "2020-12-31", "hours": 10})) == UNMET
    assert outcome(raw, worked({"start": "2025-01-01", "end": "2025-12-31", "hours": 10})) == MET


def test_where_any_amount_will_do_hours_that_are_not_told_are_named() -> None:
    """There may have been none."""
    assert find(SOME, worked({"start": "2025-01-01", "end": "2025-12-31"})).open == (Aside("experience[0]", "hours"),)
