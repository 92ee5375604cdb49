"""A stretch of days without a day."""

from __future__ import annotations

from pathlib import Path

from .linting import CITED, WAY, allow, leaf, only, place, remarks, toy

BACKWARDS = ("on_or_after: 2026-06-01", "on_or_before: 2026-05-31")


def test_a_time_to_apply_that_ends_before_it_begins_is_told(tmp_path: Path) -> None:
    """At its last day, with both days."""
    found = only(remarks(tmp_path, toy(leaf("apply", "application", *BACKWARDS))), "empty-window")

    assert place(found) == ("toy.yaml", 27, 29)
    assert found.message == "The time to apply ends before it begins."
    assert found.proof == ("It begins on 2026-06-01 and ends on 2026-05-31; 2026-05-31 comes before 2026-06-01.",)


def test_a_time_to_apply_of_one_day_is_right(tmp_path: Path) -> None:
    """Both ends are included."""
    one_day = leaf("apply", "application", "on_or_after: 2026-06-01", "on_or_before: 2026-06-01")

    assert remarks(tmp_path, toy(one_day)) == ()


def test_two_times_to_apply_must_share_a_day(tmp_path: Path) -> None:
    """Where both are asked for, it is told at the second."""
    spring = leaf("spring", "application", "on_or_before: 2026-05-31")
    summer = leaf("summer", "application", "on_or_after: 2026-06-01")

    found = only(remarks(tmp_path, toy(spring, summer)), "empty-window")

    assert place(found) == ("toy.yaml", 28, 15)
    assert found.message == "No day fits both xx.toy.spring and xx.toy.summer."


def test_an_edition_must_end_after_it_begins(tmp_path: Path) -> None:
    """It would never be in force."""
    days = f"    effective_from: 2026-06-01\n    effective_to: 2026-05-31\n    {CITED}\n"
    way = WAY.replace("  - id: first\n", f"  - id: first\n{days}")

    found = only(remarks(tmp_path, toy(way=way)), "empty-window")

    assert place(found) == ("toy.yaml", 11, 19)
    assert found.message == "The edition first ends before it begins."


def test_it_may_be_allowed_with_a_reason(tmp_path: Path) -> None:
    """However odd that is."""
    assert remarks(tmp_path, toy(leaf("apply", "application", *BACKWARDS, allow("empty-window")))) == ()
