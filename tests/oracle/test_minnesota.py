"""Promises about CPS-I and CPS-II, worked out by hand on both sides of each edge."""

from collections.abc import Set as AbstractSet
from datetime import date
from typing import Any

import pytest

from .bases import course, minnesota, minnesota_holder, minnesota_two
from .seven import verdict

TODAY = date(2026, 11, 22)
PASSED = {"midterm": "passed", "oral_role_play": "passed", "final": "passed"}
MENTAL = "mental_health_services"


def taught(hours: float, **tests: str) -> dict[str, Any]:  # Any: profile data
    """Return one course with so many hours, and tests that differ from three passes."""
    return course("mn-cps", "2026-05-08", 0, PASSED | tests) | {"hours": hours, "topics": {"other": hours}}


def own(**traits: Any) -> dict[str, Any]:  # Any: profile data
    """Return a primary diagnosis of one's own mental illness, with services received, but for some traits."""
    told = {"who": "self", "condition": "co_occurring", "primary_diagnosis": True, "received_services": True}
    return {"lived_experience": [told | traits]}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ("eligible", set())),
        ({"training": [taught(75.9)]}, ("not_eligible", {"training"})),
        ({"training": [taught(76, final="failed")]}, ("not_eligible", {"training"})),
        # One course has the hours, another the passes: no single course holds both.
        ({"training": [taught(80, midterm="failed"), taught(40) | {"id": "T-02"}]}, ("not_eligible", {"training"})),
        ({"birth_date": "2005-11-22"}, ("eligible", set())),
        ({"birth_date": "2005-11-23"}, ("undetermined", {"age"})),
        ({"birth_date": "2008-11-22"}, ("undetermined", {"age"})),
        ({"birth_date": "2008-11-23"}, ("not_eligible", {"age"})),
        ({"education": [{"level": "equivalent"}]}, ("eligible", set())),
        (own(), ("eligible", set())),
        (own(who="family_member"), ("not_eligible", {"lived_experience"})),
        (own(primary_diagnosis=False), ("not_eligible", {"lived_experience"})),
        (own(received_services=False), ("not_eligible", {"lived_experience"})),
        (own(condition="substance_use"), ("not_eligible", {"lived_experience"})),
        (own(condition="behavioral_health"), ("undetermined", {"lived_experience"})),
        ({"training": [taught(76) | {"completed": "2026-11-22"}]}, ("eligible", set())),
        ({"training": [taught(76) | {"completed": "2026-11-23"}]}, ("not_eligible", {"training"})),
        ({"training": [taught(76) | {"status": "in_progress"}]}, ("not_eligible", {"training"})),
        ({"exams": [{"exam": "mn-cps", "date": "2026-11-22", "result": "passed"}]}, ("eligible", set())),
        ({"education": []}, ("undetermined", {"education"})),
        ({"exams": [{"exam": "mn-cps", "date": "2026-06-01", "result": "pending"}]}, ("undetermined", {"exam"})),
        ({"exams": [{"exam": "mn-cps", "date": "2026-11-23", "result": "passed"}]}, ("not_eligible", {"exam"})),
    ],
)
def test_level_one_turns_at_each_edge(changes: dict[str, Any], expected: tuple[str, AbstractSet[str]]) -> None:
    """Someone who just meets Level I loses it, or is left open, by the one fact that changed."""
    answer = verdict("CPS-I", minnesota(TODAY) | changes, TODAY)

    assert (answer.verdict, answer.unmet) == expected


