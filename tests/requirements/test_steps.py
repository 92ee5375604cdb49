"""What each kind says could be done about it, where it is not met."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import get_args

import pytest

from build import Raw, case, requirement
from peercert.candidate.profile import Topic
from peercert.logic import Outcome
from peercert.requirements.steps import DAY, Changed, Course, Gained, Hours, Lasting, Referred, Sitting, Step

OLD = {"start": "2020-01-06", "end": "2020-12-18"}
MINE = {"program": "il-icb-accredited", "supervised": True}
CASES: dict[str, tuple[Raw, Raw, list[Step]]] = {
    "hours of a topic": (
        {"kind": "training_hours", "at_least": 6, "topics": ["ethics"]},
        {"training": [{"completed": "2026-01-05", "topics": {"ethics": 4.5}}]},
        [Hours("training", Decimal("1.5"), (("topics", ("ethics",)),))],
    ),
    "hours of any topic that is not left out, in a program": (
        {"kind": "training_hours", "at_least": 10, "programs": ["il-icb-accredited"], "leave_out": ["other"]},
        {"training": []},
        [
            Hours(
                "training",
                Decimal(10),
                (
                    ("topics", tuple(one for one in get_args(Topic) if one != "other")),
                    ("program", ("il-icb-accredited",)),
                ),
            )
        ],
    ),
    "hours of work, with all that is asked of it": (
        {
            "kind": "experience", "at_least": 300, "kinds": ["paid"], "roles": ["peer"], "ages": ["adults"],
            "conditions": ["mental_illness"], "supervised": True, "share_at_least": 0.51,
        },
        {"experience": []},
        [
            Hours(
                "experience",
                Decimal(300),
                (
                    ("kind", ("paid",)),
                    ("role", ("peer",)),
                    ("population", ("adults",)),
                    ("population", ("mental_illness",)),
                    ("supervised", (True,)),
                    ("share", (Decimal("0.51"),)),
                ),
            )
        ],
    ),
    "work of any amount": (
        {"kind": "experience", "any_amount": True, "roles": ["peer"]},
        {"experience": []},
        [Hours("experience", Decimal(1), (("role", ("peer",)),), any_amount=True)],
    ),
    "work whose hours are too old": (
        {"kind": "experience", "at_least": 300, "window": {"years": 3}},
        {"experience": [{"hours": 250, **OLD}]},
        [Hours("experience", Decimal(300))],
    ),
    "each part of a split that is short": (
        {
            "kind": "experience_split",
            "parts": [
                {"id": "a", "title": "a", "roles": ["mental_health_services"], "at_least": 40},
                {"id": "b", "title": "b", "roles": ["peer"], "at_least": 20},
            ],
        },
        {"experience": [{"role": "peer", "hours": 15, **OLD}]},
        [
            Hours("experience", Decimal(40), (("role", ("mental_health_services",)),)),
            Hours("experience", Decimal(5), (("role", ("peer",)),)),
            Hours("experience", Decimal(45), (("role", ("mental_health_services", "peer")),)),
        ],
    ),
    "no part of a split that is full": (
        {
            "kind": "experience_split",
            "parts": [
                {"id": "a", "title": "a", "roles": ["mental_health_services"], "at_least": 40},
                {"id": "b", "title": "b", "roles": ["peer"], "at_least": 20},
            ],
        },
        {"experience": [{"role": "peer", "hours": 20, **OLD}]},
        [
            Hours("experience", Decimal(40), (("role", ("mental_health_services",)),)),
            Hours("experience", Decimal(40), (("role", ("mental_health_services", "peer")),)),
        ],
    ),
    "a split whose hours may go to either part": (
        {
            "kind": "experience_split",
            "parts": [
                {"id": "a", "title": "a", "roles": ["mental_health_services", "peer"], "at_least": 40},
                {"id": "b", "title": "b", "roles": ["peer"], "at_least": 20},
            ],
        },
        {"experience": [{"role": "mental_health_services", "hours": 39, **OLD}, {"role": "peer", "hours": 15, **OLD}]},
        [
            Hours("experience", Decimal(5), (("role", ("peer",)),)),
            Hours("experience", Decimal(6), (("role", ("mental_health_services", "peer")),)),
        ],
    ),
    "work in a setting": (
        {"kind": "experience", "at_least": 10, "settings": ["ms-dmh-certified"]},
        {"experience": []},
        [Hours("experience", Decimal(10), (("setting", ("ms-dmh-certified",)),))],
    ),
    "hours of any practicum": (
        {"kind": "practicum", "at_least": 300}, {"practicum": []}, [Hours("practicum", Decimal(300))],
    ),
    "hours of supervision": (
        {"kind": "supervision", "at_least": 25},
        {"supervision": [{"hours": 24, **OLD}]},
        [Hours("supervision", Decimal(1))],
    ),
    "hours of practicum": (
        {"kind": "practicum", "at_least": 300, "programs": ["il-icb-accredited"], "supervised": True},
        {"practicum": [{**MINE, "hours": 310, **OLD}, {"hours": 5}][1:]},
        [Hours("practicum", Decimal(300), (("program", ("il-icb-accredited",)), ("supervised", (True,))))],
    ),
    "a practicum that is too short": (
        {"kind": "practicum_length", "months_at_least": 3, "programs": ["il-icb-accredited"], "supervised": True},
        {"practicum": [{**MINE, "hours": 310, "start": "2026-09-01", "end": "2026-10-30"}]},
        [Lasting(3, (("program", ("il-icb-accredited",)), ("supervised", (True,))), date(2026, 9, 1))],
    ),
    "a course": (
        {"kind": "course", "programs": ["mn-cps"], "hours_at_least": 76, "components": {"final": "passed"}},
        {"training": []},
        [Course(("mn-cps",), Decimal(76), (("final", "passed"),))],
    ),
    "a course that must be over by a day": (
        {"kind": "course", "programs": ["ct-rss"], "completed_by": "2027-05-31"},
        {"training": []},
        [Course(("ct-rss",), by=date(2027, 5, 31))],
    ),
    "an exam": (
        {"kind": "exam", "exam": "il-crss", "score_at_least": 68},
        {"exams": [{"exam": "il-crss", "date": "2026-05-04", "score": 60}]},
        [Sitting("il-crss", Decimal(68))],
    ),
    "an exam with a sitting left": (
        {"kind": "exam", "exam": "ms-cpss", "sittings": {"course": "ms-cpss", "at_most": 2}},
        {
            "training": [{"program": "ms-cpss", "completed": "2026-04-03"}],
            "exams": [{"exam": "ms-cpss", "date": "2026-05-04", "result": "failed"}],
        },
        [Sitting("ms-cpss", None)],
    ),
    "an exam with no sitting left": (
        {"kind": "exam", "exam": "ms-cpss", "sittings": {"course": "ms-cpss", "at_most": 1}},
        {
            "training": [{"program": "ms-cpss", "completed": "2026-04-03"}],
            "exams": [{"exam": "ms-cpss", "date": "2026-05-04", "result": "failed"}],
        },
        [Course(("ms-cpss",)), Sitting("ms-cpss", None)],
    ),
    "an exam before any course": (
        {"kind": "exam", "exam": "ms-cpss", "sittings": {"course": "ms-cpss", "at_most": 2}},
        {"training": [], "exams": []},
        [Course(("ms-cpss",)), Sitting("ms-cpss", None)],
    ),
    "references": ({"kind": "references", "at_least": 3}, {"references": 1}, [Referred(2)]),
    "a statement": (
        {"kind": "attestation", "name": "literacy"},
        {"attestations": {"literacy": False}},
        [Changed("attestations.literacy", DAY)],
    ),
    "schooling": (
        {"kind": "education", "levels": ["bachelor", "master"], "fields": ["psychology"]},
        {"education": []},
        [Gained("education", (("level", "bachelor"), ("field", "psychology")), "completed")],
    ),
    "years of schooling": (
        {"kind": "education", "levels": ["some_college"], "years_at_least": 1},
        {"education": []},
        [Gained("education", (("level", "some_college"), ("years", Decimal(1))), "end", Decimal(1))],
    ),
    "being in school": (
        {"kind": "enrollment", "in": ["high_school", "ged_program"]},
        {"enrollment": {"in": "none"}},
        [Changed("enrollment", (("in", "high_school"),), large=True)],
    ),
    "a credential": (
        {"kind": "credential_held", "credential": "CPS-I"},
        {"credentials": []},
        [Gained("credentials", (("id", "CPS-I"),), "issued")],
    ),
    "a licence": (
        {"kind": "license", "licenses": ["LPN", "RN"]},
        {"licenses": []},
        [Gained("licenses", (("id", "LPN"),), "issued", until="expires")],
    ),
    "a home": (
        {"kind": "residence", "state": "IL"},
        {"residence": {"state": "MS"}},
        [Changed("residence", (("state", "IL"), ("since", DAY)), large=True)],
    ),
    "work in a state": (
        {"kind": "workplace", "state": "IL", "share_at_least": 0.51},
        {"work": {"state": "IL", "share": 0.5}},
        [Changed("work", (("state", "IL"), ("share", Decimal("0.51"))), large=True)],
    ),
    "whom one serves": (
        {"kind": "serves", "exactly": ["transition_age_youth"]},
        {"serves": ["adults"]},
        [Changed("serves", ("transition_age_youth",))],
    ),
    "a job": (
        {"kind": "employment", "settings": ["ms-dmh-certified"], "supervisors": ["mental_health_professional"]},
        {"employment": "none"},
        [
            Changed(
                "employment",
                (("setting", "ms-dmh-certified"), ("supervisor", "mental_health_professional"), ("since", DAY)),
                large=True,
            )
        ],
    ),
    "lived experience, which nobody can or should change": (
        {"kind": "lived_experience", "any": [{"who": ["self"]}]},
        {"lived_experience": [{"who": "family_member"}]},
        [],
    ),
    "an age, which only time brings": ({"kind": "age", "at_least": 18}, {"birth_date": "2010-01-01"}, []),
    "a day that is over": (
        {"kind": "application", "on_or_before": "2026-10-01"},
        {"application_date": "2026-11-01"},
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("raw", "profile", "expected"), CASES.values(), ids=CASES)
def test_a_kind_says_what_could_be_done_about_it(raw: Raw, profile: Raw, expected: list[Step]) -> None:
    """Steps without words and days, for a requirement that is not met."""
    asked, someone = requirement(raw), case(profile)

    assert asked.find(someone).outcome is Outcome.UNMET
    assert list(asked.steps_to_meet(someone)) == expected


def part(id_: str, least: int, *topics: str) -> Raw:
    """Write a part of some training."""
    sources = [{"id": "s", "at": "page 1"}]
    return {"id": id_, "kind": "training_hours", "title": id_, "at_least": least, "topics": topics, "sources": sources}


def test_parts_of_training_that_the_open_hours_do_not_reach_name_what_is_missing() -> None:
    """Six hours may be of any topic; advocacy lacks 4 and ethics 5, so 3 of the 9 are missing for certain."""
    asked = requirement({"kind": "training", "of": [part("a", 5, "ethics"), part("b", 4, "advocacy")]})
    someone = case({"training": [{"completed": "2026-01-05", "hours": 6}]})

    assert asked.find(someone).outcome is Outcome.UNMET
    assert list(asked.steps_to_meet(someone)) == [Hours("training", Decimal(3), (("topics", ("advocacy",)),))]


def test_of_parts_within_parts_the_outer_hours_hold_the_inner_ones() -> None:
    """Five hours are open, 9 are lacking: 4 of core functions and family, 2 of them of family."""
    inner, outer = part("b", 2, "family"), part("a", 4, "core_functions", "family")
    asked = requirement({"kind": "training", "of": [outer, inner, part("c", 5, "ethics")]})
    someone = case({"training": [{"completed": "2026-01-05", "hours": 5}]})

    assert list(asked.steps_to_meet(someone)) == [
        Hours("training", Decimal(2), (("topics", ("family",)),)),
        Hours("training", Decimal(4), (("topics", ("core_functions", "family")),)),
    ]
