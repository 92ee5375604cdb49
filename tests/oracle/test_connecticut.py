"""Promises about CPSRP and CPSRP-P, worked out by hand on both sides of each edge."""

from collections.abc import Set as AbstractSet
from datetime import date
from typing import Any

import pytest

from .bases import connecticut, connecticut_veteran, course, post
from .seven import verdict

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("changes", "full", "provisional"),
    [
        ({}, "eligible", "eligible"),
        ({"training": [course("ct-cpsrp", "2026-07-24", 79)]}, "not_eligible", "not_eligible"),
        ({"experience": [post("E-01", "peer", 299, TODAY)]}, "not_eligible", "eligible"),
        ({"experience": [post("E-01", "peer", 300, TODAY) | {"kind": "volunteer"}]}, "undetermined", "eligible"),
        ({"experience": [post("E-01", "peer", 299, TODAY) | {"kind": "volunteer"}]}, "not_eligible", "eligible"),
        ({"experience": [post("E-01", "peer", 300, TODAY) | {"supervised": False}]}, "not_eligible", "eligible"),
        ({"lived_experience": [{"who": "family_member", "condition": "other"}]}, "undetermined", "undetermined"),
        ({"lived_experience": [{"who": "family_member", "condition": "substance_use"}]}, "eligible", "eligible"),
    ],
)
def test_the_standard_pathway_turns_at_each_edge(changes: dict[str, Any], full: str, provisional: str) -> None:
    """The provisional credential asks the same but the hours; volunteer hours leave the full one open."""
    person = connecticut(TODAY) | changes

    assert verdict("CPSRP", person, TODAY).verdict == full
    assert verdict("CPSRP-P", person, TODAY).verdict == provisional


@pytest.mark.parametrize(
    ("applied", "as_of", "expected"),
    [
        ("2026-06-01", date(2026, 6, 1), "eligible"),
        ("2026-10-01", date(2027, 7, 1), "eligible"),
        ("2026-10-02", date(2027, 7, 1), "undetermined"),
        ("2027-05-31", date(2027, 7, 1), "undetermined"),
        ("2027-06-01", date(2027, 7, 1), "not_eligible"),
        ("2026-05-31", date(2026, 5, 31), "undetermined"),
    ],
)
def test_the_grandparents_window_closes_twice(applied: str, as_of: date, expected: str) -> None:
    """Both readings are open to 1 October 2026, one to 31 May 2027; before 1 June 2026 there are no rules."""
    person = connecticut_veteran(TODAY) | {"application_date": applied}
    person["experience"] = [post("E-01", "peer", 40, date(2026, 6, 1))]

    assert verdict("CPSRP", person, as_of).verdict == expected


@pytest.mark.parametrize(("as_of", "expected"), [(date(2026, 5, 31), "undetermined"), (date(2026, 6, 1), "eligible")])
def test_the_rules_begin_on_the_first_of_june(as_of: date, expected: str) -> None:
    """On the eve no rule is in force, whoever asks."""
    person = connecticut(date(2026, 6, 1))

    assert verdict("CPSRP-P", person, as_of).verdict == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"training": [course("ct-recovery-coach", "2026-05-31", 30)]}, ("eligible", set())),
        ({"training": [course("ct-rss", "2026-06-01", 80)]}, ("not_eligible", {"training"})),
        ({"experience": [post("E-01", "support", 900, TODAY)]}, ("not_eligible", {"experience"})),
        (
            {"lived_experience": [{"who": "family_member", "condition": "mental_illness"}]},
            ("not_eligible", {"lived_experience"}),
        ),
    ],
)
def test_the_grandparents_need_an_old_course_work_and_their_own_experience(
    changes: dict[str, Any], expected: tuple[str, AbstractSet[str]]
) -> None:
    """Each of the three turns the answer alone; no exam and no amount of work is asked."""
    answer = verdict("CPSRP", connecticut_veteran(TODAY) | changes, TODAY)

    assert (answer.verdict, answer.unmet, answer.pathway) == (*expected, "grandparented")
