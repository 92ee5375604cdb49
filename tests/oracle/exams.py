"""Changes of what a person has sat for and holds: exams, repeated courses, certificates."""

from datetime import date, timedelta

from .bases import Written, ago, course
from .chance import Chance
from .changes import Change, about
from .days import plus_years

MARKS = {"il-crss": 68, "icrc-pr": 500, "ms-cpss": 75}


def judged(chance: Chance, exam: str) -> Written:
    """Draw how a sitting went: a score about the mark where there is one, or a result."""
    result = {"result": chance.pick("passed", "failed", "pending")}
    if exam not in MARKS:
        return result
    return chance.pick(result, *({"score": MARKS[exam] + off} for off in (-20, -0.1, 0, 0.5)))


def sitting_of(exam: str) -> Change:
    """Return a change of the sittings of one exam: another outcome, another day, one more, or none."""

    def change(chance: Chance, person: Written, as_of: date) -> None:
        others = [one for one in person["exams"] if one["exam"] != exam]
        one = {"exam": exam, "date": chance.pick(about(chance, as_of), ago(as_of, 20)), **judged(chance, exam)}
        earlier = {"exam": exam, "date": ago(as_of, 30), **judged(chance, exam)}
        person["exams"] = chance.pick([*others, one], [*others, one, earlier], others)

    return change


def courses_and_sittings(chance: Chance, person: Written, as_of: date) -> None:
    """Give none to three Mississippi courses and none to four sittings among them, never two on one day."""
    begun = chance.several(-1, 12, at_most=3)
    sat = chance.several(-1, 12, at_most=4)
    days = {offset: ago(as_of, 8 * offset if offset > 0 else offset) for offset in range(-1, 13)}
    ends = ["completed", "completed", "completed", "failed"]
    person["training"] = [
        {**course("ms-cpss", days[offset], 32, {"pre_training": chance.pick(*ends)}), "id": f"T-{place:02}"}
        for place, offset in enumerate(begun)
    ]
    person["exams"] = [{"exam": "ms-cpss", "date": days[offset], **judged(chance, "ms-cpss")} for offset in sat]


def certificate(chance: Chance, person: Written, as_of: date) -> None:
    """Give a Level I certificate about its first or last day, with or without that day told."""
    ended = as_of + timedelta(days=chance.pick(-1, 0, 1))
    issued = chance.pick(plus_years(ended, -2), plus_years(as_of, -1))
    one = {"id": "CPS-I", "issued": issued.isoformat(), "expires": ended.isoformat(), "board": "MN"}
    open_ended = {key: value for key, value in one.items() if key != "expires"}
    fresh = {**open_ended, "issued": about(chance, as_of)}
    person["credentials"] = chance.pick([one], [open_ended], [fresh], [])
