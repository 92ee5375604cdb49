"""An id that is gone, and a new one in its place that does not say so."""

from __future__ import annotations

from pathlib import Path

from peercert.lint import Remark, check

from .linting import TODAY, allow, leaf, only, opened, place, toy


def compared(path: Path, before: str, now: str) -> tuple[Remark, ...]:
    """Return what the lint says of a credential that takes the place of another."""
    return check(opened(path / "now", now), TODAY, opened(path / "before", before))


BEFORE = toy(leaf("letters", "references", "at_least: 2"))


def test_a_renamed_requirement_must_name_its_old_id(tmp_path: Path) -> None:
    """What asks the same under a new id is taken for the old one, and told at its id."""
    now = toy(leaf("references", "references", "at_least: 2"))

    found = only(compared(tmp_path, BEFORE, now), "renamed-without-was")

    assert place(found) == ("toy.yaml", 23, 19)
    assert found.message == "xx.toy.references asks what xx.toy.letters asked before, and does not say so."
    assert found.hint == "Add `was: [xx.toy.letters]`."
    assert found.proof == (
        f"xx.toy.letters stands at {tmp_path}/before/rules/us/toy.yaml:23:19, and nowhere in these rules.",
    )


def test_with_was_it_is_right(tmp_path: Path) -> None:
    """Old reports still lead to it."""
    now = toy(leaf("references", "references", "at_least: 2", "was: [xx.toy.letters]"))

    assert compared(tmp_path, BEFORE, now) == ()


def test_a_requirement_that_is_gone_or_new_was_not_renamed(tmp_path: Path) -> None:
    """Only where one goes and another comes that asks the same."""
    now = toy(leaf("references", "references", "at_least: 3"))

    assert compared(tmp_path / "a", BEFORE, toy()) == compared(tmp_path / "b", BEFORE, now) == ()


def test_a_whole_group_may_be_renamed_too(tmp_path: Path) -> None:
    """What is inside keeps its id; the group is still told."""
    now = BEFORE.replace("          id: xx.toy\n", "          id: xx.toy.all\n")

    assert place(only(compared(tmp_path, BEFORE, now), "renamed-without-was")) == ("toy.yaml", 14, 15)


def test_it_may_be_allowed_and_the_allow_is_not_idle_without_old_rules(tmp_path: Path) -> None:
    """Whether it is needed shows only when there is something to compare with."""
    now = toy(leaf("references", "references", "at_least: 2", allow("renamed-without-was")))

    assert compared(tmp_path, BEFORE, now) == check(opened(tmp_path / "alone", now), TODAY) == ()
