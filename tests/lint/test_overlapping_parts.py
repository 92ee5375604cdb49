"""Parts that share some of their topics."""

from __future__ import annotations

from pathlib import Path

from .linting import allow, group, hours, only, place, remarks, toy


def test_two_parts_that_cross_are_told_at_the_second(tmp_path: Path) -> None:
    """Family hours would count in both, and each has a topic of its own."""
    parts = (hours("one", 10, "family, youth"), hours("two", 10, "family, ethics"))

    found = only(remarks(tmp_path, toy(group("training", "training", *parts))), "overlapping-parts")

    assert place(found) == ("toy.yaml", 37, 27)
    assert found.message == "xx.toy.two and xx.toy.one share some of their topics, not all."
    assert found.proof == ("Both count family; each counts something that the other does not.",)


def test_a_part_inside_another_or_beside_it_is_right(tmp_path: Path) -> None:
    """Such parts can be added up."""
    parts = (hours("one", 10, "family, youth"), hours("two", 5, "family"), hours("three", 5, "ethics"))

    assert remarks(tmp_path, toy(group("training", "training", *parts))) == ()


def test_it_may_be_allowed_with_a_reason(tmp_path: Path) -> None:
    """On the second of the two."""
    second = hours("two", 10, "family, ethics", allow("overlapping-parts"))

    assert remarks(tmp_path, toy(group("training", "training", hours("one", 10, "family, youth"), second))) == ()
