"""Two editions in force on one day."""

from __future__ import annotations

from pathlib import Path

from .linting import only, place, remarks
from .two_editions import two


def test_editions_that_share_a_day_are_told_at_the_second(tmp_path: Path) -> None:
    """One day is enough, for both ends are included."""
    found = only(remarks(tmp_path, two("effective_to: 2026-06-01", "effective_from: 2026-06-01")), "edition-overlap")

    assert place(found) == ("toy.yaml", 26, 21)
    assert found.severity == "error"
    assert found.message == "The editions first and second are in force on the same days."
    assert found.proof == (
        "first runs from the beginning to 2026-06-01; second runs from 2026-06-01 on.",
        "On 2026-06-01 both are in force, and first is the one used.",
    )


def test_two_editions_without_days_share_them_all(tmp_path: Path) -> None:
    """The second would never be used; it is told at its id, for it has no day."""
    found = only(remarks(tmp_path, two("title: One", "title: Two")), "edition-overlap")

    assert place(found) == ("toy.yaml", 25, 9)
    assert found.proof[0] == "first runs from the beginning on; second runs from the beginning on."


def test_editions_apart_are_right(tmp_path: Path) -> None:
    """The one ends on the day before the other begins."""
    assert remarks(tmp_path, two("effective_to: 2026-05-31", "effective_from: 2026-06-01")) == ()


def test_it_may_be_allowed_with_a_reason(tmp_path: Path) -> None:
    """By the later edition."""
    allowed = "effective_from: 2026-06-01\n    allow: [{lint: edition-overlap, because: The first one wins.}]"

    assert remarks(tmp_path, two("effective_to: 2026-06-01", allowed)) == ()
