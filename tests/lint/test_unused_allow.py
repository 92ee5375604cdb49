"""An `allow` that silences nothing."""

from __future__ import annotations

from pathlib import Path

from catalog.toy import told

from .linting import HEAD, allow, leaf, only, opened, place, remarks, toy


def test_an_allow_without_a_remark_is_told_at_its_lint(tmp_path: Path) -> None:
    """As a warning: what it spoke of is gone."""
    fine = leaf("x", "references", "at_least: 1", allow("vacuous-requirement"))

    found = only(remarks(tmp_path, toy(fine)), "unused-allow")

    assert place(found) == ("toy.yaml", 27, 30)
    assert found.severity == "warning"
    assert found.message == "This allows something that is not there."


def test_a_lint_that_does_not_exist_is_told_with_the_nearest(tmp_path: Path) -> None:
    """A slip in its name lets the remark through, and both are told."""
    slip = leaf("x", "references", "at_least: 0", allow("vacous-requirement"))

    found = remarks(tmp_path, toy(slip))

    assert [one.id for one in found] == ["vacuous-requirement", "unused-allow"]
    assert (found[1].message, found[1].hint) == (
        "There is no lint of this name.", 'Did you mean "vacuous-requirement"?',
    )  # fmt: skip


def test_the_innermost_allow_is_the_one_that_is_used(tmp_path: Path) -> None:
    """One for the whole file is then needless."""
    head = f"{HEAD}{allow('vacuous-requirement')}\n"
    inside = leaf("x", "references", "at_least: 0", allow("vacuous-requirement"))

    found = only(remarks(tmp_path, toy(inside, head=head)), "unused-allow")

    assert place(found) == ("toy.yaml", 8, 16)


def test_a_credential_may_allow_for_its_whole_file(tmp_path: Path) -> None:
    """Where the same oddity stands in many places."""
    head = f"{HEAD}{allow('vacuous-requirement')}\n"
    text = toy(leaf("x", "references", "at_least: 0"), leaf("y", "supervision", "at_least: 0"), head=head)

    assert remarks(tmp_path, text) == ()


def test_an_allow_needs_a_reason_in_words(tmp_path: Path) -> None:
    """Without one the file is refused, at the place where it should stand."""
    empty = leaf("x", "references", "at_least: 0", "allow: [{lint: vacuous-requirement, because: '-'}]")
    none = leaf("x", "references", "at_least: 0", "allow: [{lint: vacuous-requirement}]")

    assert told(opened(tmp_path / "a", toy(empty))) == [(27, 60, "empty-value")]
    assert told(opened(tmp_path / "b", toy(none))) == [(27, 23, "missing-key")]
