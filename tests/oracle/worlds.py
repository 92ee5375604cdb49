"""What may be true of what is not told: records that meet every rule, values at each edge, and days that matter."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

from .bases import TOPICS, Written, ago, course
from .days import day, plus_months, plus_years
from .evidence import applied
from .people import Case

ROLES = ("peer", "support", "mental_health_services", "human_services")
AMOUNTS = (1, 25, 100, 250, 300, 500, 2000, 4000, 6000)
TESTS = {"midterm": "passed", "oral_role_play": "passed", "final": "passed"}
OWN = {"who": "self", "condition": "mental_illness", "primary_diagnosis": True, "received_services": True}
MARKS = {"il-crss": 68, "icrc-pr": 500, "ms-cpss": 75, "mn-cps": None, "ct-cpsrp": None}
RULE_DAYS = ("2026-05-31", "2026-06-01", "2026-10-01", "2027-05-31")
YEARS = (0, 2, 3, 4, 16, 18, 21)
ABOUT = (-2, -1, 0, 1, 2, 5)
"""Days about an edge; the last one for months of unlike length."""


def by_now(case: Case) -> str:
    """Return the last day on which everything that precedes an application may lie."""
    return min(case.as_of, applied(case.profile, case.as_of)).isoformat()


def schooling(case: Case) -> list[Written]:
    """Return schooling that meets every rule."""
    now = by_now(case)
    return [
        {"level": "ged", "completed": ago(case.as_of, 5000)},
        {"level": "master", "field": "psychology", "years": 2, "completed": now},
        {"level": "bachelor", "field": "psychology", "years": 2, "completed": now},
    ]


def lived(case: Case) -> list[Written]:
    """Return lived experience that meets every rule."""
    del case
    return [{**OWN}, {**OWN, "who": "caregiver_of_child", "relation": "parent"}]


def courses(case: Case) -> list[Written]:
    """Return courses that meet every rule; Mississippi's on the day of each sitting."""
    now = case.as_of.isoformat()
    plenty = {**TOPICS, "core_functions": 54}
    found = [
        {"program": "il-icb-accredited", "completed": now, "topics": plenty},
        course("mn-cps", now, 76, TESTS),
        course("ct-cpsrp", now, 80),
        course("ct-rss", min(now, "2026-05-31"), 80),
        *(course("ms-cpss", one["date"], 32) for one in case.profile["exams"] if one["date"] < now),
        course("ms-cpss", now, 32),
    ]
    return [{**one, "id": f"M-{place:02}"} for place, one in enumerate(found)]


def work(case: Case) -> list[Written]:
    """Return work that meets every rule."""
    end = by_now(case)
    told = {"kind": "paid", "population": ["adults", "mental_illness"], "supervised": True, "share": 1, "hours": 6000}
    told |= {"start": (day(end) - timedelta(days=700)).isoformat(), "end": end}
    return [{**told, "id": f"M-{role}", "role": role} for role in ("peer", "mental_health_services")]


def supervised(case: Case) -> list[Written]:
    """Return supervision that meets every rule."""
    return [{"hours": 100, "start": ago(case.as_of, 300), "end": ago(case.as_of, 0)}]


def practice(case: Case) -> list[Written]:
    """Return a practicum that meets every rule."""
    stretch = {"start": ago(case.as_of, 120), "end": ago(case.as_of, 0)}
    return [{"program": "il-icb-accredited", "supervised": True, "hours": 300, **stretch}]


def sittings(case: Case, *, passed: bool = True) -> list[Written]:
    """Return a sitting of each exam, and one of Mississippi's on the day of each course."""
    now = case.as_of.isoformat()
    days = [one["completed"] for one in case.profile["training"] if one.get("program") == "ms-cpss"]
    on = [(exam, now) for exam in MARKS] + [("ms-cpss", completed) for completed in days if completed <= now]
    return [{"exam": exam, "date": when, **outcome_of(exam, passed=passed)} for exam, when in on]


def outcome_of(exam: str, *, passed: bool) -> Written:
    """Return the least that passes an exam, or the most that does not."""
    mark = MARKS[exam]
    if mark is None:
        return {"result": "passed" if passed else "failed"}
    return {"score": mark if passed else mark - 1}


def held(case: Case) -> list[Written]:
    """Return a certificate that is held today."""
    return [{"id": "CPS-I", "issued": ago(case.as_of, 10), "expires": ago(case.as_of, 0), "board": "MN"}]


ENOUGH = {
    "education": schooling,
    "lived_experience": lived,
    "training": courses,
    "experience": work,
    "supervision": supervised,
    "practicum": practice,
    "exams": sittings,
    "credentials": held,
}
"""For each list, records that meet every rule that looks at it."""


def days_between(case: Case, first: date, last: date, *others: str) -> tuple[str, ...]:
    """Return the days of a stretch that can matter: both ends, and those about each edge that a rule may draw."""
    found = {first, last, *(one for one in edges(case, others) if first <= one <= last)}
    return tuple(one.isoformat() for one in sorted(found))


def edges(case: Case, others: Sequence[str]) -> Iterator[date]:
    """Give the days about the as-of day, the application, the rules' own days and other days told, moved by a rule."""
    profile = case.profile
    fixed = {case.as_of, applied(profile, case.as_of)}
    nearby = {*RULE_DAYS, *others, *(one["completed"] for one in profile["training"])}
    nearby |= {one["date"] for one in profile["exams"]}
    moved = {plus_years(one, -years) for one in fixed for years in YEARS}
    moved |= {plus_months(day(one), months) for one in others for months in (-3, 0, 3)}
    for one in {*moved, *map(day, nearby)}:
        yield from (one + timedelta(days=off) for off in ABOUT)


def hours_of(case: Case, ledger: str, index: int) -> tuple[float, ...]:
    """Return the hours that a record may have: none, so many that a rule is just met or just missed, or very many."""
    told = case.profile[ledger]
    others = sum(one["hours"] for place, one in enumerate(told) if place != index)
    near = [need - others + off for need in AMOUNTS for off in (-0.5, 0) if need > others]
    return (0, told[index]["hours"], *near, most_hours(told[index], case.as_of), max(AMOUNTS))


def most_hours(record: Written, as_of: date) -> float:
    """Return the most hours that fit between the days of a record."""
    return 24 * ((day(record.get("end", as_of)) - day(record["start"])).days + 1)


def spread(
    hours: Any, told: Mapping[str, Any] = MappingProxyType({}), elsewhere: Mapping[str, Any] = MappingProxyType({})
) -> list[Written]:
    """Return ways to lay hours of training on topics beside those told: on all that Illinois asks, and on one.

    What is asked is held against the one course alone, and against all courses together, with those elsewhere.
    """
    asked = [{**TOPICS, "core_functions": 0, "ethics": ethics} for ethics in (6, 16)]
    if elsewhere:
        asked += [{name: max(0, need - elsewhere.get(name, 0)) for name, need in one.items()} for one in asked]
    ways = [filled(hours, told, least) for least in asked]
    return [*ways, {**told, "ethics": round(told.get("ethics", 0) + hours, 6)}]


def filled(hours: Any, told: Mapping[str, Any], least: Written) -> Written:
    """Lay hours on topics up to the least that each needs, and what is left on the core functions."""
    laid, left = dict(told), hours
    for topic, need in least.items():
        more = min(left, max(0, need - told.get(topic, 0)))
        laid[topic] = round(told.get(topic, 0) + more, 6)
        left = round(left - more, 6)
    return {**laid, "core_functions": round(laid["core_functions"] + left, 6)}
