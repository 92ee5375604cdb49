"""Holding a credential."""

from datetime import date

import pytest

from build import MET, UNKNOWN, UNMET, Raw, because, case, described, find, outcome, requirement, turning
from peercert.finding import Aside
from peercert.logic import Why

LEVEL_1: Raw = {"kind": "credential_held", "credential": "CPS-I", "valid_for": {"years": 2}}
FOREVER: Raw = {"kind": "credential_held", "credential": "CPS-I"}


def held(*records: Raw) -> Raw:
    """Return a profile with some credentials, each CPS-I unless it says otherwise."""
    return {"credentials": [{"id": "CPS-I", **record} for record in records]}


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"issued": "2024-11-22", "expires": "2026-11-22"}, MET),
        ({"issued": "2024-11-22", "expires": "2026-11-21"}, UNMET),
        ({"issued": "2024-11-22"}, MET),
        ({"issued": "2024-11-21"}, UNMET),
        ({"issued": "2026-11-22"}, MET),
        ({"issued": "2026-11-23"}, UNMET),
        ({"issued": "2024-11"}, (UNKNOWN, Why.IMPRECISE)),
        ({"issued": "2024-12"}, MET),
        ({"issued": "2024"}, (UNKNOWN, Why.IMPRECISE)),
        ({"issued": "2026-11"}, (UNKNOWN, Why.IMPRECISE)),
        ({"expires": "2026-11-22"}, MET),
        ({"expires": "2026-11-21"}, UNMET),
        ({"expires": "2026-11"}, (UNKNOWN, Why.IMPRECISE)),
        ({"issued": "declined", "expires": "2027-01-01"}, MET),
        ({"issued": "2024-12-01", "expires": "declined"}, (UNKNOWN, Why.DECLINED)),
        ({"issued": "declined"}, (UNKNOWN, Why.DECLINED)),
        ({}, (UNKNOWN, Why.NOT_PROVIDED)),
        ({"id": "cps-i", "issued": "2025-01-01"}, MET),
        ({"id": "CPS-II", "issued": "2025-01-01"}, UNMET),
        ({"id": "declined", "issued": "2025-01-01"}, (UNKNOWN, Why.DECLINED)),
    ],
)
def test_it_is_held_from_its_first_to_its_last_day(record: Raw, expected: object) -> None:
    """Both days are included; without a last day it is held two years from the day it was issued."""
    assert outcome(LEVEL_1, held(record)) == expected


def test_a_last_day_told_by_its_month_may_be_the_months_last() -> None:
    """On that day it may still be held."""
    assert outcome(LEVEL_1, held({"expires": "2026-11"}), date(2026, 11, 30)) == (UNKNOWN, Why.IMPRECISE)
    assert outcome(LEVEL_1, held({"expires": "2026-11"}), date(2026, 12, 1)) == UNMET


def test_without_a_term_a_first_day_told_in_part_may_be_still_to_come() -> None:
    """It may have been issued on the last day of that year."""
    assert outcome(FOREVER, held({"issued": "2026"})) == (UNKNOWN, Why.IMPRECISE)


@pytest.mark.parametrize(
    ("record", "days"),
    [
        ({"issued": "2025-01-01"}, [date(2027, 1, 2)] * 2),
        ({"issued": "2025-01-01", "expires": "2026-12-01"}, [date(2026, 12, 2)] * 2),
        ({"expires": "2026-12"}, [date(2026, 12, 2), date(2027, 1, 1)]),
        ({}, []),
    ],
)
def test_it_ends_the_day_after_its_last(record: Raw, days: list[date]) -> None:
    """The last day is as told, else the term after the day of issue."""
    assert list(requirement(LEVEL_1).ending_days(case(held(record)))) == days


@pytest.mark.parametrize(
    ("record", "point"),
    [
        ({"id": "declined", "issued": "2025-01-01"}, "id"),
        ({}, "issued"),
        ({"issued": "2024-11"}, "dates"),
        ({"expires": "2026-11"}, "dates"),
    ],
)
def test_what_leaves_it_open_is_named(record: Raw, point: str) -> None:
    """A name that is kept back, a day that is not told, or days that are not exact."""
    assert find(LEVEL_1, held(record)).open == (Aside("credentials[0]", point),)


def test_what_is_issued_later_is_not_held_whenever_it_ends() -> None:
    """A credential of a later day is not held today, even where its last day is declined."""
    assert outcome(LEVEL_1, held({"issued": "2026-12-01", "expires": "declined"})) == UNMET


@pytest.mark.parametrize(("issued", "expected"), [("1999-01-01", MET), ("2026-11-23", UNMET)])
def test_without_a_term_it_is_held_from_its_first_day_on(issued: str, expected: object) -> None:
    """Where the rule knows no term, nothing runs out by itself."""
    assert outcome(FOREVER, held({"issued": issued})) == expected


@pytest.mark.parametrize(
    ("profile", "options", "expected"),
    [
        ({}, {}, (UNKNOWN, Why.NOT_PROVIDED)),
        ({"credentials": "declined"}, {}, (UNKNOWN, Why.DECLINED)),
        ({"credentials": []}, {}, UNMET),
        ({"credentials": {"records": [], "complete": False}}, {}, (UNKNOWN, Why.NOT_PROVIDED)),
        (held({"issued": "2025-01-01"}), {"verified_only": True}, (UNKNOWN, Why.UNVERIFIED)),
        (held({"issued": "2025-01-01", "verified_by": "the Board"}), {"verified_only": True}, MET),
        (held({"issued": "2027-01-01"}), {"finished": True}, MET),
        (held({"issued": "2020-01-01"}, {"issued": "2025-01-01"}), {}, MET),
    ],
)
def test_silence_is_not_a_no(profile: Raw, options: Raw, expected: object) -> None:
    """Credentials not told, perhaps more or unchecked stay open; one that is held is enough."""
    assert outcome(LEVEL_1, profile, **options) == expected


def test_the_records_are_told_apart() -> None:
    """What counts, what perhaps counts and what does not are named, with the point that decides."""
    profile = held({"issued": "2025-01-01"}, {}, {"issued": "2020-01-01"}, {"id": "CPSS", "issued": "2025-01-01"})

    found = find(LEVEL_1, profile)

    assert found.evidence == ("credentials[0]", "credentials[1]")
    assert found.open == (Aside("credentials[1]", "issued"),)
    assert found.aside == (Aside("credentials[2]", "expires"), Aside("credentials[3]", "id"))


def test_the_words_are_plain() -> None:
    """What ran out is told apart from what was never held."""
    assert described(LEVEL_1) == "Holds CPS-I on that day."
    assert because(LEVEL_1, held({"issued": "2025-01-01"})) == ("Holds CPS-I on that day.", None)
    assert because(LEVEL_1, {"credentials": []}) == ("CPS-I is not held.", "Renew or gain CPS-I first.")
    assert because(LEVEL_1, held({"issued": "2020-01-01"})) == (
        "CPS-I is told, but it is not held on that day.", "Renew or gain CPS-I first.",
    )  # fmt: skip


def test_a_day_that_is_told_is_not_said_to_be_missing() -> None:
    """Where the last day is known only in part, the words do not ask for the first one."""
    assert "`issued`" not in because(LEVEL_1, held({"issued": "2024-12-01", "expires": "2026-11"})).text


def test_a_credential_to_come_is_waited_for() -> None:
    """The day on which it is issued is the day to wait for."""
    assert turning(LEVEL_1, held({"issued": "2026-12-01"}, {"expires": "2026-01-01"})) == [date(2026, 12, 1)]
