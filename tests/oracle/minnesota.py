"""Minnesota: Certified Peer Specialist, Level I and Level II."""

from datetime import date

from .days import day, plus_years
from .evidence import (
    DEGREES,
    Profile,
    Record,
    added,
    aged,
    attested,
    course_hours,
    courses,
    held,
    passed,
    placed,
    schooled,
)
from .outcomes import MET, UNKNOWN, UNMET, Hours, Leaf, Outcome, Pathway, any_of, readings, truth

DIPLOMAS = ("high_school_diploma", "ged", "equivalent", *DEGREES)
FIELDS = {"psychology", "social work", "counseling", "sociology", "human services", "nursing", "rehabilitation"}
ILLNESS = {"mental_illness": MET, "co_occurring": MET, "behavioral_health": UNKNOWN}
SERVED = {"mental_illness": MET, "co_occurring": MET, "substance_use": UNMET}


def cps_one(profile: Profile, as_of: date, disputes: str) -> list[Pathway]:
    """Return the one pathway to Level I."""
    lived = any_of(*(own_illness(one) for one in profile["lived_experience"]))
    trained = any_of(*(full_course(one) for one in courses(profile, as_of, "mn-cps")))
    ages = aged(profile, 21, as_of), aged(profile, 18, as_of)
    leaves = [
        Leaf("age", "age", readings(disputes, *ages)),
        Leaf("education", "education", readings(disputes, schooled(profile, DIPLOMAS, as_of), MET)),
        Leaf("lived", "lived_experience", lived),
        Leaf("disclosure", "disclosure", attested(profile, "disclosure", as_of)),
        Leaf("leadership", "leadership", attested(profile, "leadership", as_of)),
        Leaf("training", "training", trained),
        Leaf("exam", "exam", passed(profile, "mn-cps", None, as_of)),
    ]
    return [Pathway(None, leaves)]


def own_illness(lived: Record) -> Outcome:
    """Judge one's own primary diagnosis of a mental illness, with services received."""
    own = truth(lived["who"] == "self" and lived["primary_diagnosis"] and lived["received_services"])
    return min(own, ILLNESS.get(lived["condition"], UNMET))


def full_course(course: Record) -> Outcome:
    """Judge whether one course has 76 hours and all three tests passed."""
    tests = [course["components"][name] for name in ("midterm", "oral_role_play", "final")]
    return truth(course_hours(course) >= 76 and tests == ["passed"] * 3)


def cps_two(profile: Profile, as_of: date, disputes: str) -> list[Pathway]:
    """Return the one pathway to Level II: Level I held or met, and one of three kinds of experience."""
    level_one = [Leaf("level one", "credential", MET)]
    if not holds_level_one(profile, as_of):
        path = cps_one(profile, as_of, disputes)[0]
        level_one = path.leaves
        if path.outcome is UNMET:
            # Holding it is one gap; meeting it is nearer only if that is one gap too, and then they tie.
            nearer = "credential" if len(path.blocking) > 1 else None
            level_one = [Leaf("level one", nearer, UNMET)]
    level_one = [leaf._replace(part="credential") for leaf in level_one]
    return [Pathway(None, [*level_one, practice(profile, as_of, disputes)._replace(part="experience")])]


def holds_level_one(profile: Profile, as_of: date) -> bool:
    """Say whether a Level I certificate is held, through its last day; two years where no last day is told."""
    for one in profile["credentials"]:
        issued = day(one["issued"])
        if one["id"] == "CPS-I" and issued <= as_of <= day(one.get("expires", plus_years(issued, 2))):
            return True
    return False


def supervised_hours(profile: Profile, role: str, as_of: date) -> Hours:
    """Add the supervised hours of one role with people who have a mental illness."""
    fit = [one for one in profile["experience"] if one["role"] == role and one["supervised"]]
    return added((min(serves(one["population"]), placed(one, as_of)), one) for one in fit)


def serves(population: list[str]) -> Outcome:
    """Judge the people served; where no condition is named it is open."""
    return max((SERVED[word] for word in population if word in SERVED), default=UNKNOWN)


def practice(profile: Profile, as_of: date, disputes: str) -> Leaf:
    """Judge (a) a mental health practitioner, (b) 6,000 peer hours, (c) 4,000 and 2,000 more of peer hours."""
    mental = supervised_hours(profile, "mental_health_services", as_of)
    peer = supervised_hours(profile, "peer", as_of)
    by_hours = any_of(
        readings(disputes, mental.reach(6000), mental.reach(4000)),
        peer.reach(6000),
        readings(disputes, split_openly(mental, peer), min(mental.reach(4000), peer.reach(2000))),
    )
    by_degree = graduate(profile, mental, as_of)
    outcome = any_of(by_hours, by_degree)
    if outcome is UNMET:
        return Leaf("practice", "experience" if mental.low or peer.low else None, outcome)
    if by_degree is not outcome:
        return Leaf("practice", "experience", outcome)
    # A degree is open by its field, or (a bachelor's) by hours that are themselves open.
    only_field = by_hours is not outcome and mental.low == mental.high
    return Leaf("practice", "education" if only_field else None, outcome)


def split_openly(mental: Hours, peer: Hours) -> Outcome:
    """Judge (c) where peer hours beyond 2,000 may fill the 4,000."""
    return min(peer.reach(2000), (mental + peer).reach(6000))


def graduate(profile: Profile, mental: Hours, as_of: date) -> Outcome:
    """Judge (a) by degree: a master's or doctorate, or a bachelor's with 2,000 hours; a strange field is open."""
    best = UNMET
    for one in profile["education"]:
        if not held(one, as_of) or one["level"] not in ("bachelor", "master", "doctorate"):
            continue
        known = MET if one["field"] in FIELDS else UNKNOWN
        best = max(best, min(known, mental.reach(2000)) if one["level"] == "bachelor" else known)
    return best
