"""Mississippi: the CPSS certificate."""

from datetime import date
from itertools import pairwise

from .days import day, plus_years
from .evidence import (
    DEGREES,
    Profile,
    Record,
    added,
    aged,
    applied,
    attested,
    courses,
    lives_in,
    number,
    placed,
    schooled,
    sitting,
    sittings,
)
from .outcomes import MET, UNKNOWN, UNMET, Leaf, Outcome, Pathway, any_of, readings, truth

AGES = {"adults": MET, "transition_age_youth": MET, "children": UNMET}
CONDITIONS = {"mental_illness": MET, "substance_use": MET, "co_occurring": MET}
SERVED = {**CONDITIONS, "behavioral_health": UNKNOWN, "other": UNKNOWN}


def cpss(profile: Profile, as_of: date, disputes: str) -> list[Pathway]:
    """Return the one pathway to the CPSS."""
    trained, tested = any_of(*(pre_trained(one) for one in taken(profile, as_of))), exam(profile, as_of)
    leaves = [
        Leaf("residency", "residency", truth(lives_in(profile, "MS", as_of))),
        Leaf("lived", "lived_experience", lived(profile, disputes)),
        Leaf("disclosure", "disclosure", attested(profile, "disclosure", as_of)),
        Leaf("ethics code", "ethics_code", attested(profile, "code_of_ethics", as_of)),
        Leaf("literacy", "literacy", attested(profile, "literacy", as_of)),
        Leaf("age", "age", readings(disputes, MET, aged(profile, 18, as_of))),
        Leaf("employment", "employment", employed(profile, as_of)),
        education(profile, as_of),
        experience(profile, as_of, disputes),
        Leaf("references", "references", truth(referees(profile, as_of) >= 2)),
        Leaf("training", "training", trained),
        # Without a course no sitting counts; whether that is one gap or two is a matter of telling.
        Leaf("exam", "exam" if trained is MET else None, tested, "exam"),
    ]
    return [Pathway(None, leaves)]


def lived(profile: Profile, disputes: str) -> Outcome:
    """Settle who qualifies: any family member, or only a parent or caregiver, besides one who received services."""
    told = profile["lived_experience"]
    own = any_of(*(SERVED[one["condition"]] for one in told if one["who"] == "self" and one["received_services"]))
    family = [one for one in told if one["who"] != "self"]
    related = any_of(*(SERVED[one["condition"]] for one in family))
    raising = any_of(*(SERVED[one["condition"]] for one in family if one["relation"] in ("parent", "caregiver")))
    return readings(disputes, max(own, related), max(own, raising))


def employed(profile: Profile, as_of: date) -> Outcome:
    """Say whether the person works in a certified program under a mental health professional."""
    job = profile["employment"]
    if job == "none" or day(job.get("since", as_of)) > as_of:
        return UNMET
    known = job["setting"] == "ms-dmh-certified" and job["supervisor"] == "mental_health_professional"
    return MET if known else UNKNOWN


def education(profile: Profile, as_of: date) -> Leaf:
    """Judge schooling: a diploma or GED, or a young person in school who serves young people only."""
    base = schooled(profile, ("high_school_diploma", "ged", *DEGREES), as_of)
    proof = min(UNKNOWN, schooled(profile, ("equivalent",), as_of))
    enrollment = profile["enrollment"]
    enrolled = enrollment["in"] in ("high_school", "ged_program") and day(enrollment.get("until", as_of)) >= as_of
    serving = profile["serves"] if enrolled else profile.get("serves")
    young = [aged(profile, 16, as_of), truth(enrolled), truth(serving == ["transition_age_youth"])]
    outcome = any_of(base, proof, min(young))
    unsure = outcome is UNMET and young.count(UNMET) == 1
    return Leaf("education", None if unsure else "education", outcome, "education")


def serves(population: list[str]) -> Outcome:
    """Judge the people served: adults or young adults, with an illness or substance use; a side not named is open."""
    ages = [AGES[word] for word in population if word in AGES]
    conditions = [CONDITIONS[word] for word in population if word in CONDITIONS]
    return min(max(ages, default=UNKNOWN), max(conditions, default=UNKNOWN))


def experience(profile: Profile, as_of: date, disputes: str) -> Leaf:
    """Judge 250 hours at any time or in the last three years before applying, or one year of college."""
    applying = applied(profile, as_of)
    fit = [one for one in profile["experience"] if one["role"] in ("support", "advisory", "peer")]
    ever, lately = (
        added((min(serves(one["population"]), placed(one, as_of, first, applying)), one) for one in fit).reach(250)
        for first in (None, plus_years(applying, -3))
    )
    years = [college(one, as_of, applying) for one in profile["education"]]
    hours = readings(disputes, ever, lately)
    part_year = any("years" in one for one in profile["education"])
    outcome = any_of(hours, *years)
    return Leaf("experience", None if outcome is UNMET and part_year else "experience", outcome, "experience")


def college(schooling: Record, as_of: date, applying: date) -> Outcome:
    """Judge whether one record is a year of college that ended in the three years before applying; undated is open."""
    if schooling["level"] not in ("some_college", *DEGREES):
        return UNMET
    ended = schooling.get("end", schooling.get("completed"))
    lately = truth(plus_years(applying, -3) <= day(ended) <= min(applying, as_of)) if ended else UNKNOWN
    return min(lately, truth(number(schooling["years"]) >= 1) if "years" in schooling else UNKNOWN)


def referees(profile: Profile, as_of: date) -> int:
    """Count the references given by the as-of day."""
    told = profile["references"]
    return told if isinstance(told, int) else sum(day(one.get("date", as_of)) <= as_of for one in told)


def taken(profile: Profile, as_of: date) -> list[Record]:
    """Return the completed CPSS courses."""
    return courses(profile, as_of, "ms-cpss")


def pre_trained(course: Record) -> Outcome:
    """Judge the pre-training of a course, where it is told."""
    return truth(course.get("components", {}).get("pre_training", "completed") == "completed")


def exam(profile: Profile, as_of: date) -> Outcome:
    """Judge the first two sittings that follow each course and come before the next; 75 is a pass.

    After another course, one whose pre-training failed opens no sittings.
    """
    told = taken(profile, as_of)
    first = min((day(course["completed"]) for course in told), default=None)
    alone = [day(course["completed"]) for course in told].count(first or date.max) == 1
    starts = sorted(
        day(course["completed"])
        for course in told
        if pre_trained(course) is MET or (alone and day(course["completed"]) == first)
    )
    sat = sorted(sittings(profile, "ms-cpss", as_of), key=lambda one: day(one["date"]))
    outcome = UNMET
    for start, following in pairwise([*starts, date.max]):
        turn = [one for one in sat if start <= day(one["date"]) < following]
        outcome = any_of(outcome, *(sitting(one, 75) for one in turn[:2]))
    return outcome
