"""Needs made into hours to gain."""

from __future__ import annotations

from decimal import Decimal

from peercert.plan.sharing import Gain, Need, shared
from peercert.requirements.steps import Hours, Point


def trained(hours: str, *topics: str, program: str | None = None) -> Hours:
    """Return hours of training in some topics."""
    programs: tuple[Point, ...] = (("program", (program,)),) if program else ()
    return Hours("training", Decimal(hours), (("topics", topics), *programs))


def worked(hours: str, *points: Point) -> Hours:
    """Return hours of work."""
    return Hours("experience", Decimal(hours), points)


def test_hours_of_a_part_fill_the_whole_too() -> None:
    """Four of ethics and ten in all: four of ethics, and six more of either topic."""
    needs = [Need(trained("10", "advocacy", "ethics"), ("whole",)), Need(trained("4", "ethics"), ("part",))]

    assert shared(needs) == (
        Gain(trained("4", "ethics"), ("part", "whole")),
        Gain(trained("6", "advocacy", "ethics"), ("whole",)),
    )


def test_no_more_is_asked_of_hours_than_they_are_used_for() -> None:
    """One need fits within the other; the hours beyond it may be of any kind."""
    needs = [Need(worked("3"), ("any",)), Need(worked("1", ("role", ("peer",))), ("peer",))]

    assert shared(needs) == (Gain(worked("1", ("role", ("peer",))), ("any", "peer")), Gain(worked("2"), ("any",)))


def test_what_cannot_be_one_hour_is_two() -> None:
    """Nobody is supervised and not supervised at once."""
    needs = [Need(worked("2", ("supervised", (True,))), ("a",)), Need(worked("3", ("supervised", (False,))), ("b",))]

    assert [(gain.hours.hours, gain.ids) for gain in shared(needs)] == [(Decimal(2), ("a",)), (Decimal(3), ("b",))]


def test_the_greater_share_and_all_people_served_are_asked_at_once() -> None:
    """One position may serve several groups, and its share must be enough for both."""
    one = worked("2", ("share", (Decimal("0.5"),)), ("population", ("adults",)))
    other = worked("2", ("share", (Decimal("0.51"),)), ("population", ("mental_illness", "co_occurring")))

    [gain] = shared([Need(one, ("a",)), Need(other, ("b",))])

    assert gain.hours == worked(
        "2",
        ("share", (Decimal("0.51"),)),
        ("population", ("adults",)),
        ("population", ("mental_illness", "co_occurring")),
    )


def test_of_needs_that_ask_the_same_the_greatest_stands_for_all() -> None:
    """Two readings of one requirement that differ in the number only."""
    needs = [Need(worked("6000"), ("hours",)), Need(worked("4000"), ("hours",))]

    assert shared(needs) == (Gain(worked("6000"), ("hours",)),)


def test_needs_of_different_lists_are_never_one() -> None:
    """An hour of training is no hour of supervision."""
    needs = [Need(trained("1", "ethics"), ("a",)), Need(Hours("supervision", Decimal(2)), ("b",))]

    assert {str(gain.hours.ledger): gain.hours.hours for gain in shared(needs)} == {
        "training": Decimal(1), "supervision": Decimal(2),
    }  # fmt: skip


def test_readings_of_one_requirement_come_to_one_step() -> None:
    """One reading counts paid hours alone, the other lacks fewer hours of any kind: 300 paid ones, told once."""
    paid, either = worked("300", ("kind", ("paid",))), worked("100", ("kind", ("paid", "volunteer")))

    assert shared([Need(either, ("work",)), Need(paid, ("work",))]) == (Gain(paid, ("work",)),)
