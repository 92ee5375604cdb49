"""A diploma, a degree, or time at college."""

from datetime import date

import pytest

from build import MET, UNKNOWN, UNMET, Raw, because, described, find, outcome, turning
from peercert.finding import Aside
from peercert.logic import Why

DIPLOMA: Raw = {
    "kind": "education",
    "levels": ["high_school_diploma", "ged", "associate", "bachelor", "master", "doctorate"],
    "needs_human": ["equivalent"],
}
DEGREE: Raw = {"kind": "education", "levels": ["bachelor"], "fields": ["psychology", "social_work"]}
COLLEGE_YEAR: Raw = {"kind": "education", "levels": ["some_college"], "years_at_least": 1, "window": {"years": 3}}


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([{"level": "ged"}], MET),
        ([{"level": "associate", "completed": "2026-11-22"}], MET),
        ([{"level": "ged", "completed": "2026-11-23"}], UNMET),
        ([{"level": "bachelor", "start": "2020-09-01"}], MET),
        ([{"level": "bachelor", "start": "2026-11"}], (UNKNOWN, Why.IMPRECISE)),
        ([{"level": "bachelor", "start": "2026-11-23"}], UNMET),
        ([{"level": "ged", "completed": "2026-11"}], (UNKNOWN, Why.IMPRECISE)),
        ([{"level": "some_college"}], UNMET),
        ([{"level": "none"}], UNMET),
        ([], UNMET),
        ([{}], (UNKNOWN, Why.NOT_PROVIDED)),
        ([{"level": "declined"}], (UNKNOWN, Why.DECLINED)),
        ([{"level": "equivalent"}], (UNKNOWN, Why.NEEDS_HUMAN)),
        ([{"level": "some_college"}, {"level": "master"}], MET),
        ([{"level": "equivalent"}, {"level": "ged"}], MET),
    ],
)
def test_one_record_with_an_accepted_level_is_enough(records: list[Raw], expected: object) -> None:
    """A level that counts is enough without a date; a level that a person must judge stays open."""
    assert outcome(DIPLOMA, {"education": records}) == expected


@pytest.mark.parametrize(
    ("profile", "options", "expected"),
    [
        ({}, {}, (UNKNOWN, Why.NOT_PROVIDED)),
        ({"education": "declined"}, {}, (UNKNOWN, Why.DECLINED)),
        ({"education": {"records": [], "complete": False}}, {}, (UNKNOWN, Why.NOT_PROVIDED)),
        ({"education": {"records": [{"level": "ged"}], "complete": False}}, {}, MET),
        ({"education": [{"level": "ged"}]}, {"verified_only": True}, (UNKNOWN, Why.UNVERIFIED)),
        ({"education": [{"level": "ged", "verified_by": "A. B."}]}, {"verified_only": True}, MET),
        ({"education": [{"level": "some_college"}]}, {"verified_only": True}, UNMET),
        ({"education": [{"level": "ged", "completed": "2027-06-01"}]}, {"finished": True}, MET),
    ],
)
def test_what_is_not_told_or_not_checked_stays_open(profile: Raw, options: Raw, expected: object) -> None:
    """Schooling that is not told, declined, perhaps more or unchecked is never taken as a no."""
    assert outcome(DIPLOMA, profile, **options) == expected


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("psychology", MET),
        ("Social Work", MET),
        ("art history", (UNKNOWN, Why.NEEDS_HUMAN)),
        ("declined", (UNKNOWN, Why.DECLINED)),
        (None, (UNKNOWN, Why.NOT_PROVIDED)),
    ],
)
def test_a_field_that_the_rule_does_not_know_is_for_a_person(field: str | None, expected: object) -> None:
    """A known field counts however it is spelled; another one is never a no."""
    record = {"level": "bachelor"} | ({"field": field} if field else {})

    assert outcome(DEGREE, {"education": [record]}) == expected


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"years": 1, "start": "2020-01-01", "end": "2023-11-22"}, MET),
        ({"years": 1, "end": "2023-11-21"}, UNMET),
        ({"years": 1, "end": "2026-11-22"}, MET),
        ({"years": 0.9, "end": "2026-01-01"}, UNMET),
        ({"years": 1, "completed": "2025-05-15"}, MET),
        ({"years": 1}, (UNKNOWN, Why.IMPRECISE)),
        ({"years": 1, "start": "2025-08-20"}, (UNKNOWN, Why.IMPRECISE)),
        ({"years": 1, "end": "2023"}, (UNKNOWN, Why.IMPRECISE)),
        ({"years": 1, "end": "2023-11"}, (UNKNOWN, Why.IMPRECISE)),
        ({"end": "2025-05-15"}, (UNKNOWN, Why.NOT_PROVIDED)),
        ({"years": "declined", "end": "2025-05-15"}, (UNKNOWN, Why.DECLINED)),
        ({"years": 2, "end": "2026-12-15"}, UNMET),
    ],
)
def test_a_year_of_college_ends_in_the_three_years_before_the_application(record: Raw, expected: object) -> None:
    """The end decides, the day three years back included; less than a year is not enough."""
    assert outcome(COLLEGE_YEAR, {"education": [{"level": "some_college", **record}]}) == expected


