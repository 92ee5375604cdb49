"""Days between two editions on which no rules are in force."""

from __future__ import annotations

from pathlib import Path

from .linting import only, place, remarks
from .two_editions import two


def test_days_between_two_editions_are_told(tmp_path: Path) -> None:
    """At the first day of the later one, as a warning."""
    found = only(remarks(tmp_path, two("effective_to: 2026-05-31", "effective_from: 2026-06-02")), "edition-gap")

    assert place(found) == ("toy.yaml", 26, 21)
    assert found.severity == "warning"
    assert found.message == "No rules are in force between first and second."
    assert found.proof == (
        "first ends on 2026-05-31; second begins on 2026-06-02.", "On 2026-06-01 nobody can be checked.",
    )  # fmt: skip


def test_editions_that_follow_each_other_are_right(tmp_path: Path) -> None:
    """The one begins on the day after the other ends; the order in the file does not matter."""
    later, earlier = "effective_from: 2026-06-01", "effective_to: 2026-05-31"

    assert remarks(tmp_path / "a", two(earlier, later)) == remarks(tmp_path / "b", two(later, earlier)) == ()


def test_it_may_be_allowed_with_a_reason(tmp_path: Path) -> None:
    """By the later edition."""
    allowed = "effective_from: 2026-06-02\n    allow: [{lint: edition-gap, because: The law had lapsed.}]"

    assert remarks(tmp_path, two("effective_to: 2026-05-31", allowed)) == ()
