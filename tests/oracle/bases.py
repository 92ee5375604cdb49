"""People who qualify, most of them exactly: the points from which the random people start."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

Written = dict[str, Any]  # Any: a profile is plain data as it stands in a file
Base = Callable[[date], Written]

TOPICS = {
    "advocacy": 10,
    "professional_responsibility": 10,
    "mentoring": 10,
    "recovery_support": 10,
    "ethics": 16,
    "core_functions": 44,
    "family": 5,
    "youth": 5,
}


def ago(as_of: date, days: int) -> str:
    """Return the day so many days before the as-of day, as a profile writes it."""
    return (as_of - timedelta(days=days)).isoformat()


def course(program: str, completed: str, hours: int, components: Mapping[str, str] | None = None) -> Written:
    """Return a course outside the topics of Illinois."""
    told = {"id": "T-01", "program": program, "completed": completed, "hours": hours, "topics": {"other": hours}}
    return {**told, "components": dict(components)} if components else told


def post(name: str, role: str, hours: int, as_of: date) -> Written:
    """Return a paid and supervised position among adults with a mental illness, ended 60 days ago."""
    people = ["adults", "mental_illness"]
    told = {"id": name, "kind": "paid", "role": role, "population": people, "supervised": True, "share": 0.51}
    return {**told, "start": ago(as_of, 60 + 28 + hours // 6), "end": ago(as_of, 60), "hours": hours}


def anyone(as_of: date) -> Written:
    """Return a person about whom every fact is told, and who has done nothing yet."""
    return {
        "id": "someone",
        "birth_date": ago(as_of, 12500),
        "residence": {"state": "IL", "since": ago(as_of, 3000)},
        "work": {"state": "IL", "share": 1},
        "education": [{"level": "high_school_diploma", "completed": ago(as_of, 5000)}],
        "enrollment": {"in": "none"},
        "lived_experience": [
            {"who": "self", "condition": "mental_illness", "primary_diagnosis": True, "received_services": True}
        ],
        "attestations": dict.fromkeys(("disclosure", "code_of_ethics", "literacy", "leadership"), ago(as_of, 90)),
        "serves": ["adults"],
        "references": 2,
        "employment": "none",
        **{ledger: [] for ledger in ("training", "experience", "supervision", "practicum", "exams")},
        **{ledger: [] for ledger in ("credentials", "licenses", "continuing_education")},
    }


def illinois_independent(as_of: date) -> Written:
    """Return a person who meets CRSS and CPRS by training and work of many kinds."""
    return anyone(as_of) | {
        "training": [{"id": "T-01", "program": "il-hfs-peer", "completed": ago(as_of, 200), "topics": dict(TOPICS)}],
        "experience": [post("E-01", "peer", 1200, as_of), post("E-02", "support", 800, as_of)],
        "supervision": [{"hours": 100, "start": ago(as_of, 400), "end": ago(as_of, 60)}],
        "exams": illinois_exams(as_of),
    }


def illinois_graduate(as_of: date) -> Written:
    """Return a person who meets CRSS and CPRS by an accredited program."""
    program = "il-icb-accredited"
    return anyone(as_of) | {
        "training": [{"id": "T-01", "program": program, "completed": ago(as_of, 90), "topics": dict(TOPICS)}],
        "practicum": [
            {"program": program, "supervised": True, "hours": 300, "start": ago(as_of, 200), "end": ago(as_of, 100)}
        ],
        "exams": illinois_exams(as_of),
    }


def illinois_exams(as_of: date) -> list[Written]:
    """Return both exams of Illinois, passed at the mark."""
    return [
        {"exam": "il-crss", "date": ago(as_of, 50), "score": 68},
        {"exam": "icrc-pr", "date": ago(as_of, 40), "score": 500},
    ]


def mississippi(as_of: date) -> Written:
    """Return a person who meets the CPSS exactly."""
    return anyone(as_of) | {
        "residence": {"state": "MS", "since": ago(as_of, 3000)},
        "training": [course("ms-cpss", ago(as_of, 90), 32, {"pre_training": "completed"})],
        "exams": [{"exam": "ms-cpss", "date": ago(as_of, 83), "score": 75}],
        "experience": [post("E-01", "support", 250, as_of)],
        "employment": {
            "setting": "ms-dmh-certified",
            "supervisor": "mental_health_professional",
            "since": ago(as_of, 30),
        },
    }


def minnesota(as_of: date) -> Written:
    """Return a person who meets Level I exactly."""
    tests = {"midterm": "passed", "oral_role_play": "passed", "final": "passed"}
    return anyone(as_of) | {
        "training": [course("mn-cps", ago(as_of, 90), 76, tests)],
        "exams": [{"exam": "mn-cps", "date": ago(as_of, 80), "result": "passed"}],
    }


def minnesota_two(*posts: tuple[str, int], degree: str | None = None) -> Base:
    """Return a person who meets Level II by hours of some roles, or by a degree."""

    def base(as_of: date) -> Written:
        person = minnesota(as_of)
        person["experience"] = [post(f"E-{place:02}", role, hours, as_of) for place, (role, hours) in enumerate(posts)]
        if degree:
            told = {"level": degree, "field": "psychology", "years": 4, "completed": ago(as_of, 2000)}
            person["education"] += [told]
        return person

    return base


def minnesota_holder(as_of: date) -> Written:
    """Return a person who holds Level I to this very day and has 6,000 peer hours, but no course told."""
    held = {"id": "CPS-I", "issued": ago(as_of, 600), "expires": as_of.isoformat(), "board": "MN"}
    return anyone(as_of) | {"experience": [post("E-01", "peer", 6000, as_of)], "credentials": [held]}


def connecticut(as_of: date) -> Written:
    """Return a person who meets the full and the provisional credential by the new course."""
    return anyone(as_of) | {
        "training": [course("ct-cpsrp", ago(as_of, 50), 80)],
        "exams": [{"exam": "ct-cpsrp", "date": ago(as_of, 40), "result": "passed"}],
        "experience": [post("E-01", "peer", 300, as_of)],
    }


def connecticut_veteran(as_of: date) -> Written:
    """Return a person of the old course who applied while both readings of the window were open."""
    return anyone(as_of) | {
        "application_date": min(as_of, date(2026, 8, 20)).isoformat(),
        "training": [course("ct-rss", "2025-11-14", 80)],
        "experience": [post("E-01", "peer", 40, as_of)],
    }


BASES: dict[str, tuple[Base, ...]] = {
    "CRSS": (illinois_independent, illinois_graduate),
    "CPRS": (illinois_independent, illinois_graduate),
    "CPSS": (mississippi,),
    "CPS-I": (minnesota,),
    "CPS-II": (
        minnesota_two(("peer", 6000)),
        minnesota_two(("mental_health_services", 6000)),
        minnesota_two(("mental_health_services", 4000), ("peer", 2000)),
        minnesota_two(("mental_health_services", 2000), degree="bachelor"),
        minnesota_two(degree="master"),
        minnesota_holder,
    ),
    "CPSRP": (connecticut, connecticut_veteran),
    "CPSRP-P": (connecticut,),
}