@pytest.mark.parametrize(
    ("count", "system", "expected"),
    [
        (5, "semester", "not_eligible"),
        (5.1, "semester", "eligible"),
        (6.3, "trimester", "not_eligible"),
        (6.4, "trimester", "eligible"),
        (7.5, "quarter", "not_eligible"),
        (7.6, "quarter", "eligible"),
    ],
)
def test_credits_are_turned_into_clock_hours(count: int, system: str, expected: str) -> None:
    """A semester credit is 15 hours, a trimester credit 12, a quarter credit 10; 76 hours are asked."""
    told = {key: value for key, value in taught(0).items() if key not in ("hours", "topics")}
    person = minnesota(TODAY) | {"training": [told | {"credits": {"count": count, "system": system}}]}

    assert verdict("CPS-I", person, TODAY).verdict == expected


@pytest.mark.parametrize(
    ("posts", "degree", "answers"),
    [
        # In order: undetermined, strict, lenient.
        ([("peer", 6000)], None, ["eligible"] * 3),
        ([("peer", 5999)], None, ["not_eligible"] * 3),
        ([(MENTAL, 4000)], None, ["undetermined", "not_eligible", "eligible"]),
        ([(MENTAL, 3999)], None, ["not_eligible"] * 3),
        ([(MENTAL, 6000)], None, ["eligible"] * 3),
        ([(MENTAL, 4000), ("peer", 2000)], None, ["eligible"] * 3),
        ([(MENTAL, 3999), ("peer", 2001)], None, ["undetermined", "not_eligible", "eligible"]),
        ([(MENTAL, 3999), ("peer", 2000)], None, ["not_eligible"] * 3),
        ([(MENTAL, 2000)], "bachelor", ["eligible"] * 3),
        ([(MENTAL, 1999)], "bachelor", ["not_eligible"] * 3),
        ([("peer", 2000)], "bachelor", ["not_eligible"] * 3),
        ([], "doctorate", ["eligible"] * 3),
    ],
)
def test_level_two_turns_at_each_edge(posts: list[tuple[str, int]], degree: str | None, answers: list[str]) -> None:
    """Each of the three ways opens at its own hours, and the readings part where they should."""
    person = minnesota_two(*posts, degree=degree)(TODAY)

    said = [verdict("CPS-II", person, TODAY, disputes).verdict for disputes in ("undetermined", "strict", "lenient")]

    assert said == answers


@pytest.mark.parametrize(
    ("population", "expected"),
    [
        (["co_occurring"], "eligible"),
        (["mental_illness", "substance_use"], "eligible"),
        (["substance_use"], "not_eligible"),
        (["adults"], "undetermined"),
    ],
)
def test_peer_hours_are_with_people_who_have_a_mental_illness(population: list[str], expected: str) -> None:
    """Substance use alone fails; a list that names no condition is open."""
    person = minnesota_two(("peer", 6000))(TODAY)
    person["experience"][0]["population"] = population

    assert verdict("CPS-II", person, TODAY).verdict == expected


def test_a_strange_field_of_study_is_left_open() -> None:
    """A master's degree in a field that the rule does not name needs a person to look."""
    person = minnesota_two(degree="master")(TODAY)
    person["education"][-1]["field"] = "fine arts"

    answer = verdict("CPS-II", person, TODAY)

    assert (answer.verdict, answer.unmet) == ("undetermined", frozenset({"education"}))


@pytest.mark.parametrize(
    ("certificate", "expected"),
    [
        ({"issued": "2024-11-22", "expires": "2026-11-22"}, "eligible"),
        ({"issued": "2024-11-21", "expires": "2026-11-21"}, "not_eligible"),
        ({"issued": "2024-11-22"}, "eligible"),
        ({"issued": "2024-11-21"}, "not_eligible"),
        ({"issued": "2026-11-22"}, "eligible"),
        ({"issued": "2026-11-23"}, "not_eligible"),
    ],
)
def test_level_one_is_held_through_its_last_day(certificate: dict[str, str], expected: str) -> None:
    """A certificate counts from its first day through its last, which is two years on where none is told."""
    person = minnesota_holder(TODAY) | {"credentials": [{"id": "CPS-I", "board": "MN"} | certificate]}

    assert verdict("CPS-II", person, TODAY).verdict == expected
