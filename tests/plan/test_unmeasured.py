"""Steps of which nobody knows how long they take."""

from __future__ import annotations

from decimal import Decimal

import pytest

from peercert.plan.todo import Finish
from peercert.plan.unmeasured import unmeasured, weight
from peercert.requirements.steps import DAY, Changed, Course, Gained, Hours, Referred

DEGREE = Gained("education", (("level", "bachelor"),), "completed")
RENEWAL = Gained("credentials", (("id", "X"),), "issued", again=True)
NEW = Gained("credentials", (("id", "X"),), "issued")
SCHOOL = Changed("enrollment", (("in", "high_school"),), large=True)
JOB = Changed("employment", (("since", DAY),), large=True)


def test_what_takes_long_weighs_more() -> None:
    """A job least, schooling more, and most a new credential, which hides all that it asks itself."""
    assert [weight(step) for step in (RENEWAL, JOB, DEGREE, SCHOOL, NEW)] == [0, 1, 2, 2, 3]
    assert weight(Changed("serves", ("adults",))) == weight(Referred(1)) == weight(Course(("p",))) == 0


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (DEGREE, True),
        (JOB, True),
        (RENEWAL, True),
        (Hours("experience", Decimal(1), any_amount=True), True),
        (Course(("p",)), True),
        (Finish(0, Decimal()), True),
        (Course(("p",), Decimal(76)), False),
        (Finish(0, Decimal(24)), False),
        (Gained("education", (("level", "some_college"),), "end", Decimal(1)), False),
        (Hours("supervision", Decimal(1)), False),
        (Referred(1), False),
    ],
)
def test_it_is_known_which_steps_have_no_known_length(step: object, expected: bool) -> None:
    """A course of unknown hours has none; a year of college has one."""
    assert unmeasured(step) is expected
