"""Plans for several credentials at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from peercert.plan.planning import By
from peercert.plan.several import Plans, plans
from peercert.plan.todo import Pace
from peercert.session import Options, check
from upper import TODAY, built_in, person

FAMILY = {
    "lived_experience": [{"who": "family_member", "condition": "substance_use", "relation": "sibling"}],
    "residence": {"state": "IL"}, "education": [{"level": "ged"}],
    "attestations": {"disclosure": False, "code_of_ethics": True},
    "training": [
        {"completed": "2026-01-05",
         "topics": {"advocacy": 10, "professional_responsibility": 10, "mentoring": 10, "recovery_support": 10,
                    "ethics": 16, "core_functions": 44, "family": 5, "youth": 5}}
    ],
    "experience": [{"share": 1, "hours": 2100, "start": "2024-01-08", "end": "2026-06-26"}],
    "supervision": [{"hours": 90, "start": "2024-01-08", "end": "2026-06-26"}], "practicum": [], "exams": [],
}  # fmt: skip
OWN = {**FAMILY, "lived_experience": [{"who": "self", "condition": "mental_illness"}]}


def made(profile: Mapping[str, Any], *credentials: str, by: By = "hours") -> Plans:
    """Make plans for one person."""
    checked = check(built_in(), person(profile), Options(TODAY, credentials))
    return plans(built_in(), checked, Pace(), by)


def test_what_asks_least_comes_first() -> None:
    """CRSS asks ten hours of supervision more than is told, CPRS none."""
    assert [plan.credential.id for plan in made(OWN, "CRSS", "CPRS").plans] == ["CPRS", "CRSS"]


def test_what_is_out_of_reach_comes_last_and_names_the_nearest() -> None:
    """In the same state; the other states' credentials would ask for a new home, or a course."""
    cprs, crss = made(FAMILY, "CRSS", "CPRS").plans

    assert (cprs.credential.id, crss.credential.id) == ("CPRS", "CRSS")
    assert (crss.blocked_by, crss.nearest) == (("il.crss.ind.lived-experience",), "CPRS")


def test_the_nearest_is_looked_for_among_all_that_there_are() -> None:
    """Though only the one was asked for."""
    [crss] = made(FAMILY, "CRSS").plans

    assert crss.nearest == "CPRS"


def test_a_step_knows_the_other_credentials_that_it_serves() -> None:
    """One signature does for both; each exam for one."""
    found = made(OWN, "CRSS", "CPRS")
    crss = found.plans[1]

    assert {todo.ids[0]: found.also_for(todo, crss) for todo in crss.todos} == {
        "il.crss.ind.disclosure": ("CPRS",), "il.crss.ind.exam": (), "il.crss.ind.supervision": (),
    }  # fmt: skip


def test_the_plans_are_of_the_case_that_was_checked() -> None:
    """With its label, and whether everything was looked at because nothing was asked for."""
    found = made({**OWN, "id": "jo"})

    assert (found.label, found.survey, found.case.as_of, len(found.plans)) == ("jo", True, TODAY, len(built_in().ids))
