"""Changes of what a person has sat for and holds: exams, repeated courses, certificates."""

from datetime import date, timedelta

from hypothesis import strategies as st

from .bases import Written, ago, course
from .changes import Change, Draw, about, pick
from .days import plus_years

MARKS = {"il-crss": 68, "icrc-pr": 500, "ms-cpss": 75}


def judged(draw: Draw, exam: str) -> Written:
    """Draw how a sitting went: a score about the mark where there is one, or a result."""
    result = {"result": pick(draw, "passed", "failed", "pending")}
    if exam not in MARKS:
        return result
    return pick(draw, result, *({"score": MARKS[exam] + off} for off in (-20, -0.1, 0, 0.5)))


def sitting_of(exam: str) -> Change:
    """Return a change of the sittings of one exam: another outcome, another day, one more, or none."""

    def change(draw: Draw, person: Written, as_of: date) -> None:
        others = [one for one in person["exams"] if one["exam"] != exam]
        one = {"exam": exam, "date": pick(draw, about(draw, as_of), ago(as_of, 20)), **judged(draw, exam)}
        earlier = {"exam": exam, "date": ago(as_of, 30), **judged(draw, exam)}
        person["exams"] = pick(draw, [*others, one], [*others, one, earlier], others)

    return change


def courses_and_sittings(draw: Draw, person: Written, as_of: date) -> None:
    """Give none to three Mississippi courses and none to four sittings among them, never two on one day."""
    offsets = st.integers(-1, 12)
    begun = draw(st.lists(offsets, max_size=3, unique=True))
    sat = draw(st.lists(offsets, max_size=4, unique=True))
    days = {offset: ago(as_of, 8 * offset if offset > 0 else offset) for offset in range(-1, 13)}
    person["training"] = [
        {**course("ms-cpss", days[offset], 32, {"pre_training": "completed"}), "id": f"T-{place:02}"}
        for place, offset in enumerate(begun)
    ]
    person["exams"] = [{"exam": "ms-cpss", "date": days[offset], **judged(draw, "ms-cpss")} for offset in sat]


def certificate(draw: Draw, person: Written, as_of: date) -> None:
    """Give a Level I certificate about its first or last day, with or without that day told."""
    ended = as_of + timedelta(days=pick(draw, -1, 0, 1))
    issued = pick(draw, plus_years(ended, -2), plus_years(as_of, -1))
    one = {"id": "CPS-I", "issued": issued.isoformat(), "expires": ended.isoformat(), "board": "MN"}
    open_ended = {key: value for key, value in one.items() if key != "expires"}
    fresh = {**open_ended, "issued": about(draw, as_of)}
    person["credentials"] = pick(draw, [one], [open_ended], [fresh], [])
