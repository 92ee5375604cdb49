"""Fees that are still due."""

from __future__ import annotations

from decimal import Decimal

import pytest

from peercert.plan.fees import cost
from peercert.plan.todo import ApplyAgain, Finish, Todo, Wait
from peercert.requirements.steps import Course, Hours, Sitting
from upper import TODAY, built_in

EXAM = Todo(Sitting("il-crss", Decimal(68)), ("il.crss.ind.exam",), TODAY)
AGAIN = Todo(ApplyAgain(), ("il.crss.ind",), TODAY)
WAIT = Todo(Wait(), ("il.crss.ind.exam",), TODAY)
COURSE = Todo(Course(("ms-cpss",)), ("ms.cpss.exam",), TODAY)
SUPERVISION = Todo(Hours("supervision", Decimal(1)), ("il.crss.ind.supervision",), TODAY)
FINISH = Todo(Finish(0, Decimal()), ("ms.cpss.course",), TODAY)


@pytest.mark.parametrize(
    ("credential", "todos", "applied", "amount"),
    [
        ("CRSS", [], False, 100),
        ("CRSS", [EXAM, SUPERVISION], False, 300),
        ("CRSS", [EXAM], True, 200),
        ("CRSS", [AGAIN], True, 100),
        ("CRSS", [WAIT], True, 0),
        ("CPSS", [COURSE], False, 80),
        ("CPSS", [FINISH], False, 30),
        ("CPSRP", [], False, 200),
    ],
)
def test_only_what_is_still_due_is_added_up(credential: str, todos: list[Todo], applied: bool, amount: int) -> None:
    """A fee may belong to the application, to an exam that is sat, or to a course that is taken."""
    rules = built_in()
    found = cost(rules, rules.credential(credential), todos, applied=applied)

    assert found is not None
    assert (found.amount, found.currency) == (Decimal(amount), "USD")


def test_where_no_fee_is_known_none_is_made_up() -> None:
    """That is not the same as nothing to pay."""
    assert cost(built_in(), built_in().credential("CPS-I"), [], applied=False) is None
