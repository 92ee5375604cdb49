"""Promises about the CPSS, worked out by hand on both sides of each edge."""

from collections.abc import Set as AbstractSet
from datetime import date
from typing import Any

import pytest

from .bases import course, mississippi, post
from .seven import verdict

TODAY = date(2026, 11, 22)
ELIGIBLE: tuple[str, AbstractSet[str]] = ("eligible", set())
STUDENT = {
    "birth_date": "2010-11-22",
    "education": [{"level": "some_high_school"}],
    "enrollment": {"in": "high_school", "until": "2026-11-22"},
    "serves": ["transition_age_youth"],
}


def worked(**traits: Any) -> dict[str, Any]:  # Any: profile data
    """Return one position of 250 hours that differs in some traits."""
    return {"experience": [post("E-01", "support", 250, TODAY) | traits]}


def studied(level: str, years: float, end: str) -> dict[str, Any]:  # Any: profile data
    """Return no work, and some schooling beside the diploma."""
    college = {"level": level, "years": years, "end": end, "completed": end}
    return {"experience": [], "education": [{"level": "ged"}, college]}


def related(who: str, relation: str) -> dict[str, Any]:  # Any: profile data
    """Return experience of somebody else's mental illness."""
    return {"lived_experience": [{"who": who, "relation": relation, "condition": "mental_illness"}]}


def own(condition: str, *, received_services: bool = True) -> dict[str, Any]:  # Any: profile data
    """Return one's own experience of some condition."""
    return {"lived_experience": [{"who": "self", "condition": condition, "received_services": received_services}]}


def attested(signed: str) -> dict[str, Any]:  # Any: profile data
    """Return attestations of which one was signed on some day."""
    return {"attestations": {"disclosure": True, "code_of_ethics": True, "literacy": signed}}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ELIGIBLE),
        (worked(hours=249.9), ("not_eligible", {"experience"})),
        # The newer reading opens on 2023-11-22: all inside, across the edge, all before it.
        (worked(start="2023-11-22", end="2024-01-31"), ELIGIBLE),
        (worked(start="2023-11-21", end="2024-01-31"), ("undetermined", {"experience"})),
        (worked(start="2023-01-02", end="2023-11-21"), ("undetermined", {"experience"})),
        (worked(role="mental_health_services"), ("not_eligible", {"experience"})),
        (worked(population=["children", "mental_illness"]), ("not_eligible", {"experience"})),
        (worked(population=["mental_illness"]), ("undetermined", {"experience"})),
        (worked(population=["adults"]), ("undetermined", {"experience"})),
        (worked(population=["children", "transition_age_youth", "substance_use"]), ELIGIBLE),
        (studied("some_college", 1, "2023-11-22"), ELIGIBLE),
        (studied("some_college", 1, "2023-11-21"), ("not_eligible", None)),
        (studied("some_college", 0.9, "2025-05-15"), ("not_eligible", None)),
        (studied("bachelor", 4, "2026-11-22"), ELIGIBLE),
        (related("family_member", "sibling"), ("undetermined", {"lived_experience"})),
        (related("caregiver_of_child", "parent"), ELIGIBLE),
        ({"birth_date": "2008-11-22"}, ELIGIBLE),
        ({"birth_date": "2008-11-23"}, ("undetermined", {"age"})),
        (STUDENT, ("undetermined", {"age"})),
        (STUDENT | {"birth_date": "2010-11-23"}, ("not_eligible", None)),
        (STUDENT | {"serves": ["adults", "transition_age_youth"]}, ("not_eligible", None)),
        (STUDENT | {"enrollment": {"in": "ged_program", "until": "2026-11-21"}}, ("not_eligible", None)),
        ({"education": [{"level": "equivalent"}]}, ("undetermined", {"education"})),
        ({"references": [{"date": "2026-11-22"}, {"date": "2026-11-23"}]}, ("not_eligible", {"references"})),
        ({"references": [{"date": "2026-11-22"}, {"date": "2026-11-21"}]}, ELIGIBLE),
        ({"residence": {"state": "MS", "since": "2026-11-22"}}, ELIGIBLE),
        (own("behavioral_health"), ("undetermined", {"lived_experience"})),
        (own("other"), ("undetermined", {"lived_experience"})),
        (own("other", received_services=False), ("not_eligible", {"lived_experience"})),
        (attested("2026-11-22"), ELIGIBLE),
        (attested("2026-11-23"), ("not_eligible", {"literacy"})),
        ({"employment": "none"}, ("not_eligible", {"employment"})),
        (
            {"employment": {"setting": "a clinic", "supervisor": "mental_health_professional"}},
            ("undetermined", {"employment"}),
        ),
    ],
)
def test_the_certificate_turns_at_each_edge(
    changes: dict[str, Any], expected: tuple[str, AbstractSet[str] | None]
) -> None:
    """Someone who just meets the CPSS loses it, or is left open, by the one fact that changed."""
    answer = verdict("CPSS", mississippi(TODAY) | changes, TODAY)

    assert (answer.verdict, answer.unmet) == expected


@pytest.mark.parametrize(
    ("begun", "sat", "expected"),
    [
        (["2026-03-02"], [("2026-03-02", 75)], "eligible"),
        (["2026-03-02"], [("2026-03-01", 90)], "not_eligible"),
        (["2026-03-02"], [("2026-03-09", 74.9), ("2026-03-16", 75)], "eligible"),
        (["2026-03-02"], [("2026-03-23", 99), ("2026-03-16", 70), ("2026-03-09", 60)], "not_eligible"),
        (["2026-03-02", "2026-03-20"], [("2026-03-09", 60), ("2026-03-16", 70), ("2026-03-23", 75)], "eligible"),
        (["2026-03-02", "2026-06-01"], [("2026-03-09", 80), ("2026-06-08", 60), ("2026-06-15", 60)], "eligible"),
        ([], [("2026-03-09", 90)], "not_eligible"),
    ],
)
def test_two_sittings_follow_each_course(begun: list[str], sat: list[tuple[str, float]], expected: str) -> None:
    """The third sitting after a course is void, a repeated course gives two more, and a pass stands."""
    told = [course("ms-cpss", day, 32) | {"id": f"T-{place}"} for place, day in enumerate(begun)]
    exams = [{"exam": "ms-cpss", "date": day, "score": score} for day, score in sat]
    person = mississippi(TODAY) | {"training": told, "exams": exams}

    assert verdict("CPSS", person, TODAY).verdict == expected


def test_work_after_the_application_does_not_count() -> None:
    """All experience is gained by the day of application, under either reading."""
    early = mississippi(TODAY) | {"application_date": "2026-08-01"}

    answer = verdict("CPSS", early | worked(start="2026-08-02", end="2026-09-20"), TODAY)

    assert (answer.verdict, answer.unmet) == ("not_eligible", frozenset({"experience"}))
