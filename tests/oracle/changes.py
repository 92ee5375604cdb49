"""Changes of who a person is: age, schooling, lived experience, what is attested, home, work and references."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar

from hypothesis import strategies as st

from .bases import Written, ago
from .days import plus_years
from .evidence import applied

Draw = st.DrawFn
Change = Callable[[Draw, Written, date], None]
T = TypeVar("T")

CONDITIONS = ("mental_illness", "substance_use", "co_occurring", "behavioral_health", "other")
TIES = (
    ("family_member", "sibling"),
    ("family_member", "spouse"),
    ("family_member", "child"),
    ("caregiver_of_child", "parent"),
    ("caregiver_of_child", "caregiver"),
)


def pick(draw: Draw, *values: T) -> T:
    """Draw one of some values."""
    return draw(st.sampled_from(values))


def about(draw: Draw, as_of: date) -> str:
    """Draw the day before the as-of day, that day, or the day after."""
    return ago(as_of, pick(draw, 1, 0, -1))


def birthday(draw: Draw, person: Written, as_of: date) -> None:
    """Let the person come of some age about now, or be born on a 29 February."""
    born = plus_years(date.fromisoformat(about(draw, as_of)), -pick(draw, 16, 18, 21))
    person["birth_date"] = pick(draw, born, born, date(2008, 2, 29)).isoformat()


def schooling(draw: Draw, person: Written, as_of: date) -> None:
    """Give the person another diploma, some college or a degree, beside the diploma or in its place."""
    level = pick(draw, "diploma", "some_college", "degree")
    made = {"diploma": diploma, "some_college": college, "degree": degree}[level](draw, person, as_of)
    person["education"] = pick(draw, [made], [made], [*person["education"], made], [])


def diploma(draw: Draw, person: Written, as_of: date) -> Written:
    """Draw schooling below college."""
    del person
    words = ("none", "some_high_school", "high_school_diploma", "ged", "equivalent")
    completed = pick(draw, {}, {"completed": about(draw, as_of)}, {"completed": ago(as_of, 900)})
    return {"level": pick(draw, *words), **completed}


def lately(draw: Draw, person: Written, as_of: date) -> date:
    """Draw a day at either end of the three years before the application."""
    applying = applied(person, as_of)
    edge = pick(draw, plus_years(applying, -3), applying, as_of)
    return edge + timedelta(days=pick(draw, -1, 0, 1))


def college(draw: Draw, person: Written, as_of: date) -> Written:
    """Draw some college about as long as one year and about as old as three."""
    ended = lately(draw, person, as_of)
    began = {"start": (ended - timedelta(days=400)).isoformat(), "end": ended.isoformat()}
    return {"level": "some_college", "years": pick(draw, 0.5, 0.9, 1, 2), **began}


def degree(draw: Draw, person: Written, as_of: date) -> Written:
    """Draw a degree in a field that Minnesota knows, or in another."""
    return {
        "level": pick(draw, "associate", "bachelor", "master", "doctorate"),
        "field": pick(draw, "psychology", "social work", "nursing", "fine arts"),
        "years": pick(draw, 1, 2, 4),
        "completed": lately(draw, person, as_of).isoformat(),
    }


def lived(draw: Draw, person: Written, as_of: date) -> None:
    """Change whose experience it is, of what, and whether services were received."""
    del as_of
    own = {
        "who": "self",
        "condition": pick(draw, *CONDITIONS),
        "primary_diagnosis": pick(draw, True, True, False),
        "received_services": pick(draw, True, True, False),
    }
    who, relation = pick(draw, *TIES)
    served = {"primary_diagnosis": True, "received_services": True}
    family = {"who": who, "relation": relation, "condition": pick(draw, *CONDITIONS), **served}
    person["lived_experience"] = pick(draw, [own], [own], [own], [family], [family], [own, family], [])


def attestation(draw: Draw, person: Written, as_of: date) -> None:
    """Refuse one attestation, give it without a day, or sign it about now."""
    name = pick(draw, "disclosure", "code_of_ethics", "literacy", "leadership")
    said = pick(draw, False, True, about(draw, as_of))
    person["attestations"] = {**person["attestations"], name: said}


def home(draw: Draw, person: Written, as_of: date) -> None:
    """Move the person, or the work, to another state; work is told with a share about 0.51."""
    person["residence"] = {"state": pick(draw, "IL", "MS", "WI", "MN"), "since": ago(as_of, pick(draw, 0, 700))}
    person["work"] = {"state": pick(draw, "IL", "IL", "MS"), "share": pick(draw, 0.5, 0.509, 0.51, 1)}


def references(draw: Draw, person: Written, as_of: date) -> None:
    """Give none to three references, as a count or as a list of which some come tomorrow."""
    listed = [{"from": "an employer", "date": about(draw, as_of)} for _ in range(pick(draw, 1, 2, 3))]
    person["references"] = pick(draw, 0, 1, 2, 3, listed)


def employment(draw: Draw, person: Written, as_of: date) -> None:
    """Take the job away, start it about now, or give it labels that no rule knows."""
    person["employment"] = pick(
        draw,
        "none",
        {
            "setting": pick(draw, "ms-dmh-certified", "ms-dmh-certified", "drop-in center"),
            "supervisor": pick(draw, "mental_health_professional", "mental_health_professional", "a friend"),
            "since": about(draw, as_of),
        },
    )


def youth(draw: Draw, person: Written, as_of: date) -> None:
    """Let a young person without a diploma be in school, about 16 years old and about to leave."""
    person["education"] = [{"level": "some_high_school"}]
    person["enrollment"] = {"in": pick(draw, "high_school", "ged_program", "none")}
    if person["enrollment"]["in"] != "none" and pick(draw, True, False):
        person["enrollment"]["until"] = about(draw, as_of)
    everyone, young = ["adults", "transition_age_youth"], ["transition_age_youth"]
    person["serves"] = pick(draw, young, young, young, everyone, ["children"], [])
    if pick(draw, True, False):
        birthday(draw, person, as_of)


def application(draw: Draw, person: Written, as_of: date) -> None:
    """Let the person have applied some days ago, or on a day about an edge of Connecticut's window."""
    edges = (date(2026, 6, 1), date(2026, 10, 1), date(2026, 10, 2), date(2027, 5, 31), date(2027, 6, 1))
    past = [edge for edge in edges if edge <= as_of]
    person["application_date"] = pick(draw, *past, as_of, *(as_of - timedelta(days=n) for n in (1, 30))).isoformat()
