"""What may be hidden inside one record of each list, and what it may be then."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from .bases import Written, ago
from .chance import Chance
from .changes import CONDITIONS, TIES
from .days import day
from .gaps import NOT_TOLD, Gap
from .ledgers import PEOPLE
from .people import Case
from .possible import clock_hours
from .worlds import MARKS, TESTS, by_now, days_between, filled, hours_of, outcome_of, spread

Hider = Callable[[Chance, Case, str, int], Gap | None]

LEVELS = ("none", "some_high_school", "high_school_diploma", "ged", "equivalent", "some_college")
DEGREES = ("associate", "bachelor", "master", "doctorate")
PROGRAMS = ("il-hfs-peer", "il-icb-accredited", "ms-cpss", "mn-cps", "ct-cpsrp", "ct-rss")
YES_NO = (True, False)


def field(chance: Chance, key: str, index: int, name: str, *values: Any) -> Gap:
    """Leave out or decline one field."""
    told = NOT_TOLD if isinstance(values[0], list) or chance.pick(True, False) else "declined"
    return Gap((key, index, name), told, values)


def whole(key: str, index: int, told: Written, *values: Written) -> Gap:
    """Tell less of one record in more than one field."""
    return Gap((key, index), told, values)


def without(record: Written, *names: str) -> Written:
    """Return a record without some of its fields."""
    return {name: value for name, value in record.items() if name not in names}


def schooling(chance: Chance, case: Case, key: str, index: int) -> Gap | None:
    """Hide the level, the field or the years of one record of schooling."""
    record = case.profile[key][index]
    name = chance.pick("level", "field", "years")
    if name != "level":
        values = {"field": ("psychology", "fine arts"), "years": (0.5, 1, 2)}[name]
        return field(chance, key, index, name, record[name], *values) if name in record else None
    fields = (record["field"],) if "field" in record else ("psychology", "fine arts")
    years = (record["years"],) if "years" in record else (0.5, 1)
    below = [{**record, "level": level} for level in LEVELS[:-1]]
    above = [
        {**record, "level": level, "field": subject, "years": count}
        for level in (LEVELS[-1], *DEGREES)
        for subject in fields
        for count in years
    ]
    return whole(key, index, without(record, "level"), record, *below, *above)


def lived(chance: Chance, case: Case, key: str, index: int) -> Gap | None:
    """Hide whose experience it is, of what, or what comes with it."""
    record = case.profile[key][index]
    name = chance.pick(*record)
    if name == "who":
        ties = [(who, relation) for who, relation in TIES if relation == record.get("relation", relation)]
        family = [{**record, "who": who, "relation": relation} for who, relation in ties]
        return whole(key, index, without(record, "who"), record, {**record, "who": "self"}, *family)
    relations = tuple(relation for _, relation in TIES)
    values = {"condition": CONDITIONS, "relation": relations}.get(name, YES_NO)
    return field(chance, key, index, name, *values)


def course(chance: Chance, case: Case, key: str, index: int) -> Gap | None:
    """Hide a course's program, state, day, hours, topics or parts."""
    record = case.profile[key][index]
    way = chance.pick(program, status, completed, hours, topics, one_topic, beyond, components)
    return way(chance, case, index, record)


def program(chance: Chance, case: Case, index: int, record: Written) -> Gap | None:
    """Hide which course it was; a course of Minnesota has three tests."""
    told = record.get("components", {})
    made = [{**record, "program": one} for one in PROGRAMS if one != "mn-cps"]
    last = {**TESTS, "final": "failed"}
    tests = (told,) if "final" in told else (TESTS, last)
    made += [{**record, "program": "mn-cps", "components": {**told, **one}} for one in tests]
    del case
    hidden = {**record, "program": "declined"} if chance.pick(True, False) else without(record, "program")
    return whole("training", index, hidden, record, *made)


def status(chance: Chance, case: Case, index: int, record: Written) -> Gap | None:
    """Decline whether it is completed."""
    del chance, case, record
    return Gap(("training", index, "status"), "declined", ("completed", "in_progress", "planned"))


def completed(chance: Chance, case: Case, index: int, record: Written) -> Gap | None:
    """Hide when it was completed; what has no day lies before the application."""
    if record.get("status", "completed") != "completed":
        return None
    days = days_between(case, day(ago(case.as_of, 4000)), day(by_now(case)))
    return field(chance, "training", index, "completed", *days)


def hours(chance: Chance, case: Case, index: int, record: Written) -> Gap | None:
    """Hide how long it was."""
    del case
    rest = without(record, "hours", "credits", "topics")
    made = [{**rest, "topics": topics} for count in (0, 75.5, 76, 79.5, 80, 110) for topics in spread(count)]
    told = {**rest, "hours": "declined"} if chance.pick(True, False) else rest
    return whole("training", index, told, record, *made)


def elsewhere(case: Case, index: int) -> dict[str, float]:
    """Add up the topics of all courses but one."""
    found = Counter[str]()
    for place, one in enumerate(case.profile["training"]):
        found.update(one["topics"] if place != index else {})
    return dict(found)


def topics(chance: Chance, case: Case, index: int, record: Written) -> Gap | None:
    """Tell how long it was, but not what it was about; hours of a topic not told are taken to count (facts)."""
    if "other" in record["topics"] or "family_support" in record["topics"]:
        return None
    length = clock_hours(record)
    rest = {**without(record, "topics"), **({} if "credits" in record else {"hours": length})}
    told = {**rest, "topics": "declined"} if chance.pick(True, False) else rest
    return whole(
        "training",
        index,
        told,
        record,
        *({**rest, "topics": one} for one in spread(length, {}, elsewhere(case, index))),
    )


