"""One fact of a profile, moved."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from peercert.casework.moving import distance, patch_between, with_fact
from peercert.casework.reading import patched
from peercert.reading import Plain
from peercert.requirements.boundary import Spot

HOURS = {"training": [{"hours": Plain("10")}, {"hours": Plain("20.5")}]}


def test_a_summand_takes_the_whole_difference() -> None:
    """The sum is 30.5 and is to be 40: the second record gets the 9.5; the profile itself stays as it was."""
    moved = with_fact(HOURS, Spot(Decimal("30.5"), ("training", 1, "hours")), Decimal(40))

    assert moved == {"training": [{"hours": "10"}, {"hours": "30.0"}]}
    assert HOURS["training"][1] == {"hours": "20.5"}


def test_a_list_that_may_be_longer_is_gone_into() -> None:
    """Its records stand one level deeper."""
    facts = {"training": {"records": [{"hours": Plain("10")}], "complete": Plain("false")}}

    assert with_fact(facts, Spot(Decimal(10), ("training", 0, "hours")), Decimal(9)) == {
        "training": {"records": [{"hours": "9"}], "complete": "false"}
    }


def test_a_day_is_moved_by_days() -> None:
    """Across the end of a year."""
    facts = {"birth_date": Plain("2008-12-31")}

    assert with_fact(facts, Spot(date(2008, 12, 31), ("birth_date",)), date(2009, 1, 1)) == {"birth_date": "2009-01-01"}


def test_a_single_fact_that_is_not_told_is_set() -> None:
    """The day of application is the day decided on where it is left out."""
    spot = Spot(date(2026, 11, 22), ("application_date",))

    assert with_fact({}, spot, date(2026, 10, 1)) == {"application_date": "2026-10-01"}


@pytest.mark.parametrize(
    "facts",
    [
        {"training": [{"hours": Plain("declined")}]},
        {"training": [{"hours": Plain("2023-05")}]},
        {"training": [{}]},
        {"training": [{"hours": {"a": Plain("1")}}]},
    ],
)
def test_what_is_no_plain_number_or_day_is_not_moved(facts: dict[str, Any]) -> None:
    """Nothing is guessed."""
    assert with_fact(facts, Spot(Decimal(10), ("training", 0, "hours")), Decimal(9)) is None


def test_what_no_single_fact_moves_is_not_moved() -> None:
    """A count of sittings, say."""
    assert with_fact(HOURS, Spot(Decimal(10)), Decimal(9)) is None


def test_distances_have_a_direction() -> None:
    """Below zero is back; days are counted."""
    assert distance(Decimal("2.5"), Decimal(2)) == Decimal("-0.5")
    assert distance(date(2026, 2, 28), date(2026, 3, 1)) == 1


def test_a_patch_between_two_profiles_makes_one_of_the_other() -> None:
    """Keys that are gone are taken away, lists are replaced whole."""
    base: dict[str, Any] = {"a": {"b": "1", "c": "2"}, "d": ["1"], "e": "x", "same": {"f": "1"}}
    wanted: dict[str, Any] = {"a": {"b": "2"}, "d": ["1", "2"], "same": {"f": "1"}, "new": {"g": "1"}}
    patch = patch_between(base, wanted)

    assert patch == {"e": Plain("null"), "a": {"c": Plain("null"), "b": "2"}, "d": ["1", "2"], "new": {"g": "1"}}
    assert patched(base, patch) == wanted
