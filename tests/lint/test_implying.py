"""Whether meeting one requirement is meeting another too."""

from __future__ import annotations

from typing import Any

import pytest

from peercert.lint.implying import implies
from upper import group, leaf, requirement

Asked = dict[str, Any]  # Any: plain data as it stands in a file

AGE = {"kind": "age", "at_least": 18}
OLDER = {"kind": "age", "at_least": 21}
LETTERS = {"kind": "references", "at_least": 2}


def surely(one: Asked, two: Asked) -> bool:
    """Say whether one implies the other."""
    return implies(requirement(leaf("one", **one)), requirement(leaf("two", **two)))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (OLDER, AGE),
        ({"kind": "experience", "at_least": 10, "roles": ["peer"]}, {"kind": "experience", "at_least": 10}),
        (
            {"kind": "experience", "at_least": 10, "window": {"years": 3}},
            {"kind": "experience", "at_least": 10, "window": {"years": 4}},
        ),
        ({"kind": "experience", "at_least": 10, "window": {"years": 3}}, {"kind": "experience", "at_least": 10}),
        ({"kind": "experience", "at_least": 10}, {"kind": "experience", "any_amount": True}),
        (
            {"kind": "education", "levels": ["bachelor"], "fields": ["psychology"]},
            {"kind": "education", "levels": ["bachelor", "master"]},
        ),
        (
            {"kind": "application", "on_or_after": "2026-06-02", "on_or_before": "2026-06-03"},
            {"kind": "application", "on_or_after": "2026-06-01", "on_or_before": "2026-06-03"},
        ),
        (
            {"kind": "course", "programs": ["toy-course"], "completed_by": "2026-01-01"},
            {"kind": "course", "programs": ["toy-course"], "completed_by": "2026-01-02"},
        ),
        (
            {"kind": "course", "programs": ["a"], "components": {"midterm": "passed", "final": "passed"}},
            {"kind": "course", "programs": ["a", "b"], "components": {"final": "passed"}},
        ),
        (
            {"kind": "exam", "exam": "e", "sittings": {"course": "c", "at_most": 1}},
            {"kind": "exam", "exam": "e", "sittings": {"course": "c", "at_most": 2}},
        ),
        (
            {"kind": "lived_experience", "any": [{"who": ["self"], "condition": ["mental_illness"]}]},
            {"kind": "lived_experience", "any": [{"who": ["family_member"]}, {"who": ["self"]}]},
        ),
        (
            {"kind": "training_hours", "at_least": 10, "topics": ["ethics"], "leave_out": ["other"]},
            {"kind": "training_hours", "at_least": 10, "topics": ["ethics", "advocacy"]},
        ),
    ],
)
def test_who_meets_the_harder_meets_the_easier_and_not_the_other_way_round(one: Asked, two: Asked) -> None:
    """More hours, fewer words that count, a shorter time, one more part."""
    assert surely(one, two)
    assert not surely(two, one)


def test_different_kinds_say_nothing_of_each_other() -> None:
    """An age is no reference."""
    assert not surely(AGE, LETTERS)
    assert not surely({"kind": "attestation", "name": "literacy"}, {"kind": "attestation", "name": "leadership"})


def test_what_a_requirement_is_called_does_not_matter() -> None:
    """Title, note and sources change nobody's outcome."""
    assert surely({**AGE, "note": "One."}, {**AGE, "note": "Two."})


def test_all_of_some_implies_each_of_them_and_each_implies_any() -> None:
    """Together is harder than alone, and a choice is easier."""
    age, letters = leaf("age", **OLDER), leaf("letters", **LETTERS)
    both, either = group("both", "all_of", age, letters), group("either", "any_of", age, letters)

    assert implies(requirement(both), requirement(leaf("young", **AGE)))
    assert implies(requirement(letters), requirement(either))
    assert implies(requirement(both), requirement(either))
    assert not implies(requirement(either), requirement(letters))
    assert not implies(requirement(either), requirement(both))


def test_a_disputed_requirement_is_implied_only_however_it_is_read() -> None:
    """One reading is not enough, in either direction."""
    readings = [leaf("low", **AGE), leaf("high", **OLDER)]
    disputed = {"id": "d", "kind": "disputed", "title": "D", "topic": "age", "readings": readings}

    assert implies(requirement(leaf("old", **OLDER)), requirement(disputed))
    assert not implies(requirement(leaf("young", **AGE)), requirement(disputed))
    assert implies(requirement(disputed), requirement(leaf("young", **AGE)))
    assert not implies(requirement(disputed), requirement(leaf("old", **OLDER)))
