"""Changes of what a person has done: courses, work, supervision and practicum."""

from datetime import date, timedelta

from .bases import TOPICS, Written, ago, course
from .chance import Chance
from .changes import about
from .days import plus_months, plus_years
from .evidence import applied

AMOUNTS = (1, 250, 300, 500, 2000, 4000, 6000)
PEOPLE = (
    ["adults", "mental_illness"],
    ["transition_age_youth", "co_occurring"],
    ["adults", "substance_use"],
    ["adults", "children", "mental_illness"],
    ["children", "mental_illness"],
    ["mental_illness"],
    ["adults"],
)


def topic(chance: Chance, person: Written, as_of: date) -> None:
    """Set one or two topics of a course about their least, and the core hours about 44 and 54."""
    del as_of
    for one in person["training"][:1]:
        for _ in range(chance.pick(1, 1, 2)):
            name = chance.pick(*TOPICS, *["core_functions"] * 3, "other", "family_support")
            least = {**TOPICS, "ethics": chance.pick(6, 16), "core_functions": chance.pick(34, 44, 60)}.get(name, 20)
            one["topics"][name] = round(least + chance.pick(-1, -0.1, 0, 0.5, 2), 2)
        one.pop("hours", None)
        one.pop("credits", None)


def shift(chance: Chance, person: Written, as_of: date) -> None:
    """Move some hours of a course from one topic to another, so that the whole stays as long as it was."""
    del as_of
    for one in [one for one in person["training"][:1] if len(one["topics"]) > 1]:
        source, target = chance.pick(*one["topics"]), chance.pick(*TOPICS)
        hours = min(chance.pick(0.5, 1, 2), one["topics"][source])
        one["topics"][source] = round(one["topics"][source] - hours, 2)
        one["topics"][target] = round(one["topics"].get(target, 0) + hours, 2)


def split_course(chance: Chance, person: Written, as_of: date) -> None:
    """Take half of each topic of a course in a second one, of the same program or another."""
    for one in [one for one in person["training"][:1] if "hours" not in one and "credits" not in one]:
        half = {name: hours / 2 for name, hours in one["topics"].items()}
        one["topics"] = half
        second = {
            **one,
            "id": f"T-{5 + len(person['training'])}",
            "topics": dict(half),
            "completed": about(chance, as_of),
        }
        person["training"] += [{**second, "program": chance.pick(one["program"], "il-hfs-peer")}]


def course_state(chance: Chance, person: Written, as_of: date) -> None:
    """End a course about now, leave it unfinished, change its program or fail one of its parts."""
    for one in person["training"][:1]:
        part = chance.pick("completed", "status", "program", "components")
        if part == "completed":
            one["completed"] = chance.pick(about(chance, as_of), ago(as_of, 300))
        elif part == "status":
            one["status"] = chance.pick("completed", "in_progress", "planned")
        elif part == "program":
            one["program"] = chance.pick(one["program"], "il-hfs-peer", "il-icb-accredited", "mn-mrc-prs")
            if one["program"] != "mn-cps":
                one.pop("components", None)
        elif "components" in one and len(person["training"]) == 1:
            failed = chance.pick(*one["components"])
            one["components"] = {**one["components"], failed: "failed"}


def course_length(chance: Chance, person: Written, as_of: date) -> None:
    """Set the hours of a course about its least, or tell them in credits."""
    del as_of
    for one in [one for one in person["training"][:1] if "hours" in one]:
        worth = {"semester": 15, "trimester": 12, "quarter": 10}
        system, count = chance.pick(*worth), chance.pick(5, 6, 7, 8)
        hours = round(one["hours"] + chance.pick(-1, -0.1, 0, 0.5), 2)
        if chance.pick(True, False):
            hours = worth[system] * count
            del one["hours"]
            one["credits"] = {"count": count, "system": system}
        else:
            one["hours"] = hours
        one["topics"] = {"other": hours}


def old_course(chance: Chance, person: Written, as_of: date) -> None:
    """Let a course of the old scheme in Connecticut end about its last day."""
    completed = chance.pick("2026-05-30", "2026-05-31", "2026-06-01")
    if completed <= as_of.isoformat():
        name = chance.pick("ct-rss", "ct-recovery-coach")
        person["training"] = [{**course(name, completed, 80), "id": "T-07"}]


def amount(chance: Chance, person: Written, as_of: date) -> None:
    """Set the hours of one position so that all positions together come close to an amount some rule asks."""
    if not person["experience"]:
        return
    one = chance.pick(*person["experience"])
    others = sum(other["hours"] for other in person["experience"] if other is not one)
    asked = chance.pick(*(need for need in AMOUNTS if need >= others), others + one["hours"])
    hours = max(0, asked - others + chance.pick(-1, -0.5, 0, 0.5, 1))
    if fits(one, hours, as_of):
        one["hours"] = hours


