"""A requirement that asks nothing of anybody."""

from __future__ import annotations

from pathlib import Path

import pytest

from .linting import allow, leaf, only, place, remarks, toy


@pytest.mark.parametrize(
    ("kind", "line", "witness"),
    [
        ("references", "at_least: 0", "references: 0"),
        ("supervision", "at_least: 0", "supervision: []"),
        ("experience", "at_least: 0", "experience: []"),
        ("training_hours", "at_least: 0", "training: []"),
        ("practicum", "at_least: 0", "practicum: []"),
    ],
)
def test_a_need_of_nothing_is_told_with_a_profile_that_meets_it(
    tmp_path: Path, kind: str, line: str, witness: str
) -> None:
    """The profile was tried before it is shown."""
    found = only(remarks(tmp_path, toy(leaf("x", kind, line))), "vacuous-requirement")

    assert place(found) == ("toy.yaml", 26, 25)
    assert found.message == "xx.toy.x asks for 0, which everybody has."
    assert found.proof == ("This profile meets it:", f"  {witness}")


def test_an_age_of_nothing_is_met_on_the_day_of_birth(tmp_path: Path) -> None:
    """The witness is born on the day asked about."""
    text = toy().replace("at_least: 18", "at_least: 0")

    found = only(remarks(tmp_path, text), "vacuous-requirement")

    assert place(found) == ("toy.yaml", 21, 25)
    assert found.proof == ("This profile meets it:", "  birth_date: 2026-11-22")


def test_a_share_of_nothing_is_told_although_more_is_asked(tmp_path: Path) -> None:
    """The state still matters; the number does not."""
    found = only(
        remarks(tmp_path, toy(leaf("x", "workplace", "state: XX", "share_at_least: 0"))), "vacuous-requirement"
    )

    assert place(found) == ("toy.yaml", 27, 31)
    assert found.proof == ("Nobody has less than 0.",)


def test_a_pass_mark_at_the_foot_of_the_scale_is_told(tmp_path: Path) -> None:
    """Every score reaches it."""
    found = only(
        remarks(tmp_path, toy(leaf("x", "exam", "exam: toy-exam", "score_at_least: 0"))), "vacuous-requirement"
    )

    assert place(found) == ("toy.yaml", 27, 31)
    assert found.proof == ("The scale begins at 0, and 0 <= 0.",)


def test_what_names_no_number_and_no_day_is_told_at_its_place(tmp_path: Path) -> None:
    """A time to apply without days, and a reading that stands alone."""
    days = only(remarks(tmp_path / "a", toy(leaf("x", "application"))), "vacuous-requirement")
    nothing = only(remarks(tmp_path / "b", toy(leaf("x", "not_asked"))), "vacuous-requirement")

    assert (place(days), place(nothing)) == (("toy.yaml", 23, 15), ("toy.yaml", 24, 21))


def test_a_part_of_nothing_is_told(tmp_path: Path) -> None:
    """One of the parts into which hours of work are split."""
    parts = (
        "    - {id: a, title: a, roles: [peer], at_least: 0}",
        "    - {id: b, title: b, roles: [support], at_least: 10}",
    )

    found = only(remarks(tmp_path, toy(leaf("x", "experience_split", "parts:", *parts))), "vacuous-requirement")

    assert place(found) == ("toy.yaml", 27, 64)
    assert found.message == "The part a asks for 0 hours."


def test_readings_that_all_ask_nothing_are_told(tmp_path: Path) -> None:
    """An open question says the same, and does not look like a rule."""
    readings = [
        f"    - {{id: {name}, title: T, kind: not_asked, sources: [{{id: law, at: p}}]}}" for name in ("one", "two")
    ]
    both = leaf("x", "disputed", "topic: age", "readings:", *readings, cited=False)

    found = [one for one in remarks(tmp_path, toy(both)) if one.id == "vacuous-requirement"]

    assert [place(one) for one in found] == [("toy.yaml", 28, 19)]
    assert found[0].message == "However xx.toy.x is read, it asks nothing."


def test_the_smallest_need_is_right(tmp_path: Path) -> None:
    """A quarter of an hour is more than nothing."""
    assert remarks(tmp_path, toy(leaf("x", "supervision", "at_least: 0.25"))) == ()


def test_it_may_be_allowed_with_a_reason(tmp_path: Path) -> None:
    """A law may say that none is needed."""
    assert remarks(tmp_path, toy(leaf("x", "references", "at_least: 0", allow("vacuous-requirement")))) == ()
