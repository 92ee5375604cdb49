"""What a fully told profile may not hold: days out of order, too many hours, shares, scores, ids given twice."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from .bases import Written
from .evidence import CREDIT_HOURS

SCALES = {"icrc-pr": (200, 800)}
HELD_LEDGERS = ("experience", "supervision", "practicum")


def faults(profile: Written, as_of: date) -> Iterator[str]:
    """Name each thing in a profile that a profile file may not hold, or that is not told in full."""
    yield from contradictions(profile, as_of)
    for ledger in HELD_LEDGERS:
        yield from (f"{ledger}: {one['start']}" for one in profile[ledger] if not fits(one, as_of))
    for one in profile["exams"]:
        low, high = SCALES.get(one["exam"], (0, 100))
        if not low <= one.get("score", high) <= high:
            yield one["exam"]


def contradictions(profile: Written, as_of: date) -> Iterator[str]:
    """Name each of these from which the engine draws conclusions: not the pace of work, nor the scale of an exam."""
    if not "1910" < profile["birth_date"] <= as_of.isoformat():
        yield "birth date"
    for ledger in ("training", "experience"):
        ids = [one["id"] for one in profile[ledger]]
        yield from (f"{name} twice" for name, times in Counter(ids).items() if times > 1)
    for one in profile["training"]:
        if sum(one["topics"].values()) != clock_hours(one) or ("credits" in one and "hours" in one):
            yield f"hours of {one['id']}"
    for ledger in HELD_LEDGERS:
        yield from (f"{ledger}: {one['start']}" for one in profile[ledger] if one["start"] > one.get("end", "9"))
    for one in profile["credentials"]:
        if one["issued"] > one.get("expires", one["issued"]):
            yield "certificate"


def clock_hours(course: Written) -> Any:  # Any: a number as it stands in a file
    """Return the hours that a course is told to have."""
    if "credits" in course:
        return course["credits"]["count"] * CREDIT_HOURS[course["credits"]["system"]]
    return course.get("hours", sum(course["topics"].values()))


def fits(record: Written, as_of: date) -> bool:
    """Say whether a record's hours fit between its days, and its share into a whole."""
    end = date.fromisoformat(record.get("end", as_of.isoformat()))
    days = (end - date.fromisoformat(record["start"])).days + 1
    still_to_come = "end" not in record and days < 1
    return bool((still_to_come or 0 <= record["hours"] <= 24 * days) and 0 <= record.get("share", 1) <= 1)
