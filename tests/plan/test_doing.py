"""Steps carried out on a copy."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from peercert.candidate.writing import Written
from peercert.plan.doing import carried_out, placed_in_the_past
from peercert.plan.todo import ApplyAgain, ApplyBy, Finish, Todo, Wait
from peercert.requirements.steps import DAY, Changed, Course, Gained, Hours, Lasting, Referred, Sitting

FIRST, DONE, LAST = date(2026, 11, 23), date(2027, 1, 5), date(2027, 3, 1)


def todo(step: object, hours: int = 0, **more: object) -> Todo:
    """Return a step that takes until 5 January."""
    return Todo(step, ("x",), DONE, Decimal(hours), FIRST, **more)  # type: ignore[arg-type]  # any step


CASES: dict[str, tuple[Todo, Written, Written]] = {
    "training": (
        todo(Hours("training", Decimal(4), (("topics", ("ethics",)),)), 4, topics=(("ethics", Decimal(4)),)),
        {"training": []},
        {"training": [{"program": "none", "completed": "2027-01-05", "hours": 4, "topics": {"ethics": 4}}]},
    ),
    "training in a program": (
        todo(Hours("training", Decimal(4), (("topics", ()), ("program", ("p", "q")))), 4),
        {},
        {"training": {"records": [{"program": "p", "completed": "2027-01-05", "hours": 4}], "complete": False}},
    ),
    "a course": (
        todo(Course(("p",), None, (("final", "passed"),))),
        {"training": []},
        {"training": [{"program": "p", "completed": "2027-01-05", "components": {"final": "passed"}}]},
    ),
    "a course with hours": (
        todo(Course(("p",), Decimal(76)), 76, topics=(("ethics", Decimal(6)),)),
        {"training": {"records": [], "complete": False}},
        {
            "training": {
                "records": [{"program": "p", "completed": "2027-01-05", "hours": 76, "topics": {"ethics": 6}}],
                "complete": False,
            }
        },
    ),
    "work": (
        todo(
            Hours(
                "experience",
                Decimal(9),
                (("role", ("peer", "support")), ("population", ("adults",)), ("population", ("children", "adults"))),
            ),
            9,
        ),
        {"experience": []},
        {
            "experience": [
                {"role": "peer", "population": ["adults"], "start": "2026-11-23", "end": "2027-01-05", "hours": 9}
            ]
        },
    ),
    "practice that only goes on": (
        todo(Lasting(3, (("supervised", (True,)),))),
        {"practicum": []},
        {"practicum": [{"supervised": True, "start": "2026-11-23", "end": "2027-01-05", "hours": 0}]},
    ),
    "an exam with a mark": (
        todo(Sitting("x", Decimal(68))),
        {"exams": []},
        {"exams": [{"exam": "x", "date": "2027-01-05", "score": 68}]},
    ),
    "an exam without": (
        todo(Sitting("x", None)),
        {"exams": []},
        {"exams": [{"exam": "x", "date": "2027-01-05", "result": "passed"}]},
    ),
    "a licence": (
        todo(Gained("licenses", (("id", "RN"),), "issued", until="expires")),
        {"licenses": []},
        {"licenses": [{"id": "RN", "issued": "2027-01-05", "expires": "2027-03-01"}]},
    ),
    "a signature": (
        todo(Changed("attestations.literacy", DAY)),
        {"attestations": {"disclosure": True, "literacy": False}},
        {"attestations": {"disclosure": True, "literacy": "2027-01-05"}},
    ),
    "a home": (
        todo(Changed("residence", (("state", "IL"), ("since", DAY)))),
        {"residence": {"state": "MS"}},
        {"residence": {"state": "IL", "since": "2027-01-05"}},
    ),
    "whom one serves": (todo(Changed("serves", ("adults",))), {"serves": []}, {"serves": ["adults"]}),
    "a count of references": (todo(Referred(2)), {"references": 1}, {"references": 3}),
    "a list of references": (
        todo(Referred(1)),
        {"references": [{"from": "A"}]},
        {"references": [{"from": "A"}, {"date": "2027-01-05"}]},
    ),
    "what is finished": (
        todo(Finish(1, Decimal(5))),
        {"training": [{"hours": 1}, {"hours": 5, "status": "planned"}]},
        {"training": [{"hours": 1}, {"hours": 5, "completed": "2027-01-05"}]},
    ),
    "applying again": (todo(ApplyAgain()), {"application_date": "2026-01-05"}, {}),
    "applying now": (todo(ApplyBy(None)), {}, {"application_date": "2027-01-05"}),
    "waiting": (todo(Wait()), {"references": 1}, {"references": 1}),
}


@pytest.mark.parametrize(("step", "told", "expected"), CASES.values(), ids=CASES)
def test_a_step_is_carried_out(step: Todo, told: Written, expected: Written) -> None:
    """In the words of a profile."""
    assert carried_out(told, [step], LAST) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            {"exams": [{"exam": "x"}, {"exam": "x", "date": "2026"}]},
            {"exams": [{"exam": "x", "date": "0001-01-01..2026-12-31"}, {"exam": "x", "date": "2026"}]},
        ),
        (
            {"exams": {"records": [{"exam": "x"}], "complete": False}},
            {"exams": {"records": [{"exam": "x", "date": "0001-01-01..2026-12-31"}], "complete": False}},
        ),
        ({"exams": "declined"}, {"exams": "declined"}),
        ({"training": [{"hours": 1}]}, {"training": [{"hours": 1}]}),
    ],
)
def test_sittings_without_a_day_were_before_the_plan(told: Written, expected: Written) -> None:
    """So that a sitting of the plan comes after them."""
    assert placed_in_the_past(told, date(2026, 12, 31)) == expected


def test_the_profile_that_is_given_stays_as_it_is() -> None:
    """Everything is done on a copy."""
    told: Written = {"references": [{"from": "A"}], "attestations": {"literacy": False}}

    carried_out(told, [todo(Referred(1)), todo(Changed("attestations.literacy", DAY))], LAST)

    assert told == {"references": [{"from": "A"}], "attestations": {"literacy": False}}
