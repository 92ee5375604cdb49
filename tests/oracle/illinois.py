"""Illinois: CRSS and CPRS, by the independent pathway and by an accredited program."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from .days import day, plus_months, plus_years
from .evidence import (
    DEGREES,
    Profile,
    Record,
    added,
    applied,
    attested,
    course_hours,
    courses,
    lives_in,
    number,
    passed,
    placed,
    schooled,
)
from .outcomes import MET, UNKNOWN, UNMET, Leaf, Outcome, Pathway, any_of, readings, truth

DOMAINS = ("advocacy", "professional_responsibility", "mentoring", "recovery_support")
CORE = ("core_functions", "family", "youth")
PROGRAM = "il-icb-accredited"


def crss(profile: Profile, as_of: date, disputes: str) -> list[Pathway]:
    """Return both pathways to the CRSS."""
    shared = [
        *asked_of_both(profile, as_of),
        Leaf("lived", "lived_experience", any_of(*map(recovers_in_mind, profile["lived_experience"]))),
        Leaf("exam", "exam", passed(profile, "il-crss", 68, as_of)),
    ]
    since = plus_years(applied(profile, as_of), -4)
    own = [
        *crss_training(courses(profile, as_of), disputes),
        Leaf("2000 hours", "experience", worked(profile, 2000, as_of, since, applied(profile, as_of))),
        Leaf("100 supervised", "supervision", supervised(profile, 100, as_of)),
    ]
    return [Pathway("independent", shared + own), Pathway("accredited_program", shared + accredited(profile, as_of))]


def cprs(profile: Profile, as_of: date, disputes: str) -> list[Pathway]:
    """Return both pathways to the CPRS; no rule of it is in dispute, so the setting changes nothing."""
    del disputes
    shared = [
        *asked_of_both(profile, as_of),
        Leaf("lived", "lived_experience", truth(bool(profile["lived_experience"]))),
        Leaf("residency", "residency", truth(lives_or_works_here(profile, as_of))),
        Leaf("exam", "exam", passed(profile, "icrc-pr", 500, as_of)),
    ]
    own = [
        *training(courses(profile, as_of), total=100, ethics=16, core=44),
        Leaf("500 hours", "experience", worked(profile, 500, as_of)),
        Leaf("25 supervised", "supervision", supervised(profile, 25, as_of)),
    ]
    return [Pathway("independent", shared + own), Pathway("accredited_program", shared + accredited(profile, as_of))]


def asked_of_both(profile: Profile, as_of: date) -> list[Leaf]:
    """Return what both credentials ask by either pathway."""
    levels = ("high_school_diploma", "ged", "equivalent", *DEGREES)
    return [
        Leaf("education", "education", schooled(profile, levels, as_of)),
        Leaf("disclosure", "disclosure", attested(profile, "disclosure", as_of)),
        Leaf("ethics code", "ethics_code", attested(profile, "code_of_ethics", as_of)),
    ]


def recovers_in_mind(lived: Record) -> Outcome:
    """Say whether it is the person's own mental illness, alone or with substance use."""
    if lived["who"] != "self":
        return UNMET
    if lived["condition"] == "behavioral_health":
        return UNKNOWN
    return truth(lived["condition"] in ("mental_illness", "co_occurring"))


def lives_or_works_here(profile: Profile, as_of: date) -> bool:
    """Say whether the person lives in Illinois or works 51 percent of the time there."""
    if lives_in(profile, "IL", as_of):
        return True
    return bool(profile["work"]["state"] == "IL" and number(profile["work"]["share"]) >= Decimal("0.51"))


def topic_hours(taken: Sequence[Record], *topics: str) -> Decimal:
    """Add the hours under some topics; every record must tell all its hours by topic."""
    total = Decimal(0)
    for course in taken:
        told = {name: number(hours) for name, hours in course["topics"].items()}
        if sum(told.values()) != course_hours(course):
            raise ValueError("not fully told: a course has hours under no topic")
        total += sum((told.get(name, Decimal(0)) for name in topics), Decimal(0))
    return total


def training(taken: Sequence[Record], total: int, ethics: int, core: int) -> list[Leaf]:
    """Return the hours that CPRS and the classroom standard ask, in as many leaves as the tables have rows."""
    asked = [
        ("total", total, (*DOMAINS, "ethics", *CORE)),
        ("domains", 40, DOMAINS),
        *((domain, 10, (domain,)) for domain in DOMAINS),
        ("ethics", ethics, ("ethics",)),
        ("core", core, CORE),
        ("family", 5, ("family",)),
        ("youth", 5, ("youth",)),
    ]
    return [Leaf(f"{name} {need}", "training", truth(topic_hours(taken, *of) >= need)) for name, need, of in asked]


def crss_training(taken: Sequence[Record], disputes: str) -> list[Leaf]:
    """Return the CRSS hours: core hours count up to 54 of the total, or must be at least 54."""
    core = topic_hours(taken, *CORE)
    others = topic_hours(taken, *DOMAINS, "ethics")
    asked = [("domains", 40, DOMAINS), *((one, 10, (one,)) for one in DOMAINS), ("ethics", 6, ("ethics",))]
    leaves = [Leaf(f"crss {name}", "training", truth(topic_hours(taken, *of) >= need)) for name, need, of in asked]
    capped, uncapped = truth(others + min(core, Decimal(54)) >= 100), truth(others + core >= 100)
    # Capped or not, the total differs only where a domain or the ethics hours are short as well.
    leaves.append(Leaf("crss total", "training", min(capped, uncapped)))
    return [*leaves, Leaf("crss core", "training", readings(disputes, MET, truth(core >= 54)))]


def worked(profile: Profile, need: int, as_of: date, first: date | None = None, last: date | None = None) -> Outcome:
    """Say whether positions whose duties are 51 percent recovery support add up to so many hours."""
    fit = [one for one in profile["experience"] if number(one["share"]) >= Decimal("0.51")]
    return added((placed(one, as_of, first, last), one) for one in fit).reach(need)


def supervised(profile: Profile, need: int, as_of: date) -> Outcome:
    """Say whether so many hours of supervision are documented."""
    return added((placed(one, as_of), one) for one in profile["supervision"]).reach(need)


def accredited(profile: Profile, as_of: date) -> list[Leaf]:
    """Return the classroom standard and the supervised practicum of 300 hours over three months."""
    fit = [one for one in profile["practicum"] if one["program"] == PROGRAM and one["supervised"]]
    begun = [(placed(one, as_of), one) for one in fit if day(one["start"]) <= as_of]
    return [
        *training(courses(profile, as_of, PROGRAM), total=110, ethics=16, core=54),
        Leaf("300 hours", "practicum", added(begun).reach(300)),
        Leaf("three months", "practicum", lasted([one for _, one in begun], as_of)),
    ]


def lasted(begun: Sequence[Record], as_of: date) -> Outcome:
    """Say whether three calendar months lie between the first start and the last end, both days included."""
    if not begun:
        return UNMET
    enough = plus_months(min(day(one["start"]) for one in begun), 3)
    ends = [day(one.get("end", as_of)) for one in begun]
    proved = truth(enough.toordinal() <= min(max(ends), as_of).toordinal() + 1)
    return proved if max(ends) <= as_of or proved is MET else UNKNOWN
