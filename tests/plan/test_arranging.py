"""Steps on the calendar."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from peercert.plan.arranging import Calendar, arranged
from peercert.plan.todo import Pace, Todo
from peercert.requirements.steps import DAY, Changed, Course, Gained, Hours, Lasting, Point, Referred, Sitting, Step

TODAY = date(2026, 11, 22)
ETHICS: tuple[Point, ...] = (("topics", ("ethics",)),)


def arrange(*steps: Step, work: int = 7, training: int = 7, avoided: str = "") -> tuple[Todo, ...]:
    """Arrange steps for requirements named a, b, c and so on; an hour a day, unless told otherwise."""
    calendar = Calendar(TODAY, Pace(Decimal(work), Decimal(training)))
    return arranged(list(zip(steps, "abcdef", strict=False)), calendar, frozenset({avoided} - {""}))


def days(todos: tuple[Todo, ...]) -> list[tuple[str, str]]:
    """Return what names each step, and its day."""
    return [("".join(todo.ids), todo.done.isoformat()) for todo in todos]


def test_hours_begin_tomorrow_and_end_with_the_day_on_which_they_are_full() -> None:
    """Ten hours at one a day."""
    [todo] = arrange(Hours("supervision", Decimal(10)))

    assert (todo.first, todo.done, todo.hours) == (date(2026, 11, 23), date(2026, 12, 2), Decimal(10))


def test_a_part_of_a_day_is_a_day() -> None:
    """Ten hours at eight a week are 8.75 days, and so nine."""
    [todo] = arrange(Hours("experience", Decimal(10)), work=8)

    assert todo.done == date(2026, 12, 1)


def test_training_is_one_after_the_other_and_work_goes_on_beside_it() -> None:
    """Two subjects in a row; work and supervision each from tomorrow on."""
    todos = arrange(
        Hours("training", Decimal(2), ETHICS),
        Hours("training", Decimal(3), (("topics", ("advocacy",)),)),
        Hours("experience", Decimal(4)),
        Hours("supervision", Decimal(5)),
    )

    assert days(todos) == [("a", "2026-11-24"), ("b", "2026-11-27"), ("c", "2026-11-26"), ("d", "2026-11-27")]


def test_an_exam_comes_after_the_training() -> None:
    """On the day after it; with no training to do, tomorrow."""
    after = arrange(Sitting("x", None), Course(("p",), Decimal(3)))
    alone = arrange(Sitting("x", None))

    assert days(after) == [("b", "2026-11-25"), ("a", "2026-11-26")]
    assert after[1].not_before == date(2026, 11, 25)
    assert days(alone) == [("a", "2026-11-23")]


def test_one_sitting_does_for_two_requirements() -> None:
    """With the higher mark."""
    [todo] = arrange(Sitting("x", Decimal(68)), Sitting("x", Decimal(70)))

    assert (todo.ids, todo.step) == (("a", "b"), Sitting("x", Decimal(70)))


def test_one_course_does_for_two_requirements_and_holds_hours_of_a_subject() -> None:
    """All 76 hours in one record, six of them of ethics."""
    [todo] = arrange(
        Course(("p", "q"), Decimal(76), (("final", "passed"),)), Course(("q",)), Hours("training", Decimal(6), ETHICS),
        training=76,
    )  # fmt: skip

    assert todo.ids == ("a", "b", "c")
    assert todo.step == Course(("q",), Decimal(76), (("final", "passed"),))
    assert (todo.hours, dict(todo.topics)["ethics"]) == (Decimal(76), Decimal(6))


def test_hours_of_the_whole_go_to_a_subject_that_is_credited_in_full() -> None:
    """Where there is a choice, none to a subject with a cap."""
    [todo] = arrange(
        Hours("training", Decimal(2), (("topics", ("core_functions", "ethics")),)), avoided="core_functions"
    )

    assert todo.topics == (("ethics", Decimal(2)),)


def test_practice_goes_on_until_its_months_are_full() -> None:
    """Three months from tomorrow end on 22 February; with hours missing, they are spread over that time."""
    [long] = arrange(Lasting(3), Hours("practicum", Decimal(10)))
    [bare] = arrange(Lasting(3))
    [begun] = arrange(Lasting(3, since=date(2026, 9, 1)))

    assert (long.ids, long.first, long.done, long.hours) == (
        ("b", "a"),
        date(2026, 11, 23),
        date(2027, 2, 22),
        Decimal(10),
    )
    assert (bare.done, bare.hours) == (date(2027, 2, 22), Decimal())
    assert begun.done == date(2026, 11, 30)


def test_what_lapses_is_gained_last() -> None:
    """A credential on the day on which the rest is done; schooling as long as the rule asks for."""
    todos = arrange(
        Gained("credentials", (("id", "X"),), "issued"),
        Gained("education", (("level", "some_college"),), "end", Decimal(1)),
    )

    assert days(todos) == [("a", "2027-11-23"), ("b", "2027-11-23")]


def test_a_signature_is_given_today_and_a_new_home_is_not() -> None:
    """References can be asked for today too, and only as many as the most that is asked."""
    todos = arrange(
        Changed("attestations.literacy", DAY),
        Changed("residence", (("state", "IL"),), large=True),
        Referred(1),
        Referred(2),
    )

    assert days(todos) == [("a", "2026-11-22"), ("b", "2026-11-23"), ("cd", "2026-11-22")]
    assert todos[2].step == Referred(2)
