"""Half-told people: someone near the edges of a credential, one to three facts hidden, declined or vague."""

from collections.abc import Callable
from datetime import date, timedelta
from math import prod
from typing import Any

from .bases import Written, ago
from .chance import Chance, Seeded
from .days import day, plus_years
from .gaps import MORE, NOT_TOLD, Gap, HalfTold, Path, apart
from .people import Case, aimed
from .records import RECORDS
from .worlds import ENOUGH, days_between, sittings

MOST = 96
"""Completions that are tried for one person at the most."""

TRIES = 9
HOW_MANY = (1, 1, 2, 2, 3)

SELF = ("education", "lived_experience", "attestations")
CLASS = ("training", "training", "exams", "exams")
ASKED: dict[str, tuple[str, ...]] = {
    "CRSS": (*SELF, *CLASS, "experience", "experience", "supervision", "practicum", "practicum"),
    "CPRS": (*SELF, *CLASS, "residence", "work", "experience", "supervision", "practicum", "practicum"),
    "CPSS": (
        *(*SELF, *CLASS, "residence", "birth_date", "enrollment", "serves", "employment", "references"),
        *("experience", "experience", "education"),
    ),
    "CPS-I": (*SELF, *CLASS, "birth_date"),
    "CPS-II": (*SELF, *CLASS, "birth_date", "credentials", "credentials", *["experience"] * 5),
    "CPSRP": ("lived_experience", *CLASS, "experience", "experience"),
    "CPSRP-P": ("lived_experience", *CLASS),
}
"""The keys of a profile that a credential looks at, as often as they are to be hidden."""


def half_told(credential: str, seed: int) -> HalfTold:
    """Return the half-told person that a seed stands for."""
    return hide(Seeded(seed), credential)


def hide(chance: Chance, credential: str) -> HalfTold:
    """Make a person near the edges of a credential, and hide one to three facts that it looks at."""
    case = aimed(chance, credential)
    wanted, gaps = chance.pick(*HOW_MANY), list[Gap]()
    for _ in range(TRIES):
        gap = a_gap(chance, case, chance.pick(*ASKED[credential]))
        if gap is None or not apart(gap.path, gaps):
            continue
        if prod(len(one.may_be) for one in (*gaps, gap)) <= MOST:
            gaps.append(gap)
        if len(gaps) == wanted:
            break
    return HalfTold(case, tuple(sorted(gaps, key=lambda gap: gap.path[-1] == MORE)))


def a_gap(chance: Chance, case: Case, key: str) -> Gap | None:
    """Hide one fact of a key: all of it, a field inside, one record, or whether there are more records."""
    value = case.profile[key]
    if isinstance(value, list) and key != "serves":
        way = chance.pick("whole", "more", "record", "record", "record") if value else chance.pick("whole", "more")
        if way == "more":
            return Gap((key, MORE), None, more(case, key))
        if way == "record":
            return in_record(chance, case, key)
    if isinstance(value, dict) and chance.pick(True, True, False):
        return in_mapping(chance, case, key)
    if key == "birth_date" and chance.pick(True, False):
        return vague(chance, case, (key,), value, "1910-01-01", case.as_of.isoformat())
    told = chance.pick("declined", NOT_TOLD)
    return Gap((key,), told, distinct(value, *WHOLE[key](case)))


def distinct(*values: Any) -> tuple[Any, ...]:
    """Return values without those that came before."""
    return tuple(value for place, value in enumerate(values) if value not in values[:place])


def more(case: Case, key: str) -> tuple[Any, ...]:
    """Return the records that may be there besides those told."""
    if key == "references":
        return ([], [{"from": "a"}], [{"from": "a"}, {"from": "b"}])
    if key == "exams":
        failed = sittings(case, passed=False)
        return ([], sittings(case), failed, [*failed, *failed])
    return ([], ENOUGH[key](case))