def fits(one: Written, hours: float, as_of: date) -> bool:
    """Say whether so many hours fit between the first and the last day of a record."""
    days = date.fromisoformat(one.get("end", as_of.isoformat())) - date.fromisoformat(one["start"])
    return hours <= 24 * (days.days + 1)


def position(chance: Chance, person: Written, as_of: date) -> None:
    """Change one trait of one position: kind, role, supervision, share, or whom it served."""
    del as_of
    if not person["experience"]:
        return
    one = chance.pick(*person["experience"])
    trait = chance.pick("kind", "role", "supervised", "share", "population")
    roles = ("peer", "support", "advisory", "mental_health_services", "human_services", "other")
    one[trait] = {
        "kind": chance.pick("paid", "volunteer", "internship"),
        "role": chance.pick(*roles),
        "supervised": chance.pick(True, False),
        "share": chance.pick(0.5, 0.509, 0.51, 0.8),
        "population": list(chance.pick(*PEOPLE)),
    }[trait]
    if one["role"] == "mental_health_services":
        one["population"] = ["adults", "mental_illness"]  # whom a practitioner must have served is not settled


def span(chance: Chance, person: Written, as_of: date) -> None:
    """Move the ends of one position to the edges of a window of three or four years before the application."""
    if not person["experience"]:
        return
    one = chance.pick(*person["experience"])
    applying = applied(person, as_of)
    first = plus_years(applying, -chance.pick(3, 4)) + timedelta(days=chance.pick(-1, 0, 1))
    start = chance.pick(first, date.fromisoformat(one["start"]))
    end = chance.pick(applying, as_of, date.fromisoformat(one.get("end", ago(as_of, 0))))
    moved = {"start": start.isoformat(), "end": end.isoformat()}
    if start <= end and fits(moved, one["hours"], as_of):
        one |= moved
        if end == as_of and chance.pick(True, False):
            del one["end"]


def second_position(chance: Chance, person: Written, as_of: date) -> None:
    """Split one position in two that differ, or give one day of work tomorrow."""
    if not person["experience"]:
        return
    one = person["experience"][0]
    if chance.pick(True, False):
        hours, tomorrow = chance.pick(1, 8), ago(as_of, -1)
        second = {**one, "hours": hours, "start": tomorrow, "end": tomorrow}
        one["hours"] = max(0, one["hours"] - hours)
    else:
        one["hours"] = one["hours"] / 2
        traits = {"kind": chance.pick("paid", "volunteer"), "share": chance.pick(0.5, 0.51)}
        role = chance.pick(one["role"], "peer", "mental_health_services")
        second = {**one, **traits, "role": role, "population": ["adults", "mental_illness"]}
    person["experience"] += [{**second, "id": f"E-{5 + len(person['experience'])}"}]


def supervision(chance: Chance, person: Written, as_of: date) -> None:
    """Set the supervision received about 25 and 100 hours, some of it perhaps tomorrow."""
    hours = chance.pick(24, 24.9, 25, 99, 99.5, 100, 110)
    record = {"hours": hours, "start": ago(as_of, 400), "end": ago(as_of, chance.pick(60, 0))}
    tomorrow = {"hours": 1, "start": ago(as_of, -1), "end": ago(as_of, -1)}
    person["supervision"] = chance.pick([record], [record, tomorrow], [])


def practicum(chance: Chance, person: Written, as_of: date) -> None:
    """Set the practicum about 300 hours and three months, in one piece or two, or under another roof."""
    start = as_of - timedelta(days=chance.whole(120, 400))
    end = plus_months(start, 3) + timedelta(days=chance.pick(-2, -1, 0))
    hours = chance.pick(299, 299.5, 300, 310)
    program = chance.pick("il-icb-accredited", "il-icb-accredited", "il-icb-accredited", "il-hfs-peer")
    one = {"program": program, "supervised": chance.pick(True, True, True, False), "hours": hours}
    one |= {"start": start.isoformat(), "end": end.isoformat()}
    middle = start + timedelta(days=40)
    halves = [
        {**one, "hours": hours / 2, "end": middle.isoformat()},
        {**one, "hours": hours / 2, "start": (middle + timedelta(days=1)).isoformat()},
    ]
    going_on = {key: value for key, value in one.items() if key != "end"}
    person["practicum"] = chance.pick([one], [one], halves, [going_on], [])