def one_topic(chance: Chance, case: Case, index: int, record: Written) -> Gap | None:
    """Decline the hours of one topic, with or without telling how long the whole was."""
    name = chance.pick(*record["topics"])
    if "hours" in record or "credits" in record or chance.pick(True, False):
        length = {} if "credits" in record else {"hours": clock_hours(record)}
        rest, left = without(record["topics"], name), record["topics"][name]
        laid = (*spread(left, rest, elsewhere(case, index)), filled(left, rest, {"core_functions": 0}))
        moved = [{**one, name: one.get(name, 0)} for one in laid]
        told = {**record, **length, "topics": {**rest, name: "declined"}}
        return whole("training", index, told, record, *({**record, **length, "topics": one} for one in moved))
    amounts = (record["topics"][name], 0, 4.5, 5, 9.5, 10, 16, 44, 54, 110)
    return Gap(("training", index, "topics", name), "declined", amounts)


def beyond(chance: Chance, case: Case, index: int, record: Written) -> Gap | None:
    """Tell the whole length and all topics but one: the hours beyond are of a topic not told, and taken to count."""
    if "other" in record["topics"] or "family_support" in record["topics"]:
        return None
    name = chance.pick(*record["topics"])
    rest, left = without(record["topics"], name), record["topics"][name]
    length = {} if "credits" in record else {"hours": clock_hours(record)}
    moved = [{**rest, to: round(rest.get(to, 0) + left, 6)} for to in record["topics"]]
    made = [{**record, **length, "topics": one} for one in (*moved, *spread(left, rest, elsewhere(case, index)))]
    return whole("training", index, {**record, **length, "topics": rest}, record, *made)


def components(chance: Chance, case: Case, index: int, record: Written) -> Gap | None:
    """Hide one test of a course of Minnesota."""
    del case
    if record.get("program") != "mn-cps":
        return None
    told = chance.pick(NOT_TOLD, "declined", "pending")
    return Gap(("training", index, "components", chance.pick(*TESTS)), told, ("passed", "failed"))


def stretch(chance: Chance, case: Case, key: str, index: int) -> Gap:
    """Hide when a record of work, supervision or practice began, or when it began and ended."""
    record = case.profile[key][index]
    way = chance.pick("start", "end", "both")
    if way == "start" and "end" in record:
        days = days_between(case, day(ago(case.as_of, 4000)), day(record["end"]), record["end"])
        return field(chance, key, index, "start", record["start"], *days)
    if way == "end" and record["start"] <= case.as_of.isoformat():
        days = days_between(case, day(record["start"]), case.as_of, record["start"])
        return Gap((key, index, "end"), "declined", days)
    longest = timedelta(days=int(record["hours"] / 24) + 1)
    ends = days_between(case, day(ago(case.as_of, 1600)), day(by_now(case)))
    made = [
        {**record, "start": (day(end) - length).isoformat(), "end": end}
        for end in ends
        for length in (longest, timedelta(days=2500))
    ]
    return whole(key, index, without(record, "start", "end"), *made)


def work(chance: Chance, case: Case, key: str, index: int) -> Gap | None:
    """Hide one trait of a position, its hours or its days."""
    record = case.profile[key][index]
    name = chance.pick("kind", "role", "population", "supervised", "share", "hours", "hours", "days")
    if name == "days":
        return stretch(chance, case, key, index)
    values: dict[str, tuple[Any, ...]] = {
        "kind": ("paid", "volunteer", "internship"),
        "role": ("peer", "support", "advisory", "mental_health_services", "human_services"),
        "population": PEOPLE,
        "supervised": YES_NO,
        "share": (0.5, 0.51, 1),
        "hours": hours_of(case, key, index),
    }
    return field(chance, key, index, name, record[name], *values[name])


def practice(chance: Chance, case: Case, key: str, index: int) -> Gap | None:
    """Hide the hours or days of supervision or practice, or where and under whom it was."""
    record = case.profile[key][index]
    name = chance.pick("hours", "days", *(one for one in ("program", "supervised") if one in record))
    if name == "days":
        return stretch(chance, case, key, index)
    values = {"program": ("il-icb-accredited", "il-hfs-peer"), "supervised": YES_NO}
    return field(chance, key, index, name, record[name], *values.get(name, hours_of(case, key, index)))


def sitting(chance: Chance, case: Case, key: str, index: int) -> Gap | None:
    """Hide how a sitting went, when it was, or of which exam."""
    record = case.profile[key][index]
    rest = without(record, "score", "result")
    way = chance.pick("outcome", "outcome", "date", "exam")
    if way == "date":
        days = days_between(case, day(ago(case.as_of, 4000)), day(by_now(case)))
        return field(chance, key, index, "date", *days)
    if way == "exam":
        made = [{**record, "exam": exam} for exam in MARKS]
        return whole(key, index, {**record, "exam": "declined"}, record, *made)
    ways = [{**rest, **outcome_of(record["exam"], passed=passed)} for passed in YES_NO]
    return whole(key, index, rest, record, *ways)


def certificate(chance: Chance, case: Case, key: str, index: int) -> Gap | None:
    """Decline which certificate it is, or when it was issued."""
    if chance.pick(True, False):
        return Gap((key, index, "id"), "declined", ("CPS-I", "CRSS"))
    record = case.profile[key][index]
    last = min(by_now(case), record.get("expires", "2999-12-31"))
    return field(chance, key, index, "issued", *days_between(case, day(ago(case.as_of, 4000)), day(last)))


RECORDS: dict[str, Hider] = {
    "education": schooling,
    "lived_experience": lived,
    "training": course,
    "experience": work,
    "supervision": practice,
    "practicum": practice,
    "exams": sitting,
    "references": lambda *_: None,
    "credentials": certificate,
}
"""For each list, what hides something in one of its records."""
