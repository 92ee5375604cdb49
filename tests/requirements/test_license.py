"""Holding a licence."""

from datetime import date

import pytest

from build import MET, UNKNOWN, UNMET, Raw, because, case, described, find, outcome, requirement, turning
from peercert.logic import Why

NURSE: Raw = {"kind": "license", "licenses": ["LPN", "RN"]}


def held(*records: Raw) -> Raw:
    """Return a profile with some licences."""
    return {"licenses": list(records)}


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"id": "LPN", "expires": "2026-11-22"}, MET),
        ({"id": "RN", "expires": "2026-11-21"}, UNMET),
        ({"id": "LPN", "expires": "2026-11"}, (UNKNOWN, Why.IMPRECISE)),
        ({"id": "LPN", "expires": "2027"}, MET),
        ({"id": "LPN", "expires": "declined"}, (UNKNOWN, Why.DECLINED)),
        ({"id": "LPN"}, (UNKNOWN, Why.NOT_PROVIDED)),
        ({"id": "LPN", "issued": "2026-11-22", "expires": "2028-01-01"}, MET),
        ({"id": "LPN", "issued": "2026-11-23", "expires": "2028-01-01"}, UNMET),
        ({"id": "LPN", "issued": "2026-11", "expires": "2028-01-01"}, (UNKNOWN, Why.IMPRECISE)),
        ({"id": "declined", "expires": "2028-01-01"}, (UNKNOWN, Why.DECLINED)),
        ({"id": "LCSW", "expires": "2028-01-01"}, UNMET),
    ],
)
def test_a_licence_is_held_from_its_first_to_its_last_day(record: Raw, expected: object) -> None:
    """Both days are included; what is not told of them stays open."""
    assert outcome(NURSE, held(record)) == expected


@pytest.mark.parametrize(
    ("profile", "options", "expected"),
    [
        ({}, {}, (UNKNOWN, Why.NOT_PROVIDED)),
        ({"licenses": "declined"}, {}, (UNKNOWN, Why.DECLINED)),
        (held(), {}, UNMET),
        ({"licenses": {"records": [], "complete": False}}, {}, (UNKNOWN, Why.NOT_PROVIDED)),
        (held({"id": "LPN", "expires": "2027-01-01"}), {"verified_only": True}, (UNKNOWN, Why.UNVERIFIED)),
        (held({"id": "LPN", "issued": "2027-01-01", "expires": "2028-01-01"}), {"finished": True}, MET),
        (held({"id": "LCSW"}, {"id": "RN", "expires": "2027-01-01"}), {}, MET),
    ],
)
def test_silence_is_not_a_no(profile: Raw, options: Raw, expected: object) -> None:
    """Licences not told, perhaps more or unchecked stay open; one that is held is enough."""
    assert outcome(NURSE, profile, **options) == expected


def test_the_words_are_plain() -> None:
    """What is asked and what to do; licences that may count are the evidence."""
    assert described(NURSE) == "Holds one of these licences: LPN or RN."
    assert because(NURSE, held({"id": "LPN", "expires": "2027-01-01"})) == ("Holds such a licence on that day.", None)
    assert because(NURSE, held()) == ("No such licence is held on that day.", "Gain or renew one of: LPN or RN.")
    assert because(NURSE, {}) == ("The profile does not tell this.", "Add `licenses` to the profile.")
    assert find(NURSE, held({"id": "LCSW"}, {"id": "LPN"})).evidence == ("licenses[1]",)


def test_a_licence_to_come_is_waited_for() -> None:
    """The day on which it is issued is the day to wait for."""
    profile = held({"id": "LPN", "issued": "2026-12-01", "expires": "2028-01-01"}, {"id": "RN"})

    assert turning(NURSE, profile) == [date(2026, 12, 1)]


def test_a_last_day_told_by_its_month_may_be_the_months_last() -> None:
    """On that day the licence may still be held, and the day after no more."""
    raw, told = {"kind": "license", "licenses": ["LPN"]}, {"licenses": [{"id": "LPN", "expires": "2026-11"}]}

    assert outcome(raw, told, date(2026, 11, 30)) == (UNKNOWN, Why.IMPRECISE)
    assert list(requirement(raw).ending_days(case(told))) == [date(2026, 11, 2), date(2026, 12, 1)]
    assert list(requirement(raw).ending_days(case({"licenses": [{"id": "LPN"}]}))) == []
