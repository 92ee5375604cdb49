"""Small changes to a rule, one function for each kind of change."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from peercert.casework.mutating import Survivor
from peercert.casework.mutations import (
    MovedWindow,
    Spread,
    ValueChange,
    changes,
    day_moved,
    fresh,
    joined_otherwise,
    limit_dropped,
    more_than,
    number_moved,
    reading_removed,
    topic_swapped,
    window_moved,
    word_removed,
)
from peercert.requirements.counting import Window
from upper import case, group, leaf, requirement

HALF = Decimal("0.5")


@pytest.mark.parametrize(
    ("change", "value", "optional", "expected"),
    [
        (number_moved, Decimal(10), False, [("one step up", Decimal("10.5")), ("one step down", Decimal("9.5"))]),
        (number_moved, Decimal(0), False, [("one step up", HALF)]),
        (number_moved, 18, False, [("one step up", 19), ("one step down", 17)]),
        (number_moved, 1, False, [("one step up", 2)]),
        (number_moved, True, False, []),
        (more_than, Decimal(75), False, [("more than", Decimal("75.000001"))]),
        (more_than, 18, False, []),
        (day_moved, date(2026, 6, 1), False, [("a day earlier", date(2026, 5, 31)), ("a day later", date(2026, 6, 2))]),
        (word_removed, ("a", "b"), False, [("without a", ("b",)), ("without b", ("a",))]),
        (word_removed, ("a",), False, []),
        (word_removed, ("a",), True, [("without a", ())]),
        (word_removed, {"final": "passed"}, True, [("without final", {})]),
        (limit_dropped, Decimal(75), True, [("dropped", None)]),
        (limit_dropped, Decimal(75), False, []),
        (limit_dropped, ("a",), True, []),
    ],
)
def test_a_value_is_changed_in_one_way(
    change: ValueChange, value: Any, optional: bool, expected: list[tuple[str, Any]]
) -> None:
    """Each change has a name and leaves everything else as it is."""
    assert list(change(Spread("x", value, HALF, optional))) == expected


def test_a_topic_is_swapped_for_one_that_is_not_there() -> None:
    """The next one that the rule does not name; other lists are left alone."""
    assert list(topic_swapped(Spread("topics", ("ethics",), HALF, optional=True))) == [
        ("core_functions instead of ethics", ("core_functions",))
    ]
    assert list(topic_swapped(Spread("roles", ("peer",), HALF, optional=True))) == []


def test_all_and_any_change_places() -> None:
    """With the same id and the same children; one child alone is the same either way."""
    rule = requirement(group("x", "any_of", leaf("a", "age", at_least=18), leaf("b", "references", at_least=1)))
    ((said, other),) = joined_otherwise(rule)

    assert said == "all_of instead of any_of"
    assert (other.kind, other.id, other.children) == ("all_of", "x", rule.children)
    assert other.needed(2) == 2
    assert list(joined_otherwise(requirement(group("x", "all_of", leaf("a", "age", at_least=18))))) == []


def test_each_reading_is_forgotten_once() -> None:
    """The others stay."""
    readings = [leaf("old", "age", at_least=21), leaf("young", "age", at_least=18)]
    rule = requirement({"id": "x", "kind": "disputed", "title": "Age", "topic": "age", "readings": readings})

    assert [(said, [one.id for one in after.readings]) for said, after in reading_removed(rule)] == [
        ("without old", ["young"]),
        ("without young", ["old"]),
    ]


def test_a_window_is_moved_by_a_day_at_each_end() -> None:
    """Three years before the day of application, and that day."""
    person = case({})
    moved = dict(window_moved(Spread("window", Window(years=3), HALF, optional=True)))

    assert {said: window.bounds(person) for said, window in moved.items()} == {
        "first day a day earlier": (date(2023, 11, 21), date(2026, 11, 22)),
        "first day a day later": (date(2023, 11, 23), date(2026, 11, 22)),
        "last day a day earlier": (date(2023, 11, 22), date(2026, 11, 21)),
        "last day a day later": (date(2023, 11, 22), date(2026, 11, 23)),
    }
    assert all(isinstance(window, MovedWindow) for window in moved.values())


def test_a_window_without_a_first_day_has_only_a_last_one() -> None:
    """Nothing is made up."""
    moved = window_moved(Spread("window", Window(until_application=True), HALF, optional=True))

    assert [said for said, _ in moved] == ["last day a day earlier", "last day a day later"]


def test_a_changed_rule_forgets_what_was_worked_out_before() -> None:
    """What it means is worked out anew, or two rules would be taken for one."""
    rule = requirement(leaf("x", "age", at_least=18))
    before = rule.meaning

    assert fresh(rule, at_least=19).meaning != before
    assert fresh(rule).meaning == before


def test_changes_go_into_what_a_rule_holds() -> None:
    """Windows, parts and shapes by their place; titles and sources are no rules."""
    rule = requirement(
        leaf(
            "x",
            "lived_experience",
            any=[{"who": ["self"], "condition": ["mental_illness"], "received_services": True}],
            note="Nothing to change here.",
        )
    )

    assert [(one.key, one.said) for one in changes(rule, {})] == [
        ("any.1.condition", "without mental_illness"),
        ("any.1.received_services", "dropped"),
    ]


def test_steps_are_those_of_the_cases() -> None:
    """A rule's own step for a number; hours by halves, marks by tenths."""
    rule = requirement(leaf("x", "exam", exam="ms-cpss", score_at_least=75))
    found = {one.said: one.model.score_at_least for one in changes(rule, {"score_at_least": Decimal("-0.1")})}

    assert found == {
        "one step up": Decimal("75.1"),
        "one step down": Decimal("74.9"),
        "more than": Decimal("75.000001"),
        "dropped": None,
    }


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("one step up", "who has just enough"),
        ("more than", "who has just enough"),
        ("one step down", "who is one step short"),
        ("all_of instead of any_of", "who meets some of these, but not all"),
        ("first day a day later", "of that very day, and one a day off"),
        ("family instead of ethics", "with hours in the one and not in the other"),
        ("without caregiver", "for whom only this counts"),
        ("dropped", "who misses this and has all the rest"),
    ],
)
def test_a_survivor_says_who_would_show_the_difference(said: str, who: str) -> None:
    """A hint for the case to write."""
    assert Survivor("x", said, "x.yaml", 1, 1).wanted == who
