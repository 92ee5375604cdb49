"""A requirement that can never be what decides."""

from __future__ import annotations

from pathlib import Path

from .linting import allow, group, inner, leaf, only, place, remarks, toy


def test_a_need_that_a_greater_one_covers_is_told(tmp_path: Path) -> None:
    """Whoever is 21 is 18 too, so the lesser one never decides."""
    found = only(remarks(tmp_path, toy(leaf("old", "age", "at_least: 21"))), "unreachable-requirement")

    assert place(found) == ("toy.yaml", 18, 15)
    assert found.message == "xx.toy.age can never decide anything."
    assert found.proof == ("Whoever meets xx.toy.old (line 23) meets xx.toy.age too.",)


def test_of_two_that_ask_the_same_the_later_one_is_told(tmp_path: Path) -> None:
    """Once, and not each by the other."""
    found = only(remarks(tmp_path, toy(leaf("again", "age", "at_least: 18"))), "unreachable-requirement")

    assert place(found) == ("toy.yaml", 23, 15)


def test_groups_inside_groups_are_looked_through(tmp_path: Path) -> None:
    """It does not matter how deep the greater one stands."""
    deep = group("deep", "all_of", inner("old", "age", "at_least: 21"), inner("letters", "references", "at_least: 1"))

    assert place(only(remarks(tmp_path, toy(deep)), "unreachable-requirement")) == ("toy.yaml", 18, 15)


def test_a_branch_beside_one_that_everybody_meets_is_told(tmp_path: Path) -> None:
    """The choice is made before it is looked at."""
    free = inner("free", "references", "at_least: 0", allow("vacuous-requirement"))
    choice = group("choice", "any_of", free, inner("letters", "references", "at_least: 1"))

    found = only(remarks(tmp_path, toy(choice)), "unreachable-requirement")

    assert place(found) == ("toy.yaml", 33, 19)
    assert found.proof == ("xx.toy.free, in the same choice, is met by everybody.",)


def test_needs_of_which_neither_covers_the_other_are_right(tmp_path: Path) -> None:
    """More hours in a shorter time, and fewer hours of one kind, ask different things."""
    wide = leaf("wide", "experience", "at_least: 500")
    narrow = leaf("narrow", "experience", "at_least: 100", "roles: [peer]")

    assert remarks(tmp_path, toy(wide, narrow)) == ()


def test_it_may_be_allowed_with_a_reason(tmp_path: Path) -> None:
    """The state may list both."""
    text = toy(leaf("old", "age", "at_least: 21")).replace(
        "              at_least: 18\n",
        f"              at_least: 18\n              {allow('unreachable-requirement')}\n",
    )

    assert remarks(tmp_path, text) == ()