def vague(chance: Chance, case: Case, path: Path, written: str, first: str, last: str, *others: str) -> Gap:
    """Tell only the month or the year of a day, or a stretch of days about it; the day lies between two others."""
    on = day(written)
    way = chance.pick("month", "month", "year", "stretch")
    since, until = on.replace(day=1), (on.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    told = written[:7]
    if way == "year":
        since, until, told = date(on.year, 1, 1), date(on.year, 12, 31), written[:4]
    elif way == "stretch":
        since, until = on - timedelta(days=chance.whole(0, 40)), on + timedelta(days=chance.whole(0, 40))
        told = f"{since}..{until}"
    found = days_between(case, max(since, day(first)), min(until, day(last)), *others)
    return Gap(path, told, distinct(written, *found))


def in_record(chance: Chance, case: Case, key: str) -> Gap | None:
    """Hide one field of one record."""
    index = chance.whole(0, len(case.profile[key]) - 1)
    record = case.profile[key][index]
    days = [name for name, value in record.items() if name in DAYS]
    name = chance.pick(*days, "", "", "") if days else ""
    if name:
        return vague(chance, case, (key, index, name), record[name], *bounds(record, name))
    return RECORDS[key](chance, case, key, index)


DAYS = ("start", "end", "completed", "date", "issued", "expires")


def bounds(record: Written, name: str) -> tuple[str, ...]:
    """Return between which days a day of a record must lie, and the record's other days."""
    others = tuple(record[one] for one in DAYS if one in record and one != name)
    first = record.get({"end": "start", "expires": "issued"}.get(name, ""), "1910-01-01")
    last = record.get({"start": "end", "issued": "expires"}.get(name, ""), "2999-12-31")
    return (first, last, *others)


def in_mapping(chance: Chance, case: Case, key: str) -> Gap:
    """Hide one field of residence, work, enrolment, employment or attestations."""
    name = chance.pick(*case.profile[key])
    value, path = case.profile[key][name], (key, name)
    a_day = isinstance(value, str) and value[:1].isdigit()
    if a_day and (name in ("since", "until") or chance.pick(True, False)):
        return vague(chance, case, path, value, "1910-01-01", "2999-12-31")
    told = "declined" if chance.pick(True, False) else NOT_TOLD
    return Gap(path, told, distinct(value, *FIELDS[name], *([case.as_of.isoformat()] if key == "attestations" else [])))


FIELDS: dict[str, tuple[Any, ...]] = {
    "state": ("IL", "MS", "WI"),
    "share": (0.5, 0.51, 1),
    "in": ("high_school", "ged_program", "none"),
    "setting": ("ms-dmh-certified", "drop-in center"),
    "supervisor": ("mental_health_professional", "a friend"),
    **dict.fromkeys(("disclosure", "code_of_ethics", "literacy", "leadership"), (True, False)),
}


def births(case: Case) -> tuple[str, ...]:
    """Return a day of birth on each side of each age that a rule asks."""
    turned = [plus_years(case.as_of, -years) for years in (16, 18, 21)]
    around = [one + timedelta(days=off) for one in turned for off in (0, 1)]
    return (*(one.isoformat() for one in around), ago(case.as_of, 0), "1970-01-01")


def either(key: str) -> Callable[[Case], tuple[Any, ...]]:
    """Return what gives no records, or records that meet every rule."""
    return lambda case: ([], ENOUGH[key](case))


WHOLE: dict[str, Callable[[Case], tuple[Any, ...]]] = {
    "birth_date": births,
    "residence": lambda _: ({"state": "IL"}, {"state": "MS"}, {"state": "WI"}),
    "work": lambda _: ({"state": "IL", "share": 0.51}, {"state": "IL", "share": 0.5}, {"state": "MS", "share": 1}),
    "enrollment": lambda _: ({"in": "none"}, {"in": "high_school"}, {"in": "ged_program"}),
    "serves": lambda _: (["transition_age_youth"], ["adults"], ["adults", "transition_age_youth"]),
    "references": lambda _: (0, 1, 2),
    "employment": lambda _: (
        "none",
        {"setting": "ms-dmh-certified", "supervisor": "mental_health_professional"},
        {"setting": "ms-dmh-certified", "supervisor": "a friend"},
    ),
    "attestations": lambda case: tuple(dict.fromkeys(case.profile["attestations"], said) for said in (True, False)),
    **{key: either(key) for key in ENOUGH},
}
"""For each key, what may be there where nothing is told."""
