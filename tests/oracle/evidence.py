"""What the records of a fully told profile prove on a day, where more than one state asks it."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from .days import comes_of_age, day
from .outcomes import MET, UNKNOWN, UNMET, Hours, Outcome, any_of, truth

Record = Mapping[str, Any]  # Any: a profile is plain data as it stands in a file
Profile = Mapping[str, Any]

CREDIT_HOURS = {"semester": 15, "trimester": 12, "quarter": 10}
DEGREES = ("associate", "bachelor", "master", "doctorate")


@lru_cache(maxsize=4096)
def number(written: Any) -> Decimal:
    """Return a number exactly as it was written."""
    return Decimal(str(written))


def applied(profile: Profile, as_of: date) -> date:
    """Return the day of application: the one told, or else the as-of day."""
    return day(profile.get("application_date", as_of))


def aged(profile: Profile, years: int, as_of: date) -> Outcome:
    """Say whether the person is so old on the as-of day."""
    return truth(comes_of_age(day(profile["birth_date"]), years) <= as_of)


def lives_in(profile: Profile, state: str, as_of: date) -> bool:
    """Say whether the person lives in a state on the as-of day; a move still to come does not count."""
    home = profile["residence"]
    return bool(home["state"] == state and day(home.get("since", as_of)) <= as_of)


def attested(profile: Profile, name: str, as_of: date) -> Outcome:
    """Say whether something is attested; a signature dated later does not count yet."""
    said = profile["attestations"][name]
    return truth(said if isinstance(said, bool) else day(said) <= as_of)


def held(education: Record, as_of: date) -> bool:
    """Say whether a diploma or degree is held; one without `completed` counts as held when school is over."""
    return day(education.get("completed", education.get("end", as_of))) <= as_of


def schooled(profile: Profile, levels: Iterable[str], as_of: date) -> Outcome:
    """Say whether one of some levels of education is held."""
    wanted = set(levels)
    return truth(any(one["level"] in wanted and held(one, as_of) for one in profile["education"]))


def placed(record: Record, as_of: date, first: date | None = None, last: date | None = None) -> Outcome:
    """Say whether a record lies in a window, both ends included; UNKNOWN if it straddles an edge."""
    start, end = day(record["start"]), day(record.get("end", as_of))
    last = min(as_of, last or as_of)
    if start > last or (first and end < first):
        return UNMET
    return UNKNOWN if end > last or (first and start < first) else MET


def added(counted: Iterable[tuple[Outcome, Record]]) -> Hours:
    """Add the hours of records by whether each counts."""
    low = high = Decimal(0)
    for outcome, record in counted:
        low += number(record["hours"]) if outcome is MET else 0
        high += number(record["hours"]) if outcome is not UNMET else 0
    return Hours(low, high)


def courses(profile: Profile, as_of: date, *programs: str) -> list[Record]:
    """Return the courses completed by the as-of day, of some programs or of any."""
    done = [one for one in profile["training"] if one.get("status", "completed") == "completed"]
    done = [one for one in done if day(one["completed"]) <= as_of]
    return [one for one in done if not programs or one.get("program") in programs]


def course_hours(course: Record) -> Decimal:
    """Return a course's clock hours: told, or converted from credits, or the sum of its topics."""
    if "hours" in course:
        return number(course["hours"])
    if "credits" in course:
        return number(course["credits"]["count"]) * CREDIT_HOURS[course["credits"]["system"]]
    return sum((number(hours) for hours in course["topics"].values()), Decimal(0))


def sitting(exam: Record, mark: int | None) -> Outcome:
    """Judge one sitting: by its score where one is told and a mark is known, else by its result."""
    if "score" in exam and mark is not None:
        return truth(number(exam["score"]) >= mark)
    return {"passed": MET, "failed": UNMET}.get(exam.get("result", "pending"), UNKNOWN)


def sittings(profile: Profile, exam: str, as_of: date) -> list[Record]:
    """Return the sittings of an exam up to the as-of day."""
    return [one for one in profile["exams"] if one["exam"] == exam and day(one["date"]) <= as_of]


def passed(profile: Profile, exam: str, mark: int | None, as_of: date) -> Outcome:
    """Say whether any sitting of an exam was passed."""
    return any_of(*(sitting(one, mark) for one in sittings(profile, exam, as_of)))