def test_the_window_ends_with_the_application_and_not_today() -> None:
    """Three years are counted back from the day of application."""
    record = {"level": "some_college", "years": 1, "end": "2023-11-22"}

    assert outcome(COLLEGE_YEAR, {"education": [record], "application_date": "2026-11-23"}) == UNMET


def test_years_of_several_records_are_not_added() -> None:
    """Two half years are not a year."""
    records = [{"level": "some_college", "years": 0.5, "end": end} for end in ("2025-01-01", "2025-06-01")]

    assert outcome(COLLEGE_YEAR, {"education": records}) == UNMET


def test_the_records_are_told_apart() -> None:
    """A record that counts is evidence, one that perhaps counts is open, one that does not is set aside."""
    records = [
        {"level": "ged"},
        {"level": "equivalent"},
        {"level": "some_college"},
        {"level": "master", "completed": "2027-01-01"},
    ]

    found = find(DIPLOMA, {"education": records})

    assert found.evidence == ("education[0]", "education[1]")
    assert found.open == (Aside("education[1]", "level"),)
    assert found.aside == (Aside("education[2]", "level"), Aside("education[3]", "after_as_of"))
    assert found.measure is None


def test_the_words_are_plain() -> None:
    """What is asked, and what would count, with nobody's schooling judged."""
    assert (
        described(COLLEGE_YEAR)
        == "One of these: some college, for at least 1 year, ended in the 3 years before you apply."
    )
    assert described(DEGREE) == "One of these: bachelor's degree, in psychology or social work."
    assert because(DIPLOMA, {"education": [{"level": "ged"}]}) == ("The schooling told is enough.", None)
    assert because(DEGREE, {"education": []}) == (
        (
            "None of the schooling told is what is asked for. What counts: One of these: bachelor's degree, in "
            "psychology or social work."
        ),
        "Finish schooling that counts. If you have done so, add it to `education` in the profile.",
    )
    assert because(DEGREE, {"education": [{"level": "bachelor", "field": "art"}]}) == (
        "A person has to decide this: the rule has no word for what is told.",
        "Ask the Board.",
    )


def test_schooling_that_is_dated_later_is_waited_for() -> None:
    """The day of a later diploma is a day to look at again."""
    profile = {"education": [{"level": "ged", "completed": "2027-06-01"}, {"level": "ged", "completed": "2016-06-01"}]}

    assert date(2027, 6, 1) in turning(DIPLOMA, profile)
    assert turning(DIPLOMA, {}) == []


@pytest.mark.parametrize(
    ("raw", "record", "point"),
    [
        ({"kind": "education", "levels": ["bachelor"], "fields": ["nursing"]}, {"level": "bachelor"}, "field"),
        ({"kind": "education", "levels": ["bachelor"], "years_at_least": 1}, {"level": "bachelor"}, "years"),
    ],
)
def test_the_field_that_leaves_it_open_is_named(raw: Raw, record: Raw, point: str) -> None:
    """So that the profile's author knows what to add."""
    assert find(raw, {"education": [record]}).open == (Aside("education[0]", point),)
