"""Changes of who a person is: age, schooling, lived experience, what is attested, home, work and references."""

from collections.abc import Callable
from datetime import date, timedelta

from .bases import Written, ago
from .chance import Chance
from .days import plus_years
from .evidence import applied

Change = Callable[[Chance, Written, date], None]

CONDITIONS = ("mental_illness", "substance_use", "co_occurring", "behavioral_health", "other")
TIES = (
    ("family_member", "sibling"),
    ("family_member", "spouse"),
    ("family_member", "child"),
    ("caregiver_of_child", "parent"),
    ("caregiver_of_child", "caregiver"),
)


def about(chance: Chance, as_of: date) -> str:
    """Draw the day before the as-of day, that day, or the day after."""
    return ago(as_of, chance.pick(1, 0, -1))


def birthday(chance: Chance, person: Written, as_of: date) -> None:
    """Let the person come of some age about now, or be born on a 29 February."""
    born = plus_years(date.fromisoformat(about(chance, as_of)), -chance.pick(16, 18, 21))
    person["birth_date"] = chance.pick(born, born, date(2008, 2, 29)).isoformat()


def schooling(chance: Chance, person: Written, as_of: date) -> None:
    """Give the person another diploma, some college or a degree, beside the diploma or in its place."""
    level = chance.pick("diploma", "some_college", "degree")
    made = {"diploma": diploma, "some_college": college, "degree": degree}[level](chance, person, as_of)
    person["education"] = chance.pick([made], [made], [*person["education"], made], [])


def diploma(chance: Chance, person: Written, as_of: date) -> Written:
    """Draw schooling below college."""
    del person
    words = ("none", "some_high_school", "high_school_diploma", "ged", "equivalent")
    completed = chance.pick({}, {"completed": about(chance, as_of)}, {"completed": ago(as_of, 900)})
    return {"level": chance.pick(*words), **completed}


def lately(chance: Chance, person: Written, as_of: date) -> date:
    """Draw a day at either end of the three years before the application."""
    applying = applied(person, as_of)
    edge = chance.pick(plus_years(applying, -3), applying, as_of)
    return edge + timedelta(days=chance.pick(-1, 0, 1))


def college(chance: Chance, person: Written, as_of: date) -> Written:
    """Draw some college about as long as one year and about as old as three."""
    ended = lately(chance, person, as_of)
    began = {"start": (ended - timedelta(days=400)).isoformat(), "end": ended.isoformat()}
    return {"level": "some_college", "years": chance.pick(0.5, 0.9, 1, 2), **began}


def degree(chance: Chance, person: Written, as_of: date) -> Written:
    """Draw a degree in a field that Minnesota knows, or in another."""
    return {
        "level": chance.pick("associate", "bachelor", "master", "doctorate"),
        "field": chance.pick("psychology", "social work", "nursing", "fine arts"),
        "years": chance.pick(1, 2, 4),
        "completed": lately(chance, person, as_of).isoformat(),
    }


def lived(chance: Chance, person: Written, as_of: date) -> None:
    """Change whose experience it is, of what, and whether services were received."""
    del as_of
    own = {
        "who": "self",
        "condition": chance.pick(*CONDITIONS),
        "primary_diagnosis": chance.pick(True, True, False),
        "received_services": chance.pick(True, True, False),
    }
    who, relation = chance.pick(*TIES)
    served = {"primary_diagnosis": True, "received_services": True}
    family = {"who": who, "relation": relation, "condition": chance.pick(*CONDITIONS), **served}
    person["lived_experience"] = chance.pick([own], [own], [own], [family], [family], [own, family], [])


def attestation(chance: Chance, person: Written, as_of: date) -> None:
    """Refuse one attestation, give it without a day, or sign it about now."""
    name = chance.pick("disclosure", "code_of_ethics", "literacy", "leadership")
    said = chance.pick(False, True, about(chance, as_of))
    person["attestations"] = {**person["attestations"], name: said}


def home(chance: Chance, person: Written, as_of: date) -> None:
    """Move the person, or the work, to another state; work is told with a share about 0.51."""
    person["residence"] = {"state": chance.pick("IL", "MS", "WI", "MN"), "since": ago(as_of, chance.pick(0, 700))}
    person["work"] = {"state": chance.pick("IL", "IL", "MS"), "share": chance.pick(0.5, 0.509, 0.51, 1)}


def references(chance: Chance, person: Written, as_of: date) -> None:
    """Give none to three references, as a count or as a list of which some come tomorrow."""
    listed = [{"from": "an employer", "date": about(chance, as_of)} for _ in range(chance.pick(1, 2, 3))]
    person["references"] = chance.pick(0, 1, 2, 3, listed)


def employment(chance: Chance, person: Written, as_of: date) -> None:
    """Take the job away, start it about now, or give it labels that no rule knows."""
    person["employment"] = chance.pick(
        "none",
        {
            "setting": chance.pick("ms-dmh-certified", "ms-dmh-certified", "drop-in center"),
            "supervisor": chance.pick("mental_health_professional", "mental_health_professional", "a friend"),
            "since": about(chance, as_of),
        },
    )


def youth(chance: Chance, person: Written, as_of: date) -> None:
    """Let a young person without a diploma be in school, about 16 years old and about to leave."""
    person["education"] = [{"level": "some_high_school"}]
    person["enrollment"] = {"in": chance.pick("high_school", "ged_program", "none")}
    if person["enrollment"]["in"] != "none" and chance.pick(True, False):
        person["enrollment"]["until"] = about(chance, as_of)
    everyone, young = ["adults", "transition_age_youth"], ["transition_age_youth"]
    person["serves"] = chance.pick(young, young, young, everyone, ["children"], [])
    if chance.pick(True, False):
        birthday(chance, person, as_of)


def application(chance: Chance, person: Written, as_of: date) -> None:
    """Let the person have applied some days ago, or on a day about an edge of Connecticut's window."""
    edges = (date(2026, 6, 1), date(2026, 10, 1), date(2026, 10, 2), date(2027, 5, 31), date(2027, 6, 1))
    past = [edge for edge in edges if edge <= as_of]
    person["application_date"] = chance.pick(*past, as_of, *(as_of - timedelta(days=n) for n in (1, 30))).isoformat()
