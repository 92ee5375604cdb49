"""Whether meeting one requirement is meeting another too."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercert.lint.implying import implies
from peercert.logic import Outcome
from random_trees import trees
from telling import examples
from test_laws import VALID
from upper import case, group, leaf, requirement

Asked = dict[str, Any]  # Any: plain data as it stands in a file

AGE: Asked = {"kind": "age", "at_least": 18}
OLDER: Asked = {"kind": "age", "at_least": 21}
LETTERS: Asked = {"kind": "references", "at_least": 2}


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


def test_what_the_other_leaves_to_a_person_is_not_implied() -> None:
    """A level that counts for one may need a person's eye for the other."""
    one = {"kind": "education", "levels": ["ged"]}
    two = {"kind": "education", "levels": ["ged", "bachelor"], "needs_human": ["ged"]}

    assert not surely(one, two)
    assert surely(one, {**two, "needs_human": ["equivalent"]})


def test_a_score_says_nothing_of_a_result() -> None:
    """Where no mark is known the result decides, and it need not go with the score."""
    marked, unmarked = {"kind": "exam", "exam": "e", "score_at_least": 75}, {"kind": "exam", "exam": "e"}

    assert surely(marked, {**marked, "score_at_least": 68})
    assert not surely(marked, unmarked)
    assert not surely(unmarked, marked)


@examples(40)
@given(st.lists(trees(), min_size=2, max_size=5), st.lists(VALID, min_size=1, max_size=3))
def test_nobody_meets_the_one_and_misses_the_other(drawn: list[Asked], people: list[Asked]) -> None:
    """Whatever is said to be implied holds for everybody whom the engine is asked about.

    What everybody meets may still be open for a person who tells nothing, but it is never unmet.
    """
    built = [requirement(one) for one in drawn]
    for profile in people:
        found = [(one, one.evaluate(case(profile)).outcome) for one in built]
        for (one, first), (two, second) in itertools.permutations(found, 2):
            assert first is not Outcome.MET or second is not Outcome.UNMET or not implies(one, two)


def test_a_disputed_requirement_is_implied_only_however_it_is_read() -> None:
    """One reading is not enough, in either direction."""
    readings = [leaf("low", **AGE), leaf("high", **OLDER)]
    disputed = {"id": "d", "kind": "disputed", "title": "D", "topic": "age", "readings": readings}

    assert implies(requirement(leaf("old", **OLDER)), requirement(disputed))
    assert not implies(requirement(leaf("young", **AGE)), requirement(disputed))
    assert implies(requirement(disputed), requirement(leaf("young", **AGE)))
    assert not implies(requirement(disputed), requirement(leaf("old", **OLDER)))
